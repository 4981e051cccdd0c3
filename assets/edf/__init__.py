"""Recordings in EDF, EDF+ and BDF, read as records in frames: a data record is a frame."""
