"""Detectors run over records: the live pipeline as one of them, and scores as files."""
