"""A study is found by its name, and the command writes what it found."""

import json

import pytest

from assets.databases.mnist import DigitSet, Mnist
from training.__main__ import main
from training.digits.studies import STUDIES, Study, study


def count(mnist, out, *, seed, fresh, say):
    say("counting")
    return Study({"images": len(mnist.train.labels), "seed": seed, "fresh": fresh}, "| images |\n|---|")


@pytest.fixture
def little(blobs):
    return Mnist(DigitSet(*blobs), DigitSet(blobs[0][:50], blobs[1][:50]))


def test_every_study_is_there():
    for name, source in STUDIES.items():
        module, _, function = source.partition(":")
        found = __import__(module, fromlist=[function])
        assert callable(getattr(found, function)), name


def test_an_unknown_one_is_refused_in_a_sentence(little, tmp_path):
    with pytest.raises(ValueError, match="There is no study 'vibes'"):
        study("vibes", little, tmp_path, seed=1, fresh=False, say=print)


def test_the_command_writes_json_and_results(little, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(STUDIES, "count", f"{__name__}:count")
    monkeypatch.setattr("assets.databases.fetch.fetch_mnist", lambda **_: tmp_path)
    monkeypatch.setattr("assets.databases.mnist.load_mnist", lambda _: little)
    told, results = tmp_path / "count.json", tmp_path / "RESULTS.md"
    arguments = ["digits", "count", "--seed", "4", "--out", str(tmp_path / "new")]
    assert main([*arguments, "--json", str(told), "--results", str(results)]) == 0
    written = json.loads(told.read_text())
    assert (written["images"], written["seed"], written["fresh"]) == (len(little.train.labels), 4, False)
    assert "<!-- begin digits-count: ecg-train digits count -->" in results.read_text()
    said = capsys.readouterr()
    assert "| images |" in said.out
    assert "counting" in said.err


def test_a_study_takes_no_epochs(little, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(STUDIES, "count", f"{__name__}:count")
    assert main(["digits", "count", "--epochs", "3", "--out", str(tmp_path)]) != 0
    assert "--epochs does not go with count" in capsys.readouterr().err


def run_away(mnist, out, *, seed, fresh, say):
    raise FloatingPointError("the fit has run away.")


def test_a_study_whose_fit_runs_away_is_a_sentence(little, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(STUDIES, "away", f"{__name__}:run_away")
    monkeypatch.setattr("assets.databases.fetch.fetch_mnist", lambda **_: tmp_path)
    monkeypatch.setattr("assets.databases.mnist.load_mnist", lambda _: little)
    assert main(["digits", "away", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "ecg-train: away: the fit has run away.\n"
