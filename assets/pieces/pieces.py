"""Any stretch of a record in mV, out of files that stay on the disk."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.pieces.decode import Samples
from assets.pieces.files import FrameReader, frame_reader
from assets.records.headers.header import SignalSpec
from assets.records.headers.segments import Segmented
from assets.records.headers.survey import Survey, physical

CACHE_BYTES = 32 * 2**20
"""Memory for blocks that have been read: some twenty minutes of twelve leads at 500 Hz."""

BLOCK_VALUES = 2**16
"""Samples of all leads together in a block, where a frame has no more: 256 KiB, some milliseconds' work."""

Signals = npt.NDArray[np.float32]


@dataclass(frozen=True)
class _Column:
    """A lead: its place among the leads, its header line, and where it lies in a frame of its file."""

    lead: int
    spec: SignalSpec
    first: int

    @property
    def stop(self) -> int:
        return self.first + self.spec.samples_per_frame


class Pieces:
    """Reads stretches of a surveyed record, and keeps the blocks read last. Safe to use from several threads.

    To the sample what `assets.records.reader.read_record` gives of the whole; the checksums of the header
    are sums over whole leads and cannot be compared.

    Parameters
    ----------
    survey : Survey
        The record.
    cache_bytes : int
        Memory for blocks, at least that of one.

    Raises
    ------
    RecordError
        If a signal file cannot be opened, or not in pieces, or does not hold what it announces.
    """

    def __init__(self, survey: Survey, cache_bytes: int = CACHE_BYTES) -> None:
        self._survey = survey
        self._files: list[tuple[FrameReader, list[_Column]]] = []
        for file in survey.files:
            signals = survey.header.signals[file.first : file.stop]
            if columns := list(self._columns(file.first, signals)):
                reader = frame_reader(file, signals, survey.n_frames, survey.label)
                self._files.append((reader, columns))
        per_frame = max(survey.n_values // survey.n_frames, 1)
        self._block_frames = max(1, BLOCK_VALUES // per_frame)
        block_bytes = 4 * self._block_frames * survey.per_frame * len(survey.keep)
        self._kept = max(1, cache_bytes // block_bytes)
        self._blocks: OrderedDict[int, Signals] = OrderedDict()
        self._lock = threading.Lock()
        self._assembling = threading.Lock()

    def _columns(self, first: int, signals: Sequence[SignalSpec]) -> Iterator[_Column]:
        at = 0
        for index, spec in enumerate(signals, start=first):
            if index in self._survey.keep:
                yield _Column(self._survey.keep.index(index), spec, at)
            at += spec.samples_per_frame

    def between(self, start: int, stop: int) -> Signals:
        """Samples `start` to `stop` of all leads, as far as the record has them.

        Returns
        -------
        ndarray of float32, shape (n, n_leads)
            In mV, NaN in gaps; not to be written to.

        Raises
        ------
        RecordError
            If a file can be read no more.
        """
        start, stop = max(start, 0), min(stop, self._survey.n_samples)
        length = self._block_frames * self._survey.per_frame
        if stop <= start:
            return np.zeros((0, len(self._survey.keep)), dtype=np.float32)
        first, last = start // length, (stop - 1) // length
        if first == last:
            return self._block(first)[start - first * length : stop - first * length]
        whole = np.empty((stop - start, len(self._survey.keep)), dtype=np.float32)
        for number in range(first, last + 1):
            a, b = max(start, number * length), min(stop, (number + 1) * length)
            whole[a - start : b - start] = self._block(number)[a - number * length : b - number * length]
        whole.flags.writeable = False
        return whole

    def glance(self, lead: int, start: int, stop: int) -> Signals:
        """Samples `start` to `stop` of one lead, shape (n,), as `between`, of which nothing is kept."""
        start, stop = max(start, 0), min(stop, self._survey.n_samples)
        if stop <= start:
            return np.zeros(0, dtype=np.float32)
        per_frame = self._survey.per_frame
        first, last = start // per_frame, -(-stop // per_frame)
        found = self._assemble(first, last, [lead])[:, 0]
        return found[start - first * per_frame : stop - first * per_frame]

    def close(self) -> None:
        """Let go of the files; a later reading of what is not kept is refused."""
        for reader, _ in self._files:
            reader.close()

    def _block(self, number: int) -> Signals:
        if (found := self._known(number)) is not None:
            return found
        # One at a time: whoever wants the same block next finds it.
        with self._assembling:
            if (found := self._known(number)) is not None:
                return found
            first = number * self._block_frames
            block = self._assemble(first, min(first + self._block_frames, self._survey.n_frames), self._all)
            block.flags.writeable = False
            with self._lock:
                self._blocks[number] = block
                while len(self._blocks) > self._kept:
                    self._blocks.popitem(last=False)
        return block

    def _known(self, number: int) -> Signals | None:
        with self._lock:
            if number in self._blocks:
                self._blocks.move_to_end(number)
            return self._blocks.get(number)

    @cached_property
    def _all(self) -> list[int]:
        return list(range(len(self._survey.keep)))

    def _assemble(self, first: int, stop: int, leads: list[int]) -> Signals:
        """Frames `first` to `stop` of some leads, read, brought to mV and to one rate."""
        fastest = self._survey.per_frame
        whole = np.empty(((stop - first) * fastest, len(leads)), dtype=np.float32)
        for reader, columns in self._files:
            wanted = [column for column in columns if column.lead in leads]
            # Signals that lag in the file lie in other frames of it; mostly none does.
            for skew in sorted({column.spec.skew for column in wanted}):
                together = [column for column in wanted if column.spec.skew == skew]
                # A lead that is interpolated needs the first sample of the next frame.
                last = stop + any(column.spec.samples_per_frame != fastest for column in together)
                a, b = (min(at + skew, self._survey.n_frames) for at in (first, last))
                frames = reader.read(a, b) if a < b else None
                for column in together:
                    whole[:, leads.index(column.lead)] = self._lead(column, frames, first, stop)
        return whole

    def _lead(
        self, column: _Column, frames: Samples | None, first: int, stop: int
    ) -> npt.NDArray[np.float64]:
        """Bring one lead to mV and to the rate of the fastest, shape ((stop - first) * fastest,)."""
        spec, fastest = column.spec, self._survey.per_frame
        spf = spec.samples_per_frame
        last = stop if spf == fastest else min(stop + 1, self._survey.n_frames)
        values = np.full((last - first) * spf, np.nan)
        if frames is not None:
            known = physical(spec, frames[:, column.first : column.stop].reshape(-1))[: len(values)]
            values[: len(known)] = known
        if spf == fastest:
            return values
        slow = np.arange(first * spf, last * spf) / spf
        return np.interp(np.arange(first * fastest, stop * fastest) / fastest, slow, values)


def unchecked(survey: Survey | Segmented) -> tuple[str, ...]:
    """Say of a record with checksums that nobody has compared its samples with them."""
    if not any(survey.checksums):
        return ()
    return (
        phrase(
            "{name} is read in pieces, so its samples are not compared with the checksums in {label}.",
            name=survey.name,
            label=survey.label,
        ),
    )
