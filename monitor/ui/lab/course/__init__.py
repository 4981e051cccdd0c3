"""The course: lessons of steps in which something is predicted, tried, and held against what happened."""
