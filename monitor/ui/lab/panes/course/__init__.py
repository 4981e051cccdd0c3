"""The course: lessons, its map, the teacher's page."""
