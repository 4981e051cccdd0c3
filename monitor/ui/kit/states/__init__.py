"""How states are shown wherever they are: colour, shape and words."""
