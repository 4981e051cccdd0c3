"""The command line: the same pipeline without a screen, and sentences for what goes wrong."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assets.errors import WriteError
from assets.recording.signals import SignalStream
from assets.text.answers import Answers
from assets.text.remembered import Remembered
from assets.text.shape import shape_of
from models.alerts.reasons import Reason
from models.contract.statuses import NOT_ALL
from monitor import system
from monitor.__main__ import main
from monitor.retraining.store import WeightsStore
from tests.monitor.conftest import StateScorer

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """Give an empty folder of a user's own weights, so that nobody's take part."""
    store = WeightsStore(tmp_path / "own weights")
    monkeypatch.setattr("monitor.headless.user_weights", lambda: store)
    return store


def run(capsys, *args):
    status = main([str(a) for a in args])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_demo_runs_headless_and_reports(capsys, tmp_path):
    target = tmp_path / "out.json"
    status, out, _ = run(capsys, "--headless", "--speed", "max", "--duration", 60, "--json", target)
    assert (status, out) == (0, "")
    report = json.loads(target.read_text())
    assert report["duration_s"] == 60
    assert report["real_time_factor"] > 1
    assert report["latency_ms"]["p99"] >= report["latency_ms"]["p50"] > 0
    assert report["peak_rss_mb"] > 50
    assert {"python", "torch", "numpy"} <= set(report["versions"])
    for event in report["events"]:
        assert (event["source"], event["lead"]) == (report["source"], "MLII")
        assert event["offset"] > 0, "the demo is an excerpt"
        assert set(event["reasons"]) <= {reason.value for reason in Reason}
        assert 0 <= event["start"] <= event["peak"] <= event["end"] < 60 * 360
        assert event["end"] <= event["emitted"] <= 60 * 360
    unusable = [(s["start"], s["end"]) for s in report["states"] if s["kind"] == "unusable signal"]
    counted = [beat for beat in report["beats"] if not any(a <= beat <= b for a, b in unusable)]
    minutes = 1 - sum(b - a for a, b in unusable) / 360 / 60
    assert len(counted) / minutes == pytest.approx(report["heart_rate"]["mean_bpm"], abs=2)
    assert 60 < report["heart_rate"]["bpm"] < 160
    assert report["heart_rate"]["rr_ms"] > 200
    assert report["events"], "a minute of record 208 has ectopic beats"


def test_the_report_has_the_states_that_ended_and_those_that_go_on(capsys, monkeypatch):
    monkeypatch.setattr("monitor.headless.make_scorer", lambda fs, **_: (StateScorer(fs), {}))
    status, out, _ = run(capsys, "--headless", "--speed", "max", "--duration", 15)
    assert status == 0
    states = json.loads(out)["states"]
    assert [(s["kind"], s["topic"], s["lead"], s["start_s"]) for s in states] == [
        ("doubtful signal", "quality", "MLII", 8),
        ("irregular rhythm", "rhythm", "", 6),
        ("unusable signal", "quality", "MLII", 14),
    ]
    assert [s["over"] is None for s in states] == [False, False, True]
    assert states[1]["why"] == "RR varies by 21 %"


def test_alarms_of_the_bedside_are_reported_with_their_priority_and_when_they_came(capsys, data_dir):
    asked = ("207", "--data-dir", data_dir, "--headless", "--speed", "max", "--duration", 60)
    status, out, _ = run(capsys, *asked)
    assert status == 0
    report = json.loads(out)
    assert report["profile"] == "adult"
    alarms = report["alarms"]
    assert [alarm["raised"] for alarm in alarms] == sorted(alarm["raised"] for alarm in alarms)
    for alarm in alarms:
        assert alarm["source"] == report["source"] == "mitdb/207"
        assert 0 <= alarm["start"] <= alarm["end"] < 60 * 360
        assert alarm["start"] <= alarm["raised"] < 60 * 360
        assert alarm["over"] is None or alarm["raised"] <= alarm["over"]
    high = [alarm["condition"] for alarm in alarms if alarm["priority"] == "high"]
    assert high[:2] == ["ventricular_flutter", "ventricular_flutter"]
    single = [alarm for alarm in alarms if alarm["condition"] == "models_alert"]
    assert {alarm["priority"] for alarm in single} == {"advisory"}, "a single ectopic beat is no alarm"
    _, out, _ = run(capsys, *asked, "--profile", "neonate")
    other = json.loads(out)["alarms"]
    assert "heart_rate_low" in {alarm["condition"] for alarm in other}


def test_adopted_weights_are_used_as_the_window_does_and_the_report_says_which(capsys, tmp_path, own):
    from dataclasses import replace

    from models.running.weights import FORECASTER

    def report(*args):
        status, out, err = run(capsys, "--headless", "--speed", "max", "--duration", 10, *args)
        assert status == 0
        return json.loads(out)["weights"], err

    shipped = dict.fromkeys(("forecaster", "autoencoder", "beats", "qrs", "rhythm"), "shipped")
    assert report() == (shipped, "")
    card = replace(FORECASTER.shipped().card, records=("101", "106"))
    FORECASTER.save(tmp_path / "w", replace(FORECASTER.shipped(), card=card))
    own.adopt("forecaster", tmp_path / "w")
    weights, _ = report()
    assert weights.pop("forecaster").startswith("own, fitted on 2 records, adopted 2")
    assert set(weights.values()) == {"shipped"}
    assert report("--shipped-weights") == (shipped, "")
    own.path("forecaster").write_bytes(b"broken")
    weights, said = report()
    assert weights == shipped
    assert "The shipped forecaster is used." in said


def test_a_paced_run_is_never_ahead_of_its_pace(capsys):
    status, out, _ = run(capsys, "--headless", "--speed", 8, "--duration", 8)
    assert status == 0
    report = json.loads(out)
    assert 0 < report["real_time_factor"] <= 8.1
    assert report["latency_ms"]["hops"] > 0


@pytest.mark.slow
def test_paced_and_max_agree(capsys):
    found = []
    for speed in ("8", "max"):
        _, out, _ = run(capsys, "--headless", "--speed", speed, "--duration", 16)
        found.append([(e["start"], e["peak"], e["end"], e["kind"]) for e in json.loads(out)["events"]])
    assert found[0] == found[1]


def test_how_much_is_analysed_at_once_changes_nothing_in_the_report(capsys, data_dir, monkeypatch):
    def report(block_s):
        monkeypatch.setattr("monitor.headless.BLOCK_S", block_s)
        what = ("208+muscle=6@20-70", "--data-dir", data_dir, "--duration", 100)
        told = json.loads(run(capsys, "--headless", "--speed", "max", *what)[1])
        return {key: told[key] for key in ("events", "alarms", "states", "beats", "heart_rate")}

    told = report(10.0)
    assert len({state["lead"] for state in told["states"]}) > 1
    assert told == report(0.7)


@pytest.mark.parametrize(
    ("option", "name"), [("--json", "own.hea"), ("--csv", "own.dat"), ("--beats", "link")]
)
def test_the_record_itself_is_not_written_over(capsys, write_record, tmp_path, option, name):
    """By whichever name."""
    write_record(np.arange(4000)[:, None] % 7, name="own")
    (tmp_path / "link").symlink_to("own.dat")
    before = (tmp_path / name).read_bytes()
    status, _, err = run(capsys, "--headless", tmp_path / "own", option, tmp_path / name)
    assert status == 2
    assert "is a file of the record itself" in err
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--headless", "nowhere/absent.hea"), "absent"),
        (("--headless", "--lead", "V9"), "no lead 'V9'; its leads are MLII"),
        (("--headless", "999"), "999"),
        (("--headless", "--duration", "2", "--json", "/nowhere/at/all.json"), "no folder /nowhere/at"),
    ],
)
def test_what_goes_wrong_is_one_sentence(capsys, args, words):
    status, _, err = run(capsys, *args)
    assert status == 2
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "args", [("--speed", "9"), ("--speed", "fast"), ("--duration", "-1"), ("--at", "nan")]
)
def test_bad_options_are_refused(capsys, args):
    with pytest.raises(SystemExit) as stop:
        main(list(args))
    assert stop.value.code == 2
    assert "error" in capsys.readouterr().err


def environment(**changes):
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return {**env, **changes}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux starts without a display")
def test_without_a_display_headless_is_named():
    command = [sys.executable, "-m", "monitor"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=240)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "--headless" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the libraries are Linux's")
def test_where_libraries_are_missing_their_packages_are_named(capsys, monkeypatch):
    absent = {"libEGL.so.1", "libxcb-cursor.so.0"}
    monkeypatch.setattr(system, "_loads", lambda library: library not in absent)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":99")
    status, _, err = run(capsys)
    assert status == 2
    assert "install libegl1 libxcb-cursor0, or run" in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.slow
def test_a_screenshot_is_a_picture_of_the_window(capsys, tmp_path):
    from PySide6.QtGui import QImage

    target = tmp_path / "window.png"
    done = subprocess.run(
        [sys.executable, "-m", "monitor", "--screenshot", str(target), "--at", "12"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    picture = QImage(str(target))
    assert picture.width() >= 1280
    trace = sum(
        picture.pixelColor(x, y).green() > 150 and picture.pixelColor(x, y).red() < 120
        for x in range(100, 900, 2)
        for y in range(90, 420, 2)
    )
    assert trace > 100, "the trace is on it"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/full")
@pytest.mark.parametrize("where", ["/dev/full", "a closed pipe", "closed"])
def test_an_output_that_cannot_be_written_is_a_sentence(where):
    command = [sys.executable, "-m", "monitor", "--headless", "--duration", "1"]
    shell = {"/dev/full": " > /dev/full", "a closed pipe": " | true", "closed": " >&-"}[where]
    line = f"set -o pipefail; {shlex.join(command)}{shell}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Standard output could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_json_to_a_dash_is_standard_output(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, "--headless", "--duration", 2, "--json", "-", "--csv", "a.csv")
    assert (status, json.loads(out)["duration_s"]) == (0, 2)
    assert "0 alerts written to a.csv" in err
    assert [path.name for path in tmp_path.glob("*") if path.is_file()] == ["a.csv"]


@pytest.mark.parametrize("option", ["--csv", "--beats"])
def test_a_table_to_a_dash_is_standard_output_alone_and_as_in_a_file(
    capsysbinary, tmp_path, monkeypatch, option
):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsysbinary, "--headless", "--duration", 20, option, "-", "--json", "a.json")
    assert (status, b" written to standard output." in err) == (0, True)
    assert run(capsysbinary, "--headless", "--duration", 20, option, "-")[:2] == (0, out)
    assert run(capsysbinary, "--headless", "--duration", 20, option, "a.csv")[0] == 0
    assert out == (tmp_path / "a.csv").read_bytes()
    assert len(out.splitlines()) > 1
    assert sorted(path.name for path in tmp_path.glob("*") if path.is_file()) == ["a.csv", "a.json"]


@pytest.mark.slow
def test_an_absurd_duration_and_an_empty_name_are_understood(capsys, tmp_path):
    status, *_ = run(capsys, "--headless", "--speed", "max", "--duration", "1e308", "--json", tmp_path / "x")
    assert status == 0
    assert json.loads((tmp_path / "x").read_text())["duration_s"] == 300
    with pytest.raises(SystemExit):
        run(capsys, "--headless", "--json", "")


def test_an_output_without_a_folder_is_refused_before_the_analysis(capsys, monkeypatch, tmp_path):
    def never(*_, **__):
        raise AssertionError("nothing is opened")

    monkeypatch.setattr("monitor.headless.open_any", never)
    status, _, err = run(capsys, "--headless", "--json", tmp_path / "absent" / "x.json")
    assert status == 2
    assert "There is no folder" in err


def test_alerts_and_beats_are_written_as_files_besides(capsys, tmp_path):
    import csv

    import wfdb

    folder = tmp_path / "annotations"
    folder.mkdir()
    files = ("--csv", tmp_path / "a.csv", "--beats", tmp_path / "b.csv", "--annotations", folder)
    status, out, err = run(capsys, "--headless", "--duration", 40, *files)
    assert status == 0
    report = json.loads(out)
    with open(tmp_path / "a.csv", encoding="utf-8", newline="") as file:
        assert [int(r["peak_sample"]) for r in csv.DictReader(file)] == [e["peak"] for e in report["events"]]
    with open(tmp_path / "b.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(r["r_peak_sample"]) for r in rows] == report["beats"]
    labels = wfdb.rdann(str(folder / "208"), "ecgm")
    offset = report["events"][0]["offset"]
    assert [s - offset for s in labels.sample.tolist()] == report["beats"]
    assert labels.symbol == [r["class"] for r in rows]
    ectopic = {b for e in report["events"] if e["kind"] != "Premature beat?" for b in e["beats"]}
    assert {int(r["r_peak_sample"]) for r in rows if r["class"] == "V"} == ectopic
    assert len(wfdb.rdann(str(folder / "208"), "alerts").sample) == len(report["events"])
    for said in (
        f"{len(report['events'])} alerts written to {tmp_path / 'a.csv'}.",
        f"{len(rows)} beats written to {folder / '208.ecgm'}.",
        f"this excerpt begins at {offset}.",
    ):
        assert said in err


@pytest.mark.parametrize("option", ["--csv", "--beats", "--annotations"])
def test_no_output_is_found_impossible_after_the_analysis(capsys, monkeypatch, tmp_path, option):
    def never(*_, **__):
        raise AssertionError("nothing is opened")

    monkeypatch.setattr("monitor.headless.open_any", never)
    where = tmp_path / "absent" if option == "--annotations" else tmp_path / "absent" / "x"
    status, _, err = run(capsys, "--headless", option, where)
    assert status == 2
    assert f"There is no folder {tmp_path / 'absent'}" in err


def test_annotations_that_are_there_are_not_replaced(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("monitor.headless.make_scorer", None)
    (tmp_path / "208.ecgm").write_text("mine")
    status, _, err = run(capsys, "--headless", "--annotations", tmp_path)
    assert status == 2
    assert "208.ecgm exists already" in err
    assert (tmp_path / "208.ecgm").read_text() == "mine"


def test_a_record_read_in_pieces_reports_what_the_whole_one_does(capsys, data_dir, monkeypatch):
    def report():
        status, out, _ = run(capsys, "208", "--headless", "--data-dir", data_dir, "--duration", 40)
        assert status == 0
        found = json.loads(out)
        return {name: found[name] for name in ("source", "events", "beats", "heart_rate", "duration_s")}

    whole = report()
    assert whole["events"]
    monkeypatch.setattr("assets.sources.open.HELD_VALUES", 0)
    assert report() == whole


def test_alerts_on_any_spike_are_a_choice_that_the_report_names(capsys):
    def report(*args):
        status, out, _ = run(capsys, "--headless", "--speed", "max", "--duration", 30, *args)
        assert status == 0
        found = json.loads(out)
        return found["alert_on"], {e["kind"] for e in found["events"]}

    assert report()[0] == "beats"
    on, kinds = report("--alert-on", "spikes")
    assert on == "spikes"
    assert kinds <= {"Forecast missed", "Not redrawn"}
    assert kinds


def test_a_simulated_patient_runs_headless_and_its_labels_are_not_needed(capsys, tmp_path):
    target = tmp_path / "out.json"
    args = ("--headless", "patient:sinus?rate=90&seed=3", "--json", target)
    status, _, err = run(capsys, *args)
    assert (status, err) == (2, "ecg-monitor: sinus-3 has no end; say how long with --duration.\n")
    assert run(capsys, *args, "--duration", 30)[0] == 0
    report = json.loads(target.read_text())
    assert report["source"] == "patient:sinus?rate=90&seed=3&leads=3&fs=250"
    assert report["lead"] == "II + I + III"
    assert report["heart_rate"]["bpm"] == pytest.approx(90, rel=0.05)
    assert len(report["beats"]) == pytest.approx(45, abs=3)
    assert report["events"] == []
    status, _, err = run(capsys, "--headless", "patient:sinus?rate=900", "--duration", 5)
    assert (status, err.count("\n")) == (2, 1)
    assert "must be from 20 to 220" in err


def test_what_is_watched_is_recorded_besides(capsys, tmp_path):
    import wfdb

    status, out, _ = run(capsys, "--headless", "--duration", 30, "--record", tmp_path)
    report = json.loads(out)
    (header,) = report["recording"]["headers"]
    assert (status, report["recording"]["samples"], report["recording"]["lost"]) == (0, 30 * 360, 0)
    name = header.removesuffix(".hea")
    assert wfdb.rdrecord(name).sig_len == 30 * 360
    assert wfdb.rdann(name, "ecgm").sample.tolist() == report["beats"], "every beat, none twice"
    told = "\n".join(wfdb.rdann(name, "alm").aux_note)
    for alarm in report["alarms"]:
        assert f"{alarm['condition']} {alarm['priority']} from {alarm['start']}" in told
    _, out, _ = run(capsys, "--headless", header)
    assert json.loads(out)["beats"] == report["beats"], "the recording is a record like any other"


def test_a_disk_that_cannot_be_written_is_told_and_the_analysis_goes_on(capsys, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assets.recording.signals.SignalStream._put", full)
    status, out, err = run(capsys, "--headless", "--duration", 10, "--record", tmp_path)
    report = json.loads(out)
    assert (status, report["duration_s"], report["recording"]["lost"]) == (NOT_ALL, 10, 3600)
    assert "208 is not being recorded" in err
    assert err.splitlines()[-1].startswith("ecg-monitor: 10.0 s of 208 were not recorded. 208 is not being")
    (alarm,) = (a for a in report["alarms"] if a["condition"] == "not_recorded")
    assert alarm["over"] is None
    assert not list(tmp_path.iterdir())


def test_a_recording_that_lost_nothing_and_could_not_be_ended_is_said_to_have_lost_nothing(
    capsys, tmp_path, monkeypatch
):
    close = SignalStream.close

    def full(stream):
        close(stream)
        raise WriteError("The header could not be written.")

    monkeypatch.setattr(SignalStream, "close", full)
    status, out, err = run(capsys, "--headless", "--duration", 10, "--record", tmp_path)
    assert (status, json.loads(out)["recording"]["lost"]) == (NOT_ALL, 0)
    assert "not ended as it should be: The header could not be written." in err
    assert "were not recorded" not in err


def test_a_folder_that_is_not_there_is_refused_before_anything_is_opened(capsys, tmp_path):
    status, _, err = run(capsys, "--headless", "--record", tmp_path / "absent")
    assert (status, err) == (2, f"ecg-monitor: There is no folder {tmp_path / 'absent'} to write into.\n")


def test_a_scenario_runs_headless_and_tells_what_happened(capsys, tmp_path):
    course = tmp_path / "course.toml"
    course.write_text(
        'title = "Course"\nbed = "Bed 4"\n[[step]]\nname = "quiet"\npatient = "sinus"\nlasts_s = 6\n'
        '[[step]]\nname = "VF"\npatient = "vf"\nlasts_s = 3\n',
        encoding="utf-8",
    )
    target = tmp_path / "report.json"
    status, _, err = run(capsys, "--headless", course, "--json", target)
    assert (status, err) == (0, "")
    report = json.loads(target.read_text())
    assert (report["record"], report["duration_s"]) == ("Bed 4", 9.0)
    assert report["source"].startswith("bedside:")
    told = [(one["at_s"], one["what"], one["step"]) for one in report["scenario"]["happened"]]
    assert [one for one in told if one[1] != "alarm"] == [
        (0.0, "step", "quiet"),
        (6.0, "step", "VF"),
        (9.0, "end", "VF"),
    ]
    course.write_text(course.read_text().replace("lasts_s = 3", "lasts_s = 0"), encoding="utf-8")
    status, _, err = run(capsys, "--headless", course)
    assert status == 2
    assert "course.toml, line 10: A step lasts 1 to 14400 s." in err


def written(path, header="time,ECG"):
    rows = (f"{i / 250},{np.sin(i / 20):.3f}\n" for i in range(2500))
    path.write_text(f"{header}\n{''.join(rows)}")
    return path


def test_a_text_file_is_read_as_the_window_read_the_last_of_its_shape(capsys, tmp_path, monkeypatch):
    texts = Remembered(tmp_path / "user" / "text-files.json")
    monkeypatch.setattr("monitor.headless.user_texts", lambda: texts)
    file = written(tmp_path / "a.csv")
    status, _, err = run(capsys, "--headless", file)
    assert status == 2
    assert "does not say its unit" in err
    texts.keep(shape_of(file), Answers(unit="mV"))
    status, out, err = run(capsys, "--headless", written(tmp_path / "b.csv"))
    assert status == 0
    assert "b.csv is read as the last file of its shape: unit=mV." in err
    assert json.loads(out)["duration_s"] == 10
    status, _, err = run(capsys, "--headless", "--shipped-weights", file)
    assert status == 2, "nothing that a user keeps takes part"
    status, _, err = run(capsys, "--headless", "--unit", "uV", file)
    assert (status, "as the last file" in err) == (0, False), "what is said goes before what was"
