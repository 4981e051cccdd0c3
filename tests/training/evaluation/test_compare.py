"""Old and new weights on one record, for every kind that is fitted."""

import json

import numpy as np
import pytest

from assets.errors import WeightsError
from assets.records.demo import load_demo
from assets.records.open import open_record
from assets.records.record import Record
from assets.shipped import weights_file
from models.contract.fits import RETRAINED
from training.__main__ import main
from training.evaluation.compare import Scored, assess, score, spread


@pytest.fixture(scope="module")
def record():
    demo = load_demo()
    return Record("piece", demo.fs, demo.leads, demo.signals[: round(40 * demo.fs)])


@pytest.mark.parametrize("kind", RETRAINED)
def test_the_shipped_file_scores_as_the_shipped_weights_do(record, kind):
    shipped = score(record, 0, kind, None)
    again = score(record, 0, kind, weights_file(kind))
    assert len(shipped.index) > 20
    for ours, theirs in zip(vars(shipped).values(), vars(again).values(), strict=True):
        assert np.array_equal(ours, theirs, equal_nan=True)


@pytest.mark.parametrize("kind", RETRAINED)
def test_weights_of_another_kind_are_refused_in_a_sentence(record, kind):
    other = next(name for name in RETRAINED if name != kind)
    with pytest.raises(WeightsError, match=other):
        score(record, 0, kind, weights_file(other))


def test_the_command_compares_on_a_real_record(data_dir, tmp_path, capsys):
    said = tmp_path / "said.json"
    new = str(weights_file("beats"))
    command = ["compare", "beats", "--new", new, "--record", "119", "--data-dir", str(data_dir)]
    assert main([*command, "--json", str(said)]) == 0
    report = json.loads(said.read_text())
    assert report["old"] == report["new"]
    assert report["new"]["auc"] > 0.99
    assert report["spread"]["auc"] == report["spread"]["found"] == 0, "the same scores differ by nothing"
    assert report["spread"]["alarms_per_minute"] >= 0
    assert "119" in capsys.readouterr().out


def test_ventricular_beats_are_told_from_normal_ones(data_dir):
    record = open_record("119", data_dir=data_dir)
    figures = assess(record, score(record, 0, "beats", None))
    assert figures.ventricular == 364
    assert figures.auc > 0.999


def test_worse_scores_differ_by_more_than_chance(data_dir):
    record = open_record("119", data_dir=data_dir)
    old = score(record, 0, "beats", None)
    noise = np.random.default_rng(1).normal(size=len(old.score)).astype(np.float32)
    new = Scored(old.index, old.score * 0.3 + noise, old.expected)
    figures, by_chance = (assess(record, old), assess(record, new)), spread(record, old, new)
    assert figures[0].auc - figures[1].auc > by_chance.auc > 0
    assert figures[0].found - figures[1].found > by_chance.found > 0


def test_without_annotations_there_is_no_spread(record):
    scored = score(record, 0, "beats", None)
    assert spread(record, scored, scored) is None
