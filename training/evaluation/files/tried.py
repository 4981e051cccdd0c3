"""Every file of a folder, opened as a user would open it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.errors import AssetError
from assets.records.lead import LeadKind
from assets.sources.open import open_source
from assets.text.answers import Untold
from assets.together import found_below
from training.evaluation.files.beside import Beside, beside_wfdb

KINDS = {
    ".hea": "WFDB",
    ".edf": "EDF",
    ".bdf": "BDF",
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
}
"""What is tried: how a file's name ends, and what it is called."""

_SUMS = "SHA256SUMS.txt"  # beside records, and none


@dataclass(frozen=True)
class Tried:
    """One file, and what came of it.

    Attributes
    ----------
    name : str
        Its path within the folder.
    kind : str
        One of `KINDS`' values.
    opens : bool
        Whether it opens here.
    what : str
        What it holds, or the sentence with which it is refused.
    warnings : tuple of str
        What had to be assumed or left out.
    beside : Beside or None
        What wfdb makes of it; None for what wfdb does not read.
    asks : bool
        Whether it opens once somebody tells what it does not say.
    """

    name: str
    kind: str
    opens: bool
    what: str
    warnings: tuple[str, ...] = ()
    beside: Beside | None = None
    asks: bool = False


def files_of(folders: Sequence[Path]) -> list[tuple[Path, Path]]:
    """List the files that are tried, each with the folder it was found in."""
    return [
        (path, folder)
        for folder in folders
        for path in sorted(found_below(folder))
        if path.suffix.lower() in KINDS and not path.name.endswith(_SUMS) and path.is_file()
    ]


def try_files(files: Sequence[tuple[Path, Path]]) -> Iterator[Tried]:
    """Open each file of a list as `files_of` gives it, and compare WFDB records with what wfdb reads."""
    for path, folder in files:
        yield _try(path, path.relative_to(folder).as_posix())


def _try(path: Path, name: str) -> Tried:
    kind = KINDS[path.suffix.lower()]
    try:
        source = open_source(str(path))
    except Untold as question:
        return Tried(name, kind, False, str(question), asks=True)
    except AssetError as error:
        beside = beside_wfdb(path, None) if kind == "WFDB" else None
        return Tried(name, kind, False, str(error), beside=beside)
    try:
        info = source.info
        kinds = Counter("ECG" if lead.kind is LeadKind.ECG else "other" for lead in info.leads)
        counted = " and ".join(f"{n} {what}" for what, n in sorted(kinds.items()))
        what = f"{counted}, {info.fs:g} Hz, {_clock((info.n_samples or 0) / info.fs)}"
        beside = beside_wfdb(path, source) if kind == "WFDB" else None
        return Tried(name, kind, True, what, info.warnings, beside)
    finally:
        source.close()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours}:{minutes:02d}:{rest:04.1f}" if hours else f"{minutes}:{rest:04.1f}"


def table(tried: Sequence[Tried]) -> str:
    """Write what came of it as Markdown: a line a file, and a sentence over all."""
    lines = ["| file | kind | opens | what it holds, or why not | wfdb |", "| --- | --- | --- | --- | --- |"]
    for one in tried:
        what = one.what + (f"; {' '.join(one.warnings)}" if one.warnings else "")
        opens = "yes" if one.opens else "asks" if one.asks else "**no**"
        lines.append(f"| {one.name} | {one.kind} | {opens} | {_cell(what)} | {_beside(one)} |")
    return "\n".join([*lines, "", summary(tried)])


def summary(tried: Sequence[Tried]) -> str:
    """Say how many of the files open, and how many as wfdb reads them."""
    of_wfdb = [(one, one.beside) for one in tried if one.beside is not None]
    both = [beside for one, beside in of_wfdb if one.opens and beside.opens]
    leads, same = sum(beside.leads for beside in both), sum(beside.same for beside in both)
    theirs = sum(beside.opens for _, beside in of_wfdb)
    ours = sum(one.opens for one, _ in of_wfdb)
    return (
        f"{sum(one.opens for one in tried)} of {len(tried)} files open, and {sum(one.asks for one in tried)} "
        f"more once what they do not say is told. Of the {len(of_wfdb)} WFDB headers "
        f"among them {ours} open here and {theirs} in wfdb, {len(both)} in both; of the {leads} leads that "
        f"both have, {same} are the same to the sample, gaps included."
    )


def _beside(one: Tried) -> str:
    beside = one.beside
    if beside is None:
        return "–"
    if not beside.opens:
        return f"no ({beside.why})"
    if not one.opens:
        return "opens"
    return f"{beside.same} of {beside.leads} leads the same"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
