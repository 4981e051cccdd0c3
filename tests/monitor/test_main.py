"""The command line: what makes no sense is refused in a sentence, before anything is loaded."""

import gc

import pytest

from assets.version import app_version
from monitor.__main__ import main


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--headless", "--screenshot", "window.png"), "--headless has no window to take a picture of"),
        (("--page", "lab"), "name a file with --screenshot"),
        (("--headless", "--pane", "map"), "name a file with --screenshot"),
        (("--csv", "alerts.csv"), "--csv goes with --headless"),
        (("--annotations", "."), "--annotations goes with --headless"),
        (("--at", "3"), "name a file with --screenshot"),
        (("--json", "j.json"), "--json goes with --headless"),
        (("--duration", "3"), "--duration goes with --headless"),
        (("--headless", "--json", "a", "--csv", "./a"), "name the same file"),
        (("--headless", "--csv", "-", "--beats", "-"), "Standard output has room for one of --json, --csv"),
        (("--headless", "--csv", "-", "--json", "-"), "Standard output has room for one of --json, --csv"),
        (("--headless", "--data-dir", "/nowhere"), "There is no folder /nowhere to look for records in"),
    ],
)
def test_options_that_contradict_each_other_are_refused(capsys, args, words):
    assert main(args) == 2
    err = capsys.readouterr().err
    assert words in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("picture", "more", "words"),
    [
        ("window.foo", (), "A picture is written as PNG or SVG, and window.foo ends in neither."),
        ("window", (), "window ends in neither."),
        ("absent/window.png", (), "There is no folder"),
        ("window.png", ("--at", "301"), "208 is 300.0 s long: there is nothing at 301 s (--at)."),
    ],
)
def test_a_picture_that_cannot_be_is_refused_before_anything_is_analysed(
    capsys, monkeypatch, tmp_path, picture, more, words
):
    def never(*_, **__):
        raise AssertionError("a window was made")

    monkeypatch.setattr("monitor.ui.shell.app.Stage", never)
    assert main(["--screenshot", str(tmp_path / picture), *more]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_an_unknown_page_is_refused_before_the_record_is_read(capsys, monkeypatch, tmp_path):
    def never(*_, **__):
        raise AssertionError("the record was read")

    monkeypatch.setattr("monitor.ui.shell.app.open_any", never)
    assert main(["--screenshot", str(tmp_path / "window.png"), "--page", "nowhere"]) == 2
    assert "There is no page 'nowhere'; the pages are monitor" in capsys.readouterr().err


def test_it_says_its_version(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"ecg-monitor {app_version()}\n"


def test_garbage_waits_while_the_window_starts_and_no_longer(capsys, monkeypatch):
    collected = []

    def why():
        collected.append(gc.isenabled())
        return "There is no screen."

    monkeypatch.setattr("monitor.__main__.why_no_window", why)
    assert main([]) != 0
    assert collected == [False]
    assert gc.isenabled()
    assert "There is no screen." in capsys.readouterr().err
