"""Archives of many recordings, worked through by several processes or machines."""
