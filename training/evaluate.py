"""How well the live pipeline tells ectopic beats from normal ones in patients it has never seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.record import Record
from models.channels import ChannelRows
from models.pipeline import Scores, ScoreStream
from training.dataset import MARGIN_S, Beats, flutter, read_beats
from training.evaluation.beats import LEARN_S, alarms, beat_maxima
from training.metrics import average_precision, roc_auc

CHANNELS = ("forecast", "reconstruction", "combined")
"""What is judged. *Combined* ranks by the mean of both in units of their thresholds, and alarms as either."""

_CHUNK_S = 10.0


@dataclass(frozen=True)
class Operating:
    """What alarms at a threshold would have done, over one record or several.

    Attributes
    ----------
    found, ventricular : int
        Class V beats whose score reaches the threshold, and all of them.
    false_alarms : int
        Alarms in none of the abnormal beats' spans (to 1 s after), outside flutter.
    minutes : float
        Time judged.
    """

    found: int
    ventricular: int
    false_alarms: int
    minutes: float

    @property
    def sensitivity(self) -> float:
        """Share of class V beats found; NaN where there is none."""
        return self.found / self.ventricular if self.ventricular else float("nan")

    @property
    def alarms_per_minute(self) -> float:
        """False alarms a minute."""
        return self.false_alarms / self.minutes if self.minutes else float("nan")


@dataclass(frozen=True)
class ChannelReport:
    """One channel on one record, or on several pooled.

    Attributes
    ----------
    auc, precision : float
        ROC-AUC and average precision of V against N beats; NaN where a record lacks one of them.
    operating : Operating
        At the threshold frozen on DS1.
    """

    auc: float
    precision: float
    operating: Operating


@dataclass(frozen=True)
class RecordScores:
    """Beat scores of one record.

    Attributes
    ----------
    name : str
        The record.
    aami : ndarray of str, shape (n,)
        Class of each judged beat.
    beat_score : dict of str to ndarray of float64, shape (n,)
        Score of each judged beat, by channel, in units of the channel's threshold.
    operating : dict of str to Operating
        By channel.
    unscored : int
        Beats after the first five minutes without a score (in gaps, at the record's end).
    """

    name: str
    aami: npt.NDArray[np.str_]
    beat_score: dict[str, npt.NDArray[np.float64]]
    operating: dict[str, Operating]
    unscored: int


@dataclass(frozen=True)
class Report:
    """The evaluation of a list of records.

    Attributes
    ----------
    records : dict of str to dict of str to ChannelReport
        By record, then by channel.
    pooled : dict of str to ChannelReport
        By channel, over all beats of all records.
    beats : dict of str to int
        Number of judged beats by AAMI class.
    unscored : int
        Beats that had no score.
    latency_s : dict of str to float
        Declared delay by channel.
    """

    records: dict[str, dict[str, ChannelReport]]
    pooled: dict[str, ChannelReport]
    beats: dict[str, int]
    unscored: int
    latency_s: dict[str, float]

    def as_json(self) -> dict[str, Any]:
        """Give the report as plain dictionaries; NaN becomes None."""

        def channel(report: ChannelReport) -> dict[str, Any]:
            operating = report.operating
            return {
                "auc": _plain(report.auc),
                "average_precision": _plain(report.precision),
                "sensitivity": _plain(operating.sensitivity),
                "false_alarms_per_minute": _plain(operating.alarms_per_minute),
                **asdict(operating),
            }

        return {
            "task": "V against N, per beat",
            "pooled": {name: channel(report) for name, report in self.pooled.items()},
            "records": {
                record: {name: channel(report) for name, report in reports.items()}
                for record, reports in self.records.items()
            },
            "beats": self.beats,
            "beats_without_score": self.unscored,
            "latency_s": self.latency_s,
        }


def score_record(stream: ScoreStream, signal: npt.NDArray[np.float32]) -> Scores:
    """Push a whole lead through the pipeline, in chunks as it would come."""
    chunk = int(_CHUNK_S * stream.fs)
    return Scores.concatenate([stream.push(signal[i : i + chunk]) for i in range(0, len(signal), chunk)])


def evaluate_record(record: Record, make_stream: Callable[[float], ScoreStream]) -> RecordScores:
    """Score the beats of a record's first lead.

    Parameters
    ----------
    record : Record
        An annotated record.
    make_stream : callable
        Gives a pipeline at its beginning for a source rate in Hz.

    Returns
    -------
    RecordScores

    Raises
    ------
    ValueError
        If the record has no annotations.
    """
    beats = read_beats(record)
    stream = make_stream(record.fs)
    scores = score_record(stream, record.signals[:, 0])
    in_units = {
        name: _in_units(rows, stream.thresholds[name])
        for name, rows in (("forecast", scores.forecast), ("reconstruction", scores.reconstruction))
    }
    index, forecast, reconstruction = _aligned(in_units["forecast"], in_units["reconstruction"])
    in_units["combined"] = index, (forecast + reconstruction) / 2
    either = index, np.fmax(forecast, reconstruction)
    late = beats.sample >= LEARN_S * record.fs
    maxima = {
        name: beat_maxima(index, score, beats.sample, record.fs) for name, (index, score) in in_units.items()
    }
    judged = late & np.logical_and.reduce([np.isfinite(m) for m in maxima.values()])
    return RecordScores(
        name=record.name,
        aami=beats.aami[judged],
        beat_score={name: m[judged] for name, m in maxima.items()},
        operating={
            name: _operate(record, beats, *alarming)
            for name, alarming in {**in_units, "combined": either}.items()
        },
        unscored=int((late & ~judged).sum()),
    )


def evaluate(
    records: Iterable[Record],
    make_stream: Callable[[float], ScoreStream] = ScoreStream.shipped,
) -> Report:
    """Evaluate the pipeline on records, each as a new patient.

    Parameters
    ----------
    records : iterable of Record
        Annotated records; they are read one at a time.
    make_stream : callable, optional
        Gives a pipeline at its beginning for a source rate in Hz; the shipped one if left out.

    Returns
    -------
    Report

    Raises
    ------
    ValueError
        If there is no record, or one has no annotations.
    """
    results = [evaluate_record(record, make_stream) for record in records]
    if not results:
        raise ValueError("There is no record to evaluate.")
    aami = np.concatenate([r.aami for r in results])
    return Report(
        records={r.name: {name: _channel_report([r], name) for name in CHANNELS} for r in results},
        pooled={name: _channel_report(results, name) for name in CHANNELS},
        beats={name: int((aami == name).sum()) for name in "NSVFQ"},
        unscored=sum(r.unscored for r in results),
        latency_s=dict(make_stream(360.0).latency_s),
    )


def markdown(report: Report) -> str:
    """Write the report as a Markdown table, a line a record and one for all together."""

    def cells(reports: dict[str, ChannelReport]) -> list[str]:
        ranking = [f"{_three(reports[c].auc)} / {_three(reports[c].precision)}" for c in CHANNELS]
        operating = reports["combined"].operating
        return [*ranking, _three(operating.sensitivity), f"{operating.alarms_per_minute:.2f}"]

    header = ["record", *(f"{c} AUC / AP" for c in CHANNELS), "V found", "false alarms a minute"]
    lines = [header, ["---"] * len(header)]
    lines += [[name, *cells(reports)] for name, reports in report.records.items()]
    lines += [["**pooled**", *(f"**{cell}**" for cell in cells(report.pooled))]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _in_units(rows: ChannelRows, threshold: float) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    return rows.index, rows.score.astype(np.float64) / threshold


def _aligned(
    a: tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]],
    b: tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Samples that both channels describe, and both scores; known when the later channel comes out."""
    index, in_a, in_b = np.intersect1d(a[0], b[0], assume_unique=True, return_indices=True)
    return index, a[1][in_a], b[1][in_b]


def _operate(
    record: Record,
    beats: Beats,
    index: npt.NDArray[np.int64],
    score: npt.NDArray[np.float64],
) -> Operating:
    """What alarms at 1 (the threshold) would have done."""
    maxima = beat_maxima(index, score, beats.sample, record.fs)
    learn = LEARN_S * record.fs
    excused = np.zeros(len(index), dtype=bool)
    for r in beats.sample[beats.aami != "N"]:
        first, last = np.searchsorted(index, [r - 0.1 * record.fs, r + MARGIN_S * record.fs])
        excused[first:last] = True
    excused |= flutter(record, index)
    onsets = alarms(score, 1.0, record.fs, index)
    false = onsets[(index[onsets] >= learn) & ~excused[onsets]]
    ventricular = (beats.aami == "V") & (beats.sample >= learn)
    with np.errstate(invalid="ignore"):
        found = ventricular & (maxima >= 1.0)
    return Operating(
        int(found.sum()), int(ventricular.sum()), len(false), max(0.0, record.duration - LEARN_S) / 60
    )


def _channel_report(results: Sequence[RecordScores], channel: str) -> ChannelReport:
    """Rank V against N over all these records; add up what the alarms did."""
    score = np.concatenate([r.beat_score[channel] for r in results])
    aami = np.concatenate([r.aami for r in results])
    judged = (aami == "V") | (aami == "N")
    operating = [r.operating[channel] for r in results]
    return ChannelReport(
        roc_auc(score[judged], aami[judged] == "V"),
        average_precision(score[judged], aami[judged] == "V"),
        Operating(
            sum(o.found for o in operating),
            sum(o.ventricular for o in operating),
            sum(o.false_alarms for o in operating),
            sum(o.minutes for o in operating),
        ),
    )


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else round(value, 4)


def _three(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.3f}".removeprefix("0")
