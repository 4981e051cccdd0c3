"""Two lines that measure: they open on the RR interval of the alert's first beat, where it is known."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QPen

from assets.phrase import phrase
from models.beats.scores import BeatScores
from monitor.stream.excerpt import Excerpt
from monitor.ui.kit.language import tr

OPEN_S = 0.8
"""Distance at which the lines stand ready where there is no RR interval to show, in seconds."""

RR, MOVED, READY = (
    phrase("RR interval to the alert's first beat"),
    phrase("Calipers"),
    phrase("Calipers: drag a line to measure"),
)
"""What the lines stand on: the RR interval, where the user put them, or nothing yet."""


def caliper_words(seconds: float, mv_from: float, mv_to: float) -> str:
    """Interval in ms, as a rate per minute, and the difference in mV between the two lines."""
    ms = abs(seconds) * 1000
    rate = tr("{ms:.0f} /min").format(ms=60_000 / ms) if ms >= 1 else "–"
    difference = mv_to - mv_from
    mv = (
        tr("{difference:+.2f} mV").format(difference=difference)
        if np.isfinite(difference)
        else tr("no signal")
    )
    return tr("{ms:.0f} ms  ·  {rate}  ·  {mv}").format(ms=ms, rate=rate, mv=mv)


def rr_before(excerpt: Excerpt, beats: BeatScores | None) -> tuple[int, int] | None:
    """Find the interval that ended in an alert's first beat.

    Parameters
    ----------
    excerpt : Excerpt
        The alert with its surroundings.
    beats : BeatScores or None
        Beats found in its lead; None where none were.

    Returns
    -------
    tuple of (int, int) or None
        R peaks of the beat before and of the first beat, as samples; None where the alert is about no beats,
        where no beat is known to be the one before (after a gap, or where analysis began), or where
        that lies outside the excerpt.
    """
    if beats is None or not excerpt.event.beats:
        return None
    first = excerpt.event.beats[0]
    i = int(np.searchsorted(beats.index, first))
    if not 0 < i < len(beats) or beats.index[i] != first or beats.index[i - 1] < excerpt.start:
        return None
    if not (np.isfinite(beats.rr_s[i]) or np.isfinite(beats.pause_s[i])):
        return None
    return int(beats.index[i - 1]), first


class Calipers(pg.LinearRegionItem):
    """The two lines over one excerpt.

    Parameters
    ----------
    excerpt : Excerpt
        The signal that they measure.
    rr : tuple of (int, int) or None
        Samples at which they open; None where there is nothing to measure before the user moves them.
    pen : QPen
        How the lines are drawn.
    """

    def __init__(self, excerpt: Excerpt, rr: tuple[int, int] | None, pen: QPen) -> None:
        self._excerpt = excerpt
        peak = excerpt.event.peak / excerpt.fs
        span = (peak - OPEN_S, peak) if rr is None else (rr[0] / excerpt.fs, rr[1] / excerpt.fs)
        clear, hover = QColor(0, 0, 0, 0), QColor(128, 128, 128, 24)
        super().__init__(span, brush=clear, hoverBrush=hover, pen=pen)
        self.caption = tr(READY) if rr is None else tr(RR)
        self.sigRegionChanged.connect(self._note_move)

    def _note_move(self) -> None:
        self.caption = tr(MOVED)

    @property
    def moved(self) -> bool:
        """Whether the user put them where they stand."""
        return self.caption == MOVED

    @property
    def stands(self) -> tuple[float, float]:
        """Where the left and the right line stand, in seconds of the record."""
        left, right = self.getRegion()
        return float(left), float(right)

    @property
    def words(self) -> str:
        """What they measure; empty before there is anything that they were put on."""
        if self.caption == READY:
            return ""
        start, stop = self.stands
        signal, first = self._excerpt.signal, self._excerpt.start
        at = [round(s * self._excerpt.fs) - first for s in (start, stop)]
        mv = [float(signal[i]) if 0 <= i < len(signal) else float("nan") for i in at]
        return caliper_words(stop - start, *mv)

    def nudge(self, seconds: float, *, left: bool) -> float:
        """Move one line, as far as the other line and the signal reach.

        Parameters
        ----------
        seconds : float
            By how much; below 0 to the left.
        left : bool
            Whether the left line moves; else the right one.

        Returns
        -------
        float
            Where that line now stands, in seconds of the record.
        """
        start, stop = self.stands
        fs, first = self._excerpt.fs, self._excerpt.start
        if left:
            start = min(max(start + seconds, first / fs), stop)
        else:
            stop = max(min(stop + seconds, (first + len(self._excerpt.signal) - 1) / fs), start)
        self.setRegion((start, stop))
        return start if left else stop
