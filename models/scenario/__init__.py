"""Scenarios: a patient's course in steps, which what the learners do may turn, as a source."""
