"""The figures of one annotated recording, so that those of an archive can be added up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from models.alerts.events import Event
from models.judging.alerts import is_true
from models.judging.reference import Reference
from training.evaluation.alerts import assess_alerts
from training.evaluation.detectors.live import FUSED, MAIN, LivePipeline, StreamMaker
from training.evaluation.detectors.run import ScoreRun
from training.evaluation.ec57 import CLASSES, Confusion
from training.evaluation.scores.assess import assess

Row = dict[str, Any]


def judged(
    spec: str, maker: StreamMaker, data_dir: Path | None
) -> tuple[Row, list[tuple[Event, bool | None]], float]:
    """Assess the pipeline and its alerts on one recording, as ``ecg-train evaluate`` does on many.

    Parameters
    ----------
    spec : str
        The recording; it is annotated.
    maker : StreamMaker
        Makes the pipeline.
    data_dir : Path or None
        Local mirror.

    Returns
    -------
    row : dict
        Counts, from the sixth minute on: alerts, and in columns such as ``N_as_V`` the matrix of EC57, where
        O is no beat; AUC and average precision of V against N.
    alerts : list of (Event, bool or None)
        Every alert, and whether it is true; None for a technical one, which says nothing of the heart.
    fs : float
        The recording's rate, Hz.

    Raises
    ------
    ValueError
        If it has no annotations.
    assets.errors.AssetError
        If it cannot be had.
    """
    with ScoreRun([spec], [LivePipeline(maker)], data_dir, only=(FUSED,)) as scores:
        assert scores.told is not None  # the pipeline is among the detectors
        (truth,), (said,) = scores.truths, scores.told
        one = assess(scores.truths, scores.scores(FUSED), maker(truth.fs).thresholds[MAIN])
        alerts = assess_alerts(scores.truths, [said.alerts])
        matrix = Confusion.of(truth, said.beats, said.labels[1.0]).counts
        warnings = [warning for told in scores.warnings.values() for warning in told]
    point, ranking = one.operating["frozen"], one.rankings["V"]
    row = {
        "record": truth.name,
        "fs": truth.fs,
        "seconds": truth.n_samples / truth.fs,
        "warnings": warnings,
        "minutes": alerts.minutes,
        **{
            f"{CLASSES[i]}_as_{CLASSES[j]}": int(matrix[i, j])
            for i, j in np.ndindex(matrix.shape)
            if (i, j) != (len(CLASSES) - 1,) * 2
        },
        "v_auc": ranking.auc,
        "v_precision": ranking.precision,
        "v_runs": point.runs,
        "v_runs_found": point.runs_found,
        "score_false_alarms": point.false_alarms,
        "alerts_true": alerts.total.true,
        "alerts_false": alerts.total.false,
        "alerts_technical": sum(alerts.technical.values()),
        **{f"covered_{_column(name)}": share.covered for name, share in alerts.coverage.items()},
        **{f"coverable_{_column(name)}": share.beats for name, share in alerts.coverage.items()},
    }
    return row, [(alert, _verdict(alert, truth.reference)) for alert in said.alerts], truth.fs


def _verdict(alert: Event, reference: Reference) -> bool | None:
    return None if alert.technical else is_true(alert, reference)


def told(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Say what the rows of an archive add up to, a sentence each; gross figures as EC57 defines them."""
    rows = list(rows)

    def total(name: str) -> int:
        return sum(row.get(name) or 0 for row in rows)

    matrix = Confusion(np.array([[total(f"{a}_as_{b}") for b in CLASSES] for a in CLASSES], dtype=np.int64))
    minutes = sum(row["minutes"] for row in rows)
    true, false = total("alerts_true"), total("alerts_false")
    rates = {"QRS": matrix.qrs, "VEB": matrix.veb, "SVEB": matrix.sveb}
    figures = [
        f"{name} Se {_number(one.sensitivity)}, +P {_number(one.positive_predictivity)}"
        for name, one in rates.items()
    ]
    return [
        f"{len(rows)} recordings, {minutes / 60:.1f} h from their sixth minute on.",
        f"Beats, gross: {'; '.join(figures)}.",
        f"Alerts: {_share(true, true + false)} true, {_share(false, minutes, 2)} false a minute; "
        f"{_share(total('covered_V'), total('coverable_V'))} of the V beats covered, "
        f"{_share(total('covered_S'), total('coverable_S'))} of the S beats.",
    ]


def _column(name: str) -> str:
    return name.replace(" ", "_")


def _share(part: float, whole: float, digits: int = 4) -> str:
    return _number(part / whole if whole else math.nan, digits)


def _number(value: float, digits: int = 4) -> str:
    return "unknown" if math.isnan(value) else f"{value:.{digits}f}"
