"""From classified beats to alerts: ectopic beats, alone, in a row or taking turns, premature ones, pauses."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.leads import Leads, Voices, Which
from models.alerts.muting import is_ectopic_alert, is_pause_alert, is_premature_alert
from models.alerts.reasons import Channel, Reason
from models.alerts.watcher import Block
from models.alerts.watchers.lanes import Lanes
from models.alerts.watchers.turns import Turns
from models.alerts.within import Within
from models.signal.states import StateKind

if TYPE_CHECKING:
    from models.beats.scores import BeatScores

BEFORE_S, AFTER_S = 0.1, 0.3
"""An alert's span begins and ends so long before its first and after its last R peak, s."""

EARLY = 0.2
"""A beat early by this share of the usual interval is called so: the usual 20 % filter for ectopic beats in
heart rate variability."""

WAIT_S = 2.0
"""Ectopic beats in a row are one alert; without another beat for this long it is complete, s."""


@dataclass(frozen=True)
class _Beat:
    """One beat that is ectopic or premature."""

    r_peak: int
    emitted: int
    score: float
    premature: float
    from_above: float
    pause: float
    reasons: dict[Reason, float]
    voices: Voices | None = None


class BeatWatch:
    """Watch the classified beats: those that are ectopic one after the other are one alert.

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
        self._now = sample
        self._group: list[_Beat] = []
        self._thresholds: dict[Channel, float] = {}

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the alerts about beats that became complete, in the order of time."""
        done: list[Event] = []
        self._leads.take(block)
        self._irregular.take(block)
        self._flutter.take(block)
        self._turns.take(block)
        beats, thresholds = self._lanes.told(block), block.thresholds
        for i in range(len(beats)):
            emitted = int(beats.emitted[i])
            done += self._expire(emitted)
            r_peak, from_above = int(beats.index[i]), float(beats.supraventricular[i])
            silent = self._leads.silent(r_peak, emitted)
            voices = _voices(block, i)
            withheld = bool(silent.all()) or self._flutter.covers(r_peak, r_peak, emitted)
            score = float(beats.score[i]) if voices is None or not silent.any() else voices.score(silent)
            above = from_above >= thresholds[Channel.PREMATURE] and not withheld
            ectopic = score >= thresholds[Channel.ECTOPY] and not withheld
            irregular = self._irregular.goes_on(emitted)
            raised = is_ectopic_alert(ectopic=ectopic, supraventricular=above, irregular=irregular)
            if raised:
                self._thresholds = dict(thresholds)
                self._group.append(_beat(beats, i, score, thresholds, self._counted, voices))
            else:
                done += self._close(emitted, by_a_beat=True)
            if is_pause_alert(float(beats.pause_s[i]), ectopic=raised) and not withheld:
                done.append(self._pause(beats, i))
            known = bool(np.isfinite(score))
            if is_premature_alert(supraventricular=above, classified=known, irregular=irregular):
                # Its own threshold is what it passed, so that the rhythm counts here whatever its weight.
                reasons = self._counted | {Reason.RHYTHM}
                beat = _beat(beats, i, score, thresholds, reasons, voices)
                done.append(self._premature(beat, thresholds))
            done += self._turns.complete(emitted, self._turning(emitted))
        self._now = block.stop - 1
        done += self._expire(self._now)
        done += self._turns.complete(self._now, self._turning(self._now))
        # What has been shown is not hidden again, only because the signal is quiet for a moment.
        if self._group and not self._shown:
            last = self._group[-1]
            self._shown = self._leads.moves(last.r_peak, 0, self._heard(last)) <= self._now
        return done

    @property
    def open(self) -> Event | None:
        """The alert to which another beat may still be added; None where there is none."""
        turning = self._turning(self._now)
        going_on = self._turns.open(turning)
        if going_on is not None or turning:
            return going_on
        beats = self._told(self._now)
        return self._event(beats, beats[-1].emitted) if beats and self._shown else None

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream."""
        done = self._close(self._group[-1].emitted) if self._group else []
        going_on = self._turns.open([])
        return done if going_on is None else [*done, going_on]

    def _turning(self, at: int) -> list[int]:
        """The R peak of the open alert's beat, if it is one of those that take turns with others."""
        beats = self._told(at) if len(self._group) == 1 else []
        return [beat.r_peak for beat in beats if self._turns.stands_for(beat.r_peak, at)]

    def _told(self, at: int, *, by_a_beat: bool = False) -> list[_Beat]:
        """The beats of the alert that are not withheld by what is known at sample `at`.

        Of several leads those that are left must still raise it; one that has not moved over another beat
        (`by_a_beat`) has fallen off.
        """
        told = []
        for beat in self._group:
            if self._flutter.covers(beat.r_peak, beat.r_peak, at):
                continue
            silent = self._silent(beat, at, by_a_beat=by_a_beat)
            if beat.voices is not None and silent.any():
                score = beat.voices.score(silent)
                if score >= self._thresholds[Channel.ECTOPY]:
                    told.append(replace(beat, score=score))
            elif not silent.all():
                told.append(beat)
        return told

    def _silent(self, beat: _Beat, at: int, *, by_a_beat: bool = False) -> Which:
        silent = self._leads.silent(beat.r_peak, at)
        return silent | self._leads.still(beat.r_peak, at) if by_a_beat and len(silent) > 1 else silent

    def _heard(self, beat: _Beat) -> Which:
        """The leads that had a vote."""
        return np.array([True]) if beat.voices is None else beat.voices.votes > 0

    def _expire(self, at: int) -> list[Event]:
        """Close the alert if no beat has followed in time."""
        if not self._group:
            return []
        last = self._group[-1]
        due = last.emitted + self._wait
        moved = self._leads.moves(last.r_peak, due, self._heard(last)) if at >= due else due
        return self._close(moved) if moved <= at else []

    def _close(self, emitted: int, *, by_a_beat: bool = False) -> list[Event]:
        beats = self._told(emitted, by_a_beat=by_a_beat) if self._group else []
        self._group, self._shown = [], False
        if len(beats) == 1 and self._turns.stands_for(beats[0].r_peak, emitted):
            self._turns.keep(beats[0].r_peak)
            return []
        return [self._event(beats, emitted)] if beats else []

    def _event(self, beats: list[_Beat], emitted: int) -> Event:
        top = max(beats, key=lambda b: (b.score, -b.r_peak))
        kind = (Kind.ECTOPIC, Kind.PAIR, Kind.RUN)[min(len(beats), 3) - 1]
        rate = None
        if len(beats) > 1:
            rate = 60.0 * self._fs * (len(beats) - 1) / (beats[-1].r_peak - beats[0].r_peak)
        return self._about(
            kind, beats, top, emitted, {Channel.ECTOPY: top.score}, self._thresholds[Channel.ECTOPY], rate
        )

    def _pause(self, beats: BeatScores, i: int) -> Event:
        r_peak, pause, share = int(beats.index[i]), float(beats.pause_s[i]), float(beats.premature[i])
        return Event(
            Kind.PAUSE,
            max(0, r_peak - round(pause * self._fs)),
            r_peak,
            r_peak,
            int(beats.emitted[i]),
            {},
            {},
            premature=share if np.isfinite(share) else None,
            pause_s=pause,
        )

    def _premature(self, beat: _Beat, thresholds: Mapping[Channel, float]) -> Event:
        scores = {Channel.PREMATURE: beat.from_above}
        limit = thresholds[Channel.PREMATURE]
        return self._about(Kind.PREMATURE, [beat], beat, beat.emitted, scores, limit, None)

    def _about(
        self,
        kind: Kind,
        beats: list[_Beat],
        top: _Beat,
        emitted: int,
        scores: dict[Channel, float],
        threshold: float,
        rate: float | None,
    ) -> Event:
        speaking: tuple[str, ...] = ()
        if top.voices is not None and kind is not Kind.PREMATURE:
            leads = top.voices.speaking(self._silent(top, emitted), threshold)
            speaking = tuple(self._names[lead] for lead in leads)
        return Event(
            kind,
            max(0, beats[0].r_peak - round(BEFORE_S * self._fs)),
            top.r_peak,
            beats[-1].r_peak + round(AFTER_S * self._fs),
            emitted,
            scores,
            dict.fromkeys(scores, threshold),
            tuple(b.r_peak for b in beats),
            top.reasons,
            top.premature if np.isfinite(top.premature) else None,
            rate,
            top.pause if np.isfinite(top.pause) else None,
            lead=speaking[0] if speaking else "",
            speaking=speaking,
        )


def _voices(block: Block, i: int) -> Voices | None:
    """What each lead says of a beat; None where one is alone."""
    if not block.leads:
        return None
    said = np.array([float(own.beats.score[i]) for own in block.leads])
    return Voices(said, block.votes[:, i])


def _beat(
    beats: BeatScores,
    i: int,
    score: float,
    thresholds: Mapping[Channel, float],
    reasons: Collection[Reason],
    voices: Voices | None,
) -> _Beat:
    verdicts = {
        Reason.FORECAST: float(beats.forecast[i]),
        Reason.RECONSTRUCTION: float(beats.reconstruction[i]),
        Reason.TEMPLATE: float(beats.template[i]),
        Reason.AUTOENCODER: float(beats.autoencoder[i]),
        Reason.RHYTHM: float(beats.premature[i]) / EARLY,
    }
    return _Beat(
        int(beats.index[i]),
        int(beats.emitted[i]),
        score,
        float(beats.premature[i]),
        float(beats.supraventricular[i]),
        float(beats.pause_s[i]),
        {reason: value for reason, value in verdicts.items() if reason in reasons and np.isfinite(value)},
        voices,
    )
