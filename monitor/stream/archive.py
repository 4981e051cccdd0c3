"""What the analysis of one lead has said so far: it stays, wherever the stream goes."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from models.alerts.analyzer import Template
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS, Channel
from models.beats.scores import BeatScores
from models.signal.rhythm import MEDIAN_INTERVALS, WINDOW_S, HeartRate, Rhythm
from models.signal.uncounted import uncounted
from models.signal.version import MODEL_FS
from monitor.stream.following import Delivery
from monitor.stream.past.rows import Found, RowArchive
from monitor.stream.past.stretches import Stretch, Stretches
from monitor.stream.states import StateLog

KEPT_ROWS_S = 6 * 3600.0
"""Rows of both lanes are kept for so much of a source, over all its analysed leads together: 6 hours, which
take 75 MB. Alerts and beats are kept always."""

BLOCK_S = 60.0
"""Rows leave, and are found, by the minute."""

GAP_S = 0.1
"""Neighbouring rows are never so far apart, s."""

TEMPLATE_S = 10.0
"""The template is noted no more often than this, s."""

_OF_A_BEAT = [f.name for f in fields(BeatScores) if f.name not in ("index", "emitted")]


def row_store(fs: float, kept_s: float = KEPT_ROWS_S) -> RowArchive:
    """Make the table of scores and expectations that the archives of a source's leads share."""
    kept = round(kept_s * MODEL_FS) * len(CHANNELS)
    return RowArchive(2, round(BLOCK_S * fs), kept, gap=max(2, round(GAP_S * fs)))


class LeadArchive:
    """Rows, beats, states, templates and the stretches that were analysed, of one lead or several together.

    Parameters
    ----------
    lead : int
        Column of the source, or `models.leads.choice.TOGETHER`.
    fs : float
        Sampling frequency, Hz.
    rows : RowArchive
        Where the rows go; shared by the leads, from `row_store`.
    columns : sequence of int, optional
        Columns that are analysed together.
    """

    def __init__(self, lead: int, fs: float, rows: RowArchive, columns: Sequence[int] | None = None) -> None:
        self.lead, self.fs = lead, fs
        self.columns = tuple(columns) if columns is not None else (lead,)
        """Columns of which there are rows."""
        self.stretches = Stretches()
        """What has been analysed."""
        self.states = StateLog(fs)
        """What went on meanwhile: how good the signal was, what rhythm."""
        self._rows = rows
        self._beats = RowArchive(2 + len(_OF_A_BEAT), round(10 * BLOCK_S * fs))
        self._template_at: list[int] = []
        self._templates: dict[int, Template] = {}
        self._opened: dict[tuple[bool, int], int] = {}

    def take(self, delivery: Delivery) -> None:
        """Keep what the analysis has brought."""
        self.stretches.add(delivery.start, delivery.stop)
        analysis = delivery.analysis
        if analysis is None:
            return
        for column, rows_of in zip(self.columns, analysis.leads or (analysis.rows,), strict=True):
            for channel, rows in rows_of.items():
                self._rows.add((self.lead, column, channel), rows.index, rows.score, rows.expected)
        self.states.take(analysis.states, delivery.stop)
        beats = analysis.beats
        if len(beats):
            rest = (getattr(beats, name) for name in _OF_A_BEAT)
            ectopic = analysis.ectopic if len(analysis.ectopic) == len(beats) else np.zeros(len(beats))
            since = (beats.emitted - beats.index).astype(np.float32)
            self._beats.add(0, beats.index, since, *rest, np.asarray(ectopic, dtype=np.float32))
        if analysis.open is not None:
            key = (analysis.open.technical, analysis.open.start)
            self._opened.setdefault(key, delivery.stop)
        if delivery.template is not None:
            self._note(delivery.stop, delivery.template)

    def _note(self, at: int, template: Template) -> None:
        near = bisect_right(self._template_at, at)
        if near and at - self._template_at[near - 1] < TEMPLATE_S * self.fs:
            return
        insort(self._template_at, at)
        times, mv = template
        self._templates[at] = times, mv.astype(np.float32)

    # Looking back ---------------------------------------------------------------------------------

    def rows(
        self, channel: Channel, start: float, stop: float, margin: int = 0, column: int | None = None
    ) -> Found:
        """Score and expectation of one channel's rows between two samples, NaN rows in gaps.

        They are those of one `column` of the source; of the first that is analysed, if it is left out.
        """
        column = self.columns[0] if column is None else column
        return self._rows.between((self.lead, column, channel), start, stop, margin)

    def beats(self, start: float, stop: float) -> BeatScores:
        """The beats from sample `start` to before `stop`, with all that the classifier said of them."""
        return self._beats_told(start, stop)[0]

    def _beats_told(self, start: float, stop: float) -> tuple[BeatScores, npt.NDArray[np.bool_]]:
        """The beats, and which of them were called ectopic when they came."""
        index, values = self._beats.between(0, start, stop)
        emitted: npt.NDArray[np.int64] = index + values[0].astype(np.int64)
        return BeatScores(index, emitted, *values[1:-1]), values[-1] > 0

    def all_beats(self) -> BeatScores:
        """All beats that were found."""
        last = max((stretch.stop for stretch in self.stretches), default=0)
        return self.beats(0, last)

    @property
    def n_beats(self) -> int:
        """Number of beats that were found."""
        return len(self._beats)

    def template(self, at: int) -> Template | None:
        """The patient's template as it was known at a sample, None where there was none yet."""
        stretch = self._around(at)
        near = bisect_right(self._template_at, at)
        if stretch is None or not near:
            return None
        return self._templates[self._template_at[near - 1]]

    def rhythm(self, at: int) -> Rhythm | None:
        """Heart rate and variability as they were at a sample, None where it was not analysed."""
        stretch = self._around(at)
        if stretch is None:
            return None
        # The filter for ectopic beats looks at some intervals before the window, of up to 4 s each.
        first = max(stretch.start, at - round((WINDOW_S + 4 * MEDIAN_INTERVALS) * self.fs))
        beats, ectopic = self._beats_told(first, at)
        known = beats.emitted < at
        return HeartRate(self.fs).push(
            beats.index[known],
            at,
            np.isnan(beats.rr_s[known]),
            uncounted(self.states.known_at(first, at), len(self.columns)),
            ectopic[known],
        )

    def _around(self, at: int) -> Stretch | None:
        """The stretch that a head at this sample is in, or at the edge of."""
        before = self.stretches.before(at)
        return before if before is not None and before.stop == at else self.stretches.at(at)

    def known_from(self, event: Event) -> int:
        """Sample on whose arrival an alert was first said to be going on."""
        known = [event.emitted, self._opened.get((event.technical, event.start), event.emitted)]
        if event.beats:
            first = self.beats(event.beats[0], event.beats[0] + 1)
            known += first.emitted.tolist()
        return min(known)
