"""What does not open, and in which words."""

import os

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records import reader
from assets.records.reader import read_record

RAMP = np.arange(-100, 100).reshape(-1, 1)


def refusal(path):
    """Return the sentence with which `path` is refused."""
    with pytest.raises(RecordError) as caught:
        read_record(path)
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 300
    return message


def words(digital):
    return np.asarray(digital).astype("<i2").tobytes()


def write(folder, header, data=b"", name="r", file="r.dat"):
    (folder / f"{name}.hea").write_text(header, encoding="utf-8")
    if file is not None:
        (folder / file).write_bytes(data)
    return folder / f"{name}.hea"


@pytest.mark.parametrize(
    ("header", "cause"),
    [
        ("r 1 360 201\nr.dat 16 200\n", "r.dat is too short, with 200 of the 201 samples"),
        ("r 1 360 1000000000000\nr.dat 16 200\n", "too short, with 200 of the 1000000000000 samples"),
        ("r 1 360 1000000000000000000000\nr.dat 16 200\n", "not a whole number"),
        ("r 12 360 99999999\n" + "r.dat 212 200\n" * 12, "too short"),
        ("r 1 360 200\nr.dat 16+999999 200\n", "too short"),
        ("r 1 360\nr.dat 16+999999 200\n", "no samples"),
        ("r 1 360 200\nr.dat 17 200\n", "storage format 17 is not known"),
        ("r 1 360 200\nr.dat 0 200\n", "storage format 0 is not known"),
        ("r 1 360 200\nother.dat 16 200\n", "'other.dat' is missing"),
        ("r 1 360 200\n../../etc/passwd 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\n/etc/passwd 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\nsub/r.dat 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\n..\\r.dat 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\nC:r.dat 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\nhttp://localhost/r.dat 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\ns3://bucket/r.dat 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\n.. 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\n~ 16 200\n", "not a file in the record's own folder"),
        ("r 1 360 200\n" + "x" * 300 + " 16 200\n", "cannot be read"),
        ("r 2 360 100\nr.dat 16 200\nr.dat 212 200\n", "differ in format or offset"),
        ("r 3 360 50\nr.dat 16 200\nb.dat 16 200\nr.dat 16 200\n", "not listed together"),
        ("r 1 50 200\nr.dat 16 200\n", "sampled at 50 Hz"),
        ("r 1 48000 200\nr.dat 16 200\n", "sampled at 48000 Hz"),
        ("r 1 360 200\nr.dat 16 1e-300\n", "out of all proportion"),
        ("r 1 360 200\nr.dat 16 1e300/uV\n", "out of all proportion"),
    ],
)
def test_hostile_header_is_refused_in_a_sentence(tmp_path, header, cause):
    (tmp_path / "b.dat").write_bytes(words(RAMP))
    message = refusal(write(tmp_path, header, words(RAMP)))
    assert cause in message
    assert message.startswith("r.hea cannot be opened: ")


def test_signal_file_that_links_out_of_the_folder_is_refused(tmp_path):
    folder = tmp_path / "record"
    folder.mkdir()
    (tmp_path / "secret.dat").write_bytes(words(RAMP))
    path = write(folder, "r 1 360 200\nr.dat 16 200\n", file=None)
    (folder / "r.dat").symlink_to(tmp_path / "secret.dat")
    assert "link out of the record's folder" in refusal(path)


def test_annotations_that_link_out_of_the_folder_are_left_out(tmp_path):
    folder = tmp_path / "record"
    folder.mkdir()
    (tmp_path / "secret.atr").write_bytes(b"\x01\x04\x00\x00")
    path = write(folder, "r 1 360 200\nr.dat 16 200\n", words(RAMP))
    (folder / "r.atr").symlink_to(tmp_path / "secret.atr")
    record = read_record(path)
    assert record.annotations is None
    assert "r.atr were left out: it is a link out of the record's folder." in " ".join(record.warnings)
    (folder / "r.atr").unlink()
    (tmp_path / "secret.atr").rename(folder / "own.atr")
    (folder / "r.atr").symlink_to("own.atr")
    assert len(read_record(path).annotations.sample) == 1


def test_link_within_the_folder_opens(tmp_path):
    (tmp_path / "real.bin").write_bytes(words(RAMP))
    path = write(tmp_path, "r 1 360 200\nr.dat 16 200\n", file=None)
    (tmp_path / "r.dat").symlink_to("real.bin")
    assert read_record(path).n_samples == 200


def test_link_to_itself_is_refused(tmp_path):
    path = write(tmp_path, "r 1 360 200\nr.dat 16 200\n", file=None)
    (tmp_path / "r.dat").symlink_to("r.dat")
    refusal(path)


def test_signal_file_that_is_a_folder_is_refused(tmp_path):
    path = write(tmp_path, "r 1 360 200\nr.dat 16 200\n", file=None)
    (tmp_path / "r.dat").mkdir()
    assert "not an ordinary file" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pipes_are_not_opened(tmp_path):
    path = write(tmp_path, "r 1 360 200\nr.dat 16 200\n", file=None)
    os.mkfifo(tmp_path / "r.dat")
    assert "not an ordinary file" in refusal(path)
    os.mkfifo(tmp_path / "p.hea")
    refusal(tmp_path / "p")
    os.mkfifo(tmp_path / "p.edf")
    assert "it is a pipe, not an ordinary file" in refusal(tmp_path / "p.edf")


@pytest.mark.parametrize(
    ("spec", "cause"),
    [
        ("absent", "there is no such record"),
        ("absent.hea", "there is no such record"),
        (".", "folder"),
        ("notes.txt", "no WFDB header"),
        ("http://physionet.org/files/mitdb/1.0.0/100", "only records on this computer"),
        ("s3://bucket/100", "only records on this computer"),
        ("", "folder"),
        ("nul\0byte", "there is no such record"),
        ("x" * 5000, "too long"),
    ],
)
def test_what_is_no_record_is_said(tmp_path, monkeypatch, spec, cause):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("hello")
    assert cause in refusal(spec)


def test_folder_named_like_a_header(tmp_path):
    (tmp_path / "r.hea").mkdir()
    assert "folder" in refusal(tmp_path / "r.hea")


def test_errors_of_wfdb_do_not_get_through(write_record, monkeypatch):
    import wfdb

    def fails(*_args, **_kwargs):
        raise Exception("anything")

    monkeypatch.setattr(wfdb, "rdrecord", fails)
    assert "damaged" in refusal(write_record(RAMP))


def test_too_large_a_record_is_not_read_as_a_whole_and_its_name_and_size_are_said(write_record, monkeypatch):
    path = write_record(RAMP)
    path.write_text("r 1 360\nr.dat 16 200\n")
    monkeypatch.setattr(reader, "MAX_VALUES", 100)
    assert refusal(path).startswith("r.hea is too long to be read as a whole: its 0.0 h of 1 lead at 360 Hz")


def test_nothing_but_other_units_is_refused(write_record):
    assert "none of its signals is a voltage" in refusal(write_record(RAMP, gain="10/mmHg"))
