"""The journal of alarms: whatever happens to one is on the disk at once, with the signal around it.

One line of JSON an event, appended and brought to the disk (``fsync``) by a thread of its own: a crash costs
the line that is being written and no other. Each start of the program writes files of its own, so that no
two programs write into one.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason, words_of
from assets.phrase import phrase
from assets.sources.source import SourceInfo
from models.alarms.limits import Limits
from monitor.alarms.journaling.feed import MOST_KNOWN, Between, Feed
from monitor.alarms.journaling.folder import (
    KEPT_BYTES,
    LINES,
    MAX_FILE_BYTES,
    MAX_STRIPS_BYTES,
    STRIPS,
    Read,
    make_room,
    read_folder,
)
from monitor.alarms.journaling.lines import Line, Logged, encoded, strip_line
from monitor.alarms.journaling.strips import packed, place_of

MOST_WAITING = 10_000
"""So many lines wait at most while the disk cannot be written."""

RETRY_S = 5.0
"""While it cannot be written, it is tried so often, s."""

CLOSE_S = 3.0
"""Closing waits no longer for the disk, s."""


class Journal:
    """What happened to alarms, kept.

    Parameters
    ----------
    folder : Path
        Where; it comes into being with the first alarm.
    clock : callable, optional
        The time of day, with its zone.
    kept_bytes : int
        All files together take no more.

    Attributes
    ----------
    changed : callable
        Called with an alarm's identity as something is added to it, in the thread that told it, or, for its
        strip, in the journal's own.
    problem : str
        Why nothing can be written now, in a sentence; empty while all is well.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        kept_bytes: int = KEPT_BYTES,
    ) -> None:
        self.folder = folder
        self.problem = ""
        self.changed: Callable[[str], None] = lambda key: None
        self._read = Read()
        self._clock, self._kept_bytes = clock, kept_bytes
        self._session = f"{clock().astimezone(UTC):%Y%m%d-%H%M%S}-{os.getpid()}"
        self._lock = threading.Lock()
        self._count = 0
        self._writer: _Writer | None = None

    @property
    def logged(self) -> dict[str, Logged]:
        """The alarms of this start, the newest `MOST_KNOWN`."""
        with self._lock:
            return dict(self._read.logged)

    @property
    def session(self) -> str:
        """How the identities of this start's alarms begin."""
        return self._session

    def get(self, key: str) -> Logged | None:
        """Give an alarm of this start."""
        return self._read.logged.get(key)

    def feed(
        self,
        info: SourceInfo,
        between: Between,
        limits: Callable[[], Limits],
        name: Callable[[], str] | None = None,
    ) -> Feed:
        """Begin to take the alarms of a source, beside those of others; parameters as of `Feed`."""
        return Feed(self, info, between, limits, name)

    def close(self) -> bool:
        """Write what is left; False if the disk did not take it in time."""
        writer, self._writer = self._writer, None
        return writer is None or writer.close()

    def read_all(self) -> Read:
        """Read what the folder holds, of this start too as far as it is written."""
        return read_folder(self.folder)

    # For feeds -------------------------------------------------------------------------------------

    def new_key(self) -> str:
        """Give the identity of one more alarm."""
        self._count += 1
        return f"{self._session}/{self._count}"

    def time_of_day(self) -> datetime:
        """Tell the time of day."""
        return self._clock()

    def write(self, line: Line) -> None:
        """Keep a line."""
        self._need_writer().put(line)
        self._take(line)

    def write_strip(self, key: str, start: int, samples: npt.NDArray[np.float32], info: SourceInfo) -> None:
        """Keep the signal around an alarm."""
        logged = self._read.logged.get(key)
        if logged is not None:
            self._need_writer().put_strip(logged, start, samples, info)

    # Inside ----------------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        with self._lock:
            self._read.take(line)
            while len(self._read.logged) > MOST_KNOWN:
                del self._read.logged[next(iter(self._read.logged))]
        self.changed(line.id)

    def _need_writer(self) -> _Writer:
        if self._writer is None:
            self._writer = _Writer(self)
        return self._writer


