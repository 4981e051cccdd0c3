"""Sinus rhythm with premature beats, by pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.patients.rhythms.step import Conditions, Rhythm, Step, r_after
from models.patients.shapes import forms

BEFORE_S = 0.10
"""A step with an ectopic beat begins so long before its R peak, s."""


def ventricular(pattern: Callable[[Conditions], Iterator[tuple[int, int]]], *, foci: int = 1) -> Rhythm:
    """Ventricular premature beats.

    Parameters
    ----------
    pattern : callable
        Gives pairs: so many sinus beats, and then so many ectopic ones.
    foci : int
        From how many places they come, up to three.
    """

    def rhythm(heart: Conditions) -> Iterator[Step]:
        place = heart.focus
        for sinus_beats, ectopic_beats in pattern(heart):
            for _ in range(sinus_beats - 1):
                rr = heart.interval()
                yield Step(rr).p(0.0).beat(r_after(heart.pr(rr)))
            places = []
            for _ in range(ectopic_beats):
                if foci > 1:  # from another place than the last
                    place = (place + 1 + int(heart.rng.integers(foci - 1))) % len(forms.FOCI)
                places.append(place)
            yield from _with_ectopic(heart, places)

    return rhythm


def _with_ectopic(heart: Conditions, places: list[int]) -> Iterator[Step]:
    """The sinus beat before them, an ectopic beat from each of these places, and the compensatory pause."""
    rr = heart.interval()
    r = r_after(heart.pr(rr))
    # Close to the beat before, later for another focus; never on its T wave, never after the next P wave.
    coupling = min(max(0.62 * rr + 0.03 * (places[0] - 1), 0.34), 0.9 * rr) * heart.jitter(0.02)
    yield Step(r + coupling - BEFORE_S).p(0.0).beat(r)
    waited = coupling
    for place in places[:-1]:
        step = max(0.38, 0.5 * rr) * heart.jitter(0.03)
        waited += step
        yield Step(step).beat(BEFORE_S, forms.FOCI[place], "V", scale=heart.jitter(0.03))
    # The sinus node goes on underneath: its next P wave that is conducted comes where it was due.
    due = 2 * rr
    while due - waited < 0.75 * rr:
        due += rr
    pause = due - waited + BEFORE_S - r
    last = Step(pause).beat(BEFORE_S, forms.FOCI[places[-1]], "V", scale=heart.jitter(0.03))
    hidden = pause - rr
    if 0.1 < hidden < pause - 0.3:
        last.p(hidden)
    yield last


def now_and_then(heart: Conditions, n: int = 1) -> Iterator[tuple[int, int]]:
    """Option ``every``: one of so many beats, by chance."""
    while True:
        # Three or more between them where there is room: one after every two would be a trigeminy.
        mean = heart.options["every"] - n
        least = 3 if mean >= 4 else 1
        yield least - 1 + int(heart.rng.geometric(1 / max(mean - least + 1, 1.0))), n


def couplets(heart: Conditions) -> Iterator[tuple[int, int]]:
    """Two in a row."""
    return now_and_then(heart, 2)


def runs(heart: Conditions) -> Iterator[tuple[int, int]]:
    """Three to five in a row."""
    while True:
        sinus_beats, _ = next(now_and_then(heart, 4))
        yield sinus_beats, int(heart.rng.integers(3, 6))


def each(sinus_beats: int) -> Callable[[Conditions], Iterator[tuple[int, int]]]:
    """One after every so many sinus beats: bigeminy, trigeminy."""

    def pattern(heart: Conditions) -> Iterator[tuple[int, int]]:
        while True:
            yield sinus_beats, 1

    return pattern


def atrial(heart: Conditions) -> Iterator[Step]:
    """Atrial premature beats, one of ``every`` beats: another P wave, early; the sinus node begins anew."""
    for sinus_beats, _ in now_and_then(heart):
        for i in range(sinus_beats):
            rr = heart.interval()
            early = i == sinus_beats - 1
            lasts = max(0.62 * rr * heart.jitter(0.04), 0.32) if early else rr
            yield Step(lasts).p(0.0).beat(r_after(heart.pr(rr)))
        rr = heart.interval()
        pr = max(heart.pr(0.6 * rr), 0.14)
        yield Step(1.08 * rr).p(0.0, forms.P_EARLY).beat(r_after(pr), symbol="A")
