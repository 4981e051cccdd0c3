"""The report of what was watched: figures, a table by the hour, strips on ECG paper, full disclosure."""
