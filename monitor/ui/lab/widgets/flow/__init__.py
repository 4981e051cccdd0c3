"""A network's layers, drawn."""
