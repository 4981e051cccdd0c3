"""The report's pictures, as PNG."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from training.evaluation.beats import LEARN_S
from training.evaluation.protocol import SILENT, EmissionScore, Truth
from training.evaluation.scores.assessment import Assessment
from training.evaluation.scores.false_alarms import FalseAlarms

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, FAINT, PAPER = "#1c2733", "#8b98a5", "#ffffff"
FORECAST, RECONSTRUCTION, ECTOPY, ALARM = "#d1495b", "#7b5ea7", "#00798c", "#c44900"
_COLOURS = {
    "forecast": FORECAST,
    "reconstruction": RECONSTRUCTION,
    "combined": "#5b8c5a",
    "ectopy": ECTOPY,
    "fused": ECTOPY,
    "premature": "#b8860b",
}
_DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 3)))
_SMALL, _TEXT, _TITLE = 8.5, 9.0, 10.0  # points; the only sizes
_LEGEND: Mapping[str, Any] = {"fontsize": _SMALL, "framealpha": 0.85, "edgecolor": "none"}
_STRIP_S = 4.0
_TALLEST = 3.0  # thresholds; strips are cut off there


@dataclass(frozen=True)
class Case:
    """A beat that was missed or an alarm that was false, with what is to be drawn about it.

    Attributes
    ----------
    caption : str
        What it is.
    at : int
        R peak or the moment that the alarm is about, sample.
    start : int
        Sample at which the pieces begin.
    fs : float
        Rate, Hz.
    signal : ndarray of float32, shape (n,)
        mV.
    expected : mapping of str to tuple of ndarray
        Samples and mV of what each model expected, by channel.
    scores : mapping of str to ndarray of float32, shape (n,)
        Scores over their thresholds, by channel, the delays taken off.
    beats : sequence of tuple of (int, str)
        Reference beats in the piece, and their annotation's class.
    """

    caption: str
    at: int
    start: int
    fs: float
    signal: npt.NDArray[np.float32]
    expected: Mapping[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]]
    scores: Mapping[str, npt.NDArray[np.float32]]
    beats: Sequence[tuple[int, str]]


def curves(assessments: Mapping[str, Assessment]) -> bytes:
    """ROC and precision-recall curves of V against N, all beats pooled."""
    figure = _figure(10.0, 4.4)
    roc, pr = figure.subplots(1, 2)
    dashes = iter(_DASHES * 4)
    for name, assessment in assessments.items():
        score = np.concatenate([record.score for record in assessment.records.values()])
        aami = np.concatenate([record.aami for record in assessment.records.values()])
        part = (aami == "V") | (aami == "N")
        order = np.argsort(-score[part], kind="stable")
        positive = (aami[part] == "V")[order]
        last = np.append(np.flatnonzero(np.diff(score[part][order])), len(order) - 1)
        hits, told = np.cumsum(positive)[last], last + 1
        if not positive.any() or positive.all():
            continue
        recall, fall_out = hits / positive.sum(), (told - hits) / (~positive).sum()
        ours = name in _COLOURS
        style = {
            "color": _COLOURS.get(name, FAINT),
            "linewidth": 1.8 if ours else 1.0,
            "linestyle": "-" if ours else next(dashes),
            "zorder": 3 if ours else 2,
        }
        ranking = assessment.rankings["V"]
        roc.plot(np.r_[0, fall_out], np.r_[0, recall], label=f"{name}, AUC {ranking.auc:.3f}", **style)
        pr.plot(recall, hits / told, label=f"{name}, AP {ranking.precision:.3f}", **style)
    roc.set(
        xlabel="share of N beats taken for V", ylabel="share of V beats found", xlim=(0, 1), ylim=(0, 1.005)
    )
    pr.set(
        xlabel="share of V beats found", ylabel="share of V among those told", xlim=(0, 1), ylim=(0, 1.005)
    )
    for axes, title, place in ((roc, "ROC", "lower right"), (pr, "Precision and recall", "lower left")):
        _bare(axes)
        axes.set_title(title, loc="left", fontweight="bold", fontsize=_TITLE)
        axes.legend(loc=place, **_LEGEND)
    return _png(figure)


def strips(truths: Sequence[Truth], scores: Sequence[EmissionScore], threshold: float, name: str) -> bytes:
    """A strip a record: the score's greatest value in each 4 s, V beats ticked, false alarms marked."""
    figure = _figure(10.0, 0.42 * len(truths) + 0.7)
    rows = np.atleast_1d(figure.subplots(len(truths), 1, sharex=True))
    for axes, truth, score in zip(rows, truths, scores, strict=True):
        per = round(_STRIP_S * truth.fs)
        whole = truth.n_samples // per * per
        greatest = score.value[:whole].reshape(-1, per).max(axis=1) / threshold
        minutes = (np.arange(len(greatest)) + 0.5) * _STRIP_S / 60
        shown = np.where(greatest <= SILENT / threshold, np.nan, greatest).clip(0, _TALLEST)
        axes.fill_between(minutes, 0, shown, color=ECTOPY, alpha=0.25, linewidth=0, step="mid")
        axes.fill_between(minutes, 1, shown.clip(1), color=ECTOPY, alpha=0.7, linewidth=0, step="mid")
        axes.axhline(1, color=FAINT, linewidth=0.6, linestyle=(0, (4, 2)))
        axes.axvspan(0, LEARN_S / 60, color="#eef1f4", linewidth=0, zorder=0)
        ectopic = truth.beats[(truth.aami == "V") & truth.assessed] / truth.fs / 60
        axes.vlines(ectopic, _TALLEST + 0.15, _TALLEST + 0.85, color=INK, linewidth=0.5)
        alarms = FalseAlarms(truth, score.value, delay=score.delay(truth.fs))
        false = alarms.at(threshold) / truth.fs / 60
        axes.plot(false, np.full(len(false), -0.45), marker="^", color=ALARM, markersize=3, linestyle="none")
        axes.set(ylim=(-0.9, _TALLEST + 1), xlim=(0, truth.n_samples / truth.fs / 60), yticks=[])
        axes.set_ylabel(truth.name, rotation=0, ha="right", va="center", fontsize=_TEXT)
        for side in ("top", "right", "left", "bottom"):
            axes.spines[side].set_visible(False)
        axes.tick_params(length=0, labelsize=_SMALL)
    rows[-1].set_xlabel("minutes", fontsize=_TEXT)
    figure.suptitle(
        f"{name}: score (threshold dashed), V beats |, false alarms ▲", x=0.01, ha="left", fontsize=_TITLE
    )
    return _png(figure)


