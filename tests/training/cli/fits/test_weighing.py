"""`ecg-train weighing`: DS1 alone, measured, kept, searched and written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.beats.weights import Weighing
from training.__main__ import main
from training.fits.weighing import GRID


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["--records", "208", "100"], "chosen on DS1 alone, and 100 is not of it"),
        (["--out", "/nowhere/at/all.json"], "There is no folder /nowhere/at"),
        (["--measures", __file__], "holds no measures of beats"),
    ],
)
def test_a_wrong_request_is_refused_in_a_sentence(
    argv: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["weighing", *argv]) == 2
    assert why in capsys.readouterr().err


@pytest.mark.slow
def test_three_records_give_a_weighing_and_their_measures_are_read_again(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, kept = tmp_path / "w.json", tmp_path / "measures"
    argv = ["weighing", "--records", "106", "119", "208", "--steps", "40", "--measures", str(kept)]
    assert main([*argv, "--data-dir", str(data_dir), "--out", str(out)]) == 0
    told = json.loads(out.read_text())
    assert told["confirms_shipped"], "on these, nothing is clearly better than the shipped weighing"
    assert told["conditions"]["as recorded"]["shipped"]["precision"] > 0.99
    for name, value in told["chosen"].items():
        assert value in GRID[name]
    assert f"| reconstruction | {Weighing().reconstruction:g} |" in capsys.readouterr().out
    again = tmp_path / "again.json"
    assert main([*argv, "--data-dir", "/nowhere", "--out", str(again)]) == 0, "no record is read any more"
    assert again.read_text() == out.read_text()
    assert main(["weighing", "--records", "106", "119", "--measures", str(kept), "--out", str(out)]) == 2
    assert "holds measures of other records" in capsys.readouterr().err
