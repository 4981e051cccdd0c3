"""One door to files of what was watched: the format follows from the file's ending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assets.phrase import joined, phrase
from assets.together import tidy
from assets.write import check_apart, check_target
from models.contract.marks import Mark
from models.library.account import Account
from monitor.alerts.export import ExportError
from monitor.keeping import edf, picture, table, wfdb
from monitor.keeping.pieces import Going, go_on

WRITERS = {".hea": wfdb, ".edf": edf, ".csv": table, ".png": picture, ".svg": picture}
"""How files end, and the module that names and writes them."""

_TIDIED = phrase("An earlier export into this folder had been broken off; what it left was cleared away.")


def files_of(path: Path) -> tuple[Path, ...]:
    """Name all files that `write` makes for a path, the one that is opened last.

    Raises
    ------
    ExportError
        If its ending is none of `WRITERS`, or no file of the format can be called so.
    """
    ending = path.suffix.lower()
    if ending not in WRITERS:
        raise ExportError(
            phrase(
                "{name} does not say in which format to write: it ends in .hea for WFDB, .edf "
                "for EDF+, .csv, or .png and .svg for a picture.",
                name=path.name,
            )
        )
    return WRITERS[ending].files_of(path)


def check_export(path: Path, files: Iterable[Path] = ()) -> None:
    """Refuse what cannot be written, before anything is analysed for it; `files` are the source's own.

    Raises
    ------
    ExportError, WriteError
        Naming the first that is wrong.
    """
    own = tuple(files)
    for made in files_of(path):
        check_target(made)
        check_apart(made, own)


def write(
    path: Path, account: Account, marks: Iterable[Mark] = (), going: Going = go_on, dpi: float = picture.DPI
) -> str:
    """Write a stretch with all that was said of it; its files are there whole, or none of them is.

    Parameters
    ----------
    path : Path
        ``NAME.hea`` for WFDB, ``NAME.edf`` for EDF+, ``NAME.csv`` for CSV, ``NAME.png`` or ``NAME.svg`` for a
        picture.
    account : Account
        The stretch.
    marks : iterable of Mark
        The user's marks, of any source.
    going : callable
        Is told which share is done, and says whether to go on.
    dpi : float
        Dots an inch of a picture.

    Returns
    -------
    str
        What was written, in a sentence.

    Raises
    ------
    ExportError, WriteError
        If it cannot be written; `ExportCancelled` if it was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    if account.stop <= account.start:
        raise ExportError(phrase("Nothing of {name} was watched yet.", name=account.info.name))
    check_export(path, account.info.files)
    tidied = tidy(path.parent)
    writer = WRITERS[path.suffix.lower()]
    if writer is picture:
        said = picture.write(path, account, tuple(marks), going, dpi)
    else:
        said = writer.write(path, account, tuple(marks), going)
    return joined(" ", (said, _TIDIED)) if tidied else said
