"""A stretch as a picture on ECG paper with its beats, alerts and added artefacts: PNG or SVG."""

from __future__ import annotations

from pathlib import Path

from assets.causes import words_of
from assets.phrase import phrase
from assets.together import written_together
from models.contract.marks import Mark
from models.library.account import Account
from models.library.drawing import DRAWING
from monitor.alerts.export import ExportError
from monitor.keeping.pieces import ExportCancelled, Going

DPI = 150.0
LEAST_DPI, MOST_DPI = 50.0, 1200.0

MOST_PIXELS = 10**8
"""A picture has no more, which take 400 MB while it is drawn."""


def files_of(path: Path) -> tuple[Path, ...]:
    """The one file."""
    return (path,)


def write(path: Path, account: Account, marks: tuple[Mark, ...], going: Going, dpi: float = DPI) -> str:
    """Draw all leads: up to 16 s at 25 mm/s and 10 mm/mV, up to a minute narrower; more, one lead in lines.

    Raises
    ------
    ExportError, WriteError
        If it is too long or too large for a picture, cannot be written, or was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise ExportError(
            phrase(
                "A picture has {least:.0f} to {most:.0f} dots an inch, not {dpi:g}.",
                least=LEAST_DPI,
                most=MOST_DPI,
                dpi=dpi,
            )
        )
    from models.library.picture import plot  # brings matplotlib, which is needed only here

    _check(going, 0.0)
    with DRAWING:
        try:
            figure = plot(account)
        except ValueError as error:
            raise ExportError(words_of(error)) from error
        wide, high = figure.get_size_inches()
        if wide * high * dpi**2 > MOST_PIXELS and path.suffix.lower() == ".png":
            raise ExportError(
                phrase(
                    "At {dpi:g} dots an inch the picture would have {pixels:.0f} million pixels; "
                    "{most:.0f} million are the most.",
                    dpi=dpi,
                    pixels=wide * high * dpi**2 / 1e6,
                    most=MOST_PIXELS / 1e6,
                )
            )
        _check(going, 0.4)
        with written_together([path]) as folder:
            figure.savefig(folder / path.name, dpi=dpi, metadata=_told_inside(account))
    return phrase(
        "{seconds:.0f} s of {name} drawn in {path}.",
        seconds=account.seconds,
        name=account.info.name,
        path=path,
    )


def _told_inside(account: Account) -> dict[str, str] | None:
    """Words in the file itself, which name the artefacts of the stretch; none where it has none."""
    from models.library.disturbed import artefacts_in

    told = artefacts_in(account)
    if not told:
        return None
    name = f"{account.info.name}: {account.start / account.fs:g} to {account.stop / account.fs:g} s"
    return {"Title": "; ".join([name, *told]), "Description": "\n".join(told)}


def _check(going: Going, share: float) -> None:
    if not going(share):
        raise ExportCancelled(phrase("The export was cancelled; nothing was written."))
