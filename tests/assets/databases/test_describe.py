"""The generator of the catalogue."""

import json
import shutil
from pathlib import Path

import pytest

from assets.databases import describe, svdb
from assets.databases.published import DATABASES
from assets.errors import RecordError
from assets.records.headers.header import read_header
from assets.records.reader import read_record


@pytest.mark.slow
def test_generator_reproduces_the_catalogue(data_dir, tmp_path, capsys):
    target = tmp_path / "catalogue.json"
    assert describe.main(["--data-dir", str(data_dir), "--output", str(target)]) == 0
    capsys.readouterr()
    written = json.loads(target.read_text(encoding="utf-8"))
    assert [item["number"] for item in written] == [
        number for database in DATABASES for number in database.records
    ]
    bundled = Path(describe.__file__).parents[1] / "data" / "catalogue.json"
    assert target.read_text(encoding="utf-8") == bundled.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["catalogue.json"]


def test_generator_needs_a_complete_mirror(tmp_path, capsys):
    target = tmp_path / "catalogue.json"
    target.write_text("old", encoding="utf-8")
    (tmp_path / "mitdb").mkdir()
    assert describe.main(["--data-dir", str(tmp_path), "--output", str(target)]) == 1
    assert "Record 100 is not complete" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "old"


def test_generator_refuses_an_altered_record(data_dir, tmp_path, capsys):
    (tmp_path / "mitdb").mkdir()
    for suffix in (".hea", ".dat", ".atr"):
        shutil.copyfile(data_dir / "mitdb" / f"100{suffix}", tmp_path / "mitdb" / f"100{suffix}")
    with (tmp_path / "mitdb" / "100.atr").open("r+b") as file:
        file.write(b"\x01")
    assert describe.main(["--data-dir", str(tmp_path), "--output", str(tmp_path / "out.json")]) == 1
    assert "SHA-256" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


@pytest.mark.slow
def test_nothing_of_the_records_that_are_kept_as_a_test_is_opened(data_dir, tmp_path, monkeypatch):
    opened = []
    real = describe.verified_in_mirror
    monkeypatch.setattr(describe, "verified_in_mirror", lambda n, d: opened.append(n) or real(n, d))
    describe.write_catalogue(data_dir, tmp_path / "catalogue.json")
    assert opened
    assert not set(opened) & set(svdb.TEST)


def test_a_record_of_no_database_is_refused(write_record):
    path = write_record([[0], [1], [2]], name="mine")
    with pytest.raises(RecordError, match="mine is of none of the databases"):
        describe.describe(read_record(path), read_header(path))
