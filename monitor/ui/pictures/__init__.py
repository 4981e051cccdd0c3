"""Pictures of the window, drawn by the program itself: README's, and every page at every size."""
