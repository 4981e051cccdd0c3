"""The whole of it on beats made by hand: two patients, a few steps."""

import json

import numpy as np
import pytest

from models.heartbeats.figures import read_figures
from models.heartbeats.weights import HEARTBEATS
from training.heartbeats import study as module
from training.heartbeats.fit import HeartbeatFitSettings
from training.heartbeats.study import markdown, study, write

FEW = HeartbeatFitSettings(steps=30, batch=32)


@pytest.fixture
def records(monkeypatch, make_record):
    made = {f"p{i}": make_record(130, ectopic_every=5, name=f"p{i}", seed=i) for i in range(3)}
    monkeypatch.setattr("training.heartbeats.data.open_record", lambda name, **_: made[name])
    return made


def test_what_is_fitted_and_measured_is_written_read_and_laid_out(tmp_path, records):
    said = []
    trained, figures = study(("p0", "p1"), ("p2",), FEW, None, joining=False, say=said.append)
    assert trained.card.records == ("p0", "p1")
    assert sum("without group" in one for one in said) == 2
    write(tmp_path, trained, figures)
    assert read_figures(tmp_path / "heartbeats.json") == json.loads(json.dumps(figures))
    again = HEARTBEATS.load(tmp_path / "heartbeats.safetensors")
    assert again.card == trained.card
    table = markdown(figures)
    assert table.count("\n| DS1 |") == table.count("\n| SVDB |") == 8
    assert {row["database"] for row in figures["measures"]} == {"DS1", "SVDB"}
    rows = {(r["database"], r["measure"], r["class"]): r for r in figures["measures"]}
    assert rows["DS1", "distance from his usual place", "V"]["auc"] > 0.9, "they look quite otherwise"
    assert rows["DS1", "error", "S"]["median"] is None, "there are none"
    assert all(len(place) == 2 for place in figures["landings"]["V"])


def test_one_record_cannot_be_left_out_of_a_fit(records):
    with pytest.raises(ValueError, match="At least two records"):
        study(("p0",), (), FEW, None, joining=False)


def test_the_same_seed_gives_the_same_weights(records):
    first, second = (module.fit(module.read_shapes(("p0",), None), FEW) for _ in range(2))
    for one, other in zip(first.parameters(), second.parameters(), strict=True):
        assert np.array_equal(one.numpy(), other.numpy())
