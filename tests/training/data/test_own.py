"""Learning from one's own recordings, from marks, and from a choice of records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assets.databases import svdb
from assets.databases.mitbih import DS1
from assets.errors import RecordError
from assets.records.open import open_record
from assets.records.record import Record
from models.contract.fits import HELD_OUT, HELD_OUT_SVDB
from models.contract.marks import MISSED, NORMAL, Mark
from training.data.dataset import read_patient, training_records
from training.data.own import assume_beats, choose, mark, read_record

MakeRecord = Callable[..., Record]


def test_without_a_choice_the_shipped_fit_s_records_are_taken() -> None:
    assert choose(None, [], []) == (training_records(), HELD_OUT)
    learn, held_out = choose(None, [], ["208"])
    assert held_out == ("208",)
    assert set(learn) == set(DS1) - {"208"}


def test_two_databases_are_learnt_from_where_both_are_asked_for() -> None:
    learn, held_out = choose(None, [], [], ("mitdb", "svdb"))
    assert held_out == HELD_OUT + HELD_OUT_SVDB
    assert learn == training_records() + training_records(("svdb",))
    assert {*learn, *held_out} == {*DS1, *svdb.DEVELOPMENT}
    assert not set(learn) & set(held_out)
    assert choose(None, ["800", "804"], []) == (("800",), ("804",))


def test_named_records_are_divided_by_patient() -> None:
    assert choose(None, ["101", "106", "108"], []) == (("101", "108"), ("106",))
    assert choose(None, ["101", "108"], []) == (("101",), ("108",))
    assert choose(None, ["101", "108", "109"], ["101"]) == (("108", "109"), ("101",))
    eleven = [f"r{i:02}" for i in range(11)]
    assert choose(None, eleven, [])[1] == ("r10", "r05", "r00")


def test_a_folder_gives_all_its_records(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.hea").touch()
    learn, held_out = choose(tmp_path, [], [])
    assert learn == (str(tmp_path / "a.hea"), str(tmp_path / "b.hea"))
    assert held_out == (str(tmp_path / "c.hea"),)
    assert choose(tmp_path, ["a", "c"], ["c"]) == ((str(tmp_path / "a.hea"),), (str(tmp_path / "c.hea"),))


def test_the_segments_of_a_record_are_not_learnt_from_beside_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.hea").write_text(f"{name}/2 1 360 720\n{name}_1 360\n{name}_2 360\n")
        for part in (1, 2):
            (tmp_path / f"{name}_{part}.hea").write_text(f"{name}_{part} 1 360 360\n{name}.dat 16\n")
    assert choose(tmp_path, [], []) == ((str(tmp_path / "a.hea"),), (str(tmp_path / "b.hea"),))


def test_a_folder_a_patient_is_searched_and_text_files_are_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.edf").touch()
        (tmp_path / f"{name}.csv").touch()
    assert choose(tmp_path, [], []) == ((str(tmp_path / "a" / "r.edf"),), (str(tmp_path / "b" / "r.edf"),))
    told = "a.csv?rate=250&unit=mV"
    assert choose(tmp_path, [told, "b.csv"], []) == ((str(tmp_path / told),), (str(tmp_path / "b.csv"),))
    with pytest.raises(RecordError, match=r"There is no record c\.csv in the folder"):
        choose(tmp_path, ["c.csv?rate=250", "b.csv"], [])


def test_records_in_the_folders_within_are_learnt_from_beside_those_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "patient").mkdir()
    files = [tmp_path / "a.edf", tmp_path / "b.edf", tmp_path / "patient" / "1.edf"]
    for file in files:
        file.touch()
    learn, held_out = choose(tmp_path, [], [])
    assert sorted((*learn, *held_out)) == [str(file) for file in files]


@pytest.mark.parametrize(
    ("records", "held_out", "why"),
    [(["101"], [], "At least two records"), (["101"], ["101"], "none is left to learn from")],
)
def test_a_choice_that_leaves_nothing_is_refused(records: list[str], held_out: list[str], why: str) -> None:
    with pytest.raises(RecordError, match=why):
        choose(None, records, held_out)


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="holds no recording"):
        choose(tmp_path, [], [])
    with pytest.raises(RecordError, match="There is no folder"):
        choose(tmp_path / "nowhere", [], [])


def test_a_folder_of_text_files_is_learnt_from(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv", "c.txt"):
        (tmp_path / name).write_text("time,ECG [mV]\n" + "".join(f"{i / 250},{i % 7}\n" for i in range(50)))
    (tmp_path / "LICENSE.txt").write_text("words\n")
    learn, held_out = choose(tmp_path, [], [])
    assert sorted(Path(name).name for name in (*learn, *held_out)) == ["a.csv", "b.csv", "c.txt"]


def test_a_record_that_the_folder_does_not_hold_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.hea").touch()
    with pytest.raises(RecordError, match=r"There is no record 999\.hea in the folder"):
        choose(tmp_path, ["999"], [])


def test_what_is_wrong_with_a_record_s_files_goes_to_the_log(write_record: Callable[..., Path]) -> None:
    t = np.arange(0, 60, 1 / 360)
    lead = np.round(200 * np.exp(-0.5 * (((t + 0.4) % 0.8 - 0.4) / 0.015) ** 2)).astype(int)
    header = write_record(lead[:, None])
    header.write_text(header.read_text().replace(" 16 0 0 0 0 ", " 16 0 0 5 0 "))
    said: list[str] = []
    read_record(str(header), None, (), said.append)
    assert (
        said[0]
        == "Record r: The samples of L1 differ from the checksum in r.hea, so the file may be damaged."
    )
    assert "has no annotations" in said[1]


def test_beats_are_assumed_where_there_are_no_annotations(make_record: MakeRecord) -> None:
    annotated = make_record(120, ectopic_every=12)
    said: list[str] = []
    assumed = assume_beats(replace(annotated, annotations=None), said.append)
    assert assumed.annotations is not None
    true = annotated.annotations
    assert true is not None
    ectopic = true.sample[[s == "V" for s in true.symbol]]
    normal = true.sample[[s == "N" for s in true.symbol]]
    found = {int(s): symbol for s, symbol in zip(*_beats(assumed), strict=True)}

    def symbol_at(sample: int) -> str:
        nearest = min(found, key=lambda s: abs(s - sample))
        return found[nearest] if abs(nearest - sample) < 40 else "-"

    assert all(symbol_at(s) != "N" for s in ectopic), "every ectopic beat is an outlier"
    kept = np.mean([symbol_at(s) == "N" for s in normal])
    assert kept > 0.95
    assert len(said) == 1
    assert "no annotations" in said[0]
    assert "outliers" in said[0]


def _beats(record: Record) -> tuple[list[int], tuple[str, ...]]:
    assert record.annotations is not None
    return record.annotations.sample.tolist(), record.annotations.symbol


def test_a_flat_recording_is_refused_in_a_sentence(make_record: MakeRecord) -> None:
    flat = make_record(30)
    flat = replace(flat, annotations=None, signals=np.zeros_like(flat.signals))
    with pytest.raises(ValueError, match=r"only 0 beats were found in its lead MLII: too few"):
        assume_beats(flat, lambda _: None)


def test_assumed_beats_agree_with_the_annotations_of_a_real_record(data_dir: Path) -> None:
    record = open_record("119", data_dir=data_dir)
    n = round(600 * record.fs)
    assert record.annotations is not None
    bare = replace(record, signals=record.signals[:n], annotations=None)
    assumed = read_patient(assume_beats(bare, lambda _: None))
    v = record.annotations.sample[[symbol == "V" for symbol in record.annotations.symbol]]
    v = v[v < n]
    learnt = assumed.normal[np.searchsorted(assumed.index, v).clip(0, len(assumed.index) - 1)]
    assert len(v) > 100
    assert learnt.mean() < 0.02, "ectopic beats are not learnt from"
    assert assumed.normal.mean() > 0.1


def test_own_recordings_without_annotations_are_read(
    write_record: Callable[..., Path], make_record: MakeRecord
) -> None:
    record = make_record(60)
    header = write_record(np.round(200 * record.signals), fs=record.fs, leads=record.leads)
    patient = read_patient(read_record(str(header), None, (), lambda _: None))
    assert len(patient.beats.sample) > 60
    assert patient.normal.mean() > 0.8


def test_marks_are_followed(make_record: MakeRecord) -> None:
    record = make_record(60, ectopic_every=10)
    samples, symbols = _beats(record)
    ectopic = samples[symbols.index("V")]
    normal = samples[symbols.index("N") + 3]
    said: list[str] = []
    marks = (
        Mark(record.name, ectopic + 20, mark=NORMAL),
        Mark(record.name, normal - 20, mark=MISSED),
        Mark("mitdb/toy", samples[3], mark=MISSED),
        Mark(record.name, 10_000_000, mark=NORMAL),
    )
    found = dict(zip(*_beats(mark(record, marks, said.append)), strict=True))
    assert found[ectopic] == "N"
    assert found[normal] == "V"
    assert sum(a != b for a, b in zip(symbols, found.values(), strict=True)) == 2
    assert said == ["Record toy: 2 of 3 marks lie at a beat and are followed."]


def test_a_mark_on_the_demo_lands_on_the_same_beat_of_the_whole_and_on_no_other(
    data_dir: Path,
) -> None:
    demo, whole = open_record("demo"), open_record("208", data_dir=data_dir)
    samples, symbols = _beats(whole)
    inside = [i for i, s in enumerate(samples) if 0 < s - demo.offset < demo.n_samples]
    beat = next(i for i in inside if symbols[i] == "V")
    in_the_demo = samples[beat] - demo.offset
    made = Mark(demo.identity, in_the_demo + demo.offset, NORMAL, "MLII", 360.0)
    after = _beats(read_record("208", data_dir, [made], lambda _: None))[1]
    assert [i for i, (a, b) in enumerate(zip(symbols, after, strict=True)) if a != b] == [beat]
    assert after[beat] == "N"

    learnt = read_record("demo", None, [replace(made, mark=MISSED)], lambda _: None)
    where, assumed = _beats(learnt)
    nearest = min(range(len(where)), key=lambda i: abs(where[i] - in_the_demo))
    assert abs(where[nearest] - in_the_demo) < 0.15 * 360
    assert assumed[nearest] == "V"
    assert assumed.count("V") == 1

    said: list[str] = []
    untouched = read_record("207", data_dir, [made], said.append)
    assert _beats(untouched) == _beats(open_record("207", data_dir=data_dir))
    assert said == []


def test_a_record_of_the_same_name_elsewhere_is_not_marked(
    write_record: Callable[..., Path], make_record: MakeRecord
) -> None:
    record = make_record(60)
    header = write_record(np.round(200 * record.signals), fs=record.fs, leads=record.leads)
    own = read_record(str(header), None, (), lambda _: None)
    at = _beats(own)[0][20]
    here = Mark(own.identity, at, MISSED)
    elsewhere = replace(here, source=f"file:/elsewhere/{own.name}")
    assert _beats(read_record(str(header), None, [elsewhere], lambda _: None)) == _beats(own)
    assert _beats(read_record(str(header), None, [here], lambda _: None))[1][20] == "V"
