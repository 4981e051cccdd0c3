"""Colours that are used together are told apart, in the colour-blind palette by colour-blind eyes too."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from monitor.ui.kit.drawing.palettes import APART, PALETTES, USUAL, theme_of
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.lab.heart.curves import ECTOPIC, KINDS
from monitor.ui.lab.widgets.digits.pictures import DIGIT_COLOURS

# Machado GM, Oliveira MM, Fernandes LAF. A physiologically-based model for simulation of color vision
# deficiency. IEEE TVCG 15(6):1291-1298, 2009; severity 1.0, on linear RGB.
EYES = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)
WHITE = XYZ.sum(1)

LEAST = 15.0
"""CIE 1976 distance; 2.3 is just seen side by side. What lies over one another has more."""

LEAST_OVER = 25.0

TOGETHER = {
    "natures of alerts": lambda t: (t.urgent, t.alert, t.premature, t.technical),
    "states": lambda t: (t.urgent, t.premature, t.technical, t.template),
    "findings": lambda t: (t.urgent, t.template, t.ectopic, t.technical, t.alert),
    "verdicts": lambda t: (t.accent, t.text, t.ectopic),
    "marks": lambda t: (t.accent, t.ectopic, t.alert),
    "vital signs": lambda t: (t.leads[0], t.pressure, t.pleth, t.respiration, t.other),
    "leads": lambda t: t.leads,
    "steps": lambda t: (t.border, t.accent, t.alert),
    "bars": lambda t: (t.dim, t.accent, t.forecast),
    "ideas": lambda t: (t.dim, t.accent, t.premature),
}

OVER = {
    **{
        f"lead {i} and what models say": lambda t, i=i: (t.lead(i), t.forecast, t.reconstruction)
        for i in range(4)
    },
    "two curves": lambda t: (t.accent, t.forecast),
}


def linear(colour):
    """Linear red, green and blue of a colour."""
    srgb = np.array(QColor(colour).getRgbF()[:3])
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    """Relative luminance as WCAG 2.1 defines it."""
    return float(XYZ[1] @ linear(colour))


def lab(colour, eyes):
    """CIE L*a*b* of a colour as such eyes see it."""
    t = XYZ @ np.clip(EYES[eyes] @ linear(colour), 0, 1) / WHITE
    f = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def least(colours, eyes):
    """Least distance of two of these colours, and which two they are."""
    return min(
        (float(np.linalg.norm(lab(a, eyes) - lab(b, eyes))), a, b) for a, b in combinations(colours, 2)
    )


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", ["dark", "light"])
def test_colours_used_together_are_told_apart_by_colour_blind_eyes(name, eyes):
    theme = theme_of(name, APART)
    for sets, wanted in ((TOGETHER, LEAST), (OVER, LEAST_OVER)):
        for what, colours in sets.items():
            found = least(colours(theme), eyes)
            assert found[0] >= wanted, f"{what}: {found}"


def test_the_usual_palette_would_not_pass():
    found = [least(OVER["two curves"](theme_of(n, USUAL)), "deuteranopia")[0] for n in ("dark", "light")]
    assert min(found) < LEAST_OVER


@pytest.mark.parametrize("eyes", EYES)
def test_colours_of_classes_on_the_lab_s_maps_are_told_apart(eyes):
    assert least(DIGIT_COLOURS, eyes)[0] >= LEAST
    assert least((*KINDS.values(), ECTOPIC), eyes)[0] >= LEAST


@pytest.mark.parametrize("name", ["dark", "light"])
def test_alarms_keep_their_colours(name):
    usual, apart = (theme_of(name, palette) for palette in PALETTES)
    for field in ("urgent", "on_urgent", "alert", "on_alert", "technical"):
        assert getattr(usual, field) == getattr(apart, field), "IEC 60601-1-8, table 2"
    assert (usual, apart.name) == ({"dark": DARK, "light": LIGHT}[name], name)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_lines_stand_out_from_the_ground(name):
    theme = theme_of(name, APART)
    for colour in (
        *theme.leads,
        theme.forecast,
        theme.reconstruction,
        theme.accent,
        theme.ectopic,
        theme.pressure,
    ):
        for ground in (theme.paper, theme.panel):
            back, ink = luminance(ground), luminance(colour)
            assert (max(back, ink) + 0.05) / (min(back, ink) + 0.05) >= 3, f"{colour}: WCAG 2.1, 1.4.11"
