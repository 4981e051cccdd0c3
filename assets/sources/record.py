"""A record as a source."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assets.records.record import Annotations, Record
from assets.sources.source import NO_ANNOTATIONS, Source, SourceBlock, SourceInfo


class RecordSource(Source):
    """A record in memory, from its first sample to its last.

    Parameters
    ----------
    record : Record
        What is handed out.
    files : tuple of Path
        What it was read from.
    """

    def __init__(self, record: Record, files: tuple[Path, ...] = ()) -> None:
        self._signals = record.signals.view()
        self._signals.flags.writeable = False
        self._annotations = record.annotations
        self._at = 0
        self._info = SourceInfo(
            name=record.name,
            identity=record.identity or record.name,
            offset=record.offset,
            fs=record.fs,
            leads=record.channels,
            n_samples=record.n_samples,
            seekable=True,
            annotated=record.annotations is not None,
            comments=record.comments,
            warnings=record.warnings,
            notes=record.notes,
            files=files,
            start=record.start,
        )

    @property
    def info(self) -> SourceInfo:
        """What it says of itself."""
        return self._info

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples, fewer at the end."""
        block = self.between(self._at, self._at + n)
        self._at = block.stop
        return block

    @property
    def ended(self) -> bool:
        """Whether the last sample has been handed out."""
        return self._at >= len(self._signals)

    def seek(self, sample: int) -> None:
        """Go to a sample; one outside the record is clipped to it."""
        self._at = min(max(sample, 0), len(self._signals))

    def between(self, start: int, stop: int) -> SourceBlock:
        """Samples `start` to `stop`, as far as the record has them."""
        start, stop = max(start, 0), min(stop, len(self._signals))
        samples = self._signals[start : max(start, stop)]
        return SourceBlock(start, samples, self.annotations(start, stop))

    def annotations(self, start: int, stop: int) -> Annotations:
        """Annotations from sample `start` up to `stop`."""
        return annotations_in(self._annotations, start, stop)


def annotations_in(known: Annotations | None, start: int, stop: int) -> Annotations:
    """Those of `known` that lie from sample `start` up to `stop`."""
    if known is None:
        return NO_ANNOTATIONS
    first, last = (int(i) for i in np.searchsorted(known.sample, (start, max(start, stop))))
    return Annotations(known.sample[first:last], known.symbol[first:last], known.aux_note[first:last])
