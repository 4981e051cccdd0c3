"""How a source is wished for, loaded and remembered."""
