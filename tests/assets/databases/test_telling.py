import io
import sys

import pytest

from assets.databases import telling
from assets.databases.telling import in_lines, on_stderr


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_has_one_line_that_is_kept_up_to_date(monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with on_stderr("Record 100", 2_000_000) as progress:
        progress(1_000_000, 2_000_000)
        progress(2_000_000, 2_000_000)
    assert "Record 100" in terminal.getvalue()
    assert "\r" in terminal.getvalue()
    assert "\n" not in terminal.getvalue()


def test_elsewhere_there_are_few_plain_lines(capsys, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(telling.time, "monotonic", lambda: now[0])
    with on_stderr("Record 100", 2_000_000) as progress:
        for second in range(25):
            now[0] = second
            progress(second * 50_000, 2_000_000)
        progress(2_000_000, 2_000_000)
    assert capsys.readouterr().err.splitlines() == [
        "Record 100: downloading 2.0 MB.",
        "Record 100: 0.5 of 2.0 MB.",
        "Record 100: 1.0 of 2.0 MB.",
    ]


def test_an_error_stream_that_is_closed_hinders_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    with on_stderr("Record 100", 2_000_000) as progress:
        progress(1, 2_000_000)


def test_an_error_passes_through():
    said = []
    with pytest.raises(KeyError), in_lines(said.append)("MNIST", 10):
        raise KeyError("from within")
    assert said == ["MNIST: downloading 0.0 MB."]
