import os
import sys

import numpy as np
import pytest

from assets.errors import AssetError, DownloadCancelled, RecordError
from assets.records.open import open_record, record_below
from assets.sources.open import open_source

RAMP = np.arange(-100, 100).reshape(-1, 1)


def test_demo():
    assert open_record("demo").n_samples == 108_000


def test_catalogue_number(data_dir):
    record = open_record("208", data_dir=data_dir)
    assert (record.name, record.n_samples) == ("208", 650_000)
    assert record.annotations is not None


def test_path(write_record):
    path = write_record(RAMP)
    assert open_record(str(path)).name == "r"
    assert open_record(str(path.with_suffix(""))).name == "r"


def test_number_of_the_catalogue_wins_over_a_file_of_that_name(write_record, data_dir, tmp_path, monkeypatch):
    write_record(RAMP, name="208")
    monkeypatch.chdir(tmp_path)
    assert open_record("208", data_dir=data_dir).n_samples == 650_000
    assert open_record("208.hea").n_samples == 200
    assert open_record("./208").n_samples == 200


def test_number_outside_the_catalogue_may_be_a_file(write_record, tmp_path, monkeypatch):
    write_record(RAMP, name="999")
    monkeypatch.chdir(tmp_path)
    assert open_record("999").n_samples == 200


@pytest.mark.parametrize("name", ["r ", " r", "two words", "Müller", "心電図", "a.b", "-r", "~", "x" * 200])
def test_a_file_may_have_any_name(write_record, tmp_path, monkeypatch, name):
    header = write_record(RAMP, name="r" if " " in name or name == "~" else name)
    header.rename(tmp_path / f"{name}.hea")
    monkeypatch.chdir(tmp_path)
    for spec in (name, f"{name}.hea", f"./{name}", str(tmp_path / name)):
        record = open_record(spec)
        assert (record.name, record.n_samples) == (name, 200)
        assert record.identity == f"file:{tmp_path.resolve() / name}"
        assert open_source(spec).info.identity == record.identity


def test_blanks_around_a_name_do_not_count(write_record, data_dir, tmp_path, monkeypatch):
    write_record(RAMP)
    monkeypatch.chdir(tmp_path)
    assert open_record(" r\n").identity == f"file:{tmp_path.resolve() / 'r'}"
    assert open_source(" 208 ", data_dir=data_dir).info.identity == "mitdb/208"
    assert open_source("demo ").info.identity == "mitdb/208"


def test_a_record_of_the_catalogue_that_is_looked_for_in_a_folder_is_said(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(RecordError) as refused:
        open_record("../208")
    said = str(refused.value)
    assert said.startswith("'208' cannot be opened: there is no such record in '")
    assert said.endswith("; the catalogue's is 208, without a folder.")


def test_unknown_number_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordError) as caught:
        open_record("110")
    assert str(caught.value) == (
        "There is no record 110 in the catalogue, which has Arrhythmia 100 to 234; Supraventricular 800 to "
        "894; Noise bw, em, ma."
    )


@pytest.mark.parametrize("spec", ["", "  ", "no such thing", "1" * 5000, "١٠٠", "demo/", "\0"])
def test_anything_else_is_refused_in_a_sentence(tmp_path, monkeypatch, spec):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssetError) as caught:
        open_record(spec)
    assert str(caught.value).endswith(".")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 200


def test_cancel_reaches_the_download(tmp_path, monkeypatch):
    monkeypatch.delenv("ECG_MONITOR_DATA", raising=False)
    with pytest.raises(DownloadCancelled):
        open_record("100", cache_dir=tmp_path, cancelled=lambda: True)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_name_that_is_no_utf8_can_be_told_and_written(write_record, tmp_path):
    write_record(RAMP).rename(os.fsdecode(os.fsencode(tmp_path) + b"/r\xff.hea"))
    record = open_record(os.fsdecode(os.fsencode(tmp_path) + b"/r\xff"))
    assert record.name == r"r\xff"
    assert (record.identity + record.notes).encode()


def test_a_record_is_found_by_its_name_in_a_folder_or_in_those_within_it(tmp_path):
    (tmp_path / "patient").mkdir()
    for path in (below := tmp_path / "patient" / "b.edf", here := tmp_path / "a.edf"):
        path.touch()
    assert record_below(tmp_path, "a") == here
    assert record_below(tmp_path, "b") == below
    assert record_below(tmp_path, "c") is None
