"""The study of memory: what is measured is kept, and taken as it is the next time."""

import json

import pytest

from training.digits.figures import memory
from training.digits.fits import recall


@pytest.fixture
def little(monkeypatch):
    monkeypatch.setattr(memory, "LAGS", (5,))
    monkeypatch.setattr(memory, "SEEDS", 2)
    monkeypatch.setattr(recall, "BATCHES", 3)


def test_it_is_measured_once_and_written(little, tmp_path, monkeypatch):
    said = []
    done = memory.study(None, tmp_path, seed=3, fresh=False, say=said.append)
    written = json.loads((tmp_path / "memory.json").read_text())
    assert written == done.json
    assert len(said) == 10, "two starts of five pairs of a way and a network"
    assert written["half"]["rnn"] == written["end"]["rnn"], "a plain network has no gates"
    assert "| LSTM, asked all along | " in done.markdown

    monkeypatch.setattr(memory, "learn", None)
    assert memory.study(None, tmp_path, seed=3, fresh=False, say=said.append).json == written
    with pytest.raises(TypeError):
        memory.study(None, tmp_path, seed=4, fresh=False, say=said.append)


def test_a_damaged_file_is_named_and_measured_anew_on_wish(little, tmp_path):
    path = tmp_path / "memory.json"
    path.write_text('{"lags": [1')
    with pytest.raises(ValueError, match=r"memory.json is damaged .*--fresh measures anew"):
        memory.study(None, tmp_path, seed=3, fresh=False, say=lambda _: None)
    done = memory.study(None, tmp_path, seed=3, fresh=True, say=lambda _: None)
    assert json.loads(path.read_text()) == done.json
