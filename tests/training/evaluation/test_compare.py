"""Old and new weights on one record, for every kind that is fitted."""

import json

import numpy as np
import pytest
import wfdb

from assets.errors import WeightsError
from assets.phrase import Phrase
from assets.records.demo import load_demo
from assets.records.open import open_record
from assets.records.record import Record
from assets.shipped import weights_file
from models.contract.fits import RETRAINED
from models.contract.messages.fitting import Error
from models.contract.messages.lines import read_message
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


@pytest.fixture(scope="module")
def real(data_dir):
    """Record 119, and what the shipped weights say of it."""
    record = open_record("119", data_dir=data_dir)
    return record, score(record, 0, "beats", None)


@pytest.fixture
def first_minutes(data_dir, tmp_path):
    """The first ten minutes of record 119 as a record: five that count."""
    whole, stop = str(data_dir / "mitdb" / "119"), 600 * 360
    record = wfdb.rdrecord(whole, sampto=stop, physical=False)
    about = {
        name: getattr(record, name) for name in ("fs", "units", "sig_name", "fmt", "adc_gain", "baseline")
    }
    wfdb.wrsamp("119", d_signal=record.d_signal, write_dir=str(tmp_path), **about)
    notes = wfdb.rdann(whole, "atr", sampto=stop)
    wfdb.wrann("119", "atr", notes.sample, notes.symbol, write_dir=str(tmp_path))
    return tmp_path / "119.hea"


@pytest.mark.slow
def test_the_command_compares_on_a_real_record(first_minutes, tmp_path, capsys):
    said = tmp_path / "said.json"
    new = str(weights_file("beats"))
    command = ["compare", "beats", "--new", new, "--record", str(first_minutes)]
    assert main([*command, "--json", str(said)]) == 0
    report = json.loads(said.read_text())
    assert report["old"] == report["new"]
    assert report["new"]["auc"] > 0.99
    assert report["spread"]["auc"] == report["spread"]["found"] == 0, "the same scores differ by nothing"
    assert report["spread"]["alarms_per_minute"] >= 0
    assert "119" in capsys.readouterr().out


def test_a_program_is_told_what_is_wrong_in_words_that_have_other_languages(tmp_path, capsys):
    command = ["compare", "beats", "--new", "none", "--record", str(tmp_path / "1.hea")]
    assert main([*command, "--progress", "json"]) == 2
    said = read_message(capsys.readouterr().out.encode())
    assert isinstance(said, Error)
    assert isinstance(said.text, Phrase)
    assert "1.hea" in said.text


@pytest.mark.slow
def test_ventricular_beats_are_told_from_normal_ones(real):
    figures = assess(*real)
    assert figures.ventricular == 364
    assert figures.auc > 0.999


def test_worse_scores_differ_by_more_than_chance(real):
    record, old = real
    noise = np.random.default_rng(1).normal(size=len(old.score)).astype(np.float32)
    new = Scored(old.index, old.score * 0.3 + noise, old.expected)
    figures, by_chance = (assess(record, old), assess(record, new)), spread(record, old, new)
    assert figures[0].auc - figures[1].auc > by_chance.auc > 0
    assert figures[0].found - figures[1].found > by_chance.found > 0


def test_without_annotations_there_is_no_spread(record):
    scored = score(record, 0, "beats", None)
    assert spread(record, scored, scored) is None
