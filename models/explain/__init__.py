"""What the models see and why: the model view's numbers, the comparison of memories, the lesson."""
