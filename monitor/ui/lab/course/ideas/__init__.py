"""The map of the course: ideas as they are written, and the board on which they stand."""
