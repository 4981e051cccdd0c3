"""Alarms are heard: a burst of the most urgent priority, again and again, as long as one sounds."""

from __future__ import annotations

from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import URGENCY
from monitor.alarms.tones import BURSTS, samples
from monitor.ui.alarms.speaker import Mute, Speaker


class AlarmSound:
    """Plays the bursts of the priority that is to be heard, when they are due.

    Attributes
    ----------
    speaker : Speaker
        What it is played through.
    """

    def __init__(self) -> None:
        self.speaker: Speaker = Mute()
        self._priority: Priority | None = None
        self._next_s = 0.0
        self._bursts = {priority: samples(priority) for priority in BURSTS}

    @property
    def priority(self) -> Priority | None:
        """What is heard now."""
        return self._priority

    def tick(self, priority: Priority | None, now_s: float, *, anew: bool = False) -> None:
        """Let the time go on, s of a clock that never goes back.

        Parameters
        ----------
        priority : Priority or None
            What is to be heard; None for silence.
        now_s : float
            The time.
        anew : bool
            Whether an alarm has come: it sounds at once, whatever was due.
        """
        if priority is None:
            if self._priority is not None:
                self.speaker.stop()
            self._priority = None
            return
        before, self._priority = self._priority, priority
        more = before is None or URGENCY.index(priority) < URGENCY.index(before)
        # A lesser one waits for its turn, counted from the burst that was heard last.
        if more or anew or now_s >= self._next_s:
            self._next_s = now_s + BURSTS[priority].period_s
            self.speaker.play(self._bursts[priority])

    def stop(self) -> None:
        """Be silent at once."""
        self._priority = None
        self.speaker.stop()
