"""The whole of it: fits that leave patients out, the one that ships, what they tell apart, and the tables."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assets.records.open import open_record
from assets.write import write_text
from models.beats.weights import BEATS
from models.heartbeats.figures import FILE
from models.heartbeats.weights import HEARTBEATS, HeartbeatCard, TrainedHeartbeats
from models.running.weights import AUTOENCODER, FORECASTER
from training.data.dataset import read_patient
from training.engine.checkpoint import SECONDS
from training.engine.compute import versions
from training.fits.beats import BeatFitSettings, find_beats, fit_networks
from training.heartbeats.data import PatientShapes, read_shapes
from training.heartbeats.fit import HeartbeatFitSettings, fit
from training.heartbeats.joining import Candidate, candidate
from training.heartbeats.joining import joining as ask_joining
from training.heartbeats.measures import (
    MeasuredPatient,
    groups,
    landings,
    lines,
    measured,
    told_apart,
)

SHOWN = {"N": 1500, "V": 500, "S": 250}
"""Beats of each class whose landings ship, for the map."""

_DIGITS = 4

Say = Callable[[str], None]


def study(
    names: Sequence[str],
    others: Sequence[str],
    settings: HeartbeatFitSettings,
    data_dir: Path | None,
    *,
    joining: bool,
    say: Say = lambda text: None,
) -> tuple[TrainedHeartbeats, dict[str, Any]]:
    """Fit and measure.

    Parameters
    ----------
    names : sequence of str
        Records to learn from; each is measured by a fit that left it out.
    others : sequence of str
        Records that are measured by the fit on all of `names`.
    settings : HeartbeatFitSettings
        Of every fit.
    data_dir : Path or None
        Local mirror.
    joining : bool
        Whether to ask also whether the measures would help the alarms.
    say : callable, optional
        Told in a few words what is being done.

    Returns
    -------
    trained : TrainedHeartbeats
        By all of `names`.
    figures : dict
        As `models.heartbeats.figures.Figures`.

    Raises
    ------
    ValueError
        If there is too little to learn from or to measure.
    assets.errors.AssetError
        If a record cannot be had.
    """
    if len(names) < 2:
        raise ValueError("At least two records are needed, to measure each by a fit that left it out.")
    begun = time.process_time()
    patients = read_shapes(names, data_dir, say)
    found: dict[str, MeasuredPatient] = {}
    dealt = groups(patients)
    for number, group in enumerate(dealt, start=1):
        say(f"fitting without group {number} of {len(dealt)}")
        network = fit([one for i, one in enumerate(patients) if i not in group], settings)
        found |= {patients[i].name: measured(network, patients[i]) for i in group}
    say("fitting on all")
    network = fit(patients, settings)
    left_out = [found[one.name] for one in patients]
    at = lines(left_out)
    took = time.process_time() - begun  # all that the weights and their lines need
    strangers = read_shapes(others, data_dir, say)
    new = [measured(network, one) for one in strangers]
    card = HeartbeatCard(
        badly_redrawn=float(np.exp(at["error against his usual"])),
        far=at["distance from his usual place"],
        steps=settings.steps,
        records=tuple(names),
        seed=settings.seed,
        versions=versions(),
        metrics={SECONDS: float(round(took, 1))},
    )
    rows = told_apart(left_out, at, "DS1") + (told_apart(new, at, "SVDB") if new else [])
    asked = _joined(patients, strangers, left_out, new, data_dir, say) if joining else []
    figures = {
        "measures": rows,
        "lines": at,
        "landings": landings(network, patients, SHOWN, settings.seed),
        "joining": asked,
    }
    return TrainedHeartbeats(network, card), _rounded(figures)


def _joined(
    patients: Sequence[PatientShapes],
    strangers: Sequence[PatientShapes],
    left_out: Sequence[MeasuredPatient],
    new: Sequence[MeasuredPatient],
    data_dir: Path | None,
    say: Say,
) -> list[dict[str, Any]]:
    running = FORECASTER.shipped().network, AUTOENCODER.shipped().network
    rows = []
    for one in patients:
        say(f"record {one.name} as the alarms see it")
        rows.append(read_patient(open_record(one.name, data_dir=data_dir)))
    say("fitting a beat autoencoder on each half")
    found = [find_beats(one, *running) for one in rows]
    halves = fit_networks((found[::2], found[1::2]), BeatFitSettings())
    own = [
        candidate(one, m, halves[1 - i % 2]) for i, (one, m) in enumerate(zip(found, left_out, strict=True))
    ]
    beats = BEATS.shipped().network
    others: list[Candidate] = []
    for one, m in zip(strangers, new, strict=True):
        say(f"record {one.name} as the alarms see it")
        seen = find_beats(read_patient(open_record(one.name, data_dir=data_dir)), *running)
        others.append(candidate(seen, m, beats))
    return ask_joining(own, others, say)


def write(folder: Path, trained: TrainedHeartbeats, figures: dict[str, Any]) -> None:
    """Write weights and figures into a folder.

    Raises
    ------
    OSError
        If they cannot be written.
    """
    HEARTBEATS.save(folder / HEARTBEATS.shipped_file.name, trained)
    write_text(folder / FILE, json.dumps(figures, separators=(",", ":")).replace('],"', '],\n"') + "\n")


def markdown(figures: dict[str, Any]) -> str:
    """Lay the figures out as tables."""
    out = [
        "Patients left out of the fit (DS1) or new to it (SVDB), first lead; the line is passed by one "
        "normal beat of DS1 in twenty, each patient counting alike.",
        "",
        "| database | measure | class | beats | AUC, all beats | AUC, median patient | least | patients "
        "| over the line | normal beats over it |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in figures["measures"]:
        cells = (row["auc"], row["median"], row["least"])
        auc, middle, least = ("–" if x is None else f"{x:.3f}" for x in cells)
        over = "–" if row["found"] is None else f"{row['found']:.3f}"
        out.append(
            f"| {row['database']} | {row['measure']} | {row['class']} | {row['beats']} | {auc} | {middle} | "
            f"{least} | {row['patients']} | {over} | {row['false']:.3f} |"
        )
    if figures["joining"]:
        out += [
            "",
            "Added to the score that raises the alerts (goodness: mean of the average precision and of the V "
            "beats found at one false alarm in one and in ten minutes):",
            "",
            "| what joins | weight | gain, DS1, patients left out | standard error | SVDB without | with "
            "| joins the alarms |",
            "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
        ]
        out += [
            f"| {row['measure']} | {row['weight']:g} | {row['gain']:+.4f} | {row['error']:.4f} | "
            f"{row['before']:.4f} | {row['after']:.4f} | {'yes' if row['joins'] else 'no'} |"
            for row in figures["joining"]
        ]
    return "\n".join(out)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}") if np.isfinite(value) else None
    return value
