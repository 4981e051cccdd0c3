"""The rules of alarms, each a file: from what the analysis sees to alarms that begin and end."""
