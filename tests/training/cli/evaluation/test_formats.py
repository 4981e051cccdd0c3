from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from training.__main__ import main
from training.engine.results import read_section


def test_the_command_tells_what_opens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "r.dat").write_bytes(np.zeros(100, dtype="<i2").tobytes())
    (folder / "r.hea").write_text("r 1 250 100\nr.dat 16 200/mV 16 0 0 0 0 II\n")
    out, results = tmp_path / "tried.json", tmp_path / "RESULTS.md"
    assert main(["formats", str(folder), "--json", str(out), "--results", str(results)]) == 0
    assert "1 of 1 files open" in capsys.readouterr().out
    assert json.loads(out.read_text())[0]["beside"]["same"] == 1
    assert "<!-- begin formats: ecg-train formats shapes -->" in results.read_text()
    assert "| r.hea | WFDB | yes |" in read_section(results, "formats")


def test_a_folder_without_records_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", str(tmp_path)]) == 2
    assert "no file in these folders" in capsys.readouterr().err
    assert main(["formats", str(tmp_path / "none")]) == 2
    assert "There is no folder" in capsys.readouterr().err
