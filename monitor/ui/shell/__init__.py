"""The window itself: start, actions, pages, settings, help."""
