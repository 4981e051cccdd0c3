"""What learners marked, scored against the truth.

- **An answer is right** if it names what is so while it is so, or up to `GRACE_S` after it has ended; not
  sooner than `FASTEST_S` after it began, for nobody reacts in less.
- **It is premature** if it names what begins within `PREMATURE_S` after it, or began less than `FASTEST_S`
  before: it was guessed. It counts neither as right nor as wrong, and the episode is still to be named.
- **It is a repetition** if this learner has named the episode before; it does not count.
- **It is wrong** otherwise.
- **An episode is missed** by a learner who did not name it rightly, if it is one that is asked for: a rhythm
  other than sinus that lasts `monitor.bedside.teaching.truth.ASKED_S`.
- **The reaction time** of a right answer is from the episode's true onset, as annotated, to the newest sample
  on the screen when the key was pressed. It is not known where the episode went on when watching began.
- **"Now!"** belongs to an ectopic beat (`monitor.bedside.teaching.pairing`), else to an episode that is asked
  for and on; the first such press is its notice. A press that belongs to neither is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.pairing import Pairs, learner_pairs
from monitor.bedside.teaching.truth import Episode, Truth

GRACE_S = 5.0
"""So long after an episode has ended it can still be named, s: short ones are over when they are known."""

FASTEST_S = 0.1
"""Nobody reacts in less, s: below it a sprinter's start counts as false (World Athletics, rule 16.6)."""

PREMATURE_S = 2.0
"""An answer so soon before the onset was meant for it, and guessed, s."""


class Verdict(StrEnum):
    """What becomes of a mark."""

    RIGHT = "right"
    WRONG = "wrong"
    PREMATURE = "premature"
    REPEATED = "repeated"


@dataclass(frozen=True)
class Judged:
    """A mark and what became of it.

    Attributes
    ----------
    mark : Mark
        The mark.
    verdict : Verdict
        What became of it.
    episode : Episode or None
        What it is about, where there is such.
    reaction_s : float or None
        From the true onset, s; None where it was not seen, or the mark is not right.
    """

    mark: Mark
    verdict: Verdict
    episode: Episode | None = None
    reaction_s: float | None = None


@dataclass(frozen=True)
class Result:
    """One learner's result.

    Attributes
    ----------
    learner : str
        Who.
    judged : tuple of Judged
        Each mark, in the order of time.
    asked : int
        Episodes that were to be named.
    missed : tuple of Episode
        Those that were not.
    beats : Pairs
        "Now!" against ectopic beats, less the presses that belong to an episode.
    noticed_s : tuple of float
        From the onset of an episode that is asked for to the first "now!" in it, s.
    """

    learner: str
    judged: tuple[Judged, ...]
    asked: int
    missed: tuple[Episode, ...]
    beats: Pairs
    noticed_s: tuple[float, ...] = ()

    def count(self, verdict: Verdict) -> int:
        """Answers with a verdict; "now!" is counted apart."""
        return sum(j.verdict is verdict and j.mark.finding is not None for j in self.judged)

    @property
    def named(self) -> int:
        """Episodes that were to be named and were."""
        return self.asked - len(self.missed)

    @property
    def reaction_s(self) -> float | None:
        """Median reaction of the right answers, s; None where none is known."""
        known = [j.reaction_s for j in self.judged if j.reaction_s is not None and j.mark.finding is not None]
        return median(known) if known else None


def score(truth: Truth, marks: Iterable[Mark], learners: Sequence[str]) -> tuple[Result, ...]:
    """Score what learners marked.

    Parameters
    ----------
    truth : Truth
        Of the stretch that they watched.
    marks : iterable of Mark
        Of all of them; those outside the stretch are left out.
    learners : sequence of str
        Whose results are wanted, in this order.
    """
    within = sorted((m for m in marks if truth.start <= m.sample < truth.stop), key=lambda m: m.sample)
    return tuple(_one(truth, [m for m in within if m.learner == who], who) for who in learners)


def _one(truth: Truth, marks: Sequence[Mark], learner: str) -> Result:
    answered: set[Episode] = set()
    judged = []
    for mark in marks:
        if mark.finding is not None:
            one = judge(truth, mark, answered)
            judged.append(one)
            if one.verdict is Verdict.RIGHT and one.episode is not None:
                answered.add(one.episode)
    beats, noticed, of_now = _nows(truth, [m for m in marks if m.finding is None])
    asked = [episode for episode in truth.episodes if episode.asked]
    missed = tuple(episode for episode in asked if episode not in answered)
    every = tuple(sorted((*judged, *of_now), key=lambda j: j.mark.sample))
    return Result(learner, every, len(asked), missed, beats, noticed)


def judge(truth: Truth, mark: Mark, answered: Iterable[Episode] = ()) -> Judged:
    """Judge one answer, by the rules of this file.

    Parameters
    ----------
    truth : Truth
        What was so.
    mark : Mark
        One that names a finding.
    answered : iterable of Episode
        What this learner has named rightly before.
    """
    fs, at, before = truth.fs, mark.sample, set(answered)
    alike = [one for one in truth.episodes if one.finding is mark.finding]
    on = [one for one in alike if _in_reach(one, at, fs)]
    fresh = [one for one in on if one not in before]
    if fresh:
        # What is on now, else what ended last.
        episode = max(fresh, key=lambda one: (one.end >= at, one.start))
        return Judged(mark, Verdict.RIGHT, episode, (at - episode.start) / fs if episode.begins else None)
    if on:
        return Judged(mark, Verdict.REPEATED, on[-1])
    soon = [one for one in alike if one.begins and one.start - PREMATURE_S * fs <= at < _seen_from(one, fs)]
    if soon:
        return Judged(mark, Verdict.PREMATURE, soon[0])
    return Judged(mark, Verdict.WRONG, max(truth.on(at), key=lambda one: one.asked, default=None))


def _seen_from(one: Episode, fs: float) -> float:
    """First sample at which naming an episode is no guess."""
    return one.start + FASTEST_S * fs if one.begins else one.start


def _nows(truth: Truth, marks: Sequence[Mark]) -> tuple[Pairs, tuple[float, ...], list[Judged]]:
    """Judge the presses of "now!": beats first, then episodes, one notice each."""
    fs = truth.fs
    found = learner_pairs(truth, marks)
    beat_of = {at: beat for beat, at in found.hits}
    noticed: dict[Episode, float | None] = {}
    false, judged = [], []
    for mark in marks:
        at = mark.sample
        within = [one for one in truth.episodes if one.asked and _in_reach(one, at, fs)]
        new = [one for one in within if one not in noticed]
        noticed |= {one: (at - one.start) / fs if one.begins else None for one in new}
        if at in beat_of:
            judged.append(Judged(mark, Verdict.RIGHT, None, (at - beat_of[at]) / fs))
        elif within:
            verdict = Verdict.RIGHT if new else Verdict.REPEATED
            judged.append(Judged(mark, verdict, within[-1], noticed[within[-1]] if new else None))
        elif at in found.false:  # else it belongs to a beat that is no matter either way
            judged.append(Judged(mark, Verdict.WRONG))
            false.append(at)
    known = tuple(s for s in noticed.values() if s is not None)
    return Pairs(found.hits, found.missed, tuple(false), fs), known, judged


def _in_reach(one: Episode, at: int, fs: float) -> bool:
    """Whether an episode can be named at a sample."""
    return _seen_from(one, fs) <= at <= one.end + GRACE_S * fs
