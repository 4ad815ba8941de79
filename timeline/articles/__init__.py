"""Getting articles in: one file a way in, `read` for them all."""
