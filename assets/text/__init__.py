"""Text files of numbers, whatever their columns: what can be told is told by the file, the rest is asked."""
