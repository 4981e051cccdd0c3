"""The beat autoencoder's fit: the same seed gives the same weights, and its thresholds mean what they say."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from assets.records.record import Record
from models.beats.weights import BEATS, TrainedBeats
from models.running.weights import AUTOENCODER, FORECASTER
from training.data.dataset import PatientRows, read_patient
from training.engine.checkpoint import Keeper
from training.engine.progress import Silent
from training.fits.beats import BeatFitSettings, find_beats, fit_beats

MakeRecord = Callable[..., Record]


@pytest.fixture(scope="module")
def patients(make_record: MakeRecord) -> list[PatientRows]:
    return [read_patient(make_record(400, ectopic_every=15, name=f"p{i}", seed=i)) for i in range(2)]


def fit(
    patients: list[PatientRows], seed: int = 1, keeper: Keeper | None = None, progress: Silent | None = None
) -> TrainedBeats:
    settings = BeatFitSettings(steps=30, batch=16, seed=seed)
    networks = FORECASTER.shipped().network, AUTOENCODER.shipped().network
    return fit_beats(patients, *networks, settings, progress=progress, keeper=keeper)


def same(a: TrainedBeats, b: TrainedBeats) -> bool:
    pairs = zip(a.network.state_dict().values(), b.network.state_dict().values(), strict=True)
    return a.card == b.card and all(torch.equal(x, y) for x, y in pairs)


@pytest.fixture(scope="module")
def fitted(patients: list[PatientRows]) -> TrainedBeats:
    return fit(patients)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_weights(patients: list[PatientRows], fitted: TrainedBeats) -> None:
    assert same(fitted, fit(patients))
    assert not same(fitted, fit(patients, seed=2))


class StopAt(Silent):
    def __init__(self, at: int, stop: threading.Event) -> None:
        self._at, self._stop = at, stop

    def step(self, done: int, loss: float) -> None:
        if done == self._at:
            self._stop.set()


@pytest.mark.slow
def test_an_interrupted_fit_goes_on_to_the_same_weights(
    patients: list[PatientRows], fitted: TrainedBeats, tmp_path: Path
) -> None:
    stop = threading.Event()
    with pytest.raises(KeyboardInterrupt):
        fit(patients, keeper=Keeper(tmp_path / "kept", {"n": 1}, stop), progress=StopAt(45, stop))
    assert (tmp_path / "kept").exists()
    assert same(fitted, fit(patients, keeper=Keeper(tmp_path / "kept", {"n": 1})))


def test_the_card_says_what_it_was_fitted_on_and_comes_back(fitted: TrainedBeats, tmp_path: Path) -> None:
    assert fitted.card.records == ("p0", "p1")
    assert fitted.card.threshold > 0
    assert fitted.card.metrics["held_out_auc"] > 0.95, "wide beats of the other polarity stand out"
    BEATS.save(tmp_path / "beats", fitted)
    assert same(fitted, BEATS.load(tmp_path / "beats"))


def test_beats_are_found_whatever_the_annotations(patients: list[PatientRows]) -> None:
    found = find_beats(patients[0], FORECASTER.shipped().network, AUTOENCODER.shipped().network)
    assert len(found.beats) == pytest.approx(len(patients[0].beats.sample), rel=0.02)
    assert len(found.forecast) == len(patients[0].index)
    assert (np.diff(found.beats.index) > 0).all()


def test_short_recordings_are_refused_before_the_fit(make_record: MakeRecord) -> None:
    short = [read_patient(make_record(100, name=f"s{i}", seed=i)) for i in range(2)]
    with pytest.raises(ValueError, match="after the first 5 minutes of a recording"):
        fit(short)


def test_one_patient_is_too_few(patients: list[PatientRows]) -> None:
    with pytest.raises(ValueError, match="at least two records"):
        fit(patients[:1])


@pytest.mark.parametrize("wrong", [{"steps": 0}, {"batch": 0}, {"seed": -1}])
def test_settings_out_of_range_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must"):
        BeatFitSettings(**wrong)  # type: ignore[arg-type]
