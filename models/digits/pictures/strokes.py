"""Digits as strokes of a pen, written for this project: nobody's handwriting, and no network's picture.

A digit is a few strokes, each a list of places in a box of 100 by 100 with the origin at the upper left.
Through four places and more runs a smooth curve; fewer are joined by straight lines.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.digits.pictures.drawing import prepare

Array = npt.NDArray[np.float32]
Stroke = tuple[tuple[float, float], ...]

CANVAS = 112
"""Rows and columns on which the strokes are drawn, four for each of a digit's pixels."""

CLOSE = 0.5
"""Distance between the places of a stroke at which the pen is put down, about."""

FORMS: tuple[tuple[tuple[Stroke, ...], ...], ...] = (
    (  # 0
        (((52, 12), (30, 24), (24, 52), (32, 80), (52, 90), (72, 78), (78, 50), (70, 22), (52, 12)),),
        (((60, 14), (38, 22), (22, 48), (24, 76), (42, 88), (64, 80), (80, 52), (76, 24), (54, 12)),),
    ),
    (  # 1
        (((52, 10), (50, 90)),),
        (((38, 28), (54, 10)), ((54, 10), (50, 90))),
    ),
    (  # 2
        (((28, 30), (38, 14), (58, 12), (70, 26), (64, 48), (44, 70), (26, 86)), ((26, 86), (76, 86))),
        (
            ((26, 34), (32, 18), (52, 12), (68, 24), (66, 44), (48, 68), (28, 84), (24, 76), (34, 72),
             (52, 82), (78, 84)),
        ),
    ),
    (  # 3
        (
            ((28, 20), (46, 11), (66, 18), (66, 36), (46, 48)),
            ((46, 48), (68, 54), (74, 72), (58, 88), (38, 88), (26, 78)),
        ),
        (
            ((30, 14), (70, 14)), ((70, 14), (48, 44)),
            ((48, 44), (68, 50), (74, 68), (62, 86), (42, 90), (26, 82)),
        ),
    ),
    (  # 4
        (((32, 12), (26, 34), (26, 52), (30, 56)), ((30, 56), (74, 52)), ((66, 10), (62, 92))),
        (((54, 10), (24, 60)), ((24, 60), (80, 60)), ((62, 34), (60, 92))),
    ),
    (  # 5
        (
            ((72, 14), (36, 14)), ((36, 14), (32, 46)),
            ((32, 46), (50, 40), (70, 52), (72, 72), (56, 88), (36, 88), (24, 78)),
        ),
        (
            ((76, 12), (40, 16)), ((40, 16), (34, 48)),
            ((34, 48), (56, 46), (68, 60), (64, 78), (46, 90), (26, 86)),
        ),
    ),
    (  # 6
        (
            ((64, 10), (46, 24), (32, 48), (28, 72), (40, 88), (60, 86), (70, 70), (62, 56), (44, 56),
             (30, 70)),
        ),
        (
            ((56, 10), (40, 30), (30, 58), (34, 82), (52, 90), (68, 80), (68, 64), (54, 56), (38, 62),
             (32, 74)),
        ),
    ),
    (  # 7
        (((24, 16), (76, 14)), ((76, 14), (62, 42), (50, 66), (44, 92))),
        (((22, 22), (50, 16), (74, 16)), ((74, 16), (44, 92))),
    ),
    (  # 8
        (
            ((66, 22), (50, 11), (36, 22), (42, 38), (60, 54), (68, 72), (54, 88), (36, 82), (34, 66),
             (50, 50), (66, 36), (66, 22)),
        ),
        (
            ((50, 48), (34, 36), (36, 18), (54, 11), (68, 22), (64, 38), (50, 48), (36, 62), (36, 80),
             (52, 90), (68, 80), (66, 62), (50, 48)),
        ),
    ),
    (  # 9
        (
            ((68, 32), (58, 14), (38, 16), (30, 34), (40, 50), (58, 48), (68, 32)),
            ((68, 32), (66, 60), (60, 90)),
        ),
        (
            ((70, 24), (52, 12), (34, 22), (32, 42), (48, 50), (66, 42), (70, 24)),
            ((70, 24), (70, 56), (62, 78), (42, 90)),
        ),
    ),
)  # fmt: skip
"""By digit, its forms; a form is strokes."""


@dataclass(frozen=True)
class Hand:
    """How a form is written.

    Attributes
    ----------
    slant : float
        To the right, as a share of the height.
    width : float
        Width in that of the form.
    pen : float
        Width of the stroke, in hundredths of the box.
    """

    slant: float
    width: float
    pen: float


HANDS = (Hand(0.0, 1.0, 10.0), Hand(0.22, 0.9, 8.5), Hand(-0.08, 1.12, 12.0))


def write(digit: int, form: int, hand: Hand) -> Array:
    """Write a digit as MNIST's are: 28 by 28, centred.

    Parameters
    ----------
    digit : int
        From 0 to 9.
    form : int
        Index into the digit's `FORMS`.
    hand : Hand
        How it is written.

    Returns
    -------
    ndarray of float32, shape (28, 28)
        Ink from 0 to 1.
    """
    from scipy.spatial import cKDTree

    places = np.concatenate([_curve(stroke) for stroke in FORMS[digit][form]])
    x = 50 + 0.8 * ((places[:, 0] - 50) * hand.width + hand.slant * (50 - places[:, 1]))
    y = 50 + 0.8 * (places[:, 1] - 50)
    pixels = (np.indices((CANVAS, CANVAS)).reshape(2, -1).T + 0.5) * (100 / CANVAS)
    near = cKDTree(np.stack([y, x], axis=1)).query(pixels)[0].reshape(CANVAS, CANVAS)
    # The pen's edge is soft over one pixel of the canvas.
    return prepare(np.clip((0.4 * hand.pen - near) * CANVAS / 100 + 0.5, 0, 1))


def _curve(stroke: Stroke) -> npt.NDArray[np.float64]:
    """Places along a stroke, close to each other; shape (n, 2)."""
    from scipy.interpolate import make_interp_spline

    places = np.array(stroke, dtype=float)
    steps = np.hypot(*np.diff(places, axis=0).T)
    # At the root of the chords' lengths the curve does not swing out where places are near each other.
    at = np.concatenate([[0], np.cumsum(np.sqrt(steps))])
    curve = make_interp_spline(at, places, k=3 if len(places) >= 4 else 1)
    dense: npt.NDArray[np.float64] = curve(np.linspace(0, at[-1], round(steps.sum() / CLOSE)))
    return dense
