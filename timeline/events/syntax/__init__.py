"""Who stands where around a word, and what links words."""
