"""Rhythms of the sinus node, and what conducts or repolarises otherwise below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.patients.rhythms.step import Conditions, Rhythm, Step, r_after
from models.patients.shapes import forms
from models.patients.shapes.forms import Form


def sinus(heart: Conditions) -> Iterator[Step]:
    """A P wave before each QRS complex."""
    return conducted(heart, lambda _: forms.NORMAL, "N")


def shaped(form: Form, symbol: str = "N") -> Rhythm:
    """Sinus rhythm whose beats all have another shape."""
    return lambda heart: conducted(heart, lambda _: form, symbol)


def st_shifted(sign: float, direction: tuple[float, float, float]) -> Rhythm:
    """Sinus rhythm with an ST segment shifted by option ``st`` (mV) along a direction."""

    def form(heart: Conditions) -> Form:
        x, y, z = (sign * heart.options["st"] * part for part in direction)
        return forms.with_st(forms.NORMAL, (x, y, z))

    return lambda heart: conducted(heart, form, "N")


def conducted(heart: Conditions, form: Callable[[Conditions], Form], symbol: str) -> Iterator[Step]:
    """Sinus beats of one shape."""
    while True:
        rr = heart.interval()
        yield Step(rr).p(0.0).beat(r_after(heart.pr(rr)), form(heart), symbol)
