"""One heartbeat before the alarm: picked, heard as it plays or drawn, scored, and held against the line."""
