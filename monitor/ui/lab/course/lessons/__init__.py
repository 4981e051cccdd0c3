"""The lessons: words in ``NAME.toml``, and in ``NAME.py`` what finds out what happened."""
