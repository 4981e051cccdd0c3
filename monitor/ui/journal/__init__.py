"""The page of the journal of alarms."""
