"""The toggle "Compare with the reference": what it shows on strips, list and overview, and when."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from models.alerts.events import Event
from monitor.alerts.comparison import Compared, Comparison, Verdict
from monitor.stream.past.stretches import Stretch
from monitor.ui.session.session import Session

RENEWED_S, SHARE = 0.5, 50
"""It is counted anew no sooner than so long after the last time, s, and than so many times what that took."""

Told = tuple[int, Verdict]
"""A sample, and what the annotations say of the alert or the beat there."""


class Comparing(QObject):
    """Holds the alerts of the analysed lead against the source's annotations while it is on.

    Parameters
    ----------
    session : Session
        What is being watched.
    parent : QObject
        Its owner.
    """

    changed = Signal()
    """What is shown differs everywhere: it was turned on or off, or another source or lead is on."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.on = False
        self.compared: Compared | None = None
        """What was counted; None while off, or where there are no annotations."""
        self._comparison: Comparison | None = None
        self._stop = -1
        self._of: tuple[object, int] | None = None
        self._seen: tuple[list[Event], list[Stretch]] = ([], [])
        self._due = 0.0
        self._verdicts: dict[int, tuple[Event, Verdict | None]] = {}

    @property
    def possible(self) -> bool:
        """Whether the source has annotations that may be seen."""
        info = self._session.info
        return info is not None and info.shows_reference

    def turn(self, on: bool) -> None:
        """Compare from now on, or no more."""
        if on != self.on:
            self.on = on
            self.renew()
            self.changed.emit()

    def renew(self, *, at_once: bool = False) -> tuple[int, int] | None:
        """Count anew if it is time, or at once.

        Returns
        -------
        tuple of int or None
            First and last sample between which other beats than before are missed; None where the same are.
        """
        if not self.on or not self.possible:
            self._forget()
            return None
        self._take_reference()
        if self._comparison is None:
            return None
        before = self.compared
        if before is not None and not at_once and time.monotonic() < self._due:
            return None
        began = time.monotonic()
        alerts = self._session.alerts_between(0, math.inf)
        stretches = list(self._session.archive.stretches)
        if (alerts, stretches) == self._seen and before is not None:
            return None
        self._seen = (alerts, stretches)
        self.compared = self._comparison.compare(alerts, stretches)
        # A day has tens of thousands of alerts: however many, most of the time is for what is watched.
        self._due = time.monotonic() + max(RENEWED_S, SHARE * (time.monotonic() - began))
        old = before.missed if before is not None else np.zeros(0, dtype=np.int64)
        other = np.setxor1d(old, self.compared.missed)
        return (int(other[0]), int(other[-1])) if len(other) else None

    def verdict(self, alert: Event) -> Verdict | None:
        """What the annotations say of an alert; None where nothing is compared, or nothing can be said."""
        if self._comparison is None or not self._session.is_own(alert):
            return None
        known = self._verdicts.get(id(alert))
        if known is None or known[0] is not alert:
            known = self._verdicts[id(alert)] = (alert, self._comparison.verdict(alert))
        return known[1]

    def between(self, first: float, last: float) -> Sequence[Told]:
        """The alerts and the missed beats between two samples, and what the annotations say of each."""
        if self.compared is None:
            return ()
        alerts = ((a.peak, self.verdict(a)) for a in self._session.alerts_between(first, last))
        told = [(peak, verdict) for peak, verdict in alerts if verdict is not None]
        lo, hi = np.searchsorted(self.compared.missed, (first, last + 1))
        return [*told, *((int(at), Verdict.MISSED) for at in self.compared.missed[lo:hi])]

    def _take_reference(self) -> None:
        """Read the annotations: of a recording all at once, of a stream those so far."""
        session = self._session
        info, history = session.info, session.history
        if info is None or history is None:
            return
        known = info.n_samples if info.n_samples is not None else history.span[1]
        of = (session.source, session.lead)
        if of == self._of and known == self._stop:
            return
        if of != self._of:
            self._forget()
        self._of, self._stop = of, known
        self._comparison = Comparison(history.annotations(0, known), info.fs, known)
        self._verdicts.clear()

    def _forget(self) -> None:
        self._comparison, self.compared, self._of, self._stop = None, None, None, -1
        self._seen = ([], [])
        self._verdicts.clear()
