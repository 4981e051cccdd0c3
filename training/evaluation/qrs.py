"""The QRS detector against the reference beats, beside two others, as ANSI/AAMI EC57:2012 counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.databases.mitbih import DS1, DS2, PACED, RECORDS
from assets.records.record import Record
from models.beats.qrs.detector import QrsDetector
from models.beats.qrs.peaks import THRESHOLD
from models.beats.qrs.weights import TrainedQrs
from models.judging.reference import MATCH_S
from training.data.dataset import read_beats
from training.data.flutter import flutter_spans, inside
from training.evaluation.beats import LEARN_S
from training.evaluation.metrics.matching import match_beats

GROUPS = {"DS1": DS1, "DS2": DS2, "paced": PACED, "all": RECORDS}
"""Records that are pooled."""

OURS = "ours"
"""Name of this program's detector in the report."""

_CHUNK_S = 10.0

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
    def positive_predictivity(self) -> float:
        """Share of the detections that are beats (+P, positive predictivity); NaN where there is none."""
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
            rates = {"sensitivity": counts.sensitivity, "positive_predictivity": counts.positive_predictivity}
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
                if all(n in self.records for n in names)
            },
            "cpu_ms_per_s": dict(self.cpu_ms_per_s),
        }


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

    spans = flutter_spans(record)

    def assessed(sample: Indices) -> int:
        return int(((sample >= LEARN_S * record.fs) & ~inside(sample, spans)).sum())

    return QrsCounts(
        found=assessed(reference[pairs[:, 0]]),
        missed=assessed(np.delete(reference, pairs[:, 0])),
        false=assessed(np.delete(found, pairs[:, 1])),
    )


def detect_ours(record: Record, weights: TrainedQrs | None = None, threshold: float = THRESHOLD) -> Indices:
    """Stream the first lead through `models.beats.qrs.detector.QrsDetector`, as the monitor does."""
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
    """Set the report out as a Markdown table: the pooled figures, then a record a line."""
    head = ["record", "beats"]
    for name in report.detectors:
        head += [f"{name}: FN", "FP", "Se %", "+P %"]
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    groups = {f"**{g}**": names for g, names in GROUPS.items() if all(n in report.records for n in names)}
    for label, names in [*groups.items(), *((n, (n,)) for n in report.records)]:
        counts = [report.gross(d, names) for d in report.detectors]
        row = [label, str(counts[0].beats if counts else 0)]
        for c in counts:
            row += [str(c.missed), str(c.false), percent(c.sensitivity), percent(c.positive_predictivity)]
        lines.append(row)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def percent(share: float) -> str:
    """Give a share in percent with two places; a dash for NaN."""
    return "—" if np.isnan(share) else f"{100 * share:.2f}"
