"""``ecg-train qrs``: the QRS detector against the reference beats, beside two others; and its fit."""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.databases.mitbih import DS1, DS2, PACED, RECORDS
from assets.records.open import open_record
from assets.records.record import Record
from models.beats.qrs import THRESHOLD, QrsDetector
from models.beats.qrs_weights import QrsWeights, load, save, shipped
from training.cli.options import data_options, positive, running_options, seed
from training.data.dataset import VALIDATION, flutter, read_beats, training_records
from training.evaluation.beats import LEARN_S

MATCH_S = 0.15
"""A detection belongs to a reference beat no farther away, s (ANSI/AAMI EC57:2012, 4.3.1)."""

GROUPS = {"DS1": DS1, "DS2": DS2, "paced": PACED, "all": RECORDS}
"""Records that are pooled."""

OURS = "ours"
"""Name of this program's detector in the report."""

_CHUNK_S = 10.0
_THRESHOLDS = (-1.2, -0.8, -0.4, 0.0, 0.4)  # shown after a fit, to set `models.beats.qrs.THRESHOLD` by

Indices = npt.NDArray[np.int64]
Detect = Callable[[Record], Indices]


@dataclass(frozen=True)
class QrsCounts:
    """Detections against reference beats.

    Attributes
    ----------
    found, missed, false : int
        Reference beats with a detection and without, detections without a reference beat.
    """

    found: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other: QrsCounts) -> QrsCounts:
        return QrsCounts(self.found + other.found, self.missed + other.missed, self.false + other.false)

    @property
    def beats(self) -> int:
        """Reference beats."""
        return self.found + self.missed

    @property
    def sensitivity(self) -> float:
        """Share of the reference beats found; NaN where there is none."""
        return self.found / self.beats if self.beats else float("nan")

    @property
    def predictivity(self) -> float:
        """Share of the detections that are beats (positive predictivity); NaN where there is none."""
        detections = self.found + self.false
        return self.found / detections if detections else float("nan")


@dataclass(frozen=True)
class QrsReport:
    """Counts of every detector on every record.

    Attributes
    ----------
    records : mapping of str to mapping of str to QrsCounts
        By record, then by detector.
    cpu_ms_per_s : mapping of str to float
        Processor time of each detector a second of signal, ms.
    """

    records: Mapping[str, Mapping[str, QrsCounts]]
    cpu_ms_per_s: Mapping[str, float]

    @property
    def detectors(self) -> list[str]:
        """Names of the detectors."""
        return list(self.cpu_ms_per_s)

    def gross(self, detector: str, names: Iterable[str]) -> QrsCounts:
        """Pool a detector's counts over those of `names` that were assessed."""
        return sum((self.records[n][detector] for n in names if n in self.records), QrsCounts())

    def as_json(self) -> dict[str, Any]:
        """Everything, ready for JSON."""

        def plain(counts: QrsCounts) -> dict[str, float | None]:
            rates = {"sensitivity": counts.sensitivity, "predictivity": counts.predictivity}
            return {
                "beats": counts.beats,
                "found": counts.found,
                "missed": counts.missed,
                "false": counts.false,
                **{name: rate if np.isfinite(rate) else None for name, rate in rates.items()},
            }

        return {
            "records": {n: {d: plain(c) for d, c in row.items()} for n, row in self.records.items()},
            "gross": {
                group: {d: plain(self.gross(d, names)) for d in self.detectors}
                for group, names in GROUPS.items()
                if any(n in self.records for n in names)
            },
            "cpu_ms_per_s": dict(self.cpu_ms_per_s),
        }


