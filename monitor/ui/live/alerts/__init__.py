"""The list of alerts beside the strips."""
