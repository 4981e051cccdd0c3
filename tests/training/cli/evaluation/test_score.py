from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.pipeline import ScoreStream
from tests.monitor.conftest import EndlessSource
from training.__main__ import main
from training.evaluation.protocol import SILENT


@pytest.mark.slow
def test_scores_are_the_monitors_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The written file says the same at the moments at which the analysis speaks, or is declared to."""
    record = load_demo()
    for channel in ("ectopy", "forecast"):
        assert main(["score", "demo", "--out", str(tmp_path), "--channel", channel]) == 0
        meta = json.loads((tmp_path / "meta.json").read_text())
        entry = meta["records"][record.name]
        value = np.load(tmp_path / entry["file"])
        assert value.dtype == np.float32
        assert value.shape == (record.n_samples,)
        analyzer = Analyzer(record.fs, ScoreStream.shipped(record.fs))
        hop = 7  # as the monitor's hops
        analyses = [
            analyzer.push(record.signals[i : i + hop, 0]) for i in range(0, record.n_samples // 10, hop)
        ]
        if channel == "ectopy":
            emitted = np.concatenate([a.beats.emitted for a in analyses])
            score = np.concatenate([a.beats.score for a in analyses])
            index = np.concatenate([a.beats.index for a in analyses])
        else:
            rows = [next(r for c, r in a.rows.items() if c.value == channel) for a in analyses]
            emitted = np.concatenate([r.emitted for r in rows])
            score = np.concatenate([r.score for r in rows])
            index = np.concatenate([r.index for r in rows])
        assert len(emitted) > 25
        at = emitted
        if channel == "ectopy":  # a beat that is classified sooner than declared waits for that
            at = np.maximum(emitted, index + round(meta["latency_s"] * record.fs))
        np.testing.assert_allclose(value[at], np.nan_to_num(score, nan=SILENT), atol=1e-5)
        assert ((emitted - index) / record.fs).max() <= meta["latency_s"] + 1e-9
        assert meta["threshold"] == pytest.approx(ScoreStream.shipped(record.fs).thresholds[channel])
        assert re.fullmatch("[0-9a-f]{64}", meta["weights"]["beats"])
    assert "Wrote 1 records" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (
            ["score", "demo", "--out", "OUT", "--channel", "mood"],
            "There is no score mood; there are forecast",
        ),
        (["score", "demo", "demo", "--out", "OUT"], "Two records are named"),
        (["score", "9999", "--out", "OUT"], "There is no record 9999 in the catalogue"),
    ],
)
def test_a_wrong_request_is_refused_in_a_sentence(
    argv: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path) if part == "OUT" else part for part in argv]) == 2
    assert why in capsys.readouterr().err


def test_warnings_of_a_record_are_told_and_written(
    write_record: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lead = np.round(200 * load_demo().signals[:7200]).astype(int)
    header = write_record(lead, folder=tmp_path / "records")
    header.write_text(header.read_text().replace(" 16 0 0 0 0 ", " 16 0 0 5 0 "))
    assert main(["score", str(header), "--out", str(tmp_path)]) == 0
    (entry,) = json.loads((tmp_path / "meta.json").read_text())["records"].values()
    assert entry["warnings"] == [
        "The samples of L1 differ from the checksum in r.hea, so the file may be damaged."
    ]
    assert f"Record r: {entry['warnings'][0]}\n" in capsys.readouterr().err


def test_a_source_without_an_end_is_scored_for_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("models.patients.opening.open_any", lambda *_, **__: EndlessSource())
    assert main(["score", "anything", "--out", str(tmp_path)]) == 2
    assert "endless has no end; say how long with --duration." in capsys.readouterr().err
    assert main(["score", "anything", "--duration", "30", "--out", str(tmp_path)]) == 0
    entry = json.loads((tmp_path / "meta.json").read_text())["records"]["endless"]
    assert (entry["samples"], entry["source"], entry["lead"]) == (30 * 360, "test:endless", "G1")
    assert np.load(tmp_path / entry["file"]).shape == (30 * 360,)
    with pytest.raises(SystemExit):
        main(["score", "anything", "--duration", "1e999", "--out", str(tmp_path)])
    assert "is not a positive number of seconds" in capsys.readouterr().err


def test_a_source_too_long_to_be_held_is_scored_for_as_long_as_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("training.evaluation.detectors.score.MAX_SAMPLES", 20_000)
    assert main(["score", "demo", "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "208 is too long to be scored at once: of its 0.1 h at most 0.0 can be held" in said
    assert main(["score", "demo", "--duration", "20", "--out", str(tmp_path)]) == 0


def test_a_simulated_patient_is_scored_by_its_name_and_is_no_pattern(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "patient:pvc?rate=80&seed=2", "--duration", "20", "--out", str(tmp_path)]) == 0
    entry = json.loads((tmp_path / "meta.json").read_text())["records"]["pvc-2"]
    assert entry["source"] == "patient:pvc?rate=80&every=8&seed=2&leads=3&fs=250"
    assert np.load(tmp_path / entry["file"]).shape == (20 * 250,)
    assert main(["score", "patient:nobody", "--duration", "20", "--out", str(tmp_path)]) == 2
    assert "There is no patient 'nobody'; there are sinus," in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the size of files has no limit of a process there")
def test_a_disk_that_is_full_leaves_the_scores_of_before_and_names_the_file(tmp_path: Path) -> None:
    """Half a file under its name would pass for the scores, and could not be read."""
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); "
        "from training.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    before = np.arange(3, dtype=np.float32)
    np.save(tmp_path / "208.npy", before)
    command = [sys.executable, "-c", limited, "score", "demo", "--duration", "60", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert f"{tmp_path / '208.npy'} could not be written: " in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["208.npy"]
    assert (np.load(tmp_path / "208.npy") == before).all()
