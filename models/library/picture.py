"""A stretch with its beats and alerts as a matplotlib figure: for notebooks and papers."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MultipleLocator, NullLocator

from assets.phrase import phrase
from assets.records.lead import Lead, LeadKind
from models.alerts.kinds import Nature
from models.judging.labels import BeatClass
from models.library.account import Account
from models.library.disturbed import LINE_MM, draw_bars, foot_of, write_foot
from models.library.lines import LINE_S, WIDTH_MM, draw_lines

COLOURS = {
    Nature.BEATS: "#d55e00",
    Nature.PREMATURE: "#0072b2",
    Nature.TECHNICAL: "#777777",
    Nature.PROVISIONAL: "#cc79a7",
}
"""Of alerts: eyes that are blind to red or to green tell them apart (Okabe and Ito, "Color Universal Design",
2008)."""

MM_PER_S, MM_PER_MV = 25.0, 10.0
"""The paper's speed and gain; a figure of 100 % has them as long as it is no wider than `WIDEST_MM`."""

NARROWEST_MM, WIDEST_MM = 100.0, 400.0
ROW_MM, LOW_ROW_MM, HIGHEST_ROW_MM = 30.0, 22.0, 60.0
MARGINS_MM = 32.0
TITLE_MM, FOOT_MM = 20.0, 12.0
BEATS_MM, ALERTS_MM = 0.6, (4.2, 7.8, 11.4)
"""Over the first lead stand the beats, and over them the alerts: in the first line that has room."""

FINE_S = 15.0
"""The paper's small squares are drawn up to so much time, s."""

FIGURE_MM = 3.2
"""Height of a figure beside an axis, with air around it, mm."""

LETTER_MM = 1.5
"""Width of a letter of an alert's words."""

MOST_POINTS = 20_000
"""Of a longer stretch each point is the lowest or highest of some samples."""

MOST_LABELS = 60
"""Beats are labelled up to so many of them."""

SECONDS_AT_ONCE = 3600.0
"""No more than this is drawn, s."""


class Picture(Figure):
    """A figure that a notebook shows by itself, whether or not it was told about matplotlib."""

    def _repr_png_(self) -> bytes:
        from io import BytesIO

        content = BytesIO()
        FigureCanvasAgg(self).print_png(content)
        return content.getvalue()


def plot(
    account: Account, start_s: float | None = None, stop_s: float | None = None, lead: str | None = None
) -> Figure:
    """Draw a stretch: its leads on ECG paper, what each beat was taken for, the alerts, and added artefacts.

    One of more than `models.library.lines.LINE_S` is drawn in lines below each other, of one lead: its beats
    would touch each other.

    Parameters
    ----------
    account : Account
        What was watched (`models.library.watch.Watch`).
    start_s, stop_s : float, optional
        Where it begins and ends, in seconds of the source; all of it where they are left out.
    lead : str, optional
        The lead to draw; where it is left out all, and in lines the one that was analysed first.

    Returns
    -------
    matplotlib.figure.Figure
        On no screen: a notebook shows it, ``savefig`` writes it. Nothing of pyplot is touched.

    Raises
    ------
    ValueError
        If nothing was watched between the two, it is longer than `SECONDS_AT_ONCE`, or there is no such lead.
    """
    shown = account.cut(account.start / account.fs if start_s is None else start_s, stop_s)
    if shown.seconds > SECONDS_AT_ONCE:
        raise ValueError(
            phrase(
                "{seconds:.0f} s are too many for one picture: draw at most {seconds_at_once:.0f} s.",
                seconds=shown.seconds,
                seconds_at_once=SECONDS_AT_ONCE,
            )
        )
    if shown.seconds > LINE_S:
        return _in_lines(shown, lead)
    info, samples = shown.info, shown.samples()
    drawn = [i for i, one in enumerate(info.leads) if one.kind is not LeadKind.NUMERIC]
    columns = [info.lead_index(lead)] if lead else drawn
    heights = [_height_mm(info.leads[i], samples[:, i]) for i in columns]
    width = min(max(shown.seconds * MM_PER_S, NARROWEST_MM), WIDEST_MM)
    foot = foot_of(shown, width)
    foot_mm = FOOT_MM + len(foot) * LINE_MM
    whole = width + MARGINS_MM, sum(heights) + TITLE_MM + foot_mm
    figure = Picture(figsize=(whole[0] / 25.4, whole[1] / 25.4))
    FigureCanvasAgg(figure)
    grid = figure.add_gridspec(
        len(columns),
        1,
        height_ratios=heights,
        hspace=0.0,
        left=22.0 / whole[0],
        right=1 - (MARGINS_MM - 22.0) / whole[0],
        top=1 - TITLE_MM / whole[1],
        bottom=foot_mm / whole[1],
    )
    time = np.arange(shown.start, shown.stop) / info.fs
    above: Axes | None = None
    for row, (column, height) in enumerate(zip(columns, heights, strict=True)):
        axes = figure.add_subplot(grid[row], sharex=above)
        _draw_lead(axes, info.leads[column], time, samples[:, column], height, shown.seconds)
        draw_bars(axes, shown, info.leads[column].name, height)
        for event in shown.alerts:
            first, last = max(event.start, shown.start), min(event.end, shown.stop - 1)
            colour = COLOURS[event.kind.nature]
            axes.axvspan(first / info.fs, max(last, first + 1) / info.fs, color=colour, alpha=0.16, lw=0)
        axes.tick_params(labelbottom=row == len(columns) - 1)
        above = above or axes
    assert above is not None
    _draw_words(above, shown, heights[0], width)
    axes.set_xlim(shown.start / info.fs, shown.stop / info.fs)
    axes.set_xlabel("Time [s]", fontsize=8)
    figure.text(
        22.0 / whole[0],
        1 - 1.5 / whole[1],
        f"{info.name}: {shown.start / info.fs:g} to {shown.stop / info.fs:g} s",
        fontsize=9,
        fontweight="bold",
        va="top",
        parse_math=False,
    )
    write_foot(figure, foot, 22.0)
    return figure