def match_beats(reference: Indices, found: Indices, tolerance: int) -> list[tuple[int, int]]:
    """Pair detections with reference beats one to one, as ``bxb`` of the WFDB applications does.

    Going forward in time, the earlier of the next two is paired with the other if that is within the
    tolerance and the one after it is no closer (ANSI/AAMI EC57:2012).

    Parameters
    ----------
    reference, found : ndarray of int64
        Samples, increasing.
    tolerance : int
        Greatest distance, samples.

    Returns
    -------
    list of (int, int)
        Places in `reference` and `found`, increasing in both.
    """
    r, f = reference.tolist(), found.tolist()
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(r) and j < len(f):
        away = abs(r[i] - f[j])
        if f[j] < r[i]:
            matched = away <= tolerance and not (j + 1 < len(f) and abs(f[j + 1] - r[i]) < away)
            skip = (0, 1)
        else:
            matched = away <= tolerance and not (i + 1 < len(r) and abs(r[i + 1] - f[j]) < away)
            skip = (1, 0)
        if matched:
            pairs.append((i, j))
            skip = (1, 1)
        i, j = i + skip[0], j + skip[1]
    return pairs


def count_beats(record: Record, found: Indices) -> QrsCounts:
    """Assess detections from `LEARN_S` on, outside ventricular flutter.

    Parameters
    ----------
    record : Record
        With its annotations.
    found : ndarray of int64
        R peaks, samples, increasing.

    Raises
    ------
    ValueError
        If the record has no annotations.
    """
    reference = read_beats(record).sample
    pairs = np.array(match_beats(reference, found, round(MATCH_S * record.fs)), dtype=np.int64).reshape(-1, 2)

    def assessed(sample: Indices) -> int:
        return int(((sample >= LEARN_S * record.fs) & ~flutter(record, sample)).sum())

    return QrsCounts(
        found=assessed(reference[pairs[:, 0]]),
        missed=assessed(np.delete(reference, pairs[:, 0])),
        false=assessed(np.delete(found, pairs[:, 1])),
    )


def detect_ours(record: Record, weights: QrsWeights | None = None, threshold: float = THRESHOLD) -> Indices:
    """Stream the first lead through `models.beats.qrs.QrsDetector`, as the monitor does."""
    detector = QrsDetector(record.fs, weights, threshold)
    lead, chunk = record.signals[:, 0], round(_CHUNK_S * record.fs)
    parts = [detector.push(lead[i : i + chunk]).index for i in range(0, len(lead), chunk)]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def detect_xqrs(record: Record) -> Indices:
    """Run wfdb's XQRS on the first lead; it sees the whole record at once."""
    from wfdb.processing import xqrs_detect

    found = xqrs_detect(record.signals[:, 0].astype(np.float64), record.fs, verbose=False)
    return np.asarray(found, dtype=np.int64)


def detect_sleepecg(record: Record) -> Indices:
    """Run sleepecg's detector on the first lead; it sees the whole record at once."""
    from sleepecg import detect_heartbeats

    found = detect_heartbeats(record.signals[:, 0].astype(np.float64), record.fs)
    return np.asarray(found, dtype=np.int64)


def compare(records: Iterable[Record], detectors: Mapping[str, Detect]) -> QrsReport:
    """Assess detectors on records.

    Parameters
    ----------
    records : iterable of Record
        With annotations.
    detectors : mapping of str to callable
        From a record to R peaks.

    Raises
    ------
    ValueError
        If a record has no annotations.
    """
    rows: dict[str, dict[str, QrsCounts]] = {}
    cpu = dict.fromkeys(detectors, 0.0)
    seconds = 0.0
    for record in records:
        rows[record.name] = {}
        for name, detect in detectors.items():
            began = time.process_time()
            found = detect(record)
            cpu[name] += time.process_time() - began
            rows[record.name][name] = count_beats(record, found)
        seconds += record.duration
    return QrsReport(rows, {name: 1e3 * spent / max(seconds, 1e-9) for name, spent in cpu.items()})


