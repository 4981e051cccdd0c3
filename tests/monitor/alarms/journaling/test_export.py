"""Logged alarms as files that others read."""

import csv
from dataclasses import replace

import numpy as np
import pytest
import wfdb

from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from monitor.alarms.journal import Journal
from monitor.alarms.journaling.export import COLUMNS, write_journal_csv, write_journal_wfdb
from monitor.alarms.lifecycle import Change, Entry
from monitor.alerts.export import ExportError
from tests.monitor.alarms.test_journal import FS, INFO, NOW, asystole, signal_between


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "journal", clock=lambda: NOW)
    feed = made.feed(replace(INFO, name="=bed 3"), signal_between, Limits)
    for n in range(3):
        feed.tell(Entry(Change.RAISED, asystole(1000 + 5000 * n), 8.0))
        feed.tell(Entry(Change.ACKNOWLEDGED, asystole(1000 + 5000 * n), 9.0, "@Anna"))
        feed.advance(3000 + 5000 * n)
    feed.tell(Entry(Change.NOTED, replace(asystole(20_000), condition=Condition.MODELS), 8.0))
    made.close()
    return made


def test_a_row_an_alarm_and_no_formula(journal, tmp_path):
    write_journal_csv(tmp_path / "a.csv", list(journal.logged.values()))
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row["condition"] for row in rows] == ["asystole"] * 3 + ["models_alert"]
    assert rows[0]["record"] == "'=bed 3"
    assert rows[0]["acknowledged_by"] == "'@Anna"
    assert (rows[1]["start_s"], rows[1]["raised_s"], rows[1]["state"]) == ("24.000", "28.000", "acknowledged")
    assert "asystole_s=4" in rows[0]["limits"]


def test_annotations_and_stretches_are_read_by_wfdb(journal, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    written, problems = write_journal_wfdb(folder, journal.folder, list(journal.logged.values()))
    assert (written, problems) == (3, [])
    (whole,) = (path for path in folder.glob("*.alm") if "-alarm-" not in path.name)
    assert wfdb.rdann(str(whole.with_suffix("")), "alm").sample.tolist() == [2000, 7000, 12_000, 21_000]
    headers = sorted(folder.glob("*-alarm-*.hea"))
    assert [header.stem[-4:] for header in headers] == ["0001", "0002", "0003"]
    stretch = wfdb.rdrecord(str(headers[1].with_suffix("")))
    assert (stretch.units, stretch.fs) == (["mV", "mmHg"], FS)
    assert stretch.p_signal == pytest.approx(signal_between(5500, 8000), abs=0.03)
    mark = wfdb.rdann(str(headers[1].with_suffix("")), "alm")
    assert mark.sample.tolist() == [1500]
    assert mark.aux_note[0].startswith("asystole high Asystole: 4.0 s")
    assert not np.isnan(stretch.p_signal).any()


def test_a_second_export_leaves_the_first_alone(journal, tmp_path):
    for _ in range(2):
        write_journal_wfdb(tmp_path, journal.folder, list(journal.logged.values()))
    assert len(list(tmp_path.glob("*.hea"))) == 6
    assert len([path for path in tmp_path.glob("*.alm") if "-alarm-" not in path.name]) == 2


def test_a_strip_that_is_gone_is_said_and_the_rest_is_written(journal, tmp_path):
    for path in journal.folder.glob("*.strips"):
        path.unlink()
    written, problems = write_journal_wfdb(tmp_path, journal.folder, list(journal.logged.values()))
    assert written == 0
    assert all("cannot be shown" in problem for problem in problems)
    assert len(problems) == 3


def test_what_cannot_be_written_is_a_sentence(journal, tmp_path):
    with pytest.raises(ExportError, match="There are no alarms to export"):
        write_journal_wfdb(tmp_path, journal.folder, [])
    with pytest.raises(ExportError, match="could not be written"):
        write_journal_wfdb(tmp_path / "absent", journal.folder, list(journal.logged.values()))
    with pytest.raises(ExportError, match="could not be written"):
        write_journal_csv(tmp_path / "absent" / "a.csv", list(journal.logged.values()))
