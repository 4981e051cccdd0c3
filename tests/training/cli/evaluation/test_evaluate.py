from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from assets.databases import svdb
from assets.records.open import open_record
from training.__main__ import main, parser
from training.cli.evaluation import evaluate as cli
from training.engine.results import read_section
from training.evaluation import thresholds
from training.evaluation.baselines.registry import BASELINES
from training.evaluation.detectors.live import LivePipeline


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        ("--only mood", "There is no score 'mood'; there are forecast, "),
        ("--records 208 --freeze", "--freeze needs --split DS1"),
        ("--freeze", "--freeze needs --split DS1"),
        ("--split DS1 --freeze --no-baselines", "nothing to freeze without a baseline"),
        ("--split DS1 --freeze --only ectopy", "nothing to freeze without a baseline"),
        ("--records 208 --results", "Results are of a whole split"),
        ("--only ectopy --results", "Results are of a whole split"),
        ("--only amplitude --robustness", "of which --only leaves nothing"),
        ("--only amplitude --report /nowhere", "which --only leaves out"),
        ("--records 9999 --only amplitude", "There is no record 9999 in the catalogue"),
        ("--records demo --only amplitude", "has no annotations"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    argv: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *argv.split()]) == 2
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert said.startswith("ecg-train: ")
    assert why in said


def test_an_unknown_score_names_all_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    main(["evaluate", "--only", "mood"])
    said = capsys.readouterr().err
    assert all(name in said for name in (*LivePipeline.names, *BASELINES))


def test_a_quick_look_at_any_records_and_any_scores(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "look.json"
    argv = ["evaluate", "--records", "119", "--only", "amplitude", "--data-dir", str(data_dir)]
    assert main([*argv, "--json", str(file)]) == 0
    figures = json.loads(file.read_text())
    assert (figures["split"], figures["records"]) == (None, ["119"])
    assert set(figures["detectors"]) == {"amplitude"}
    assert figures["detectors"]["amplitude"]["rankings"]["V"]["positive"] == 364
    assert figures["detectors"]["amplitude"]["operating"]["frozen"]["threshold"] == pytest.approx(0.72604)
    assert "alerts" not in figures, "no pipeline, no alerts"
    assert "Record by record: amplitude" in capsys.readouterr().out


def test_a_record_named_twice_is_refused(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["evaluate", "--records", "119", "119", "--only", "amplitude", "--data-dir", str(data_dir)]
    assert main(argv) == 2
    assert "Two records are named 119" in capsys.readouterr().err


def test_warnings_of_a_record_are_told_and_written(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in ("dat", "atr"):
        (tmp_path / f"119.{ending}").write_bytes((data_dir / "mitdb" / f"119.{ending}").read_bytes())
    header = (data_dir / "mitdb" / "119.hea").read_text().replace("-26388", "-26387")
    (tmp_path / "119.hea").write_text(header)
    file = tmp_path / "look.json"
    argv = ["evaluate", "--records", str(tmp_path / "119.hea"), "--only", "amplitude", "--json", str(file)]
    assert main(argv) == 0
    (warning,) = json.loads(file.read_text())["warnings"]["119"]
    assert warning == "The samples of V1 differ from the checksum in 119.hea, so the file may be damaged."
    assert f"Record 119: {warning}\n" in capsys.readouterr().err


def test_freezing_writes_the_thresholds_at_one_false_alarm_a_minute(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(cli.SPLITS, "DS1", ("119",))
    monkeypatch.setattr(thresholds, "FILE", tmp_path / "thresholds.json")
    thresholds.FILE.write_text("{}")
    file = tmp_path / "r.json"
    argv = ["evaluate", "--split", "DS1", "--data-dir", str(data_dir), "--only", "amplitude"]
    assert main([*argv, "--freeze", "--json", str(file)]) == 0
    at = json.loads(file.read_text())["detectors"]["amplitude"]["operating"]["1/min"]
    frozen = json.loads((tmp_path / "thresholds.json").read_text())
    assert list(frozen) == ["amplitude"]
    assert frozen["amplitude"] == pytest.approx(at["threshold"], abs=1e-5)
    assert at["false_alarms"] <= at["minutes"]
    assert "Wrote 1 thresholds" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_evaluation_is_tables_figures_and_a_page(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(cli.SPLITS, "DS1", ("119", "208"))
    file = tmp_path / "r.json"
    argv = ["evaluate", "--split", "DS1", "--data-dir", str(data_dir), "--json", str(file), "--no-baselines"]
    results = tmp_path / "RESULTS.md"
    argv += ["--results", str(results)]
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
    alerts = figures["alerts"]
    assert alerts["covered"]["V"]["share"] > 0.99
    assert alerts["all"]["positive_predictivity"] > 0.98
    assert set(alerts["records"]) == {"119", "208"}
    assert "Alerts as raised, after the fifth minute:" in text
    bigeminy = figures["rhythms"]["all"]["rhythms"]["bigeminy"]
    assert bigeminy["annotated_s"] > 0
    assert bigeminy["sensitivity"] > 0.8
    assert "Rhythms as EC57 compares them, by duration and by episode:" in text
    assert read_section(results, "evaluation-DS1") in text
    page = (tmp_path / "report" / "report.html").read_text()
    captions = re.findall('<img alt="([^"]*)" src="data:image/png;base64,', page)
    false_alarms = [c for c in captions if c.startswith("False alarm: record ")]
    assert len(captions) == 2 + len(false_alarms) + sum(c.startswith("Missed: record ") for c in captions)
    assert 0 < len(false_alarms) <= 10, "208 has a few; each that is drawn names its record"
    assert "://" not in page, "self-contained"
    assert "Alerts as raised, after the fifth minute" in page


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


def test_a_database_is_named_as_a_split_is() -> None:
    by_name = parser().parse_args(["evaluate", "--database", "svdb"])
    assert by_name == parser().parse_args(["evaluate", "--split", "SVDB"])
    assert not set(cli.SPLITS["SVDB"]) & set(svdb.TEST)


@pytest.mark.slow
def test_records_of_another_database_are_judged(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.json"
    argv = ["evaluate", "--records", "847", "--only", "ectopy", "--json", str(figures)]
    assert main([*argv, "--data-dir", str(data_dir)]) == 0
    told = capsys.readouterr()
    assert "Record 847: 847.hea gives no gain" in told.err
    assert "have learnt from 847" in told.out
    assert json.loads(figures.read_text())["records"] == ["847"]
