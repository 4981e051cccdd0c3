"""Exported alerts come back the same from the readers people use."""

import csv
import json

import numpy as np
import pytest

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from monitor.alarms.export import ExportError, event_json, wfdb_name, write_csv, write_wfdb
from monitor.alarms.log import AlertLog
from tests.alerts import an_alert

FS = 360.0


def alert(start, peak, end, kind=Kind.ECTOPIC):
    return Event(kind, start, peak, end, end + 90, {Channel.FORECAST: 9.1}, {Channel.FORECAST: 5.0})


ALERTS = [alert(400, 420, 450), alert(900, 950, 1000), alert(500_000, 500_010, 500_020)]


def test_wfdb_reads_back_every_peak_and_reason(tmp_path):
    import wfdb

    path = write_wfdb(tmp_path, ALERTS, fs=FS, record="208", lead=0)
    assert path == tmp_path / "208.alerts"
    back = wfdb.rdann(str(tmp_path / "208"), "alerts")
    assert back.sample.tolist() == [420, 950, 500_010]
    assert back.fs == FS
    assert back.aux_note[0].rstrip("\0").startswith("Ectopic beat? 0.14 s forecast 9.1")
    assert set(back.symbol) == {'"'}
    assert [p.name for p in tmp_path.iterdir()] == ["208.alerts"]


def test_wfdb_export_puts_peaks_in_order_of_time(tmp_path):
    import wfdb

    write_wfdb(tmp_path, ALERTS[::-1], fs=FS, record="208", lead=1)
    back = wfdb.rdann(str(tmp_path / "208"), "alerts")
    assert np.all(np.diff(back.sample) > 0)
    assert set(back.chan) == {1}


def test_a_name_with_spaces_becomes_a_wfdb_name():
    assert wfdb_name("208 excerpt") == "208_excerpt"


def test_csv_reads_back(tmp_path):
    path = tmp_path / "alerts.csv"
    write_csv(path, ALERTS, fs=FS, record="208", lead="MLII")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(r["peak_sample"]) for r in rows] == [420, 950, 500_010]
    assert rows[0]["why"] == "no model fails alone, but together they find it unusual"
    assert float(rows[1]["length_s"]) == pytest.approx(100 / FS, abs=1e-3)
    assert [p.name for p in tmp_path.iterdir()] == ["alerts.csv"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_exported_with_its_words(tmp_path, kind):
    import wfdb

    event = an_alert(kind, source="mitdb/208", offset=648_000, lead="V5")
    write_csv(tmp_path / "a.csv", [event], fs=FS, record="b", lead="MLII")
    with open(tmp_path / "a.csv", encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["kind"], row["why"]) == (kind.title, event.why())
    assert (row["record"], row["source"], row["source_offset"]) == ("b", "mitdb/208", "648000")
    assert row["lead"] == "V5"
    write_wfdb(tmp_path, [event], fs=FS, record="b", lead=0)
    back = wfdb.rdann(str(tmp_path / "b"), "alerts")
    assert back.symbol == [kind.symbol]
    assert back.aux_note[0].rstrip("\0").startswith(f"{kind.title} 0.39 s")
    told = json.loads(json.dumps(event_json(event, FS), allow_nan=False))
    assert (told["kind"], told["why"]) == (kind.title, event.why())
    assert (told["source"], told["offset"], told["lead"]) == ("mitdb/208", 648_000, "V5")
    assert told["reasons"] == {r.value: v for r, v in event.reasons.items()}


def test_an_alert_without_a_lead_takes_the_one_that_is_exported(tmp_path):
    write_csv(tmp_path / "a.csv", ALERTS[:1], fs=FS, record="208", lead="MLII")
    assert ",MLII," in (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[1]


def test_nothing_to_export_and_nowhere_to_write_are_said_in_a_sentence(tmp_path):
    with pytest.raises(ExportError, match="no alerts"):
        write_wfdb(tmp_path, [], fs=FS, record="208", lead=0)
    for write in (
        lambda: write_csv(tmp_path / "no" / "a.csv", ALERTS, fs=FS, record="208", lead="MLII"),
        lambda: write_wfdb(tmp_path / "no", ALERTS, fs=FS, record="208", lead=0),
    ):
        with pytest.raises(ExportError, match="could not be written"):
            write()


def test_the_log_walks_from_alert_to_alert():
    log = AlertLog()
    for e in ALERTS[::-1]:
        log.add(e)
    assert log.after(0) is ALERTS[0]
    assert log.after(420) is ALERTS[1]
    assert log.before(950) is ALERTS[0]
    assert log.before(100) is None
    assert log.after(10**6) is None
