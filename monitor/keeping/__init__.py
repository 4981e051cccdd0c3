"""What was watched, kept as files of others: WFDB, EDF+, CSV; and what is said of it in figures."""
