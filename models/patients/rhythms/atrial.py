"""Rhythms of the atria that leave the sinus node no say."""

from __future__ import annotations

from collections.abc import Iterator

from models.patients.rhythms.step import Conditions, Step
from models.patients.shapes import forms

_SHAPE = 2.5
"""Of the gamma distribution of RR intervals: with it they vary by about a quarter."""


def fibrillation(heart: Conditions) -> Iterator[Step]:
    """QRS complexes at no regular time; the f waves are a tone."""
    while True:
        mean = heart.rr
        # The AV node recovers, and then is hit by chance: a gamma distribution above its refractory period.
        least = max(0.28, 0.58 * mean)
        rr = least + float(heart.rng.gamma(_SHAPE, (mean - least) / _SHAPE))
        yield Step(min(rr, 2.2 * mean)).beat(0.1)


def flutter(heart: Conditions) -> Iterator[Step]:
    """One QRS complex to ``block`` waves of the atria; the saw is a tone of ``atrial`` waves a minute."""
    while True:
        step = 60.0 / heart.options["atrial"]
        block = heart.options["block"]
        yield Step(block * step * heart.jitter(0.004)).beat(0.1)


def svt(heart: Conditions) -> Iterator[Step]:
    """AV nodal re-entry: narrow, fast, like a clock, the P wave backwards at the end of the QRS complex."""
    while True:
        yield (
            Step(heart.rr * heart.jitter(0.006))
            .p(0.1 + 0.075 - forms.P_ONSET_S, forms.P_BACK)
            .beat(0.1, symbol="S")
        )