def case(drawn: Case) -> bytes:
    """One miss or false alarm: the signal with what was expected, and below it the scores."""
    figure = _figure(6.4, 3.3)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(2, 1))
    seconds = (np.arange(len(drawn.signal)) + drawn.start) / drawn.fs
    above.plot(seconds, drawn.signal, color=INK, linewidth=1.0, label="ECG")
    for name, (at, expected) in drawn.expected.items():
        above.plot(at / drawn.fs, expected, color=_COLOURS[name], linewidth=0.9, alpha=0.9, label=name)
    top = float(np.nanmax(drawn.signal)) if np.isfinite(drawn.signal).any() else 1.0
    for beat, aami in drawn.beats:
        colour = ALARM if aami != "N" else FAINT
        above.annotate(
            aami, (beat / drawn.fs, top), (0, 4), textcoords="offset points", ha="center", color=colour
        )
    for name, score in drawn.scores.items():
        shown = np.where(score <= SILENT / 10, np.nan, score).clip(-1, 6)
        below.plot(seconds, shown, color=_COLOURS[name], linewidth=1.1, label=name)
    below.axhline(1, color=FAINT, linewidth=0.8, linestyle=(0, (4, 2)))
    for axes in (above, below):
        axes.axvspan((drawn.at - 36) / drawn.fs, (drawn.at + 126) / drawn.fs, color="#fdf0e0", zorder=0)
        _bare(axes)
    above.set(ylabel="mV", xlim=(seconds[0], seconds[-1]))
    above.margins(y=0.2)
    below.set(xlabel="time in the record (s)", ylabel="in thresholds")
    below.legend(loc="upper left", ncols=3, **_LEGEND)
    above.legend(loc="lower left", ncols=3, **_LEGEND)
    above.set_title(drawn.caption, loc="left", fontweight="bold", fontsize=_TITLE)
    return _png(figure)


def _figure(width: float, height: float) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained", dpi=110, facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure


def _bare(axes: Axes) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(FAINT)
    axes.tick_params(color=FAINT, labelcolor=INK, labelsize=_SMALL)
    for axis in (axes.xaxis, axes.yaxis):
        axis.label.set(size=_TEXT, color=INK)
    axes.grid(color="#eef1f4", linewidth=0.8)
    axes.set_axisbelow(True)


def _png(figure: Figure) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()
