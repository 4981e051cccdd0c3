"""A stretch of a recording that runs without a jump: one WFDB record with its annotators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import WriteError
from assets.recording.annotations import AnnotationStream
from assets.recording.signals import Digits, SignalStream
from assets.sources.source import SourceInfo
from models.judging.labels import ANNOTATOR

MOST_COMMENTS = 20
"""So many comments of the source go into the header."""


class Annotator(StrEnum):
    """The annotators beside a recording, by their files' extensions."""

    SOURCE = "atr"
    """What the source says: reference annotations, or a generator's labels."""

    BEATS = ANNOTATOR
    """Our beats (`models.judging.labels`)."""

    ALARMS = "alm"
    """The alarms."""


class Segment:
    """A WFDB record that grows, with its annotation files.

    Parameters
    ----------
    header : Path
        Its header; no file of the name may exist.
    info : SourceInfo
        What is recorded.
    start : int
        Sample of the source at which it begins.
    digits : Digits
        How samples are written.
    began : datetime
        The time of day at its beginning.
    number : int
        Which of the recording it is, from 1.

    Raises
    ------
    WriteError
        If it cannot be made; nothing is left of it.
    """

    def __init__(
        self, header: Path, info: SourceInfo, start: int, digits: Digits, began: datetime, number: int
    ) -> None:
        self.header, self.digits, self.start = header, digits, start
        comments = (
            *info.comments[:MOST_COMMENTS],
            f"Recorded by ECG Monitor from {began.astimezone().isoformat(timespec='seconds')} on.",
            f"Source: {info.identity}, from its sample {info.offset + start} on; segment {number}.",
        )
        self._signal = SignalStream(header, info.fs, info.leads, digits, comments, began)
        self._streams: dict[Annotator, AnnotationStream] = {}
        self._tails: dict[Annotator, list[tuple[int, str]]] = {}
        self._waiting: dict[Annotator, list[tuple[int, str, str]]] = defaultdict(list)

    @property
    def n_samples(self) -> int:
        """Samples of each lead that are written."""
        return self._signal.n_samples

    @property
    def stop(self) -> int:
        """Sample of the source that comes next."""
        return self.start + self.n_samples

    def note(self, which: Annotator, sample: int, symbol: str, note: str = "") -> None:
        """Hold an annotation at a sample of the source until its samples are written."""
        self._waiting[which].append((sample, symbol, note))

    def set_tail(self, which: Annotator, tail: Sequence[tuple[int, str]]) -> None:
        """Hold what is known by now of samples of the source, and may still change, in place of the last."""
        self._tails[which] = [(sample, symbol) for sample, symbol in tail if sample >= self.start]

    def write(self, samples: npt.NDArray[np.float32]) -> None:
        """Write samples, shape (n, n_leads), and then the annotations that lie in what is written.

        Raises
        ------
        WriteError
            If one of the files cannot be written.
        """
        self._signal.append(samples)
        self._write_notes()

    def _write_notes(self) -> None:
        for which in {**self._waiting, **self._tails}:
            waiting = self._waiting[which]
            due = sorted((one for one in waiting if one[0] < self.stop), key=lambda one: one[0])
            tail = [(at - self.start, symbol) for at, symbol in self._tails.get(which, ()) if at < self.stop]
            if which not in self._streams:
                if not (due or tail):
                    continue
                self._streams[which] = AnnotationStream(self.header.with_suffix(f".{which}"))
            at, symbols, notes = zip(*due, strict=True) if due else ((), (), ())
            self._streams[which].append([one - self.start for one in at], symbols, notes, tail=tail)
            self._waiting[which] = [one for one in waiting if one[0] >= self.stop]

    def close(self) -> None:
        """End the record; one that holds no sample is taken away again.

        Raises
        ------
        WriteError
            If it cannot be ended as it should be; all files are let go of, and can be read as they are.
        """
        failure: WriteError | None = None
        self._tails = {which: [] for which in self._tails}
        try:
            self._write_notes()
        except WriteError as error:
            failure = error
        for stream in self._streams.values():
            stream.close()
        if not self.n_samples:
            self._signal.remove()
            for stream in self._streams.values():
                stream.remove()
            return
        self._signal.close()
        if failure is not None:
            raise failure
