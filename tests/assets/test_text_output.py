"""JSON goes into the file that is named, or alone to standard output."""

from __future__ import annotations

import io
import sys

import pytest

from assets.errors import WriteError
from assets.text_output import TextOutput


def test_a_dash_is_standard_output_and_has_it_alone(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    output = TextOutput("-")
    output.check()
    with output.alone():
        sys.stdout.write("a table\n")
        output.write("{}\n")
        sys.stdout.write("a sentence\n")
    sys.stdout.write("later\n")
    assert capsys.readouterr() == ("{}\nlater\n", "a table\na sentence\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_has_its_folder_before_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    output = TextOutput("./-")
    with output.alone():
        sys.stdout.write("a table\n")
        output.write("{}\n")
    assert (tmp_path / "-").read_text() == "{}\n"
    assert capsys.readouterr() == ("a table\n", "")


def test_a_file_that_cannot_be_written_or_is_the_records_is_refused(tmp_path):
    with pytest.raises(WriteError, match="There is no folder"):
        TextOutput(str(tmp_path / "no" / "x.json")).check()
    with pytest.raises(WriteError, match="a file of the record itself"):
        TextOutput(str(tmp_path / "x.hea")).check_apart([tmp_path / "x.hea"])
    TextOutput("-").check_apart([tmp_path / "x.hea"])


def test_a_standard_output_that_takes_nothing_is_a_sentence_and_is_left_alone_then(monkeypatch):
    class Full(io.StringIO):
        def write(self, text):
            raise OSError(28, "No space left on device")

    output = TextOutput()
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(WriteError, match="Standard output could not be written"), output.alone():
        output.write("{}\n")
    assert sys.stdout is None


def test_standard_output_has_the_bytes_that_a_file_would_have(monkeypatch, tmp_path):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))
    for output in (TextOutput(), TextOutput(str(tmp_path / "a"))):
        output.write("1,µ\r\n2,–\n")
    assert raw.getvalue() == (tmp_path / "a").read_bytes() == "1,µ\r\n2,–\n".encode()
    with pytest.raises(WriteError, match="holds half a character"):
        TextOutput().write("\udc80")


def test_it_says_where_it_goes(tmp_path):
    assert str(TextOutput("-")) == "standard output"
    assert str(TextOutput(str(tmp_path / "a"))) == str(tmp_path / "a")
