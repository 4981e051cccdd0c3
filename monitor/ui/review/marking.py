"""The user's marks: beats that are normal for this patient, and beats that were missed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from models.contract.marks import MISSED, NORMAL, Mark, MarksError
from monitor.ui.kit.words import clock
from monitor.ui.pages.context import Context


class Marking(QObject):
    """Mark what is under review; a retraining can follow the marks.

    Parameters
    ----------
    context : Context
        The alert under review, and the user's marks.
    caliper_s : callable
        Gives where the right caliper stands, in seconds of the record, or None where there is none.
    """

    def __init__(self, context: Context, caliper_s: Callable[[], float | None], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._caliper_s = caliper_s

    def mark_normal(self) -> None:
        """Mark the beats of the alert under review as normal for this patient."""
        event = self._context.reviewed
        if event is None:
            self._context.say("Choose an alert to mark it.")
            return
        self._mark(event.beats or (event.peak,), NORMAL, "Marked as normal for this patient")

    def mark_missed(self) -> None:
        """Mark the beat at the right caliper as missed."""
        at, info = self._caliper_s(), self._context.session.info
        if at is None or info is None or self._context.reviewed is None:
            self._context.say("Put the right caliper on the beat in Review to mark it as missed.")
            return
        self._mark((round(at * info.fs),), MISSED, "Marked as missed")

    def _mark(self, samples: tuple[int, ...], kind: str, said: str) -> None:
        marks, info = self._context.home.marks, self._context.session.info
        if info is None:
            return
        if marks is None:
            self._context.say("The file of marks could not be read, and is left as it is.")
            return
        try:
            marks.put(*(Mark(info.name, int(sample), kind) for sample in samples))
        except MarksError as error:
            self._context.say(str(error))
            return
        where = clock(samples[0] / info.fs, 1)
        self._context.say(f"{said}: {where}. The Retraining page lists it.")
