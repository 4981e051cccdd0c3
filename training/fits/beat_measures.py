"""What is measured of every beat of annotated records, kept so that many weighings can be tried on it.

Each patient is measured by a beat autoencoder that learnt from the other half of the patients, as recorded
and with noise added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.records.record import Record
from models.beats.autoencoder import BeatAutoencoder
from models.beats.classifier import BeatClassifier
from models.beats.scores import COMPONENTS
from models.beats.weighing import Measured, weigh
from models.beats.weights import MEASURES, BeatCard, TrainedBeats, Weighing
from models.running.autoencoder import Autoencoder
from models.running.forecaster import Forecaster
from training.data.dataset import read_patient
from training.data.kept import Tensors, places, read_kept, write_kept
from training.evaluation.robustness import CONDITIONS
from training.fits.beats import (
    LEARN_S,
    PREMATURE,
    BeatFitSettings,
    PatientBeats,
    find_beats,
    fit_networks,
    reference_class,
)

CLEAN = "as recorded"
"""The condition in which nothing is done to a record."""

NOISY = ("muscle noise 24 dB", "muscle noise 12 dB")
"""The other conditions, of `training.evaluation.robustness.CONDITIONS`; wander hardly passes the filter."""


@dataclass(frozen=True)
class MeasuredBeats:
    """What was measured of one patient's beats after his first five minutes.

    Attributes
    ----------
    patient : str
        Record.
    minutes : float
        Time in which alarms count, min.
    values : ndarray of float64, shape (9, n)
        A row a field of `models.beats.weighing.Measured`, a column a beat.
    ventricular : ndarray of bool, shape (n,)
        Class V beats.
    ranked : ndarray of bool, shape (n,)
        Class V and class N beats.
    quiet : ndarray of bool, shape (n,)
        Beats detected in normal rhythm, where an alarm is false.
    """

    patient: str
    minutes: float
    values: npt.NDArray[np.float64]
    ventricular: npt.NDArray[np.bool_]
    ranked: npt.NDArray[np.bool_]
    quiet: npt.NDArray[np.bool_]


def measure(
    records: Sequence[Record],
    forecaster: Forecaster,
    autoencoder: Autoencoder,
    settings: BeatFitSettings,
    conditions: Sequence[str] = (CLEAN, *NOISY),
    progress: Callable[[str], None] = lambda text: None,
) -> dict[str, list[MeasuredBeats]]:
    """Measure every beat, each patient's by the beat autoencoder that learnt from the other half.

    Parameters
    ----------
    records : sequence of Record
        Annotated records, at least two.
    forecaster, autoencoder : Forecaster, Autoencoder
        Running models.
    settings : BeatFitSettings
        Of the two fits.
    conditions : sequence of str
        `CLEAN`, and names of `training.evaluation.robustness.CONDITIONS`.
    progress : callable, optional
        Told in a few words what is being done.

    Returns
    -------
    dict of str to list of MeasuredBeats
        By condition, in the order of the records.

    Raises
    ------
    ValueError
        If there are fewer than two records, one is not annotated, or the normal beats are too few.
    """
    if len(records) < 2:
        raise ValueError("A weighing needs at least two records, to measure each by the other's fit.")
    found = []
    for record in records:
        progress(f"{record.name}, {CLEAN}")
        found.append(find_beats(read_patient(record), forecaster, autoencoder))
    progress("fitting a beat autoencoder on each half")
    networks = fit_networks((found[::2], found[1::2]), settings)
    measured: dict[str, list[MeasuredBeats]] = {name: [] for name in conditions}
    for number, (record, clean) in enumerate(zip(records, found, strict=True)):
        network = networks[1 - number % 2]
        for name in conditions:
            if name == CLEAN:
                measured[name].append(measured_beats(network, clean))
                continue
            progress(f"{record.name}, {name}")
            patient = read_patient(CONDITIONS[name](record))
            measured[name].append(measured_beats(network, find_beats(patient, forecaster, autoencoder)))
    return measured


def measured_beats(network: BeatAutoencoder, found: PatientBeats) -> MeasuredBeats:
    """Measure one patient's beats by a network that did not learn from him."""
    return beats_at(network, found)[1]


def beats_at(network: BeatAutoencoder, found: PatientBeats) -> tuple[npt.NDArray[np.int64], MeasuredBeats]:
    """Measure as `measured_beats` does; give the beats' R peaks (source samples) as well, shape (n,)."""
    index: list[int] = []
    values: list[list[float]] = []

    def watch(r_peak: int, of_beat: Measured) -> None:
        index.append(r_peak)
        values.append([float(getattr(of_beat, f.name)) for f in fields(Measured)])

    card = BeatCard(Weighing(), dict.fromkeys(MEASURES, 0.0), dict.fromkeys(COMPONENTS, 1.0), 1.0, PREMATURE)
    patient = found.patient
    stream = BeatClassifier(TrainedBeats(network, card), patient.fs, watch)
    stream.push(found.rows, found.beats, found.forecast, found.reconstruction)
    peaks, table = np.array(index, dtype=np.int64), np.array(values).reshape(-1, len(fields(Measured))).T
    kept = (peaks >= LEARN_S * patient.fs) & np.isfinite(weigh(Measured(*table), Weighing()))
    peaks, table = peaks[kept], table[:, kept]
    aami = reference_class(patient, peaks)
    row = np.searchsorted(patient.index, peaks).clip(0, len(patient.index) - 1)
    minutes = max(0.0, (patient.index[-1] - patient.index[0]) / patient.fs - LEARN_S) / 60
    return peaks, MeasuredBeats(
        patient.name, minutes, table, aami == "V", np.isin(aami, ["N", "V"]), patient.normal[row]
    )


def keep_measures(path: Path, conditions: Mapping[str, Sequence[MeasuredBeats]]) -> None:
    """Write measures to a file, so that a search can be repeated without measuring again.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    tensors: dict[str, npt.NDArray[Any]] = {}
    for name, beats in conditions.items():
        for number, one in enumerate(beats):
            place = f"{name}|{number:03}|{one.patient}|"
            tensors[place + "minutes"] = np.array([one.minutes])
            tensors[place + "values"] = np.ascontiguousarray(one.values)
            tensors[place + "flags"] = np.stack([one.ventricular, one.ranked, one.quiet])
    write_kept(path, tensors)


def kept_measures(path: Path) -> dict[str, list[MeasuredBeats]]:
    """Read what `keep_measures` wrote.

    Raises
    ------
    OSError
        If the file cannot be read.
    ValueError
        If it holds something else.
    """
    return read_kept(path, _read, "no measures of beats")


def _read(tensors: Tensors) -> dict[str, list[MeasuredBeats]]:
    conditions: dict[str, list[MeasuredBeats]] = {}
    # The file keeps no order: as recorded comes first, then the others as they were taken.
    names = sorted({place.split("|")[0] for place in tensors}, key=(CLEAN, *NOISY).index)
    for place in places(tensors):
        name, _, patient, _ = place.split("|")
        minutes, values = float(tensors[place + "minutes"][0]), tensors[place + "values"]
        one = MeasuredBeats(patient, minutes, values, *tensors[place + "flags"])
        conditions.setdefault(name, []).append(one)
    if not conditions:
        raise ValueError("it is empty.")
    return {name: conditions[name] for name in names}
