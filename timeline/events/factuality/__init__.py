"""How real the text says an event is."""
