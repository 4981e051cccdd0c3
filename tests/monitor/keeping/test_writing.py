"""What was watched, written for others and read by them: to the sample, or within the quantisation stated."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import edfio
import numpy as np
import pandas as pd
import pytest
import wfdb

import models
from assets.errors import AssetError, WriteError
from assets.records.lead import Lead, LeadKind
from assets.records.open import open_record
from monitor.alerts.export import ExportError
from monitor.keeping.notes import About, notes
from monitor.keeping.pieces import ExportCancelled
from monitor.keeping.writing import WRITERS, check_export, files_of, write
from tests.monitor.keeping.conftest import FS, GAP, MARKS, START, STOP, R

N = STOP - START


def test_wfdb_is_read_back_to_the_sample(account, tmp_path):
    said = write(tmp_path / "w.hea", account, MARKS)
    assert said.startswith("20 s of r1 with ")
    record = wfdb.rdrecord(str(tmp_path / "w"))
    assert (record.fs, record.units) == (FS, ["mV", "mV", "mmHg"])
    assert record.sig_name == ["MLII", "V1", "ABP"], "wfdb leaves out what is not ASCII"
    np.testing.assert_array_equal(record.p_signal.astype(np.float32), account.samples())
    assert "Source: here/r1, from its sample 4600 on." in record.comments
    assert record.base_time is None, "nobody said when it was"
    ours = open_record(str(tmp_path / "w.hea"))
    np.testing.assert_array_equal(ours.signals, account.samples()[:, :2])
    assert ours.leads == ("MLII", "V1µ")


def test_wfdb_has_an_annotator_for_each_kind(account, tmp_path):
    write(tmp_path / "w.hea", account, MARKS)
    read = {
        end: wfdb.rdann(str(tmp_path / "w"), end)
        for end in ("atr", "ecgm", "alerts", "alm", "marks", "states")
    }
    np.testing.assert_array_equal(read["ecgm"].sample, R - START)
    assert read["ecgm"].symbol == [c.value for c in account.classes()]
    assert (read["atr"].sample.tolist(), read["atr"].symbol) == ([100, 400], ["N", "+"])
    assert read["atr"].aux_note[1] == "(N"
    assert read["alerts"].sample.tolist() == [4300 - START]
    assert read["alerts"].aux_note[0].startswith("Ectopic pair? 1.25 s: Ectopic pair: 2 beats at 72/min (")
    assert read["alm"].aux_note[0].startswith("extreme_tachycardia 2.78 s: ")
    assert (read["marks"].sample.tolist(), read["marks"].aux_note) == ([4300 - START], ["normal"])
    assert [n.split(" ")[0] for n in read["states"].aux_note] == ["artefact", "bigeminy", "not"]


def test_artefacts_are_named_from_when_to_when(account, tmp_path):
    for ending in (".hea", ".edf", ".csv"):
        write(tmp_path / f"a{ending}", account)
    states = wfdb.rdann(str(tmp_path / "a"), "states")
    told = "Muscle noise, 6 dB (MLII, V1µ)"
    assert (states.sample[0], states.aux_note[0]) == (5000 - START, f"artefact muscle 5.00 s: {told}")
    assert any(c.startswith("Artefacts were added") for c in wfdb.rdheader(str(tmp_path / "a")).comments)
    (note,) = [a for a in edfio.read_edf(tmp_path / "a.edf").annotations if a.text.startswith("artefact")]
    assert note.text == f"artefact: {told}"
    assert (round(note.onset * FS), round(note.duration * FS)) == (5000 - START, 1800)
    events = pd.read_csv(tmp_path / "a-events.csv")
    (row,) = events[events["about"] == "artefact"].to_dict("records")
    assert (row["label"], row["words"], row["lead"]) == ("muscle", told, "MLII, V1µ")
    assert (row["start_s"], row["end_s"]) == pytest.approx((5000 / FS, 6799 / FS), abs=1e-6)


def test_without_artefacts_nothing_is_said_of_them(account, tmp_path):
    write(tmp_path / "a.hea", replace(account, artefacts=()))
    assert not any("rtefact" in comment for comment in wfdb.rdheader(str(tmp_path / "a")).comments)
    assert About.ARTEFACT not in {note.about for note in notes(account.within(START, 5000))}


def test_edf_is_read_back_to_the_sample_with_its_gaps_told(account, tmp_path):
    write(tmp_path / "e.edf", account, MARKS)
    edf = edfio.read_edf(tmp_path / "e.edf")
    assert [s.label for s in edf.signals] == ["ECG MLII", "ECG V1u", "ABP"]
    assert [s.physical_dimension for s in edf.signals] == ["uV", "uV", "mmHg"]
    x = account.samples()
    for i, per_unit in enumerate((1000, 1000, 1)):
        signal = edf.signals[i]
        gap = signal.digital == -32768
        read = np.where(gap, np.nan, signal.data / per_unit).astype(np.float32)
        np.testing.assert_allclose(read[:N], x[:, i], rtol=2e-7, atol=1e-7)
        assert np.isnan(read[N:]).all()
    found = {(a.text, round(a.onset * FS), a.duration and round(a.duration * FS)) for a in edf.annotations}
    assert ("gap: no signal", GAP.start, 100) in found
    assert ("gap: no signal@@ECG V1u", 5, 4) in found
    assert ("end of the recording", N, len(edf.signals[0].data) - N) in found
    assert ("mark: normal", 4300 - START, None) in found
    assert ("not analysed: not analysed", 9000 - START, 500) in found
    beats = [a.onset for a in edf.annotations if a.text.startswith("beat: ")]
    np.testing.assert_array_equal(np.rint(np.array(beats) * FS), R - START)
    assert edf.local_patient_identification == "X X X X"
    assert "69" not in (tmp_path / "e.edf").read_bytes()[:1024].decode("latin-1")


def test_gaps_of_an_edf_file_of_ours_are_gaps_again_and_are_told_again(account, tmp_path):
    signal = account.between(0, STOP).copy()
    signal[START + 3000 : START + 3500, 1] = np.nan
    signal[START + 4000 : START + 4200, 2] = np.nan
    account = replace(account, between=lambda a, b: signal[a:b])
    write(tmp_path / "e.edf", account, MARKS)
    opened = models.open_source(str(tmp_path / "e.edf"))
    read = opened.between(0, opened.info.n_samples).samples
    np.testing.assert_array_equal(read[:N], account.samples())
    assert np.isnan(read[N:]).all()
    known = opened.between(0, opened.info.n_samples).annotations
    assert not [text for text in known.aux_note if "no signal" in text or "end of" in text]

    write(tmp_path / "again.edf", models.Watch(opened, duration_s=30).run())
    for name in ("e", "again"):
        told = edfio.read_edf(tmp_path / f"{name}.edf").annotations
        found = [
            (t.text, round(t.onset * FS), round(t.duration * FS)) for t in told if t.text.startswith("gap")
        ]
        assert found[:4] == [
            ("gap: no signal@@ECG V1u", 5, 4),
            ("gap: no signal", GAP.start, 100),
            ("gap: no signal@@ECG V1u", 3000, 500),
            ("gap: no signal@@ABP", 4000, 200),
        ]


def test_edf_of_other_gains_is_within_half_a_step(account, tmp_path):
    rng = np.random.default_rng(1)
    signal = rng.normal(0, 1, (STOP, 3)).astype(np.float32)
    signal[:, 1] *= 30  # leaves ±32.767 mV: a hundredth of a millivolt a step
    write(tmp_path / "e.edf", replace(account, between=lambda a, b: signal[a:b]))
    edf = edfio.read_edf(tmp_path / "e.edf")
    for i, (per_unit, step) in enumerate(((1000, 0.001), (1000, 0.01), (1, 0.02))):
        off = np.abs(edf.signals[i].data[:N] / per_unit - signal[START:, i])
        assert off.max() <= step / 2 * 1.001
        assert off.max() > step / 4


def test_a_rate_that_edf_cannot_count_is_refused(account, tmp_path):
    odd = replace(account, info=replace(account.info, fs=360.001234))
    with pytest.raises(ExportError, match=r"whole samples in whole seconds: at 360\.001 Hz"):
        write(tmp_path / "e.edf", odd)
    half = replace(account, info=replace(account.info, fs=128.5))
    write(tmp_path / "e.edf", half)
    assert edfio.read_edf(tmp_path / "e.edf").signals[0].sampling_frequency == pytest.approx(128.5)


def test_names_too_long_for_edf_stay_apart_and_that_is_said(account, tmp_path):
    leads = (Lead("MLII"), Lead("Respiration chest", "", LeadKind.RESPIRATION))
    leads = (*leads, Lead("Respiration chestplate", "", LeadKind.RESPIRATION))
    said = write(tmp_path / "e.edf", replace(account, info=replace(account.info, leads=leads)))
    labels = [s.label for s in edfio.read_edf(tmp_path / "e.edf").signals]
    assert labels == ["ECG MLII", "Respiration ches", "Respiration ch~2"]
    assert said.endswith(
        "EDF+ has 16 letters for a name: Respiration chest is called Respiration ches, "
        "Respiration chestplate is called Respiration ch~2 there."
    )


def test_what_reaches_too_far_for_edf_is_refused(account, tmp_path):
    signal = np.full((STOP, 3), 1e12, np.float32)
    with pytest.raises(ExportError, match=r"MLII reaches 1e\+12 mV: more than EDF"):
        write(tmp_path / "e.edf", replace(account, between=lambda a, b: signal[a:b]))
    assert os.listdir(tmp_path) == []


def test_csv_is_read_back_to_the_sample(account, tmp_path):
    write(tmp_path / "c.csv", account, MARKS)
    table = pd.read_csv(tmp_path / "c.csv")
    assert list(table) == ["sample", "time_s", "MLII [mV]", "V1µ [mV]", "ABP [mmHg]"]
    np.testing.assert_array_equal(table["sample"], np.arange(START, STOP))
    np.testing.assert_allclose(table["time_s"], np.arange(START, STOP) / FS, atol=6e-7)
    np.testing.assert_array_equal(table.iloc[:, 2:].to_numpy(np.float32), account.samples())
    events = pd.read_csv(tmp_path / "c-events.csv")
    assert set(events["about"]) == {about.value for about in About}
    np.testing.assert_array_equal(events.loc[events["about"] == "beat", "sample"], R)
    assert events["sample"].is_monotonic_increasing


def test_a_spreadsheet_takes_no_text_of_a_file_for_a_formula(account, tmp_path):
    bad = replace(account.info, leads=(Lead("=1+1"), *account.info.leads[1:]))
    write(tmp_path / "c.csv", replace(account, info=bad))
    assert (tmp_path / "c.csv").read_text("utf-8").splitlines()[0].split(",")[2] == "'=1+1 [mV]"


@pytest.mark.parametrize("ending", [".hea", ".edf", ".csv"])
def test_cancelled_nothing_is_there(account, tmp_path, ending):
    asked = []

    def going(share):
        asked.append(share)
        return share < 0.35

    with pytest.raises(ExportCancelled, match="nothing was written"):
        write(tmp_path / f"x{ending}", replace(account, start=0, stop=40 * 360), MARKS, going)
    assert asked == sorted(asked)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("ending", WRITERS)
def test_a_source_that_is_gone_leaves_the_old_files(account, tmp_path, ending):
    path = tmp_path / f"x{ending}"
    path.write_text("old")

    def gone(start, stop):
        raise AssetError("The file is gone.")

    with pytest.raises(AssetError, match="gone"):
        write(path, replace(account, between=gone))
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("ending", WRITERS)
def test_what_a_killed_export_left_is_cleared_away_and_that_is_said_once(account, tmp_path, ending):
    left = tmp_path / ".0123456789ab.part"
    left.mkdir()
    for name in (".lock", "half.hea"):
        (left / name).touch()
    long_ago = time.time() - 120
    os.utime(left, (long_ago, long_ago))
    part = account.within(START, START + 1440)
    said = [write(tmp_path / f"x{ending}", part) for _ in range(2)]
    assert (
        said[0]
        == f"{said[1]} An earlier export into this folder had been broken off; what it left was cleared away."
    )
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".")]


@pytest.mark.parametrize("ending", WRITERS)
def test_nothing_of_the_source_is_written_over(account, tmp_path, ending):
    path = tmp_path / f"x{ending}"
    info = replace(account.info, files=files_of(path)[:1])
    with pytest.raises(WriteError, match="a file of the record itself"):
        write(path, replace(account, info=info))
    with pytest.raises(WriteError, match="There is no folder"):
        check_export(tmp_path / "no" / f"x{ending}")


def test_names_that_say_no_format_or_cannot_be_are_refused(account, tmp_path):
    with pytest.raises(ExportError, match=r"x\.mat does not say in which format"):
        write(tmp_path / "x.mat", account)
    with pytest.raises(ExportError, match="'x y' has others"):
        write(tmp_path / "x y.hea", account)
    with pytest.raises(ExportError, match="Nothing of r1 was watched yet"):
        write(tmp_path / "x.csv", replace(account, stop=START))


def test_notes_of_a_part_are_those_that_lie_in_it(account):
    part = account.within(4400, 4500)
    assert [n.about for n in notes(part, MARKS)] == [About.ALERT]
    part = account.within(6500, 6590)
    assert [(n.start, n.end) for n in notes(part) if n.about is About.ARTEFACT] == [(6500, 6589)]


def test_a_real_record_goes_out_and_comes_back(data_dir, tmp_path):
    account = models.Watch(models.open_source("208", data_dir), duration_s=60).run()
    for ending in (".hea", ".edf", ".csv"):
        write(tmp_path / f"r{ending}", account)
    x = account.samples()
    np.testing.assert_array_equal(wfdb.rdrecord(str(tmp_path / "r")).p_signal.astype(np.float32), x)
    edf = edfio.read_edf(tmp_path / "r.edf")
    for i, signal in enumerate(edf.signals):
        np.testing.assert_array_equal((signal.data[: len(x)] / 1000).astype(np.float32), x[:, i])
    table = pd.read_csv(tmp_path / "r.csv").to_numpy(np.float32)
    np.testing.assert_array_equal(table[:, 2:], x)
    reference = wfdb.rdann(str(Path(data_dir) / "mitdb/208"), "atr", sampto=60 * 360 - 1)
    np.testing.assert_array_equal(wfdb.rdann(str(tmp_path / "r"), "atr").sample, reference.sample)


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_picture_is_cancelled_before_it_is_written(account, tmp_path, ending):
    with pytest.raises(ExportCancelled):
        write(tmp_path / f"p{ending}", account, going=lambda share: share < 0.2)
    assert os.listdir(tmp_path) == []


def test_a_picture_too_large_or_too_long_is_refused(account, tmp_path):
    with pytest.raises(ExportError, match="million pixels; 100 million are the most"):
        write(tmp_path / "p.png", replace(account, stop=START + 7000), dpi=1200)
    with pytest.raises(ExportError, match="50 to 1200 dots an inch, not 10"):
        write(tmp_path / "p.png", account, dpi=10)
    with pytest.raises(ExportError, match="too many for one picture"):
        write(tmp_path / "p.svg", replace(account, stop=4000 * 360))


def test_a_picture_is_of_the_size_that_its_dots_say(account, tmp_path):
    from PIL import Image

    write(tmp_path / "p.png", account.within(START, START + 1440), dpi=254)
    with Image.open(tmp_path / "p.png") as picture:
        assert picture.width == pytest.approx((4 * 25 + 32) * 10, abs=2)
        assert picture.info["dpi"][0] == pytest.approx(254, abs=0.1)
    write(tmp_path / "p.svg", account.within(START, START + 1440))
    assert "<svg" in (tmp_path / "p.svg").read_text("utf-8")


def test_files_begin_when_the_stretch_did_by_the_records_own_clock(account, tmp_path):
    began = datetime(2004, 5, 4, 23, 59, 55, 250000)
    timed = replace(account, info=replace(account.info, start=began))
    first = began + timedelta(seconds=START / FS)
    write(tmp_path / "w.hea", timed, MARKS)
    read = wfdb.rdrecord(str(tmp_path / "w"))
    assert (read.base_datetime - first) < timedelta(milliseconds=1)
    assert open_record(str(tmp_path / "w.hea")).start == read.base_datetime
    write(tmp_path / "e.edf", timed, MARKS)
    edf = edfio.read_edf(tmp_path / "e.edf")
    told = datetime.combine(edf.startdate, edf.starttime)
    assert abs(told - first) <= timedelta(seconds=0.5)
    assert open_record(str(tmp_path / "e.edf")).start == told


def test_a_day_that_an_edf_header_has_no_room_for_is_left_out(account, tmp_path):
    timed = replace(account, info=replace(account.info, start=datetime(2704, 5, 4, 10, 44, 18)))
    write(tmp_path / "e.edf", timed, MARKS)
    assert open_record(str(tmp_path / "e.edf")).start is None
