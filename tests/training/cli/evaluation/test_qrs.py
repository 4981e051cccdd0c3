from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from models.beats.qrs.weights import QRS
from training.__main__ import main
from training.cli.evaluation import qrs as cli
from training.engine.results import read_section
from training.evaluation import qrs


def test_the_command_prints_and_writes_figures(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(qrs.GROUPS, "DS1", ("122",))
    monkeypatch.setattr(qrs, "detect_xqrs", lambda record: np.zeros(0, dtype=np.int64))
    monkeypatch.setattr(cli.importlib.util, "find_spec", lambda name: None)
    out, results = tmp_path / "qrs.json", tmp_path / "RESULTS.md"
    argv = ["qrs", "--split", "DS1", "--data-dir", str(data_dir), "--json", str(out)]
    assert main([*argv, "--results", str(results)]) == 0
    text = capsys.readouterr()
    assert "sleepecg is not installed" in text.err
    assert "| **DS1** | 2054 |" in text.out
    assert read_section(results, "qrs-DS1") in text.out
    assert json.loads(out.read_text())["gross"]["DS1"]["ours"]["sensitivity"] > 0.99


def test_the_command_fits(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "DS1", ("122",))
    monkeypatch.setattr(cli, "_THRESHOLDS", ())
    out = tmp_path / "w.safetensors"
    assert main(["qrs", "--fit", "--steps", "2", "--data-dir", str(data_dir), "--out", str(out)]) == 0
    assert QRS.load(out).card.records == ("122",)


def test_a_missing_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["qrs", "--json", "/no/such/folder/f.json"]) == 2
    assert "There is no folder" in capsys.readouterr().err
