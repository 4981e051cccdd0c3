"""The labels that the command writes are those of the monitor's own export, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
import wfdb

from tests.monitor.conftest import EndlessSource
from training.__main__ import main


def test_the_file_holds_what_the_monitor_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from monitor.__main__ import main as monitor

    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    theirs.mkdir()
    assert main(["annotate", "demo", "--duration", "60", "--out", str(ours)]) == 0
    said = capsys.readouterr().out
    command = ["--headless", "demo", "--duration", "60", "--shipped-weights", "--annotations", str(theirs)]
    assert monitor([*command, "--json", str(theirs / "j.json")]) == 0
    assert [p.name for p in ours.iterdir()] == ["208.ecgm"]
    assert (ours / "208.ecgm").read_bytes() == (theirs / "208.ecgm").read_bytes()
    assert f"{ours / '208.ecgm'}: " in said
    assert " V, " in said


@pytest.mark.slow
def test_all_leads_are_annotated_together_as_the_monitor_does(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from monitor.__main__ import main as monitor

    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    theirs.mkdir()
    asked = ["804", "--duration", "90", "--data-dir", str(data_dir)]
    assert main(["annotate", *asked, "--out", str(ours)]) == 0
    assert "of lead ECG1 + ECG2." in capsys.readouterr().out
    command = ["--headless", *asked, "--shipped-weights", "--annotations", str(theirs)]
    assert monitor([*command, "--json", str(theirs / "j.json")]) == 0
    assert (ours / "804.ecgm").read_bytes() == (theirs / "804.ecgm").read_bytes()


def test_a_file_that_exists_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "208.ecgm"
    kept.write_bytes(b"mine")
    assert main(["annotate", "demo", "--duration", "3", "--out", str(tmp_path)]) == 2
    assert f"{kept} exists already: move it away, or name another folder." in capsys.readouterr().err
    assert kept.read_bytes() == b"mine"


def test_a_source_without_an_end_is_annotated_for_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("models.patients.opening.open_any", lambda *_, **__: EndlessSource())
    assert main(["annotate", "anything", "--out", str(tmp_path)]) == 2
    assert "endless has no end; say how long with --duration." in capsys.readouterr().err
    assert main(["annotate", "anything", "--duration", "12", "--out", str(tmp_path)]) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["endless.ecgm"]


def test_a_simulated_patient_is_annotated_by_its_name(tmp_path: Path) -> None:
    assert main(["annotate", "patient:trigeminy?seed=1", "--duration", "60", "--out", str(tmp_path)]) == 0
    found = wfdb.rdann(str(tmp_path / "trigeminy-1"), "ecgm")
    assert len(found.sample) == pytest.approx(75, abs=3)
    assert "V" in found.symbol
