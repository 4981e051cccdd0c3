"""A stretch as a picture on ECG paper with its beats and alerts: PNG at a chosen resolution, or SVG."""

from __future__ import annotations

from pathlib import Path

from assets.together import written_together
from models.contract.marks import Mark
from models.library.account import Account
from models.library.drawing import DRAWING
from monitor.alarms.export import ExportError
from monitor.keeping.pieces import ExportCancelled, Going

DPI = 150.0
LEAST_DPI, MOST_DPI = 50.0, 1200.0

MOST_PIXELS = 10**8
"""A picture has no more, which take 400 MB while it is drawn."""


def files_of(path: Path) -> tuple[Path, ...]:
    """The one file."""
    return (path,)


def write(path: Path, account: Account, marks: tuple[Mark, ...], going: Going, dpi: float = DPI) -> str:
    """Draw all leads: up to 16 s at 25 mm/s and 10 mm/mV, more of them narrower.

    Raises
    ------
    ExportError, WriteError
        If it is too long or too large for a picture, cannot be written, or was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise ExportError(f"A picture has {LEAST_DPI:.0f} to {MOST_DPI:.0f} dots an inch, not {dpi:g}.")
    from models.library.picture import plot  # brings matplotlib, which is needed only here

    _check(going, 0.0)
    with DRAWING:
        try:
            figure = plot(account)
        except ValueError as error:
            raise ExportError(str(error)) from error
        wide, high = figure.get_size_inches()
        if wide * high * dpi**2 > MOST_PIXELS and path.suffix.lower() == ".png":
            raise ExportError(
                f"At {dpi:g} dots an inch the picture would have {wide * high * dpi**2 / 1e6:.0f} million "
                f"pixels; {MOST_PIXELS / 1e6:.0f} million are the most."
            )
        _check(going, 0.4)
        with written_together([path]) as folder:
            figure.savefig(folder / path.name, dpi=dpi)
    return f"{account.seconds:.0f} s of {account.info.name} drawn in {path}."


def _check(going: Going, share: float) -> None:
    if not going(share):
        raise ExportCancelled("The export was cancelled; nothing was written.")
