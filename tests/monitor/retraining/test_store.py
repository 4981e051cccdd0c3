"""Adopted weights: checked, used, and let go."""

import pytest

from assets.errors import WeightsError
from models.running.weights import AUTOENCODER, FORECASTER
from monitor.retraining.store import WeightsStore


@pytest.fixture
def store(tmp_path):
    return WeightsStore(tmp_path / "weights")


def test_without_adopted_weights_the_shipped_are_used(store):
    assert store.adopted("forecaster") is None
    assert store.scorer(360.0).thresholds["forecast"] == pytest.approx(FORECASTER.shipped().card.threshold)
    assert store.problems == []


def test_adopted_weights_are_used_until_they_are_let_go(store, tmp_path):
    from dataclasses import replace

    shipped = FORECASTER.shipped()
    own = replace(shipped, card=replace(shipped.card, threshold=9.5))
    FORECASTER.save(tmp_path / "own.safetensors", own)
    store.adopt("forecaster", tmp_path / "own.safetensors")
    assert store.adopted("forecaster") is not None
    assert store.scorer(360.0).thresholds["forecast"] == 9.5
    store.back_to_shipped()
    assert store.scorer(360.0).thresholds["forecast"] == pytest.approx(shipped.card.threshold)


def test_a_file_that_cannot_be_used_is_not_adopted(store, tmp_path):
    (tmp_path / "bad").write_bytes(b"\x80\x04nonsense")
    for file in (tmp_path / "bad", AUTOENCODER.shipped_file, tmp_path / "nowhere"):
        with pytest.raises(WeightsError):
            store.adopt("forecaster", file)
    assert store.adopted("forecaster") is None


def test_a_file_that_went_bad_is_told_of_and_the_shipped_one_used(store):
    store.folder.mkdir(parents=True)
    store.path("forecaster").write_bytes(b"broken")
    assert store.scorer(360.0).thresholds["forecast"] > 0
    assert len(store.problems) == 1
    assert "The shipped forecaster is used." in store.problems[0]
