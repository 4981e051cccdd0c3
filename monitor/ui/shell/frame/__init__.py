"""The window's own frame: header, tabs, stack, and the lines at its foot."""
