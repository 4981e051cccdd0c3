"""The panes of the lab, one a file."""
