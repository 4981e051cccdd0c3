"""Where the user's things are kept: the same folder for the window and for a run without one."""

import sys

import pytest

from models.contract.marks import NORMAL, Mark, MarksError
from monitor.retraining.home import Home, user_home, user_marks, user_weights


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no XDG_DATA_HOME")
def test_window_and_headless_share_a_folder_and_nothing_is_written_there(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    home = user_home()
    assert home.folder == tmp_path / "ecg-monitor"
    assert user_weights().folder == home.weights.folder
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no XDG_DATA_HOME")
def test_a_run_without_a_window_sets_nothing_aside(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_marks() == ()
    home = user_home()
    home.marks.put(Mark("mitdb/208", 1000, NORMAL, fs=360.0))
    assert user_marks() == home.marks.all()
    home.marks.path.write_text("{")
    with pytest.raises(MarksError):
        user_marks()
    assert [path.name for path in home.folder.iterdir() if "unusable" in path.name] == []
    assert home.marks.path.read_text() == "{"


@pytest.mark.parametrize("content", ["[]", "{", '{"version": 99, "marks": []}'])
def test_marks_that_cannot_be_read_are_set_aside_and_told_once(tmp_path, content):
    (tmp_path / "marks.json").write_text(content)
    home = Home(tmp_path)
    (aside,) = tmp_path.glob("marks.json.unusable-*")
    assert aside.read_text() == content
    problem = " ".join(home.take_problems())
    assert problem.startswith(str(tmp_path / "marks.json"))
    assert problem.endswith(f"It now lies in {aside}, and new marks begin without it.")
    assert home.take_problems() == []
    home.marks.put(Mark("mitdb/208", 1000, NORMAL, fs=360.0))
    assert len(Home(tmp_path).marks) == 1


def test_marks_that_cannot_be_set_aside_are_left_as_they_are(tmp_path, monkeypatch):
    (tmp_path / "marks.json").write_text("[]")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.rename", refuse)
    home = Home(tmp_path)
    assert home.marks is None
    assert "It could not be set aside (Permission denied); no marks are kept." in home.take_problems()
    assert (tmp_path / "marks.json").read_text() == "[]"


def test_own_weights_that_went_bad_are_set_aside_and_told_once(tmp_path):
    home = Home(tmp_path)
    home.weights.folder.mkdir()
    home.weights.path("forecaster").write_bytes(b"broken")
    assert home.scorer(360.0).thresholds["forecast"] > 0
    (problem,) = home.take_problems()
    (aside,) = home.weights.folder.glob("forecaster.safetensors.unusable-*")
    assert aside.read_bytes() == b"broken"
    assert problem.endswith(f"It now lies in {aside}. The shipped forecaster is used.")
    home.scorer(360.0)
    assert home.take_problems() == []


def test_a_passing_folder_goes_with_its_object():
    home = Home()
    folder = home.folder
    assert folder.is_dir()
    del home
    assert not folder.exists()
