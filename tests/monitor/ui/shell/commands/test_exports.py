"""Exports from the window: what is written, where it is said, and nothing replaced unasked."""

import csv
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from assets.records.annotation_writer import wfdb_name
from assets.sources.record import RecordSource
from tests.monitor.conftest import FS, make_record


@pytest.fixture
def window(make_window, play):
    window = make_window()
    window.put_on(RecordSource(replace(make_record(60), identity="file:/a/made")))
    play(window, 18)
    return window


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Say what the dialogs give; collects the questions about files that exist."""
    asked = []

    def choose(name="", replace=True):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

        def exec_(box):
            asked.append(box.text())
            button = next(b for b in box.buttons() if (b.text() == "Replace") is replace)
            button.click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return asked

    return choose


def press(window, name):
    window.context.actions[name].trigger()
    return window.context.messages.said[-1].text


def test_each_export_says_how_much_was_written_and_where(window, answer, tmp_path):
    answer("a.csv")
    assert press(window, "export_csv") == f"3 alerts written to {tmp_path / 'a.csv'}."
    answer("b.csv")
    assert press(window, "export_beats") == f"17 beats written to {tmp_path / 'b.csv'}."
    assert press(window, "export_wfdb") == f"3 alerts written to {tmp_path / 'made.alerts'}."
    assert press(window, "export_annotations") == f"17 beats of L1 + L2 written to {tmp_path / 'made.ecgm'}."
    names = ["a.csv", "b.csv", "made.alerts", "made.ecgm"]
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file() and p.suffix != ".ini") == names


def test_the_labels_are_the_beats_of_the_stream(window, answer, tmp_path):
    import wfdb

    answer()
    press(window, "export_annotations")
    back = wfdb.rdann(str(tmp_path / "made"), "ecgm")
    assert back.sample.tolist() == [round(s * FS) for s in range(1, 18)]
    assert "".join(back.symbol) == "NNNNVNNNNVNNNNVNN"


def test_beats_are_told_by_the_alerts_of_their_own_lead(window, answer, tmp_path, play):
    window.session.analyse_lead(1)
    play(window, 12)
    answer("b.csv")
    press(window, "export_beats")
    with open(tmp_path / "b.csv", encoding="utf-8", newline="") as file:
        told = {
            (row["lead"], int(row["r_peak_sample"]) // round(FS)): row["class"]
            for row in csv.DictReader(file)
        }
    assert {lead for lead, _ in told} >= {"L2"}
    for (_, second), symbol in told.items():
        assert symbol == ("V" if second % 5 == 0 else "N"), "whichever lead it is of"


@pytest.mark.parametrize("action", ["export_wfdb", "export_annotations"])
def test_a_file_that_is_there_is_asked_about(window, answer, tmp_path, action):
    there = tmp_path / ("made.alerts" if action == "export_wfdb" else "made.ecgm")
    there.write_text("mine")
    asked = answer(replace=False)
    window.context.actions[action].trigger()
    assert there.read_text() == "mine"
    assert asked == [f"{there.name} exists already in {tmp_path}. Shall it be replaced?"]
    answer(replace=True)
    assert "written to" in press(window, action)
    assert there.read_bytes() != b"mine"


def test_an_ending_that_was_left_out_is_added_and_never_replaces_unasked(window, answer, tmp_path):
    (tmp_path / "a.csv").write_text("mine")
    asked = answer("a", replace=False)
    window.context.actions["export_csv"].trigger()
    assert len(asked) == 1
    assert (tmp_path / "a.csv").read_text() == "mine"
    answer("b")
    assert press(window, "export_csv").endswith(f"{tmp_path / 'b.csv'}.")


def test_two_records_whose_names_wfdb_would_call_alike_do_not_share_a_file(window, answer, tmp_path, play):
    answer()
    for name in ("a b", "a_b"):
        window.put_on(RecordSource(make_record(60, name=name)))
        play(window, 8)
        press(window, "export_annotations")
    assert sorted(p.stem for p in tmp_path.glob("*.ecgm")) == sorted(map(wfdb_name, ("a b", "a_b")))


def test_an_excerpt_says_how_its_samples_count(make_window, play, answer):
    window = make_window()
    window.put_on(RecordSource(replace(make_record(60), identity="mitdb/208", offset=422_820)))
    play(window, 12)
    answer()
    assert press(window, "export_annotations").endswith(
        "Samples count as in the whole record, of which this is an excerpt from 422820 on."
    )


def test_nothing_to_export_is_said_before_anything_is_asked(make_window, monkeypatch):
    window = make_window()
    window.put_on(RecordSource(make_record(60)))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", None)
    assert press(window, "export_wfdb") == "There are no alerts to export yet."
    assert press(window, "export_annotations") == "There are no beats to export yet."


def test_what_cannot_be_written_is_said(window, monkeypatch, tmp_path):
    nowhere = tmp_path / "absent" / "a.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    assert press(window, "export_csv").startswith(f"{nowhere} could not be written")


def test_a_name_too_long_for_a_file_is_said(window, answer, tmp_path):
    answer("a" * 400)
    assert "could not be written" in press(window, "export_csv")
