"""The words that signal events, and what embeds them."""
