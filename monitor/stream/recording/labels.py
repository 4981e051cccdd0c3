"""Beats with their classes, soon after they came: for a recording that is written as it streams."""

from __future__ import annotations

import numpy as np

from models.alerts.analyzer import Analysis
from models.alerts.events import Event
from models.beats.scores import BeatScores
from models.judging.labels import beat_classes

SETTLED_S = 2.0
"""A beat has its class so long after its R peak, s: alerts about single beats have come by then, and one that
goes on is counted in."""


class BeatLabels:
    """Give the beats of an analysis their classes (`models.judging.labels`) once these can be known.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._settled = round(SETTLED_S * fs)
        self._beats = BeatScores.none()
        self._events: list[Event] = []
        self._open: Event | None = None

    def push(self, analysis: Analysis, stop: int) -> tuple[list[int], list[str]]:
        """Take what a push of the analysis brought; give the beats that have settled.

        Parameters
        ----------
        analysis : Analysis
            Of the lead, or of all together.
        stop : int
            Sample up to which it has seen the stream.

        Returns
        -------
        samples, symbols : list of int, list of str
            R peaks, in the order of time, and their WFDB symbols.
        """
        if len(analysis.beats):
            self._beats = BeatScores.concatenate([self._beats, analysis.beats])
        self._events += analysis.events
        self._open = analysis.open
        return self._give(int(np.searchsorted(self._beats.index, stop - self._settled)))

    def recent(self) -> tuple[list[int], list[str]]:
        """Give the beats that have not settled, with the symbols that they have by now."""
        told = beat_classes(self._beats, self._alerts) if len(self._beats) else []
        return self._beats.index.tolist(), [one.value for one in told]

    def finish(self) -> tuple[list[int], list[str]]:
        """Give the beats that are left: the stream has ended."""
        return self._give(len(self._beats))

    def _give(self, n: int) -> tuple[list[int], list[str]]:
        if not n:
            return [], []
        told = beat_classes(self._beats, self._alerts)[:n]
        samples = self._beats.index[:n].tolist()
        self._beats = self._beats.rows(np.arange(n, len(self._beats)))
        self._events = [event for event in self._events if event.end >= samples[-1]]
        return samples, [one.value for one in told]

    @property
    def _alerts(self) -> list[Event]:
        return [*self._events, *([self._open] if self._open is not None else [])]
