"""A record too long to be held as a source: what is asked for is read from its files."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assets.pieces.pieces import unchecked
from assets.pieces.slower import at_rate, divisor, length_of, stretches_of, told
from assets.records.headers.segments import Segmented
from assets.records.headers.survey import Survey
from assets.records.record import Annotations
from assets.sources.record import annotations_in
from assets.sources.source import Source, SourceBlock, SourceInfo

MOST_AT_ONCE = 2**16
"""`PiecesSource.read` gives at most so many samples: who is far behind reads several times."""


class PiecesSource(Source):
    """A record on the disk, from its first sample to its last.

    Parameters
    ----------
    survey : Survey or Segmented
        The record.

    Raises
    ------
    RecordError
        If a signal file cannot be opened, or not in pieces, or does not hold what it announces.
    """

    def __init__(self, survey: Survey | Segmented) -> None:
        self._pieces = stretches_of(survey)
        every = divisor(survey.fs)
        self._numerics = survey.numerics
        self._n_leads = len(survey.described) - (len(self._numerics.leads) if self._numerics else 0)
        self._at = 0
        self._n = length_of(survey.n_samples, every)
        self._annotations = at_rate(survey.annotations, every, self._n)
        self._info = SourceInfo(
            name=survey.name,
            identity=survey.identity or survey.name,
            fs=survey.fs / every,
            leads=survey.described,
            n_samples=self._n,
            seekable=True,
            annotated=survey.annotations is not None,
            comments=(*told(survey.label, survey.fs), *survey.comments),
            warnings=(*told(survey.label, survey.fs), *survey.warnings, *unchecked(survey)),
            notes=survey.notes,
            files=survey.paths,
            start=survey.start,
        )

    @property
    def info(self) -> SourceInfo:
        """What it says of itself."""
        return self._info

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples, fewer at the end, and at most `MOST_AT_ONCE`."""
        block = self.between(self._at, self._at + min(n, MOST_AT_ONCE))
        self._at = block.stop
        return block

    @property
    def ended(self) -> bool:
        """Whether the last sample has been handed out."""
        return self._at >= self._n

    def seek(self, sample: int) -> None:
        """Go to a sample; one outside the record is clipped to it."""
        self._at = min(max(sample, 0), self._n)

    def between(self, start: int, stop: int) -> SourceBlock:
        """Samples `start` to `stop`, as far as the record has them.

        Raises
        ------
        RecordError
            If a file can be read no more.
        """
        start = max(start, 0)
        samples = self._pieces.between(start, stop)
        if self._numerics is not None:
            figures = self._numerics.held(start, start + len(samples), self._info.fs)
            samples = np.hstack([samples, figures])
            samples.flags.writeable = False
        return SourceBlock(start, samples, self.annotations(start, stop))

    def annotations(self, start: int, stop: int) -> Annotations:
        """Annotations from sample `start` up to `stop`."""
        return annotations_in(self._annotations, start, stop)

    def glance(self, lead: int, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples of one lead that are looked at once and not kept."""
        if self._numerics is not None and lead >= self._n_leads:
            start, stop = max(start, 0), min(stop, self._n)
            return self._numerics.held(start, stop, self._info.fs)[:, lead - self._n_leads]
        return self._pieces.glance(lead, start, stop)

    def close(self) -> None:
        """Let go of the files."""
        self._pieces.close()
