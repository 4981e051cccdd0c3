"""A ward on the command line."""

from __future__ import annotations

import json

import pytest

from assets.text.answers import Answers
from assets.text.remembered import Remembered
from assets.text.shape import shape_of
from models.contract.statuses import NOT_ALL
from monitor.__main__ import main
from monitor.retraining.store import WeightsStore


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """Give an empty folder of a user's own weights, so that nobody's take part."""
    store = WeightsStore(tmp_path / "own weights")
    monkeypatch.setattr("monitor.bedside.ward.headless.user_weights", lambda *, aside: store)


def run(capsys, *args):
    status = main([str(a) for a in args])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_ward_reports_its_beds_and_what_could_not_be_opened(capsys, tmp_path) -> None:
    target = tmp_path / "ward.json"
    beds = ("patient:sinus?rate=150&vitals=yes", "no such record", "demo")
    asked = ("--headless", "--ward", *beds, "--duration", 12, "--json", target)
    status, out, err = run(capsys, *asked)
    assert (status, out) == (NOT_ALL, "")
    (sentence,) = [line for line in err.splitlines() if line.startswith("ecg-monitor:")]
    assert sentence.startswith("ecg-monitor: bed 2: 'no such record' cannot be opened")
    report = json.loads(target.read_text())
    assert report["duration_s"] == 12
    assert report["real_time_factor"] > 0
    assert 0 < report["cpu_s"]
    assert 0 < report["lag_p50_s"] <= report["lag_p99_s"]
    fast, none, demo = report["beds"]
    assert [bed["asked"] for bed in report["beds"]] == list(beds)
    assert none == {"bed": 2, "asked": "no such record", "failure": none["failure"]}
    assert "no such record" in none["failure"]
    assert fast["heart_rate"]["mean_bpm"] == pytest.approx(150, abs=3)
    assert fast["heart_rate"]["lowest_bpm"] <= fast["heart_rate"]["highest_bpm"]
    assert {"extreme_tachycardia", "heart_rate_high"} & {alarm["condition"] for alarm in fast["alarms"]}
    assert fast["vitals"]["abp_systolic"] > fast["vitals"]["abp_diastolic"] > 20
    assert demo["vitals"] == {}
    assert (demo["source"], demo["samples"]) == ("mitdb/208", 12 * 360)
    assert {event["source"] for event in demo["events"]} <= {"mitdb/208"}


def test_the_json_of_a_ward_goes_to_standard_output_by_a_dash(capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(
        capsys, "--headless", "--ward", "demo", "no such record", "--duration", 2, "--json", "-"
    )
    assert status == NOT_ALL
    assert [bed["bed"] for bed in json.loads(out)["beds"]] == [1, 2]
    assert err.startswith("ecg-monitor: bed 2: ")
    assert not (tmp_path / "-").exists()


def test_text_files_are_read_as_the_last_of_their_shape_or_the_bed_says_what_to_do(
    capsys, tmp_path, monkeypatch
) -> None:
    texts = Remembered(tmp_path / "user" / "text-files.json")
    monkeypatch.setattr("monitor.bedside.ward.headless.user_texts", lambda: texts)
    beds = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for bed, name in zip(beds, ("I", "II"), strict=True):
        rows = (f"{i / 250:.3f},{i % 200 / 100}\n" for i in range(2500))
        bed.write_text(f"time,{name}\n{''.join(rows)}")
    texts.keep(shape_of(beds[0]), Answers(unit="mV"))
    asked = ("--headless", "--ward", *beds, "--duration", 5, "--json", tmp_path / "ward.json")
    status, _, err = run(capsys, *asked)
    assert status == NOT_ALL
    assert "a.csv is read as the last file of its shape: unit=mV." in err
    assert "bed 2: b.csv does not say its unit: open it once by itself in the window" in err
    first, second = json.loads((tmp_path / "ward.json").read_text())["beds"]
    assert first["samples"] == 5 * 250
    assert "b.csv?unit=mV" in second["failure"]
    status, _, err = run(capsys, *asked, "--shipped-weights")
    assert status == 2, "nothing that a user keeps takes part"
    assert "bed 1: a.csv does not say its unit" in err


def test_without_a_bed_that_opens_there_is_no_report(capsys) -> None:
    status, out, err = run(capsys, "--headless", "--ward", "nothing", "patient:sinus")
    assert (status, out) == (2, "")
    assert "--duration" in err, "the patient has no end"
    assert "No bed of the ward could be opened." in err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--ward", "demo"), "--ward goes with --headless"),
        (("--headless", "--ward", "demo", "--lead", "MLII"), "--lead is about one record"),
        (("--headless", "--ward", "demo", "--alert-on", "spikes"), "--alert-on is about one record"),
        (("--headless", "--ward", "demo", "--speed", "2"), "A ward runs in real time"),
    ],
)
def test_what_does_not_go_together_is_said(capsys, arguments, why) -> None:
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert why in err
