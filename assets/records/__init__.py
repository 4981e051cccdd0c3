"""Records: reading WFDB files strictly into one plain shape in memory."""
