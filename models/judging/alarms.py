"""Which alarms are true, and which episodes were caught: the annotations, put through the same rules.

An episode is what an alarm would have been, had every beat and rhythm been found as annotated: the rules of
`models.alarms` are given the annotated beats, and the annotated rhythms stand for the states. Ventricular
beats take turns with others where the annotated beats do, by the rule that the stream is followed by;
annotators label that where they think it worth a label, which makes an alarm true and is no episode. An
alarm is true if its span has a sample in common with an episode that it may tell of, `MATCH_S` wider on
either side; an episode is caught by any alarm that may tell of it. That is the comparison of episodes by
overlap of ANSI/AAMI EC57:2012, 4.4 (``epicmp``), an alarm an episode. An episode is of class V beats; to
make an alarm true a fusion beat (class F), which is half ventricular, may stand for one. Where annotators
named no rhythm, atrial fibrillation is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.seen import Beat, Reader
from models.alarms.watch import heart_rules
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.judging.reference import MATCH_S, Reference, Spans, inside
from models.rhythm.states import Ledger, Ruling
from models.rhythm.turns import Turns
from models.signal.states import State, StateKind

LIKE: Mapping[Condition, tuple[Condition, ...]] = {
    Condition.ASYSTOLE: (Condition.ASYSTOLE,),
    Condition.FLUTTER: (Condition.FLUTTER,),
    Condition.VENTRICULAR_TACHYCARDIA: (Condition.VENTRICULAR_TACHYCARDIA, Condition.FLUTTER),
    Condition.EXTREME_TACHYCARDIA: (
        Condition.EXTREME_TACHYCARDIA,
        Condition.VENTRICULAR_TACHYCARDIA,
        Condition.FLUTTER,
    ),
    Condition.EXTREME_BRADYCARDIA: (Condition.EXTREME_BRADYCARDIA, Condition.ASYSTOLE),
    Condition.VENTRICULAR_RUN: (
        Condition.VENTRICULAR_RUN,
        Condition.VENTRICULAR_TACHYCARDIA,
        Condition.FLUTTER,
    ),
    Condition.PAUSE: (Condition.PAUSE, Condition.ASYSTOLE),
    Condition.RATE_HIGH: (
        Condition.RATE_HIGH,
        Condition.EXTREME_TACHYCARDIA,
        Condition.VENTRICULAR_TACHYCARDIA,
        Condition.FLUTTER,
    ),
    Condition.RATE_LOW: (Condition.RATE_LOW, Condition.EXTREME_BRADYCARDIA, Condition.ASYSTOLE),
    Condition.PVCS: (Condition.PVCS,),
    Condition.COUPLET: (Condition.COUPLET,),
    Condition.BIGEMINY: (Condition.BIGEMINY, Condition.TRIGEMINY),
    Condition.TRIGEMINY: (Condition.BIGEMINY, Condition.TRIGEMINY),
    Condition.ATRIAL_FIBRILLATION: (Condition.ATRIAL_FIBRILLATION,),
}
"""Each condition of the heart with the more urgent ones that look like it: an alarm is true by an episode of
any of these, and an episode is caught by an alarm of any. The others are not judged by annotations."""


@dataclass(frozen=True)
class Judged:
    """What became of the alarms of one condition.

    Attributes
    ----------
    episodes, caught : int
        Episodes of the annotations, and those that an alarm told of.
    alarms, true : int
        Alarms raised, and those that were true.
    delay_s : tuple of float
        Of each episode caught, from the moment at which the annotations meet the rule to the alarm, s.
    onset_s : tuple of float
        The same from the episode's first sample.
    """

    episodes: int = 0
    caught: int = 0
    alarms: int = 0
    true: int = 0
    delay_s: tuple[float, ...] = ()
    onset_s: tuple[float, ...] = ()

    def __add__(self, other: Judged) -> Judged:
        return Judged(
            self.episodes + other.episodes,
            self.caught + other.caught,
            self.alarms + other.alarms,
            self.true + other.true,
            self.delay_s + other.delay_s,
            self.onset_s + other.onset_s,
        )

    @property
    def false(self) -> int:
        """Alarms that were not true."""
        return self.alarms - self.true


def episodes(
    reference: Reference, n_samples: int, limits: Limits, *, loosely: bool = False
) -> tuple[Alarm, ...]:
    """Give what the annotations would have raised, in the order of time.

    Parameters
    ----------
    reference : Reference
        The annotations.
    n_samples : int
        Length of the signal.
    limits : Limits
        In force.
    loosely : bool
        Give what may make an alarm true: fusion beats stand for ventricular ones, and what is labelled
        bigeminy or trigeminy is taken for it.
    """
    fs, ventricular = reference.fs, "VF" if loosely else "V"
    fluttering = inside(reference.beats, reference.flutter)
    beats: list[Beat] = []
    for at, name, apart in zip(reference.beats.tolist(), reference.aami, fluttering, strict=True):
        if apart:
            continue
        last = beats[-1].r_peak if beats else None
        # Flutter in between, in which few beats are annotated or none, is no interval.
        whole = last is not None and not _overlap(reference.flutter, last, at).any()
        interval = (at - last) / fs if last is not None and whole else None
        beats.append(Beat(at, at, name in ventricular, whole, interval))
    states = [
        State(kind, start, end, start, end)
        for kind, spans in (
            (StateKind.FLUTTER, reference.flutter),
            (StateKind.IRREGULAR, reference.atrial),
            (StateKind.BIGEMINY, reference.bigeminy if loosely else reference.bigeminy[:0]),
        )
        for start, end in spans.tolist()
    ]
    states += _turns(beats, reference.atrial)
    still = np.zeros(n_samples, dtype=np.float32)
    block = Block(still, n_samples, {}, BeatScores.none(), {}, states=tuple(states))
    seen = Reader(fs, 1).told(tuple(beats), block)
    found: list[Alarm] = []
    for rule in heart_rules(fs, limits):
        found += [alarm for alarm in rule.push(seen) if alarm.over is not None]
        found += [replace(alarm, end=seen.now, over=seen.now) for alarm in rule.going_on]
    return tuple(sorted(found, key=lambda alarm: (alarm.start, alarm.condition.key)))


def _turns(beats: Sequence[Beat], atrial: Spans) -> list[State]:
    """Find where ventricular beats take turns with others, each known when it comes: not in fibrillation."""
    turns, ledger, found = Turns(), Ledger(), list[State]()
    fibrillating = inside(np.array([beat.r_peak for beat in beats], dtype=np.int64), atrial)
    for beat, apart in zip(beats, fibrillating, strict=True):
        if apart or not beat.whole:
            turns.reset()
            found += ledger.take(Ruling(None, beat.r_peak), beat.r_peak, beat.r_peak)
        if not apart:
            turns.take(beat.r_peak, ectopic=beat.ventricular)
            found += ledger.take(turns.ruling, beat.r_peak, beat.r_peak)
    return [*found, *ledger.open]


def judge(
    alarms: Iterable[Alarm], reference: Reference, n_samples: int, limits: Limits
) -> dict[Condition, Judged]:
    """Hold alarms that were raised against the annotations, condition by condition.

    Parameters
    ----------
    alarms : iterable of Alarm
        All that were raised, each once, as it was when it ended or the signal did.
    reference : Reference
        The annotations.
    n_samples : int
        Length of the signal.
    limits : Limits
        In force when they were raised.
    """
    judges = [one for one in LIKE if reference.named or one is not Condition.ATRIAL_FIBRILLATION]
    raised = [alarm for alarm in alarms if alarm.condition in judges]
    known = episodes(reference, n_samples, limits)
    like = episodes(reference, n_samples, limits, loosely=True)
    reach = round(MATCH_S * reference.fs)
    spans = _spans(like, n_samples, 0)
    judged: dict[Condition, Judged] = {}
    for condition in judges:
        like_it = LIKE[condition]
        own = [alarm for alarm in raised if alarm.condition is condition]
        wide = _spans(own, n_samples, reach)
        possible = np.array([episode.condition in like_it for episode in like], dtype=bool)
        true = sum(bool((possible & _overlap(spans, *span)).any()) for span in wide.tolist())
        of = [episode for episode in known if episode.condition is condition]
        tellers = [alarm for alarm in raised if alarm.condition in like_it]
        all_spans = _spans(tellers, n_samples, reach)
        delays, onsets = [], []
        for episode, span in zip(of, _spans(of, n_samples, 0).tolist(), strict=True):
            hit = np.flatnonzero(_overlap(all_spans, *span))
            if len(hit):
                first = min(tellers[i].raised for i in hit.tolist())
                delays.append((first - episode.raised) / reference.fs)
                onsets.append((first - episode.start) / reference.fs)
        if of or own:
            judged[condition] = Judged(len(of), len(delays), len(own), true, tuple(delays), tuple(onsets))
    return judged


def _spans(alarms: Sequence[Alarm], n_samples: int, reach: int) -> Spans:
    ends = ((a.start - reach, (n_samples - 1 if a.end is None else a.end) + reach) for a in alarms)
    return np.array(list(ends), dtype=np.int64).reshape(-1, 2)


def _overlap(spans: Spans, start: int, end: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    marked: np.ndarray[tuple[int], np.dtype[np.bool_]] = (spans[:, 0] <= end) & (spans[:, 1] >= start)
    return marked
