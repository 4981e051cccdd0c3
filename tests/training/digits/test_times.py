"""What a fit took stands in its card, also where it was interrupted, and all that ships is small enough."""

import json

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from assets.errors import WeightsError
from assets.shipped import digits_folder, weights_file
from models.kinds import LAB
from training.__main__ import main
from training.digits.times import MOST_BYTES, MOST_S, Took, markdown, times
from training.engine.checkpoint import SECONDS, Keeper


def shipped():
    return times(*digits_folder().glob("*.safetensors"), *map(weights_file, LAB))


def test_the_lab_s_files_are_small_enough():
    found = shipped()
    assert len(found) > 30
    assert sum(one.size for one in found) <= MOST_BYTES


def test_what_is_known_of_the_shipped_fits_stays_below_an_hour_on_two_cores():
    known = {one.name: one.seconds for one in shipped() if one.seconds is not None}
    assert "lossy-6" in known
    assert all(seconds > 0 for seconds in known.values())
    assert sum(known.values()) <= MOST_S


def test_a_file_tells_what_its_fit_took_or_that_it_does_not_know(tmp_path):
    for name, text in (("a", json.dumps({"card": {"metrics": {SECONDS: 12.5}}})), ("b", "codes")):
        save_file({"x": np.zeros(2, np.float32)}, tmp_path / f"{name}.safetensors", {"ecg-monitor": text})
    found = times(*sorted(tmp_path.glob("*.safetensors")))
    assert [(one.name, one.seconds) for one in found] == [("a", 12.5), ("b", None)]
    (tmp_path / "c.safetensors").write_bytes(b"nothing")
    with pytest.raises(WeightsError, match="not a readable"):
        times(tmp_path / "c.safetensors")


def test_the_table_says_what_is_known_of_how_many():
    table = markdown([Took("a", 100, 60.0), Took("b", 200, None)])
    assert "| a | 100 | 60 |" in table
    assert "| b | 200 | not written down |" in table
    assert "2 files, 300 bytes" in table
    assert "known of 1: 60 s" in table
    assert "Of the other 1" in table
    assert "Of the other" not in markdown([Took("a", 100, 60.0)])


def test_the_command_refuses_a_folder_without_weights(tmp_path, capsys):
    assert main(["digits", "times", "--out", str(tmp_path)]) == 2
    assert "There are no weights in" in capsys.readouterr().err


def test_an_interrupted_fit_remembers_what_it_took(tmp_path, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("training.engine.checkpoint.time.process_time", lambda: now[0])
    path, state = tmp_path / "kept.safetensors", ({"w": torch.zeros(1)}, {"done": 1})
    keeper = Keeper(path, {"seed": 0})
    now[0] += 30.0
    keeper.save(state)
    now[0] = 5.0  # of another process
    later = Keeper(path, {"seed": 0})
    assert later.resume(lambda: state, lambda kept: None)
    now[0] += 2.0
    assert later.seconds == pytest.approx(32.0)
    other = Keeper(path, {"seed": 1})
    assert not other.resume(lambda: state, lambda kept: None)
    assert other.seconds == 0.0
