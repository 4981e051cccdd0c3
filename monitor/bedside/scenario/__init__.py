"""The user's own scenarios, beside those that ship."""