class _Writer:
    """The thread that writes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._queue: queue.SimpleQueue[Callable[[], Line] | None] = queue.SimpleQueue()
        self._waiting: list[Callable[[], Line]] = []
        self._files: tuple[FileIO, FileIO] | None = None
        self._number = 0
        self._thread = threading.Thread(target=self._run, name="alarm journal", daemon=True)
        self._thread.start()

    def put(self, line: Line) -> None:
        self._queue.put(lambda: line)

    def put_strip(
        self, logged: Logged, start: int, samples: npt.NDArray[np.float32], info: SourceInfo
    ) -> None:
        journal = self._journal

        def keep() -> Line:
            content, digits = packed(samples, info.leads)
            _, strips = self._open()
            at = strips.seek(0, os.SEEK_END)
            _write_whole(strips, content)
            os.fsync(strips.fileno())
            name = Path(str(strips.name)).name
            place = place_of(name, at, content, digits, start, len(samples), info.leads)
            return strip_line(logged, journal._clock(), place)

        self._queue.put(keep)

    def close(self) -> bool:
        self._queue.put(None)
        self._thread.join(CLOSE_S)
        return not self._thread.is_alive()

    def _run(self) -> None:
        ending = False
        while not ending:
            try:
                taken = [self._queue.get(timeout=RETRY_S if self._waiting else None)]
            except queue.Empty:
                taken = []
            while not self._queue.empty():
                taken.append(self._queue.get())
            ending = None in taken
            self._waiting += [one for one in taken if one is not None]
            self._try()
        if self._files is not None:
            for file in self._files:
                file.close()

    def _try(self) -> None:
        """Write what waits; what cannot be written waits on, and the oldest goes where it gets too much."""
        journal = self._journal
        try:
            while self._waiting:
                line = self._waiting[0]()
                lines, _ = self._open()
                _write_whole(lines, encoded(line))
                del self._waiting[0]
                if line.strip is not None:
                    journal._take(line)
            if self._files is not None:
                os.fsync(self._files[0].fileno())
            journal.problem = ""
        except OSError as error:
            journal.problem = phrase(
                "The alarm log in {folder} cannot be written: {why}.",
                folder=journal.folder,
                why=reason(error),
            )
            del self._waiting[:-MOST_WAITING]
            self._let_go()
        except Exception as error:  # what cannot be told must not keep what follows from being written
            del self._waiting[0]
            journal.problem = phrase(
                "The alarm log in {folder} lacks a line: {error}.",
                folder=journal.folder,
                error=words_of(error),
            )

    def _open(self) -> tuple[FileIO, FileIO]:
        """The files of lines and strips that are written, others once they are large."""
        if self._files is not None:
            sizes = [os.fstat(file.fileno()).st_size for file in self._files]
            os.stat(self._files[0].name)  # what was deleted can still be written to, and is lost
            if sizes[0] < MAX_FILE_BYTES and sizes[1] < MAX_STRIPS_BYTES:
                return self._files
            self._let_go()
        journal = self._journal
        journal.folder.mkdir(parents=True, exist_ok=True)
        self._number += 1
        path = journal.folder / f"{journal._session}-{self._number:03d}{LINES}"
        self._files = FileIO(path, "a"), FileIO(path.with_suffix(STRIPS), "a")
        make_room(journal.folder, path.stem, journal._kept_bytes)
        return self._files

    def _let_go(self) -> None:
        files, self._files = self._files, None
        for file in files or ():
            with suppress(OSError):  # what went wrong has been said
                if not os.fstat(file.fileno()).st_size:
                    Path(str(file.name)).unlink(missing_ok=True)
                file.close()


def _write_whole(file: FileIO, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[file.write(left) or 0 :]
