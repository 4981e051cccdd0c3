from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.records.open import open_record
from models.alerts.analyzer import Analyzer
from models.pipeline import ScoreStream
from training.__main__ import main
from training.cli import evaluate as cli
from training.evaluation.baselines import all_baselines
from training.evaluation.live import LivePipeline
from training.evaluation.protocol import SILENT


def test_scores_are_the_monitors_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The written file, read at the moments at which the monitor's analysis speaks, says the same."""
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
        np.testing.assert_allclose(value[emitted], np.nan_to_num(score, nan=SILENT), atol=1e-5)
        assert ((emitted - index) / record.fs).max() <= meta["latency_s"] + 1e-9
        assert meta["threshold"] == pytest.approx(ScoreStream.shipped(record.fs).thresholds[channel])
        assert re.fullmatch("[0-9a-f]{64}", meta["weights"]["beats"])
    assert "Wrote 1 records" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (
            ["score", "demo", "--out", "OUT", "--channel", "mood"],
            "There is no score mood; there are forecast",
        ),
        (["score", "demo", "demo", "--out", "OUT"], "Two records are named"),
        (["score", "9999", "--out", "OUT"], "There is no MIT-BIH record 9999"),
    ],
)
def test_a_wrong_request_is_refused_in_a_sentence(
    argv: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path) if part == "OUT" else part for part in argv]) == 2
    assert why in capsys.readouterr().err


def test_missing_libraries_of_the_baselines_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.evaluation.baselines.importlib.util.find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r"need scikit-learn and stumpy, .* extra \[evaluation\]"):
        all_baselines()


def test_every_score_has_a_frozen_threshold() -> None:
    frozen = cli.frozen_thresholds()
    assert {"amplitude", "lesson", "template", "sub-pca", "isolation forest", "matrix profile"} == set(frozen)
    assert {"forecast", "reconstruction", "ectopy", "premature"} < set(LivePipeline.names)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_evaluation_is_tables_figures_and_a_page(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(cli.SPLITS, "DS1", ("119", "208"))
    file = tmp_path / "r.json"
    argv = ["evaluate", "--split", "DS1", "--data-dir", str(data_dir), "--json", str(file), "--no-baselines"]
    assert main([*argv, "--report", str(tmp_path / "report"), "--jobs", "2"]) == 0
    figures = json.loads(file.read_text())
    ectopy = figures["detectors"]["ectopy"]
    assert set(ectopy["records"]) == {"119", "208"}
    assert ectopy["rankings"]["V"]["auc"] > 0.9
    assert ectopy["operating"]["frozen"]["ventricular"] == sum(
        (np.array(open_record(n, data_dir=data_dir).annotations.symbol) == "V")[  # type: ignore[union-attr]
            open_record(n, data_dir=data_dir).annotations.sample >= 300 * 360  # type: ignore[union-attr]
        ].sum()
        for n in ("119", "208")
    )
    assert 0 < ectopy["vus_pr"] < 1
    text = capsys.readouterr().out
    assert "| ectopy |" in text
    page = (tmp_path / "report" / "report.html").read_text()
    captions = re.findall('<img alt="([^"]*)" src="data:image/png;base64,', page)
    false_alarms = [c for c in captions if c.startswith("False alarm: record ")]
    assert len(captions) == 2 + len(false_alarms) + sum(c.startswith("Missed: record ") for c in captions)
    assert 0 < len(false_alarms) <= 10, "208 has a few; each that is drawn names its record"
    assert "://" not in page, "self-contained"


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_robustness_has_a_row_a_condition(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(cli.SPLITS, "DS1", ("208",))
    argv = ["evaluate", "--split", "DS1", "--data-dir", str(data_dir), "--no-baselines", "--robustness"]
    assert main(argv) == 0
    text = capsys.readouterr().out
    assert "| as recorded |" in text
    assert "| muscle noise 12 dB |" in text
