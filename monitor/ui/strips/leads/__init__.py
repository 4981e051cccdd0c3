"""Which leads stand where, and how high: order and layouts, the automatic gain, the rows and their labels."""
