"""The user's marks: beats that are normal for this patient, and beats that were missed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from assets.sources.source import SourceInfo
from models.alerts.events import Event
from models.contract.marks import MISSED, NORMAL, Mark
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock
from monitor.ui.pages.context import MARKS, Context
from monitor.ui.session.artefacts import DISTURBED


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
        """Mark the beats of the alert under review as normal for this patient, or take these marks away."""
        event = self._context.reviewed
        if event is None:
            self._context.say(tr("Choose an alert to mark it."), of_record=True)
            return
        self._mark(event, event.beats or (event.peak,), NORMAL, tr("Marked as normal for this patient"))

    def mark_missed(self) -> None:
        """Mark the beat at the right caliper as missed, or take that mark away."""
        at, info, event = self._caliper_s(), self._context.session.info, self._context.reviewed
        if at is None or info is None or event is None:
            self._context.say(
                tr("Put the right caliper on the beat in Review to mark it as missed."), of_record=True
            )
            return
        self._mark(event, (round(at * info.fs),), MISSED, tr("Marked as missed"))

    def _mark(self, event: Event, samples: tuple[int, ...], kind: str, said: str) -> None:
        info = self._context.session.info
        artefacts = self._context.session.artefacts
        if event.source.endswith(DISTURBED) or any(artefacts.touched(s, s + 1) for s in samples):
            self._context.say(
                tr("An artefact was on here, and marks teach from the signal itself: none was made.")
            )
            return
        # What is marked is the alert's signal, whichever record is open by now.
        if info is None or not is_of(event, info):
            self._context.say(tr("This alert is of a record that is not open any more: nothing was marked."))
            return
        marks = [Mark(event.source, event.offset + int(s), kind, event.lead, info.fs) for s in samples]
        set_now = self._context.marks.toggle(marks)
        if set_now is None:
            return
        where = clock(samples[0] / info.fs, 1)
        beats = tr(", {n} beats").format(n=len(samples)) if len(samples) > 1 else ""
        if set_now:
            self._context.say(
                tr("{said}: {where}{beats}. The same key again, or Ctrl+Z, takes it back.").format(
                    said=said, where=where, beats=beats
                ),
                of_record=True,
                topic=MARKS,
            )
        else:
            self._context.say(
                tr("No longer marked: {where}{beats}.").format(where=where, beats=beats),
                of_record=True,
                topic=MARKS,
            )


def is_of(event: Event, info: SourceInfo) -> bool:
    """Whether an alert was raised on this very source."""
    return (event.source, event.offset) == (info.identity, info.offset)
