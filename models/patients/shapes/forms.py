"""The shapes of beats: waves about the R peak, for a heart whose QT is `NORMAL_QT_S`.

Heights are dipoles (left, down, back), so that each shape has its look in every lead: in the normal one
septum (right and forward), free wall (left and down) and base (back) follow each other, which gives R its
progression over the chest; bundle branch blocks are late on their side; ectopic beats are broad, begin where
their focus lies, and their T wave points the other way (Wagner, *Marriott's Practical Electrocardiography*,
chapters on each).
"""

from __future__ import annotations

from dataclasses import dataclass

from models.patients.shapes.waves import Wave

NORMAL_QT_S = 0.4
"""QT of the shapes as they stand here, s."""

QRS_ONSET_S = 0.042
"""The normal QRS complex begins so long before its R peak, s."""

P_ONSET_S = 0.054
"""The P wave begins so long before its middle, s."""


@dataclass(frozen=True)
class Form:
    """A shape of beats.

    Attributes
    ----------
    qrs, recovery : tuple of Wave
        Depolarisation and, moved and stretched with QT, repolarisation; times from the R peak.
    stroke : float
        What such a beat pumps, as a share of what a normal one pumps after the same filling.
    """

    qrs: tuple[Wave, ...]
    recovery: tuple[Wave, ...]
    stroke: float = 1.0


P = (Wave(-0.018, 0.018, (0.025, 0.065, -0.030)), Wave(0.019, 0.020, (0.045, 0.055, 0.030)))
"""Right atrium, left atrium: upright in II, first up and then down in V1."""

P_EARLY = (Wave(-0.014, 0.016, (-0.01, 0.02, -0.03)), Wave(0.014, 0.016, (0.04, -0.05, -0.02)))
"""From another place of the atria."""

P_BACK = (Wave(0.0, 0.014, (0.01, -0.10, -0.05)),)
"""Backwards from the AV node: down in II, up in V1, right behind the QRS complex."""

_Q = Wave(-0.026, 0.008, (-0.12, -0.06, -0.22))
_R = Wave(0.0, 0.0115, (1.05, 0.95, 0.30))
_S = Wave(0.026, 0.009, (-0.15, -0.15, 0.55))
_T = (Wave(0.235, 0.050, (0.10, 0.08, -0.08)), Wave(0.275, 0.038, (0.20, 0.16, -0.14)))

NORMAL = Form((_Q, _R, _S), _T)

LEFT_BUNDLE = Form(
    (
        Wave(-0.032, 0.012, (0.35, 0.30, 0.15)),
        Wave(-0.008, 0.013, (0.60, 0.60, 0.70)),
        Wave(0.018, 0.012, (0.35, 0.20, 0.85)),
        Wave(0.045, 0.013, (0.75, 0.35, 0.50)),
    ),
    (Wave(0.22, 0.050, (-0.12, -0.05, -0.18)), Wave(0.28, 0.045, (-0.24, -0.12, -0.28))),
)

RIGHT_BUNDLE = Form(
    (
        _Q,
        Wave(0.0, 0.011, (1.0, 0.95, 0.25)),
        Wave(0.026, 0.010, (0.05, -0.10, 0.50)),
        Wave(0.062, 0.018, (-0.60, -0.12, -0.55)),
    ),
    (Wave(0.24, 0.050, (0.12, 0.08, 0.06)), Wave(0.28, 0.040, (0.22, 0.15, 0.08))),
)

OUTFLOW = Form(
    (
        Wave(-0.025, 0.0091, (0.12, 0.60, 0.05)),
        Wave(0.0, 0.0111, (0.25, 1.25, 0.60)),
        Wave(0.029, 0.0091, (0.10, 0.35, 0.65)),
        Wave(0.051, 0.0084, (0.05, -0.25, 0.30)),
    ),
    (Wave(0.21, 0.052, (-0.06, -0.20, -0.13)), Wave(0.275, 0.050, (-0.11, -0.36, -0.21))),
    stroke=0.6,
)
"""From the outflow tract of the right ventricle: left bundle branch block's look, downwards."""

