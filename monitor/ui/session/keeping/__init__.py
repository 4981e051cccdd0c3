"""What a session writes down or sends out: marks, the journal, recordings, streams."""
