"""Where the user's things are kept: the same folder for the window and for a run without one."""

import sys

import pytest

from monitor.retraining.home import Home, user_home, user_weights


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no XDG_DATA_HOME")
def test_window_and_headless_share_a_folder_and_nothing_is_written_there(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    home = user_home()
    assert home.folder == tmp_path / "ecg-monitor"
    assert user_weights().folder == home.weights.folder
    assert not list(tmp_path.iterdir())


def test_marks_that_cannot_be_read_are_told_once(tmp_path):
    (tmp_path / "marks.json").write_text("[]")
    home = Home(tmp_path)
    assert home.marks is None
    (problem,) = home.take_problems()
    assert "marks.json" in problem
    assert home.take_problems() == []


def test_a_passing_folder_goes_with_its_object():
    home = Home()
    folder = home.folder
    assert folder.is_dir()
    del home
    assert not folder.exists()
