"""A long stretch as lines below each other, as full disclosure is printed: one lead, a minute a line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator

from models.alerts.kinds import Nature
from models.judging.labels import BeatClass
from models.library.account import Account
from models.library.disturbed import BAR_MM, COLOUR, spans

LINE_S = 60.0
"""A line shows so much, s."""

LINE_MM, WIDTH_MM = 14.0, 400.0
LEFT_MM, RIGHT_MM, TOP_MM, FOOT_MM = 22.0, 10.0, 12.0, 12.0

REACH = (0.5, 99.5)
"""A line has room for half as much again as lies between these percentiles; the rest is cut off."""


def draw_lines(
    figure: Figure, shown: Account, column: int, colours: Mapping[Nature, str], room_mm: float = 0.0
) -> None:
    """Draw one lead line by line: alerts shaded, V and S beats by their letters, a bar below artefacts.

    Parameters
    ----------
    figure : Figure
        Gets its size here.
    shown : Account
        The stretch.
    column : int
        The lead.
    colours : mapping of Nature to str
        Of alerts.
    room_mm : float
        So much is left free at the foot, mm.
    """
    info, per_line = shown.info, round(LINE_S * shown.fs)
    foot_mm = FOOT_MM + room_mm
    n_lines = math.ceil((shown.stop - shown.start) / per_line)
    whole = WIDTH_MM + LEFT_MM + RIGHT_MM, n_lines * LINE_MM + TOP_MM + foot_mm
    figure.set_size_inches(whole[0] / 25.4, whole[1] / 25.4)
    axes = figure.add_axes(
        (
            LEFT_MM / whole[0],
            foot_mm / whole[1],
            WIDTH_MM / whole[0],
            1 - (TOP_MM + foot_mm) / whole[1],
        )
    )
    samples = shown.samples()[:, column]
    known = samples[np.isfinite(samples)]
    low, high = np.percentile(known, REACH) if len(known) else (-1.0, 1.0)
    middle, scale = (low + high) / 2, 0.65 / max(float(high - low), 1e-6)
    for line in range(n_lines):
        values = samples[line * per_line : (line + 1) * per_line]
        place = np.clip((values - middle) * scale, -0.48, 0.48) - line
        axes.plot(np.arange(len(values)) / shown.fs, place, color="#101010", lw=0.5)
    _shade(axes, shown, per_line, colours)
    _name_beats(axes, shown, per_line)
    for start, stop in spans(shown, info.leads[column].name):
        for line, begin, end in _by_line(start - shown.start, stop - shown.start, per_line):
            low = BAR_MM / LINE_MM - line - 0.5
            axes.plot(
                [begin / shown.fs, end / shown.fs], [low, low], color=COLOUR, lw=1.5, solid_capstyle="butt"
            )
    axes.set_xlim(0, LINE_S)
    axes.set_ylim(0.5 - n_lines, 0.5)
    begins = [(shown.start + line * per_line) / shown.fs for line in range(n_lines)]
    axes.set_yticks([-line for line in range(n_lines)], [_clock(at) for at in begins])
    axes.xaxis.set_major_locator(MultipleLocator(5.0))
    axes.grid(True, axis="x", color="#e9b3aa", lw=0.5)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=7, length=2)
    axes.set_xlabel("Time in the line [s]", fontsize=8)
    for spine in axes.spines.values():
        spine.set_color("#e9b3aa")
    unit = info.leads[column].unit
    axes.annotate(
        f"1 {unit}", (1.004, 1.0), xycoords="axes fraction", fontsize=7, va="bottom", annotation_clip=False
    )
    axes.plot(
        [1.006, 1.006],
        [0.4 - scale, 0.4],
        transform=axes.get_yaxis_transform(),
        color="#101010",
        lw=1.2,
        clip_on=False,
    )


def _shade(axes: Axes, shown: Account, per_line: int, colours: Mapping[Nature, str]) -> None:
    for event in shown.alerts:
        first, last = (
            max(event.start, shown.start) - shown.start,
            min(event.end, shown.stop - 1) - shown.start,
        )
        for line, begin, end in _by_line(first, last + 1, per_line):
            axes.broken_barh(
                [(begin / shown.fs, max(end - begin, 1) / shown.fs)],
                (-line - 0.5, 1.0),
                color=colours[event.kind.nature],
                alpha=0.16,
                lw=0,
            )


def _by_line(start: int, stop: int, per_line: int) -> Iterator[tuple[int, int, int]]:
    """Give each line that a piece reaches, and the samples in it where the piece begins and ends."""
    for line in range(start // per_line, (stop - 1) // per_line + 1):
        yield line, max(start - line * per_line, 0), min(stop - line * per_line, per_line)


def _name_beats(axes: Axes, shown: Account, per_line: int) -> None:
    for sample, told in zip(shown.beats.index.tolist(), shown.classes(), strict=True):
        if told in (BeatClass.ECTOPIC, BeatClass.PREMATURE):
            line, at = divmod(sample - shown.start, per_line)
            axes.text(at / shown.fs, 0.5 - line, told.value, ha="center", va="top", fontsize=5)


def _clock(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute:02d}:{second:02d}"
