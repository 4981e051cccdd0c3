"""What a WFDB record's header says: its leads, its layout, its segments."""
