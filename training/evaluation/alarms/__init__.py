"""The alarms of the bedside on whole records, held against the annotations."""
