"""What the running models' lanes show at a beat: an alert that names one must agree with what is seen."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.alerts.reasons import CHANNELS, Channel
from models.alerts.watcher import Block

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from models.running.channels import ChannelRows

BEFORE_S, AFTER_S = 0.1, 0.3
"""What a lane shows so long before and after an R peak is about that beat, s: it is the span of its alert."""

KEPT_S = 3.0
"""Rows are kept for so long, s: until the beats about them have been classified."""


@dataclass(frozen=True)
class _Piece:
    """The rows of one push, with the lines of the lanes in force for it."""

    stop: int
    rows: Mapping[Channel, ChannelRows]
    lines: Mapping[Channel, float]
    span: Mapping[Channel, tuple[int, int]]  # first and last sample of the rows; none where there are none


class Lanes:
    """Remembers how high the curves of the lanes were, as multiples of their lines.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._before, self._after = round(BEFORE_S * fs), round(AFTER_S * fs)
        self._kept = round(KEPT_S * fs)
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._pieces: deque[_Piece] = deque()

    def told(self, block: Block) -> BeatScores:
        """Give the beats of the next block with what the lanes show in place of the running models' verdicts.

        Returns
        -------
        BeatScores
            `forecast` and `reconstruction` are the highest that each lane's curve came about the beat, as a
            multiple of its line and at least 0, of the rows that had arrived when the beat was classified;
            NaN where none had.
        """
        if any(map(len, block.rows.values())):
            span = {
                channel: (int(rows.index[0]), int(rows.index[-1]))
                for channel, rows in block.rows.items()
                if len(rows)
            }
            self._pieces.append(_Piece(block.stop, block.rows, dict(block.thresholds), span))
        while self._pieces and self._pieces[0].stop < block.stop - len(block.samples) - self._kept:
            self._pieces.popleft()
        beats = block.beats
        if not len(beats):
            return beats
        shown = {channel: self._highest(channel, beats) for channel in CHANNELS}
        return replace(beats, forecast=shown[Channel.FORECAST], reconstruction=shown[Channel.RECONSTRUCTION])

    def _highest(self, channel: Channel, beats: BeatScores) -> npt.NDArray[np.float32]:
        found = np.full(len(beats), np.nan, dtype=np.float32)
        for i, (r_peak, at) in enumerate(zip(beats.index.tolist(), beats.emitted.tolist(), strict=True)):
            begin, end = r_peak - self._before, r_peak + self._after
            for piece in self._pieces:
                first, last = piece.span.get(channel, (end + 1, end + 1))
                if first > end or last < begin:
                    continue
                rows = piece.rows[channel]
                lo, hi = np.searchsorted(rows.index, (begin, end + 1))
                about = rows.score[lo:hi][rows.emitted[lo:hi] <= at]
                if len(about) and np.isfinite(about).any():
                    multiple = max(0.0, float(np.nanmax(about)) / piece.lines[channel])
                    found[i] = np.fmax(found[i], multiple)
        return found
