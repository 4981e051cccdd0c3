"""The instructor's windows, and what a class can do while a scenario runs."""
