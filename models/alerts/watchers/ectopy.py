"""From classified beats to alerts: ectopic and premature beats, alone, in a row or taking turns; pauses."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.leads import Leads, Which
from models.alerts.muting import is_ectopic_alert, is_pause_alert, is_premature_alert
from models.alerts.reasons import Reason
from models.alerts.watcher import Block
from models.alerts.watchers.beats import Beat, Told, in_a_row, most_unusual, pause
from models.alerts.watchers.lanes import Lanes
from models.alerts.watchers.turns import KINDS as TURNS
from models.alerts.watchers.turns import Turns
from models.alerts.within import Within
from models.signal.states import StateKind

WAIT_S = 2.0
"""Beats in a row are one alert; without another beat for this long it is complete, s."""

_WITHHOLDING = (StateKind.FLUTTER, StateKind.UNUSABLE, *TURNS)


class BeatWatch:
    """Watch the classified beats: those of which the same is told one after the other are one alert.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    counted : collection of Reason
        The reasons that take part in a beat's score; another is none of an ectopic beat's.
    names : sequence of str
        Names of the leads that are analysed together; empty where one is alone.
    """

    def __init__(
        self, fs: float, counted: Collection[Reason] = tuple(Reason), names: Sequence[str] = ()
    ) -> None:
        self._fs = fs
        self._counted = frozenset(counted)
        self._wait = round(WAIT_S * fs)
        self._names = tuple(names)
        self.ectopic: npt.NDArray[np.bool_] = np.zeros(0, dtype=bool)
        """Which beats of the latest block were ectopic, by what was known when each came; in flutter none."""
        self._leads = Leads(fs, len(self._names) or 1)
        self._lanes = Lanes(fs)
        self._irregular = Within(fs, StateKind.IRREGULAR)
        self._flutter = Within(fs, StateKind.FLUTTER)
        self._turns = Turns(fs)
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._leads.forget()
        self._lanes.forget()
        self._irregular.forget()
        self._flutter.forget()
        self._turns.start_at(sample)
        self._shown = False
        self._open: Event | None = None
        self._asked = True  # whether the open alert is as it would be made now
        self._now = sample
        self._group: list[Beat] = []
        self._told = Told.ECTOPIC  # of the beats of the group
        self._held: deque[Beat] = deque()  # beats that came while flutter went on, which may be over by then
        self._released = sample  # when beats were held the last time

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the alerts about beats that became complete, in the order of time."""
        done: list[Event] = []
        self._leads.take(block)
        self._irregular.take(block)
        self._flutter.take(block)
        self._turns.take(block)
        beats = self._lanes.told(block)
        self.ectopic = np.zeros(len(beats), dtype=bool)
        for i in range(len(beats)):
            beat = Beat.of(block, beats, i)
            done += self._until(beat.emitted)
            if self._flutter.goes_on(beat.emitted) and self._in_flutter(beat, beat.emitted):
                self._held.append(beat)
            else:
                done += self._take(beat, beat.emitted)
                told = self._group[-1].r_peak if self._group else None
                self.ectopic[i] = self._told is Told.ECTOPIC and told == beat.r_peak
        self._now = block.stop - 1
        done += self._until(self._now)
        done += self._turns.complete(self._now, self._turning(self._now))
        # What has been shown is not hidden again, only because the signal is quiet for a moment.
        if self._group and not self._shown:
            last = self._group[-1]
            self._shown = self._leads.moves(last.r_peak, 0, self._heard(last)) <= self._now
            self._asked = False
        self._asked = self._asked and not (done or len(beats) or _matters(block))
        return done

    @property
    def open(self) -> Event | None:
        """The alert to which another beat may still be added; None where there is none."""
        if not self._asked:
            self._open, self._asked = self._going_on(), True
        return self._open

    def _going_on(self) -> Event | None:
        turning = self._turning(self._now)
        going_on = self._turns.open(turning)
        if going_on is not None or turning:
            return going_on
        beats = self._standing(self._now)
        if not beats or not self._shown:
            return None
        return self._event(beats, max(beats[-1].emitted, self._released))

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream."""
        done = self._close(max(self._group[-1].emitted, self._released)) if self._group else []
        going_on = self._turns.open([])
        return done if going_on is None else [*done, going_on]

    def _until(self, at: int) -> list[Event]:
        """Take the beats that were held until flutter was known to be over, and close what is complete."""
        done: list[Event] = []
        while self._held:
            over = self._flutter.over(self._held[0].emitted, at)
            if over is None:
                # Those that are within for sure need not wait.
                while self._held and self._flutter.lasts(self._held[0].r_peak):
                    self._held.popleft()
                break
            done += self._expire(over)
            self._released = over
            while self._held and self._held[0].emitted < over:
                beat = self._held.popleft()
                if not self._in_flutter(beat, over):
                    done += self._expire(beat.emitted)
                    done += self._take(beat, over)
        return done + self._expire(at)

    def _take(self, beat: Beat, at: int) -> list[Event]:
        """Say what is to be said of a beat at sample `at`."""
        silent = self._leads.silent(beat.r_peak, at)
        withheld = bool(silent.all()) or self._in_flutter(beat, at)
        voices = beat.voices
        score = beat.score if voices is None or not silent.any() else voices.score(silent)
        above = beat.from_above >= beat.limit(Told.PREMATURE) and not withheld
        ectopic = score >= beat.limit(Told.ECTOPIC) and not withheld
        irregular = self._irregular.goes_on(at)
        told = None
        if is_ectopic_alert(ectopic=ectopic, supraventricular=above, irregular=irregular):
            told = Told.ECTOPIC
        elif is_premature_alert(
            supraventricular=above, classified=bool(np.isfinite(score)), irregular=irregular
        ):
            told = Told.PREMATURE
        done: list[Event] = []
        if told is not self._told:
            done += self._close(at, by_a_beat=True)
        if told is not None:
            self._told = told
            self._group.append(replace(beat, score=score))
        if is_pause_alert(beat.pause, ectopic=told is Told.ECTOPIC) and not withheld:
            done.append(pause(beat, at, self._fs))
        return done + self._turns.complete(at, self._turning(at))

    def _in_flutter(self, beat: Beat, at: int) -> bool:
        return self._flutter.covers(beat.r_peak, beat.r_peak, at)

    def _turning(self, at: int) -> list[int]:
        """The R peak of the open alert's beat, if it is one of those that take turns with others."""
        one = self._told is Told.ECTOPIC and len(self._group) == 1
        beats = self._standing(at) if one else []
        return [beat.r_peak for beat in beats if self._turns.stands_for(beat.r_peak, at)]

    def _standing(self, at: int, *, by_a_beat: bool = False) -> list[Beat]:
        """The beats of the alert that are not withheld by what is known at sample `at`.

        Of several leads those that are left must still raise it; one that has not moved over another beat
        (`by_a_beat`) has fallen off.
        """
        standing = []
        for beat in self._group:
            if self._in_flutter(beat, at):
                continue
            silent = self._silent(beat, at, by_a_beat=by_a_beat)
            if self._told is Told.ECTOPIC and beat.voices is not None and silent.any():
                score = beat.voices.score(silent)
                if score >= self._group[-1].limit(Told.ECTOPIC):
                    standing.append(replace(beat, score=score))
            elif not silent.all():
                standing.append(beat)
        return standing

    def _silent(self, beat: Beat, at: int, *, by_a_beat: bool = False) -> Which:
        silent = self._leads.silent(beat.r_peak, at)
        return silent | self._leads.still(beat.r_peak, at) if by_a_beat and len(silent) > 1 else silent

    def _heard(self, beat: Beat) -> Which:
        """The leads that had a vote."""
        return np.array([True]) if beat.voices is None else beat.voices.votes > 0

    def _expire(self, at: int) -> list[Event]:
        """Close the alert if no beat has followed in time."""
        if not self._group:
            return []
        last = self._group[-1]
        due = last.emitted + self._wait
        moved = self._leads.moves(last.r_peak, due, self._heard(last)) if at >= due else due
        return self._close(max(moved, self._released)) if moved <= at else []

    def _close(self, emitted: int, *, by_a_beat: bool = False) -> list[Event]:
        beats = self._standing(emitted, by_a_beat=by_a_beat) if self._group else []
        told, one = self._told, len(beats) == 1
        self._group, self._shown = [], False
        if told is Told.ECTOPIC and one and self._turns.stands_for(beats[0].r_peak, emitted):
            self._turns.keep(beats[0].r_peak)
            return []
        return [self._event(beats, emitted)] if beats else []

    def _event(self, beats: list[Beat], emitted: int) -> Event:
        speaking: tuple[str, ...] = ()
        top = most_unusual(self._told, beats)
        if top.voices is not None and self._told is Told.ECTOPIC:
            leads = top.voices.speaking(self._silent(top, emitted), beats[-1].limit(Told.ECTOPIC))
            speaking = tuple(self._names[lead] for lead in leads)
        return in_a_row(self._told, beats, emitted, self._counted, self._fs, speaking)


def _matters(block: Block) -> bool:
    """Whether a block says something of what withholds beats, or stands for them."""
    return any(
        own.faults or any(state.kind in _WITHHOLDING for state in own.states) for own in (block, *block.leads)
    )
