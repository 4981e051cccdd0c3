"""Formulas: typeset as pictures, said in plain text, shown and copied."""
