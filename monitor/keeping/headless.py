"""What a run without a window is asked to keep of what it watched: files of others, and the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assets.phrase import phrase
from assets.write import check_apart, check_target
from models.contract.marks import Mark
from models.library.account import Account
from monitor.alerts.export import ExportError
from monitor.keeping.picture import DPI
from monitor.keeping.writing import check_export, files_of, write

ReportWriter = Callable[[Path, Account], str]
"""Writes a report of a stretch, and says what it wrote."""


@dataclass(frozen=True)
class Keeping:
    """Where to write.

    Attributes
    ----------
    exports : tuple of Path
        Files in the formats of their endings (`monitor.keeping.writing.WRITERS`).
    report : Path or None
        The report.
    writer : callable or None
        Writes the report.
    dpi : float
        Dots an inch of pictures.
    """

    exports: tuple[Path, ...] = ()
    report: Path | None = None
    writer: ReportWriter | None = None
    dpi: float = DPI

    @property
    def asked(self) -> bool:
        """Whether anything is to be kept."""
        return bool(self.exports) or self.report is not None

    def check(self, files: Iterable[Path] = ()) -> None:
        """Refuse what cannot be written, before anything is analysed; `files` are the source's own.

        Raises
        ------
        ExportError, WriteError
            Naming the first of them.
        """
        own = tuple(files)
        made: list[Path] = []
        for path in self.exports:
            check_export(path, own)
            made += files_of(path)
        if self.report is not None:
            check_target(self.report)
            check_apart(self.report, own)
            if self.report.suffix.lower() != ".pdf":
                raise ExportError(
                    phrase(
                        "A report is written as PDF, and {name} does not end in .pdf.", name=self.report.name
                    )
                )
        names = [path.resolve() for path in made]
        if len(set(names)) < len(names):
            raise ExportError(phrase("--export names files of the same name twice: each needs its own."))

    def write(self, account: Account, marks: Iterable[Mark] = ()) -> Iterator[str]:
        """Write the files, and say of each what is in it.

        Raises
        ------
        ExportError, WriteError, RecordError
            If one cannot be written.
        """
        known = tuple(marks)
        for path in self.exports:
            yield write(path, account, known, dpi=self.dpi)
        if self.report is not None and self.writer is not None:
            yield self.writer(self.report, account)
