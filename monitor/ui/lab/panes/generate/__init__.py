"""New digits, and how likely a model thinks them."""
