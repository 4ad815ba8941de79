"""The line a person would write."""
