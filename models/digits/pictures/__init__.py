"""Pictures of digits: examples, strokes, drawings, noise."""