def _in_lines(shown: Account, lead: str | None) -> Figure:
    info = shown.info
    column = info.lead_index(lead) if lead else (*shown.columns, 0)[0]
    figure = Picture()
    FigureCanvasAgg(figure)
    foot = foot_of(shown, WIDTH_MM)
    draw_lines(figure, shown, column, COLOURS, len(foot) * LINE_MM)
    width, height = figure.get_size_inches()
    figure.text(
        22.0 / 25.4 / width,
        1 - 1.5 / 25.4 / height,
        f"{info.name}, {info.leads[column].name}: {shown.start / info.fs:g} to {shown.stop / info.fs:g} s",
        fontsize=9,
        fontweight="bold",
        va="top",
        parse_math=False,
    )
    write_foot(figure, foot, 22.0)
    return figure


def _height_mm(lead: Lead, values: np.ndarray) -> float:
    if lead.kind is not LeadKind.ECG or lead.unit != "mV":
        return LOW_ROW_MM
    known = values[np.isfinite(values)]
    reach = float(known.max() - known.min()) * MM_PER_MV if len(known) else 0.0
    return min(max(5 * math.ceil((reach + 6.0) / 5), ROW_MM), HIGHEST_ROW_MM)


def _draw_lead(
    axes: Axes, lead: Lead, time: np.ndarray, values: np.ndarray, height_mm: float, seconds: float
) -> None:
    x, y = _thinned(time, values)
    axes.plot(x, y, color="#101010", lw=0.8)
    axes.set_ylabel(f"{lead.name}\n{lead.unit}", fontsize=8, parse_math=False)
    axes.tick_params(labelsize=7, length=2)
    known = values[np.isfinite(values)]
    if lead.kind is LeadKind.ECG and lead.unit == "mV" and len(known):
        middle = (float(known.min()) + float(known.max())) / 2
        half = max(height_mm / MM_PER_MV / 2, 0.51 * float(known.max() - known.min()))
        axes.set_ylim(middle - half, middle + half)
        axes.yaxis.set_major_locator(MultipleLocator(max(0.5, 0.5 * math.ceil(half / 2.5))))
    axes.yaxis.set_major_formatter(FuncFormatter(partial(_figure_off_the_edge, axes, height_mm)))
    if seconds <= FINE_S:
        axes.xaxis.set_major_locator(MultipleLocator(1.0))
        axes.xaxis.set_minor_locator(MultipleLocator(0.2))
        axes.yaxis.set_minor_locator(MultipleLocator(0.1) if lead.unit == "mV" else NullLocator())
        axes.grid(True, which="minor", color="#f6dcd8", lw=0.5)
    axes.grid(True, color="#e9b3aa", lw=0.6)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_color("#e9b3aa")


def _figure_off_the_edge(axes: Axes, height_mm: float, value: float, _place: int | None = None) -> str:
    """Write a figure of the axis, unless it would reach over the row's edge and touch the next row's."""
    low, high = axes.get_ylim()
    edge = (high - low) * FIGURE_MM / 2 / height_mm
    return f"{round(value, 6) + 0.0:g}".replace("-", "−") if low + edge <= value <= high - edge else ""


def _thinned(time: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same curve to the eye with no more than about `MOST_POINTS` points: extremes of equal pieces."""
    if len(values) <= MOST_POINTS:
        return time, values
    step = 2 * math.ceil(len(values) / MOST_POINTS)
    n = len(values) // step
    pieces = values[: n * step].reshape(n, step)
    known = np.isfinite(pieces).all(axis=1)
    low = np.where(known, np.where(np.isfinite(pieces), pieces, np.inf).min(axis=1), np.nan)
    high = np.where(known, np.where(np.isfinite(pieces), pieces, -np.inf).max(axis=1), np.nan)
    at = time[: n * step : step]
    return np.repeat(at, 2), np.column_stack([low, high]).ravel()


def _draw_words(axes: Axes, shown: Account, height_mm: float, width_mm: float) -> None:
    """Beats above the first lead, and over them what each alert is."""
    place = axes.get_xaxis_transform()
    classes = shown.classes()
    if len(classes) <= MOST_LABELS:
        for sample, told in zip(shown.beats.index.tolist(), classes, strict=True):
            loud = told is not BeatClass.NORMAL
            axes.text(
                sample / shown.fs,
                1 + BEATS_MM / height_mm,
                told.value,
                transform=place,
                ha="center",
                va="bottom",
                fontsize=7,
                color="#101010" if loud else "#707070",
                fontweight="bold" if loud else "normal",
            )
    taken = [-math.inf] * len(ALERTS_MM)
    for event in sorted(shown.alerts, key=lambda e: e.start):
        room = shown.seconds * LETTER_MM / width_mm * (len(event.title()) + 2)
        at = max(event.start, shown.start) / shown.fs
        at = max(min(at, shown.stop / shown.fs - room), shown.start / shown.fs)  # none goes over the edge
        free = next((i for i, until in enumerate(taken) if at >= until), None)
        if free is None:
            continue  # it is shaded, and there is no room to say more
        taken[free] = at + room
        axes.text(
            at,
            1 + ALERTS_MM[free] / height_mm,
            event.title(),
            transform=place,
            ha="left",
            va="bottom",
            fontsize=7,
            color=COLOURS[event.kind.nature],
            parse_math=False,
        )