def table(report: QrsReport) -> str:
    """Set the report out as a Markdown table, a record a line and the pooled figures below."""
    head = ["record", "beats"]
    for name in report.detectors:
        head += [f"{name} TP", "FN", "FP", "Se %", "PPV %"]
    body = [["---:"] * len(head)]
    groups = {g: names for g, names in GROUPS.items() if any(n in report.records for n in names)}
    for label, names in [*((n, (n,)) for n in report.records), *groups.items()]:
        counts = [report.gross(d, names) for d in report.detectors]
        row = [label, str(counts[0].beats if counts else 0)]
        for c in counts:
            row += [
                str(c.found),
                str(c.missed),
                str(c.false),
                _percent(c.sensitivity),
                _percent(c.predictivity),
            ]
        body.append(row)
    lines = [head, *body]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    text = "\n".join(
        "| " + " | ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
    cpu = ", ".join(f"{name} {spent:.2f}" for name, spent in report.cpu_ms_per_s.items())
    return f"{text}\n\nProcessor time, ms a second of signal: {cpu}.\n"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "qrs",
        parents=[data_options(), running_options("qrs")],
        help="assess the QRS detector beside XQRS and sleepecg on all records, or fit it",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures as JSON")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="network (default: the shipped one)")
    parser.add_argument("--fit", action="store_true", help="fit the network on DS1 and write its weights")
    parser.add_argument(
        "--hold-out",
        action="store_true",
        help="with --fit: leave five patients of DS1 out, and assess thresholds on them",
    )
    parser.add_argument(
        "--seed", type=seed, default=1, help="with --fit: same seed, same weights (default 1)"
    )
    parser.add_argument("--steps", type=positive, help="with --fit: batches (default: as shipped)")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    target: Path | None = arguments.out if arguments.fit else arguments.json
    if target is not None and not target.parent.is_dir():
        raise ValueError(f"There is no folder {target.parent} to write {target.name} into.")
    if arguments.fit:
        _fit(arguments)
    else:
        _compare(arguments)


def _compare(arguments: argparse.Namespace) -> None:
    from tqdm import tqdm

    weights = load(arguments.weights) if arguments.weights is not None else shipped()
    detectors: dict[str, Detect] = {OURS: lambda record: detect_ours(record, weights), "XQRS": detect_xqrs}
    if importlib.util.find_spec("sleepecg") is not None:
        detectors["sleepecg"] = detect_sleepecg
    else:
        sys.stderr.write("sleepecg is not installed and is left out (pip install sleepecg).\n")
    bar = tqdm(RECORDS, desc="records", unit="record", file=sys.stderr)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the other detectors', of their libraries
        report = compare((open_record(name, data_dir=arguments.data_dir) for name in bar), detectors)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(report.as_json(), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(table(report))


def _fit(arguments: argparse.Namespace) -> None:
    import torch

    from training.engine.progress import Plan
    from training.engine.runner import Run
    from training.fits.qrs import QrsFitSettings, fit_qrs, read_qrs_patient

    torch.set_num_threads(arguments.threads)
    usual = QrsFitSettings()
    settings = replace(usual, seed=arguments.seed, steps=arguments.steps or usual.steps)
    names: Sequence[str] = training_records() if arguments.hold_out else DS1
    assesses = VALIDATION if arguments.hold_out else DS1
    with Run(arguments, "qrs") as fit:
        patients = [read_qrs_patient(open_record(name, data_dir=arguments.data_dir)) for name in names]
        plan = Plan("qrs", tuple(names), tuple(assesses), 1, settings.steps)
        progress, keeper = fit.begin(plan, asdict(settings))
        weights = fit_qrs(patients, settings, records=names, progress=progress, keeper=keeper)
        fit.log(f"{'Held-out' if arguments.hold_out else 'Fitted'} records: {' '.join(assesses)}.")
        records = [open_record(name, data_dir=arguments.data_dir) for name in assesses]
        for threshold in sorted({*_THRESHOLDS, THRESHOLD}):
            counts = sum((count_beats(r, detect_ours(r, weights, threshold)) for r in records), QrsCounts())
            fit.log(
                f"Threshold {threshold:5.2f}: Se {_percent(counts.sensitivity)} %, "
                f"PPV {_percent(counts.predictivity)} %, {counts.missed} missed, {counts.false} false."
            )
            if threshold == THRESHOLD:
                metrics = {"sensitivity": counts.sensitivity, "predictivity": counts.predictivity}
                weights = replace(weights, card=replace(weights.card, metrics=metrics))
        save(fit.out, weights)
        keeper.forget()
        fit.done(weights.card.metrics)


def _percent(share: float) -> str:
    return "—" if np.isnan(share) else f"{100 * share:.2f}"