APEX = Form(
    (
        Wave(-0.025, 0.0091, (0.20, -0.30, 0.10)),
        Wave(0.0, 0.0111, (0.80, -1.25, 0.55)),
        Wave(0.029, 0.0091, (0.50, -0.50, 0.50)),
        Wave(0.051, 0.0084, (0.25, 0.10, 0.15)),
    ),
    (Wave(0.21, 0.052, (-0.12, 0.20, -0.13)), Wave(0.275, 0.050, (-0.22, 0.34, -0.20))),
    stroke=0.6,
)
"""From the apex of the right ventricle, as by a pacing lead: left bundle branch block's look, upwards."""

LEFT = Form(
    (
        Wave(-0.025, 0.0091, (-0.05, 0.35, -0.45)),
        Wave(0.0, 0.0111, (-0.60, 0.95, -0.85)),
        Wave(0.029, 0.0091, (-0.65, 0.30, -0.35)),
        Wave(0.051, 0.0084, (-0.30, -0.20, 0.05)),
    ),
    (Wave(0.21, 0.052, (0.13, -0.16, 0.14)), Wave(0.275, 0.050, (0.24, -0.29, 0.24))),
    stroke=0.6,
)
"""From the left ventricle: right bundle branch block's look."""

FOCI = (OUTFLOW, APEX, LEFT)
"""Where ventricular ectopic beats come from."""

ESCAPE = Form(
    (
        Wave(-0.029, 0.0097, (-0.05, 0.35, -0.25)),
        Wave(0.0, 0.0111, (-0.30, 0.85, -0.55)),
        Wave(0.032, 0.0104, (-0.40, 0.30, -0.10)),
        Wave(0.056, 0.0091, (-0.15, -0.20, 0.10)),
    ),
    (Wave(0.22, 0.055, (0.10, -0.14, 0.12)), Wave(0.29, 0.050, (0.18, -0.26, 0.20))),
    stroke=0.85,
)
"""A ventricular escape beat."""

PACED = Form(APEX.qrs, APEX.recovery, stroke=0.85)
"""By a lead in the right ventricle's apex."""

TWISTING = Form(
    (
        Wave(-0.032, 0.015, (0.15, 0.40, 0.05)),
        Wave(0.0, 0.017, (0.35, 1.10, 0.35)),
        Wave(0.036, 0.016, (0.25, 0.45, 0.45)),
    ),
    (Wave(0.24, 0.050, (-0.12, -0.40, -0.16)),),
    stroke=0.15,
)
"""A beat of torsades de pointes."""

AGONAL = Form(
    (Wave(-0.030, 0.040, (0.10, 0.20, 0.10)), Wave(0.030, 0.050, (0.25, 0.40, 0.25))),
    (Wave(0.26, 0.090, (-0.12, -0.22, -0.12)),),
    stroke=0.08,
)
"""Of a dying heart: broad and low."""

SPIKE = (0.06, 0.17, 0.04)
"""A pacing pulse as a monitor's amplifier lets it through, mV."""


def in_tachycardia(form: Form) -> Form:
    """Give the shape as it is when it comes one after another: with a low T wave between.

    With a T wave as high as a single one's it would be a sine wave, which is ventricular flutter.
    """
    return with_t(form, 0.4)


def with_st(form: Form, dipole: tuple[float, float, float]) -> Form:
    """Give the shape with its ST segment shifted along a dipole, mV."""
    plateau = tuple(
        Wave(at, 0.028, (0.52 * dipole[0], 0.52 * dipole[1], 0.52 * dipole[2]))
        for at in (0.095, 0.135, 0.175, 0.215)
    )
    return Form(form.qrs, (*plateau, *form.recovery), form.stroke)


def with_t(form: Form, height: float, width: float = 1.0) -> Form:
    """Give the shape with its T wave so many times as high (below 0: inverted) and as wide."""
    last = form.recovery[-1].at
    waves = tuple(
        Wave(
            last + (w.at - last) * width,
            w.width * width,
            (w.dipole[0] * height, w.dipole[1] * height, w.dipole[2] * height),
        )
        for w in form.recovery
    )
    return Form(form.qrs, waves, form.stroke)
