"""Which time is the event's."""
