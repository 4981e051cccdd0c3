"""Measures the shown leads while time passes, and brings each into its row at the gain that fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from assets.sources.source import Lead, LeadKind
from monitor.ui.strips.leads.gain import AutoGain, Fit
from monitor.ui.strips.leads.rows import Rows
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.timeline import Timeline

MEASURED_S = 0.5
"""A lead is measured again when so many seconds of it have come."""


class Fitting(QObject):
    """Keeps the shown leads in their rows.

    Parameters
    ----------
    rows : Rows
        The strips.
    timeline : Timeline
        The axis of rows that take the whole width.
    """

    gain_found = Signal(float)
    """The gain of all leads that fits, mm/mV, where it is automatic and another than before."""

    def __init__(self, rows: Rows, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._timeline = rows, timeline
        self._leads: Sequence[Lead] = ()
        self._lead = 0
        self._auto = False
        self._gains = AutoGain()
        self._measured: dict[Strip, int] = {}  # the sample up to which a strip was measured
        self._heights: list[int] = []  # of the strips when their gain was last chosen

    def show_source(self, leads: Sequence[Lead]) -> None:
        """Begin anew, with another source's leads."""
        self._leads = leads
        self._gains.forget()

    def begin(self, analysed: int) -> None:
        """Measure other strips, or another place; `analysed` is the lead of the rhythm strip."""
        self._lead = analysed
        self._measured = {}

    def set_auto(self, on: bool) -> None:
        """Choose the gain that fits, or leave it as it is set by hand."""
        self._auto = on
        self.choose()

    def reshaped(self) -> bool:
        """Whether rows are higher or lower than when this was asked last; their gain is then chosen anew."""
        heights = [strip.height() for strip in self._rows.all_strips]
        if heights == self._heights:
            return False
        self._heights = heights
        self.choose()
        return True

    def measure_one(self) -> None:
        """Measure the strip that has waited longest, one a frame, and choose the gain by what is known."""
        timeline = self._timeline
        shown, every = min(timeline.head, timeline.newest), MEASURED_S * timeline.fs
        since = {s: abs(shown - self._measured.get(s, timeline.start)) for s in self._rows.all_strips}
        strip = max(since, key=lambda s: since[s], default=None)
        if strip is None or since[strip] < every:
            return
        self._measured[strip] = shown
        strip.measure()
        strip.settle()
        if all(s in self._measured for s in since):
            self.choose()
        self._rows.refresh_labels()

    def choose(self) -> None:
        """Take the gains that fit what has been measured."""
        if not self._leads:
            return
        per_mm = self._timeline.scale.px_per_mm
        fits = {
            lead: Fit(strip.extent, strip.height() / per_mm, self._leads[lead].unit.casefold() == "mv")
            for lead, strip in self._rows.strips.items()
            if strip.extent is not None and self._leads[lead].kind is LeadKind.ECG
        }
        self._gains.choose(fits, common=self._auto)
        own = self._gains.own
        for lead, strip in self._rows.strips.items():
            strip.set_own_gain(own.get(lead))
        if self._rows.rhythm is not None:
            self._rows.rhythm.set_own_gain(own.get(self._lead))
        if self._auto and self._gains.common != self._timeline.scale.gain:
            self.gain_found.emit(self._gains.common)
