"""The words that carry what somebody says, and what words that embed an event make of it."""
