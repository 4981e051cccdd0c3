"""What a source hands out and does not keep, kept on the disk for as long as a run lasts."""

from __future__ import annotations

import tempfile

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.errors import WriteError
from assets.phrase import phrase
from assets.records.record import Annotations
from assets.sources.source import NO_ANNOTATIONS, Source, SourceBlock


class Spool:
    """Samples and annotations of a run from its first sample on, in a passing file of 4 bytes a sample.

    Parameters
    ----------
    source : Source
        Whose; one that keeps what it hands out is asked again, and nothing is written.
    """

    def __init__(self, source: Source) -> None:
        self._source, self._n_leads = source, len(source.info.leads)
        self._asks = source.between(0, 0) is not None
        self._file = None if self._asks else tempfile.TemporaryFile(prefix="ecg-monitor-")
        self._annotations: list[tuple[int, str, str]] = []
        self.stop = 0
        """The sample after the newest."""

    def append(self, block: SourceBlock) -> None:
        """Take the next block.

        Raises
        ------
        WriteError
            If the disk does not take it.
        """
        self.stop = block.stop
        if self._file is None:
            return
        try:
            self._file.write(np.ascontiguousarray(block.samples, dtype=np.float32).tobytes())
        except OSError as error:
            raise WriteError(
                phrase("What is watched could not be kept for the export: {why}.", why=reason(error))
            ) from error
        known = block.annotations
        self._annotations += zip(known.sample.tolist(), known.symbol, known.aux_note, strict=True)

    def between(self, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples `start` to `stop` of what was taken, shape (n, n_leads), NaN where there are none.

        Raises
        ------
        RecordError
            If the source cannot give them any more.
        """
        whole = np.full((max(0, stop - start), self._n_leads), np.nan, dtype=np.float32)
        first, last = max(0, start), min(stop, self.stop)
        if last <= first:
            return whole
        if self._file is None:
            block = self._source.between(first, last)
            assert block is not None
            first, found = block.start, block.samples
        else:
            frame = 4 * self._n_leads
            self._file.flush()
            self._file.seek(first * frame)
            found = np.frombuffer(self._file.read((last - first) * frame), np.float32)
            found = found.reshape(-1, self._n_leads)
            self._file.seek(0, 2)
        whole[first - start : first - start + len(found)] = found
        return whole

    def annotations(self, start: int, stop: int) -> Annotations:
        """Annotations from sample `start` up to `stop`."""
        if self._asks:
            return self._source.annotations(start, stop)
        found = [one for one in self._annotations if start <= one[0] < stop]
        if not found:
            return NO_ANNOTATIONS
        sample, symbol, note = zip(*found, strict=True)
        return Annotations(np.array(sample, dtype=np.int64), tuple(symbol), tuple(note))

    def close(self) -> None:
        """Let go of what was kept."""
        if self._file is not None:
            self._file.close()
