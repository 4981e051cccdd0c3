"""A stretch as CSV: its samples, and beside them everything that was said of it."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from assets.phrase import phrase
from assets.together import written_together
from models.contract.marks import Mark
from models.library.account import Account
from monitor.alerts.export import cell
from monitor.keeping.notes import notes
from monitor.keeping.pieces import Going, pieces

EVENTS = "-events.csv"
"""How the name of the second file ends."""

EVENT_COLUMNS = ("about", "sample", "time_s", "start_s", "end_s", "label", "lead", "words")

ROWS_AT_ONCE = 4096
"""So many rows are made at a time; other threads have their turn in between."""


def files_of(path: Path) -> tuple[Path, ...]:
    """What was said, and the samples."""
    return path.with_name(f"{path.stem}{EVENTS}"), path


def write(path: Path, account: Account, marks: tuple[Mark, ...], going: Going) -> str:
    """Write ``NAME.csv`` with a row a sample, and ``NAME-events.csv`` with a row for each thing said.

    A sample has the fewest figures that give the very value again in four bytes; a gap is an empty cell.
    Samples and times are the source's own.

    Raises
    ------
    ExportError, WriteError
        If it cannot be written, or was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    info, fs = account.info, account.fs
    heads = [cell(f"{lead.name} [{lead.unit or 'NU'}]") for lead in info.leads]
    with written_together(files_of(path)) as folder:
        with (folder / path.name).open("x", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["sample", "time_s", *heads])
            for start, samples in pieces(account, going):
                for first in range(0, len(samples), ROWS_AT_ONCE):
                    some = samples[first : first + ROWS_AT_ONCE].astype(np.float32)
                    told = some.astype("U16")
                    told[np.isnan(some)] = ""
                    at = range(start + first, start + first + len(some))
                    writer.writerows(
                        [i, f"{i / fs:.6f}", *row] for i, row in zip(at, told.tolist(), strict=True)
                    )
        found = notes(account, marks)
        with (folder / f"{path.stem}{EVENTS}").open("x", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(EVENT_COLUMNS)
            writer.writerows(
                [
                    note.about.value,
                    note.sample,
                    *(f"{at / fs:.6f}" for at in (note.sample, note.start, note.end)),
                    cell(note.label),
                    cell(note.lead),
                    cell(note.words),
                ]
                for note in found
            )
    return phrase(
        "{seconds:.0f} s of {name} written to {path}, {n} beats and other events to {events}.",
        seconds=account.seconds,
        name=info.name,
        path=path,
        n=len(found),
        events=f"{path.stem}{EVENTS}",
    )
