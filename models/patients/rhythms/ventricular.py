"""Rhythms of the ventricles, and none at all."""

from __future__ import annotations

import math
from collections.abc import Iterator

from models.patients.rhythms.step import Conditions, Step, rest
from models.patients.shapes import forms

_BEFORE_S = 0.12

_TWIST = 13.0
"""So many beats of torsades go round once."""


def tachycardia(heart: Conditions) -> Iterator[Step]:
    """Broad beats, all alike and nearly regular; the atria go on by themselves."""
    form = forms.in_tachycardia(forms.FOCI[heart.focus])
    to_p = 0.3
    while True:
        rr = heart.rr * heart.jitter(0.012)
        step = Step(rr).beat(_BEFORE_S, form, "V", scale=heart.jitter(0.03))
        if to_p < rr:
            step.p(to_p)
            to_p += 60.0 / 82.0
        to_p -= rr
        yield step


def torsades(heart: Conditions) -> Iterator[Step]:
    """Broad beats whose axis turns about the line, so that they swell, shrink and change sides."""
    turned = float(heart.rng.uniform(0, 2 * math.pi))
    while True:
        turned += 2 * math.pi / _TWIST * heart.jitter(0.15)
        rr = heart.rr * heart.jitter(0.045)
        yield Step(rr).beat(_BEFORE_S, forms.TWISTING, "V", turn=turned, scale=heart.jitter(0.08))


def waves(heart: Conditions) -> Iterator[Step]:
    """Nothing but a tone: fibrillation, flutter."""
    while True:
        yield Step(0.2)


def asystole(heart: Conditions) -> Iterator[Step]:
    """Nothing."""
    while True:
        yield Step(0.2)


def agonal(heart: Conditions) -> Iterator[Step]:
    """Now and then a broad, low beat, each a little other than the last."""
    while True:
        form = forms.AGONAL
        yield Step(0.4).beat(0.3, form, "E", turn=0.25 * float(heart.rng.normal()), scale=heart.jitter(0.2))
        yield from rest(max(heart.rr * heart.jitter(0.3), 1.8) - 0.4)
