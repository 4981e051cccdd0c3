"""The live desktop application: stream, analysis, alarms and the window."""
