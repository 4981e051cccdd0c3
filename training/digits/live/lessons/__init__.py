"""Small nets that learn before the learner's eyes."""
