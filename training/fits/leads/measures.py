"""What each lead says of every beat of annotated records, kept so that much can be tried on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.databases import svdb
from assets.records.record import Record
from models.judging.reference import MATCH_S, inside
from models.leads.fusing import Fusing
from models.leads.stream import FusedStream
from training.data.kept import Tensors, places, read_kept, write_kept
from training.evaluation.beats import LEARN_S
from training.evaluation.metrics.matching import match_beats
from training.evaluation.protocol import Truth

LEADS = 2
"""So many leads of a record are put together."""

_PLAIN = Fusing(first=0.5, noise=1.0, unit=1.0)
"""Votes in which nothing but the leads' noise counts: it is read off them."""

_PUSH_S = 60.0


@dataclass(frozen=True)
class HeardBeats:
    """One patient's beats after his first five minutes, outside ventricular flutter.

    Attributes
    ----------
    patient, database : str
        The record; ``mitdb`` or ``svdb``.
    minutes : float
        Time that the beats are from, min.
    score : ndarray of float64, shape (2, n)
        Each lead's, NaN where it has none.
    noise : ndarray of float64, shape (2, n)
        Log of the noise lately, above that of the first lead.
    aami : ndarray of str, shape (n,)
        AAMI class; O where no reference beat lies near.
    missed : int
        Class V beats that were not detected.
    """

    patient: str
    database: str
    minutes: float
    score: npt.NDArray[np.float64]
    noise: npt.NDArray[np.float64]
    aami: npt.NDArray[np.str_]
    missed: int

    @property
    def ventricular(self) -> int:
        """How many class V beats there are, those that were not detected included."""
        return int((self.aami == "V").sum()) + self.missed


def hear(record: Record) -> HeardBeats:
    """Find a record's beats in its first two leads together, and what each lead says of them.

    Raises
    ------
    ValueError
        If the record has no annotations, or one lead alone.
    """
    if record.signals.shape[1] < LEADS:
        raise ValueError(f"Record {record.name} has one lead: there is nothing to put together.")
    truth = Truth.of(record)
    stream = FusedStream(record.fs, LEADS, fusing=_PLAIN)
    push = round(_PUSH_S * record.fs)
    samples = record.signals[:, :LEADS]
    said = [stream.push(samples[start : start + push]) for start in range(0, len(samples), push)]
    found = np.concatenate([part.beats.index for part in said])
    score = np.concatenate([[lead.beats.score for lead in part.leads] for part in said], axis=1)
    votes = np.concatenate([part.votes for part in said], axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        noise = np.where((votes > 0).all(axis=0), np.log(votes[0]) - np.log(votes), 0.0)
    order = np.argsort(found, kind="stable")
    found, score, noise = found[order], score[:, order], noise[:, order]
    aami = np.full(len(found), "O")
    pairs = match_beats(truth.beats, found, round(MATCH_S * record.fs))
    places = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    aami[places[:, 1]] = truth.aami[places[:, 0]]
    lost = np.delete(np.arange(len(truth.beats)), places[:, 0])

    def counted(at: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        return np.asarray((at >= LEARN_S * record.fs) & ~inside(at, truth.flutter))

    # A pair counts where its reference beat does, as in `training.evaluation.ec57`.
    at = found.copy()
    at[places[:, 1]] = truth.beats[places[:, 0]]
    kept = counted(at)
    return HeardBeats(
        record.name,
        "svdb" if record.name in svdb.RECORDS else "mitdb",
        truth.minutes,
        score[:, kept].astype(np.float64),
        noise[:, kept],
        aami[kept],
        int((truth.aami[lost[counted(truth.beats[lost])]] == "V").sum()),
    )


def keep_heard(path: Path, patients: Sequence[HeardBeats]) -> None:
    """Write what was heard to a file, so that a choice can be repeated without any record.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    tensors: dict[str, npt.NDArray[Any]] = {}
    for number, one in enumerate(patients):
        place = f"{number:03}|{one.database}|{one.patient}|"
        tensors[place + "counts"] = np.array([one.minutes, one.missed], dtype=np.float64)
        tensors[place + "values"] = np.ascontiguousarray(np.concatenate([one.score, one.noise]))
        tensors[place + "classes"] = np.array([ord(name) for name in one.aami.tolist()], dtype=np.uint8)
    write_kept(path, tensors)


def kept_heard(path: Path) -> list[HeardBeats]:
    """Read what `keep_heard` wrote.

    Raises
    ------
    OSError
        If the file cannot be read.
    ValueError
        If it holds something else.
    """
    return read_kept(path, _read, "nothing that leads say of beats")


def _read(tensors: Tensors) -> list[HeardBeats]:
    patients = []
    for place in places(tensors):
        _, database, patient, _ = place.split("|")
        minutes, missed = tensors[place + "counts"].tolist()
        values = tensors[place + "values"]
        aami = np.array([chr(code) for code in tensors[place + "classes"].tolist()], dtype="<U1")
        patients.append(
            HeardBeats(patient, database, minutes, values[:LEADS], values[LEADS:], aami, int(missed))
        )
    if not patients:
        raise ValueError("it is empty.")
    return patients
