"""Atrioventricular block."""

from __future__ import annotations

from collections.abc import Iterator

from models.patients.rhythms.step import Conditions, Step, r_after
from models.patients.shapes import forms

_BEFORE_S = 0.12

WIDE_BELOW = 45.0
"""An escape rhythm of fewer beats a minute comes from the ventricles, a faster one from the node."""


def first_degree(heart: Conditions) -> Iterator[Step]:
    """Every P wave is conducted, late: option ``pr``."""
    while True:
        rr = heart.interval()
        yield Step(rr).p(0.0).beat(r_after(min(heart.options["pr"] / 1000, rr - 0.3)))


def wenckebach(heart: Conditions) -> Iterator[Step]:
    """PR grows from beat to beat, by less each time, until ``conducted`` beats are followed by none."""
    while True:
        pr, more = 0.18, 0.09
        for _ in range(round(heart.options["conducted"])):
            yield Step(heart.interval()).p(0.0).beat(r_after(pr))
            pr, more = pr + more, more * 0.5
        yield Step(heart.interval()).p(0.0)


def mobitz(heart: Conditions) -> Iterator[Step]:
    """PR stays as it is, and after ``conducted`` beats one P wave is not followed by any."""
    while True:
        for _ in range(round(heart.options["conducted"])):
            rr = heart.interval()
            yield Step(rr).p(0.0).beat(r_after(heart.pr(rr)), forms.RIGHT_BUNDLE, "R")
        yield Step(heart.interval()).p(0.0)


def third_degree(heart: Conditions) -> Iterator[Step]:
    """Atria (``atrial`` a minute) and ventricles (``rate``) each by themselves."""
    to_p, to_r = 0.0, 0.3
    while True:
        if to_p <= to_r:
            yield Step(0.0).p(0.0)
            to_p = 60.0 / heart.options["atrial"] * heart.jitter(0.015)
        else:
            wide = heart.options["rate"] < WIDE_BELOW
            form, symbol = (forms.ESCAPE, "E") if wide else (forms.NORMAL, "j")
            yield Step(0.0).beat(_BEFORE_S, form, symbol)
            to_r = heart.rr * heart.jitter(0.012)
        waited = min(to_p, to_r)
        yield Step(waited)
        to_p, to_r = to_p - waited, to_r - waited
