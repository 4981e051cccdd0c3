"""What is drawn over traces and lanes: the user's marks, and bands of what went on."""
