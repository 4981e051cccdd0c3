"""`ecg-train all`: what it refuses, and once, in little, what it does."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from training.__main__ import main


def test_a_missing_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["all", "--out", "/nowhere/at/all"]) == 2
    assert "There is no folder /nowhere/at" in capsys.readouterr().err


@pytest.mark.slow
def test_a_fit_that_fails_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "mine"
    empty.mkdir()
    assert main(["all", "--out", str(tmp_path / "w"), "--data", str(empty)]) == 2
    said = capsys.readouterr().err
    assert "ended without weights: The folder" in said
    assert "holds no recording" in said


def test_a_fit_that_prints_what_is_no_message_is_waited_for_no_longer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        r"print('{'); print('[' * 9999); print('\xff\x00'); print('no JSON', flush=True); raise SystemExit(3)"
    )
    monkeypatch.setattr("training.cli.fits.all.python", lambda *_: [sys.executable, "-c", lines])
    assert main(["all", "--out", str(tmp_path / "w")]) == 2
    said = capsys.readouterr().err
    assert "A line is no message" in said
    assert "ended without weights: exit status 3" in said


def command(data_dir: Path, out: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "training", "all", "--data-dir", str(data_dir), "--out", str(out)),
        *("--steps", "2", "--records", "101", "108", "109", "--held-out", "119"),
    ]


@pytest.mark.slow
def test_a_stopped_run_leaves_no_process(data_dir: Path, tmp_path: Path) -> None:
    with subprocess.Popen(command(data_dir, tmp_path / "w"), stderr=subprocess.DEVNULL) as process:
        while not (tmp_path / "w").exists():  # it is at work
            time.sleep(0.2)
        time.sleep(3)
        process.send_signal(signal.SIGTERM)
        assert process.wait(120) == 130
    seen = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(tmp_path / "w") not in seen
