"""Exported alerts and beats come back the same from a spreadsheet and from JSON."""

import csv
import json
import os
import stat

import numpy as np
import pytest

from assets.sources.source import Lead, SourceInfo
from models.alerts.events import Event, Meanwhile
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel, Reason
from models.signal.states import StateKind
from monitor.alerts.export import (
    BEAT_COLUMNS,
    CSV_COLUMNS,
    ExportError,
    cell,
    event_json,
    write_beats,
    write_csv,
)
from monitor.alerts.log import AlertLog
from tests.alerts import an_alert
from tests.beats import make_beats

FS = 360.0
INFO = SourceInfo("208", "mitdb/208", FS, (Lead("MLII"), Lead("V1")))


def alert(start, peak, end, kind=Kind.ECTOPIC):
    return Event(kind, start, peak, end, end + 90, {Channel.FORECAST: 9.1}, {Channel.FORECAST: 5.0})


ALERTS = [alert(400, 420, 450), alert(900, 950, 1000), alert(500_000, 500_010, 500_020)]


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_reads_back(tmp_path):
    path = tmp_path / "alerts.csv"
    write_csv(path, ALERTS, INFO, "MLII")
    rows = rows_of(path)
    assert [int(r["peak_sample"]) for r in rows] == [420, 950, 500_010]
    assert rows[0]["why"] == "no model fails alone, but together they find it unusual"
    assert float(rows[1]["length_s"]) == pytest.approx(100 / FS, abs=1e-3)
    assert [p.name for p in tmp_path.iterdir()] == ["alerts.csv"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_exported_with_all_that_is_known_of_it(tmp_path, kind):
    event = an_alert(kind, source="mitdb/208", offset=648_000, lead="V5", rate_bpm=151.23)
    write_csv(tmp_path / "a.csv", [event], INFO, "MLII")
    (row,) = rows_of(tmp_path / "a.csv")
    assert tuple(row) == CSV_COLUMNS
    assert (row["kind"], row["why"]) == (kind.title, event.why())
    assert (row["record"], row["source"], row["source_offset"]) == ("208", "mitdb/208", "648000")
    assert (row["lead"], row["rate_bpm"]) == ("V5", "151.2")
    assert (row["beats"], row["beat_samples"]) == (("1", "400") if kind.has_beats else ("0", ""))
    assert row["premature_share"] == ("0.410" if kind.has_beats else "")
    said = {r: row[f"reason_{r.value.replace(' ', '_')}"] for r in Reason}
    assert said == {r: f"{event.reasons[r]:.3f}" if r in event.reasons else "" for r in Reason}
    told = json.loads(json.dumps(event_json(event, FS), allow_nan=False))
    assert (told["kind"], told["why"]) == (kind.title, event.why())
    assert (told["source"], told["offset"], told["lead"]) == ("mitdb/208", 648_000, "V5")
    assert told["reasons"] == {r.value: v for r, v in event.reasons.items()}
    assert (told["beats"], told["rate_bpm"], told["premature_share"]) == (
        list(event.beats),
        151.2,
        event.premature,
    )


def test_an_alert_is_exported_with_what_went_on_beside_it(tmp_path):
    noisy = (Meanwhile(StateKind.DOUBTFUL, "muscle noise"), Meanwhile(StateKind.IRREGULAR))
    event = an_alert(Kind.ECTOPIC, meanwhile=noisy)
    write_csv(tmp_path / "a.csv", [event], INFO, "MLII")
    (row,) = rows_of(tmp_path / "a.csv")
    assert row["meanwhile"] == "doubtful signal; irregular rhythm"
    assert row["why"].endswith("; in a doubtful signal (muscle noise); in atrial fibrillation?")
    assert event_json(event, FS)["meanwhile"] == [
        {"kind": "doubtful signal", "why": "muscle noise", "lead": ""},
        {"kind": "irregular rhythm", "why": "", "lead": ""},
    ]


def test_the_beats_of_a_run_are_all_named(tmp_path):
    event = an_alert(Kind.RUN, beats=(400, 500, 600), rate_bpm=216.0)
    write_csv(tmp_path / "a.csv", [event], INFO, "MLII")
    (row,) = rows_of(tmp_path / "a.csv")
    assert (row["beats"], row["beat_samples"], row["rate_bpm"]) == ("3", "400 500 600", "216.0")


def test_an_alert_without_a_lead_takes_the_one_that_is_exported(tmp_path):
    write_csv(tmp_path / "a.csv", ALERTS[:1], INFO, "MLII")
    assert rows_of(tmp_path / "a.csv")[0]["lead"] == "MLII"


def test_beats_read_back_lead_by_lead(tmp_path):
    first, second = make_beats([120, 400, 700], score=[0.2, 1.4, np.nan]), make_beats([402])
    events = [
        an_alert(Kind.ECTOPIC, 360, beats=(400,), lead="MLII"),
        an_alert(Kind.PREMATURE, 362, beats=(402,), lead="V1"),
    ]
    write_beats(tmp_path / "b.csv", {"MLII": first, "V1": second}, events, INFO)
    rows = rows_of(tmp_path / "b.csv")
    assert tuple(rows[0]) == BEAT_COLUMNS
    assert [(r["lead"], r["r_peak_sample"], r["class"]) for r in rows] == [
        ("MLII", "120", "N"),
        ("MLII", "400", "V"),
        ("MLII", "700", "Q"),
        ("V1", "402", "S"),
    ]
    assert [r["score"] for r in rows] == ["0.200", "1.400", "", "0.500"]
    assert rows[1]["r_peak_s"] == "1.111"
    assert (rows[0]["rr_s"], rows[1]["rr_s"]) == ("", "0.778")
    assert (rows[1]["premature_share"], rows[1]["amplitude_mv"]) == ("0.100", "1.200")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_spreadsheet_takes_no_name_for_a_formula(tmp_path, begins):
    bad = f"{begins}cmd|' /C calc'!A0"
    info = SourceInfo(bad, bad, FS, (Lead(bad),))
    write_csv(tmp_path / "a.csv", [an_alert(Kind.ECTOPIC, source=bad, lead=bad)], info, bad)
    write_beats(tmp_path / "b.csv", {bad: make_beats([400])}, [], info)
    for path in (tmp_path / "a.csv", tmp_path / "b.csv"):
        (row,) = rows_of(path)
        for column in ("record", "source", "lead"):
            assert row[column] == f"'{bad}"
    assert cell("V1 - V2") == "V1 - V2"


def test_numbers_stay_numbers(tmp_path):
    write_csv(tmp_path / "a.csv", [an_alert(Kind.ECTOPIC, premature=-0.25)], INFO, "MLII")
    assert rows_of(tmp_path / "a.csv")[0]["premature_share"] == "-0.250"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_files_have_ordinary_permissions(tmp_path):
    before = os.umask(0o022)
    try:
        write_csv(tmp_path / "a.csv", ALERTS, INFO, "MLII")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o644


def test_nowhere_to_write_is_said_in_a_sentence(tmp_path):
    for write in (
        lambda: write_csv(tmp_path / "no" / "a.csv", ALERTS, INFO, "MLII"),
        lambda: write_beats(tmp_path / "no" / "b.csv", {"MLII": make_beats([1])}, [], INFO),
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
