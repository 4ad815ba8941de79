"""The events table in the formats of other programs: one file a format, listed in `formats.py`."""
