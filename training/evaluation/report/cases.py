"""The worst misses and the worst false alarms of a detector, with what there is to see about them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from assets.records.open import open_record
from training.evaluation.beats import beat_maxima
from training.evaluation.detectors.live import MakeStream, stream_scores
from training.evaluation.detectors.run import ScoreRun
from training.evaluation.protocol import SILENT
from training.evaluation.report.pictures import Case
from training.evaluation.scores.false_alarms import FalseAlarms

COUNT = 10
"""So many of each are drawn."""

APART_S = 5.0
"""Two cases of one record are no nearer than this, s, so that ten of them show ten things."""

_AROUND_S = 2.0
_WARM_UP_S = 30.0  # the networks' state has forgotten by then where it began

Place = tuple[float, int, int]
"""Score, record's place, sample."""


def worst_misses(scores: ScoreRun, name: str, threshold: float) -> list[Place]:
    """Class V beats below the threshold, the lowest first."""
    found: list[Place] = []
    for i, truth in enumerate(scores.truths):
        score = scores.score(name, i)
        index = np.arange(truth.n_samples, dtype=np.int64) - score.delay(truth.fs)
        maxima = np.nan_to_num(beat_maxima(index, score.value, truth.beats, truth.fs), nan=SILENT)
        missed = (truth.aami == "V") & truth.assessed & (maxima < threshold)
        found += [(float(maxima[j]), i, int(truth.beats[j])) for j in np.flatnonzero(missed).tolist()]
    return _spread(sorted(found), scores)


def worst_false_alarms(scores: ScoreRun, name: str, threshold: float) -> list[Place]:
    """False alarms by the greatest score within half a second from them, the greatest first."""
    found: list[Place] = []
    for i, truth in enumerate(scores.truths):
        score = scores.score(name, i)
        false = FalseAlarms(truth, score.value, delay=score.delay(truth.fs))
        for at in false.at(threshold).tolist():
            height = float(score.value[at : at + round(0.5 * truth.fs)].max())
            found.append((height, i, at - score.delay(truth.fs)))
    return _spread(sorted(found, reverse=True), scores)


def gather(
    place: Place,
    caption: str,
    scores: ScoreRun,
    thresholds: Mapping[str, float],
    make_stream: MakeStream,
    data_dir: Path | None,
) -> Case:
    """Collect what is drawn about a place.

    Parameters
    ----------
    place : tuple
        As the two functions above give it.
    caption : str
        What it is; the record, the time and the score are added.
    scores : ScoreRun
        The scores of the run.
    thresholds : mapping of str to float
        Channels to draw, and their thresholds.
    make_stream : callable
        Gives a pipeline, which is run over the half minute before to see what the models expected.
    data_dir : Path or None
        Local mirror.
    """
    height, i, at = place
    truth = scores.truths[i]
    around = round(_AROUND_S * truth.fs)
    start, stop = max(0, at - around), min(truth.n_samples, at + around)
    begin = max(0, start - round(_WARM_UP_S * truth.fs))
    later = min(truth.n_samples, stop + round(truth.fs))  # for what comes out late
    signal = open_record(truth.name, data_dir=data_dir).signals[:, 0]
    rows = stream_scores(make_stream(truth.fs), signal[begin:later])
    expected = {}
    for channel in ("forecast", "reconstruction"):
        index = getattr(rows, channel).index + begin
        inside = (index >= start) & (index < stop)
        expected[channel] = index[inside], getattr(rows, channel).expected[inside]
    drawn = {}
    for channel, threshold in thresholds.items():
        score = scores.score(channel, i)
        shifted = score.value[start + score.delay(truth.fs) :][: stop - start]
        padded = np.full(stop - start, SILENT, dtype=np.float32)
        padded[: len(shifted)] = shifted
        drawn[channel] = padded / np.float32(threshold)
    near = (truth.beats >= start) & (truth.beats < stop)
    said = "no score" if height <= SILENT else f"score {height:.2f}"
    return Case(
        caption=f"{caption}: record {truth.name}, {_clock(at / truth.fs)}, {said}",
        at=at,
        start=start,
        fs=truth.fs,
        signal=signal[start:stop],
        expected=expected,
        scores=drawn,
        beats=list(zip(truth.beats[near].tolist(), truth.aami[near].tolist(), strict=True)),
    )


def _spread(found: list[Place], scores: ScoreRun) -> list[Place]:
    """The first `COUNT` of which no two of a record are nearer than `APART_S`."""
    kept: list[Place] = []
    for place in found:
        apart = APART_S * scores.truths[place[1]].fs
        if all(other[1] != place[1] or abs(other[2] - place[2]) >= apart for other in kept):
            kept.append(place)
        if len(kept) == COUNT:
            break
    return kept


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{seconds % 60:04.1f}"
