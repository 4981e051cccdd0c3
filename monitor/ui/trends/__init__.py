"""The page of trends: large figures, and what they were in the last hours."""
