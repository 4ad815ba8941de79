"""Several mentions, one event."""
