"""Pacemakers of the right ventricle, working and failing."""

from __future__ import annotations

from collections.abc import Iterator

from models.patients.rhythms.step import Conditions, Step, r_after
from models.patients.shapes import forms

SPIKE_TO_R_S = 0.075
"""From the pulse to the R peak that it brings, s."""

_BEFORE_S = 0.02
_REFRACTORY_S = 0.32
"""After an R peak no pulse brings a beat for so long, s."""

_ESCAPE_S = 2.4
"""Without a beat for so long, s, the ventricles help themselves."""


def paced(heart: Conditions) -> Iterator[Step]:
    """A pulse before each QRS complex, which is broad."""
    yield _sensed(heart)
    while True:
        yield _captured(heart.rr * heart.jitter(0.001))


def failing_to_capture(heart: Conditions) -> Iterator[Step]:
    """Pulses of which a share ``lost`` brings no beat; after a long while one comes by itself.

    The pacemaker sees that one, and waits for an interval after it.
    """
    alone = 0.0
    yield _sensed(heart)
    while True:
        rr = heart.rr
        if heart.rng.random() >= heart.options["lost"]:
            yield _captured(rr)
            alone = rr
        elif alone + rr > _ESCAPE_S:
            yield Step(rr).spike(_BEFORE_S).beat(_BEFORE_S + 0.55 * rr, forms.ESCAPE, "E")
            yield Step(0.55 * rr)
            alone = rr
        else:
            yield Step(rr).spike(_BEFORE_S)
            alone += rr


def failing_to_sense(heart: Conditions) -> Iterator[Step]:
    """A sinus rhythm that the pacemaker does not see: it goes on beside it, and takes a beat where it can."""
    rr = heart.interval()
    to_pulse, to_p, since_r = 0.45, 0.0, 0.8
    while True:
        pr = heart.pr(rr)
        if to_p <= to_pulse:
            # A beat of the sinus node, unless a pulse takes its place or has just taken it.
            r = r_after(pr)
            taken = to_pulse < r - 0.06 and since_r + to_pulse > _REFRACTORY_S
            blocked = since_r + r < _REFRACTORY_S + 0.1
            rr = heart.interval()
            step = Step(0.0).p(0.0)
            if not taken and not blocked:
                step.beat(r)
                since_r = -r
            yield step
            to_p = rr
        else:
            if since_r > _REFRACTORY_S:
                yield _captured(0.0)
                since_r = -_BEFORE_S - SPIKE_TO_R_S
            else:
                yield Step(0.0).spike(_BEFORE_S)
            to_pulse = 60.0 / heart.options["paced"]
        waited = min(to_p, to_pulse)
        yield Step(waited)
        to_p, to_pulse, since_r = to_p - waited, to_pulse - waited, since_r + waited


def _sensed(heart: Conditions) -> Step:
    """Wait for an interval after the beat before, which the pacemaker has seen."""
    return Step(max(0.0, heart.last_r + heart.rr - heart.now - _BEFORE_S - SPIKE_TO_R_S))


def _captured(lasts: float) -> Step:
    return Step(lasts).spike(_BEFORE_S).beat(_BEFORE_S + SPIKE_TO_R_S, forms.PACED, "/")
