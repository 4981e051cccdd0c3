"""How records of PhysioNet are named, and what is no such name."""

from __future__ import annotations

import pytest

from assets.databases.physionet.name import RecordName, record_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("afdb/04015", RecordName("afdb", "04015")),
        (" afdb/04015.hea\n", RecordName("afdb", "04015")),
        ("afdb/1.0.0/04015", RecordName("afdb", "04015", "1.0.0")),
        ("ptbdb/patient001/s0010_re", RecordName("ptbdb", "patient001/s0010_re")),
        ("physionet:bidmc/bidmc01", RecordName("bidmc", "bidmc01")),
        ("bidmc/1.0.0/bidmc01", RecordName("bidmc", "bidmc01", "1.0.0")),
        ("physionet:mimic3wdb/1.0/30/3000003/3000003", RecordName("mimic3wdb", "30/3000003/3000003", "1.0")),
        ("physionet:aftdb/learning-set/n01", RecordName("aftdb", "learning-set/n01")),
        ("physionet:x/3141595n", RecordName("x", "3141595n")),
    ],
)
def test_a_name_is_taken_apart(text: str, name: RecordName) -> None:
    assert record_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "208",
        "afdb",
        "afdb/",
        "/afdb/04015",
        "./afdb/04015",
        "afdb//04015",
        "afdb/../04015",
        "afdb/..",
        "afdb/04015/..",
        "afdb/a..b",
        "afdb/.hidden",
        "afdb/04015.",
        "afdb/1.0.0",
        "afdb/04015?x=1",
        "afdb/04015#x",
        "afdb/04 015",
        "afdb/%2e%2e/x",
        "afdb\\04015",
        "afdb/C:x",
        "AFDB/04015",
        "afdb/٠٤",
        "afdb/" + "a/" * 8 + "b",
        "afdb/" + "x" * 300,
        "mydata/208",
        "https://physionet.org/files/afdb/1.0.0/04015",
        "evil.example/04015",
        "physionet:https://evil.example/x",
        "other:afdb/04015",
    ],
)
def test_what_is_no_name_is_none(text: str) -> None:
    assert record_name(text) is None


def test_folder_and_stem() -> None:
    name = RecordName("ptbdb", "patient001/s0010_re")
    assert (name.folder, name.stem, name.identity) == ("patient001/", "s0010_re", "ptbdb/patient001/s0010_re")
    assert RecordName("afdb", "04015").folder == ""
