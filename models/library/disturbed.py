"""The artefacts in a picture's samples: a bar below each trace that has one, and in words at the foot."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from assets.phrase import listed
from models.library.account import Account
from models.scenario.source import told_artefact

COLOUR = "#00735a"
"""Of the bars and of what is said of them: no alert's."""

MOST_TOLD = 8
"""So many are told one by one at the foot of a picture; the words in its file tell all."""

LETTER_MM, LINE_MM = 1.35, 3.4
"""Width of a letter and height of a line at the foot, mm."""

BAR_MM = 1.0
"""A bar lies so high above the lower edge of its trace, mm."""


def artefacts_in(account: Account) -> list[str]:
    """Name each artefact of a stretch: its kind, amount and leads, from when to when.

    Returns
    -------
    list of str
        As ``Artefact added: Muscle noise, 6 dB (MLII, V1), 13.9 to 18.9 s``, in the order of time.
    """
    told = []
    for one in sorted(account.artefacts, key=lambda one: (one.start, one.stop)):
        words, leads = told_artefact(one.setting.kind, one.setting.amount), listed(one.setting.leads)
        first, last = one.start / account.fs, one.stop / account.fs
        told.append(f"Artefact added: {words} ({leads}), {first:.1f} to {last:.1f} s")
    return told


def foot_of(account: Account, width_mm: float) -> list[str]:
    """Give the lines at the foot of a picture that is so wide; none where there is no artefact."""
    told = artefacts_in(account)
    left = len(told) - MOST_TOLD
    shown = [*told[:MOST_TOLD], f"and {left} more"] if left > 0 else told
    return [line for one in shown for line in textwrap.wrap(one, int(width_mm / LETTER_MM))]


def write_foot(figure: Figure, lines: list[str], left_mm: float) -> None:
    """Write the lines at the foot of a figure."""
    width, height = (25.4 * inches for inches in figure.get_size_inches())
    for place, line in enumerate(reversed(lines)):
        figure.text(
            left_mm / width,
            (1.2 + place * LINE_MM) / height,
            line,
            fontsize=7,
            color=COLOUR,
            va="bottom",
            parse_math=False,
        )


def spans(account: Account, lead: str) -> Iterator[tuple[int, int]]:
    """Give first sample, and the one after the last, of each artefact in a lead."""
    for one in account.artefacts:
        if lead in one.setting.leads:
            yield one.start, one.stop


def draw_bars(axes: Axes, account: Account, lead: str, height_mm: float) -> None:
    """Draw a bar along the lower edge of a trace that is so high, as long as an artefact is in it."""
    for start, stop in spans(account, lead):
        axes.plot(
            [start / account.fs, stop / account.fs],
            [BAR_MM / height_mm] * 2,
            transform=axes.get_xaxis_transform(),
            color=COLOUR,
            lw=2.0,
            solid_capstyle="butt",
        )
