"""The folder of an archive's results: what was asked, what is done, and how a run goes on where one ended."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from assets.errors import WriteError
from assets.regular import read_regular
from assets.write import write_text
from training.archive.recordings import Recording, stamp
from training.archive.tables import write_rows

ASKED, RECORDS, DONE = "archive.json", "records.parquet", "done"
"""What was asked; the table of a row a record; the folder of a file a record that is done."""

PARTS = {"beats": "parquet", "alerts": "parquet", "scores": "npy"}
"""Folders of files a record, and what their names end in."""

ANNOTATIONS = "annotations"
"""Folder of annotation files, which are called as WFDB wants them."""

DONE_STATUS, FAILED_STATUS = "done", "failed"

_MAX_BYTES = 2**20
_LOCK = ".lock"


@dataclass(frozen=True)
class Store:
    """A folder of results.

    Attributes
    ----------
    folder : Path
        Where it is.
    """

    folder: Path

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs away.

        Raises
        ------
        ValueError
            If another run has it.
        WriteError
            If it cannot be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / _LOCK, timeout=0)
            lock.acquire()
        except Timeout as error:
            raise ValueError(f"Another run is writing into {self.folder}: wait for its end.") from error
        except OSError as error:
            raise WriteError(f"{self.folder} could not be written: {error.strerror or error}.") from error
        try:
            yield
        finally:
            lock.release()

    def begin(self, asked: Mapping[str, Any]) -> str:
        """Make ready for what is asked; what was done for something else goes.

        Parameters
        ----------
        asked : mapping
            Whatever the results depend on, besides the recordings; plain values.

        Returns
        -------
        str
            Why it begins anew; empty where it goes on, or there was nothing.

        Raises
        ------
        WriteError
            If the folder holds other files, or cannot be written.
        """
        file = self.folder / ASKED
        if not file.exists() and any(path.name != _LOCK for path in self.folder.iterdir()):
            raise WriteError(f"{self.folder} holds files that are no archive's results: name another folder.")
        before = self._before(file) if file.exists() else dict(asked)
        changed = sorted(name for name in {*before, *asked} if before.get(name) != asked.get(name))
        if changed:
            for name in (DONE, *PARTS, ANNOTATIONS):
                shutil.rmtree(self.folder / name, ignore_errors=True)
            (self.folder / RECORDS).unlink(missing_ok=True)
        write_text(file, json.dumps(asked, indent=1, sort_keys=True) + "\n")
        return f"What is asked has changed ({', '.join(changed)}): begun anew." if changed else ""

    def _before(self, file: Path) -> dict[str, Any]:
        try:
            before = json.loads(read_regular(file, _MAX_BYTES))
        except ValueError as error:
            raise WriteError(f"{file} is not what a run wrote: name another folder.") from error
        return before if isinstance(before, dict) else {}

    def is_done(self, recording: Recording) -> bool:
        """Whether there is a result of this recording, and its files are as they were."""
        kept = self._kept(self.place(DONE, recording.key, "json"))
        row = kept.get("row", {})
        return row.get("status") == DONE_STATUS and kept.get("stamp") == stamp(recording.spec)

    def place(self, part: str, key: str, suffix: str) -> Path:
        """Where a recording's file of some part lies."""
        return self.folder / part / f"{key}.{suffix}"

    def room(self, part: str, key: str, suffix: str) -> Path:
        """As `place`, with its folder made."""
        path = self.place(part, key, suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def forget(self, key: str) -> None:
        """Remove what an earlier run left of a recording, whole or not."""
        self.place(DONE, key, "json").unlink(missing_ok=True)
        for part, suffix in PARTS.items():
            self.place(part, key, suffix).unlink(missing_ok=True)

    def keep(self, key: str, stamped: list[list[str | int]], row: Mapping[str, Any]) -> None:
        """Write down that a recording is done: the last file of it that is written.

        Raises
        ------
        WriteError
            If it cannot be written.
        """
        text = json.dumps({"stamp": stamped, "row": dict(row)}, allow_nan=False)
        write_text(self.room(DONE, key, "json"), text + "\n")

    def row(self, key: str) -> dict[str, Any] | None:
        """The row of a recording, done or failed; None where there is none."""
        return self._kept(self.place(DONE, key, "json")).get("row")

    def rows(self) -> list[dict[str, Any]]:
        """All rows there are, in the order of their keys."""
        files = sorted((self.folder / DONE).glob("*/*.json"))
        return [row for file in files if (row := self._kept(file).get("row"))]

    def gather(self) -> list[dict[str, Any]]:
        """Write the table of all rows there are; give them.

        Raises
        ------
        WriteError
            If it cannot be written.
        """
        rows = self.rows()
        write_rows(self.folder / RECORDS, rows)
        return rows

    def _kept(self, file: Path) -> dict[str, Any]:
        """What is written of a recording; nothing where there is none, or no whole one."""
        try:
            kept = json.loads(read_regular(file, _MAX_BYTES))
        except (FileNotFoundError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}
