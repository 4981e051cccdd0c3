"""Whose signal the files of a record hold."""

from __future__ import annotations

import re
from pathlib import Path

from assets.records.headers.header import as_text


def file_identity(spec: str | Path) -> str:
    """Say whose signal a record's files hold: their place, so that two that are called alike are two.

    Parameters
    ----------
    spec : str or Path
        Path of the record, with or without the extension of one of its files.
    """
    return "file:" + re.sub(r"\.(hea|dat|atr)$", "", as_text(Path(spec).resolve()))
