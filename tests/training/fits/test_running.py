from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from assets.records.record import Record
from models.pipeline import ScoreStream
from models.running.autoencoder import AutoencoderConfig
from models.running.forecaster import ForecasterConfig
from models.running.weights import AUTOENCODER, FORECASTER, TrainedAutoencoder, TrainedForecaster
from training.data.dataset import PatientRows, read_patient
from training.evaluation.detectors.live import LivePipeline
from training.evaluation.protocol import Truth
from training.evaluation.scores.assess import assess
from training.fits.autoencoder import fit_autoencoder
from training.fits.forecaster import fit_forecaster
from training.fits.running import FitSettings

MakeRecord = Callable[..., Record]
Trained = TrainedForecaster | TrainedAutoencoder


@pytest.fixture(scope="module")
def patients(make_record: MakeRecord) -> list[PatientRows]:
    return [read_patient(make_record(400, ectopic_every=15, name=f"p{i}", seed=i)) for i in range(3)]


def fit(kind: str, patients: list[PatientRows], seed: int, epochs: int = 2) -> Trained:
    settings = FitSettings(epochs=epochs, steps=4, batch=8, learning_rate=3e-3, seed=seed)
    if kind == "forecaster":
        return fit_forecaster(patients[:2], patients[2:], settings, ForecasterConfig(hidden=8))
    return fit_autoencoder(patients[:2], patients[2:], settings, AutoencoderConfig(channels=4, latent=4))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["forecaster", "autoencoder"])
def test_the_same_seed_gives_the_same_weights(kind: str, patients: list[PatientRows]) -> None:
    first, again, other = (fit(kind, patients, seed) for seed in (1, 1, 2))
    assert first.card == again.card
    for name, tensor in first.network.state_dict().items():
        assert torch.equal(tensor, again.network.state_dict()[name])
    assert any(
        not torch.equal(tensor, other.network.state_dict()[name])
        for name, tensor in first.network.state_dict().items()
    )
    assert first.card.records == ("p0", "p1")
    assert first.card.validation_records == ("p2",)
    assert first.card.threshold > 0


@pytest.mark.slow
def test_what_was_fitted_can_be_shipped_and_evaluated(
    patients: list[PatientRows], make_record: MakeRecord, tmp_path: Path
) -> None:
    for kind in (FORECASTER, AUTOENCODER):
        kind.save(tmp_path / kind.name, fit(kind.name, patients, 1, epochs=12))
    forecaster, autoencoder = (
        FORECASTER.load(tmp_path / "forecaster"),
        AUTOENCODER.load(tmp_path / "autoencoder"),
    )
    records = [make_record(420, ectopic_every=10, name=f"t{i}", seed=10 + i) for i in range(2)]
    detector = LivePipeline(lambda fs: ScoreStream(fs, forecaster, autoencoder))
    scores = [detector(record.signals[:, 0], record.fs)["combined"] for record in records]
    assessment = assess([Truth.of(record) for record in records], scores, frozen=1.0)
    assert set(assessment.records) == {"t0", "t1"}
    assert assessment.rankings["V"].positive == 2 * 15
    assert assessment.operating["frozen"].minutes == pytest.approx(4.0)
    assert assessment.rankings["V"].auc > 0.9


@pytest.mark.parametrize("wrong", [{"epochs": 0}, {"steps": 0}, {"batch": 0}, {"seed": -1}])
def test_settings_out_of_range_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must"):
        FitSettings(**{"epochs": 1, "steps": 1, "batch": 1, "learning_rate": 1e-3, **wrong})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["forecaster", "autoencoder"])
def test_what_is_held_out_too_short_is_refused_before_the_fit(
    kind: str, patients: list[PatientRows], make_record: MakeRecord
) -> None:
    short = read_patient(make_record(100, name="short"))
    with pytest.raises(ValueError, match=r"after the first 5 minutes .* short \(100 s\): hold out a longer"):
        fit(kind, [*patients[:2], short], 1, epochs=10**6)
