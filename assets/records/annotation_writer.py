"""Writing MIT-format annotation files, whole or not at all, as ``wfdb.rdann`` and ``bxb`` read them."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.errors import WriteError
from assets.phrase import phrase
from assets.write import write_bytes

_NOTHING = b"\x00\x00"
"""A file without annotations: the closing word alone, as annot(5) of the WFDB Applications Guide has it."""


def wfdb_name(record: str) -> str:
    """Give a name that WFDB allows; where characters are replaced, four more tell it from other names."""
    allowed = re.sub(r"[^A-Za-z0-9_-]", "_", record)
    if allowed == record and record:
        return record
    digest = hashlib.sha256(record.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{allowed or 'record'}-{digest[:4]}"


def annotation_file(folder: Path, record: str, annotator: str) -> Path:
    """Where the annotations of a record lie by WFDB's rule: the annotator's name is the extension."""
    return folder / f"{wfdb_name(record)}.{annotator}"


def write_annotations(
    path: Path,
    fs: float,
    sample: npt.NDArray[np.integer],
    symbol: Sequence[str],
    channel: Sequence[int],
    note: Sequence[str] | None = None,
) -> None:
    """Write an annotation file.

    Parameters
    ----------
    path : Path
        As `annotation_file` gives it; its folder must exist.
    fs : float
        Rate in which the samples count, Hz; the file states it.
    sample : ndarray of int, shape (n,)
        Samples, not decreasing; there may be none.
    symbol : sequence of str, length n
        WFDB annotation symbols.
    channel : sequence of int, length n
        Leads by their place in the record.
    note : sequence of str, length n, optional
        Auxiliary texts.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    if not len(sample):
        write_bytes(path, _NOTHING)
        return
    import wfdb  # slow to import, and needed only here

    try:
        # wfdb can write into a folder only, and not all or nothing.
        with tempfile.TemporaryDirectory(prefix="ecg-monitor-") as aside:
            wfdb.wrann(
                path.stem,
                path.suffix[1:],
                sample=np.asarray(sample, dtype=np.int64),
                symbol=list(symbol),
                chan=np.asarray(channel, dtype=np.int64),
                aux_note=None if note is None else list(note),
                fs=fs,
                write_dir=aside,
            )
            content = (Path(aside) / path.name).read_bytes()
    except OSError as error:
        raise WriteError(
            phrase("{path} could not be written: {why}.", path=path, why=reason(error))
        ) from error
    write_bytes(path, content)
