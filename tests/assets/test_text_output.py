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
