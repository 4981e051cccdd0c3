"""A settings file that cannot be used is set aside, and the window starts with the usual ones."""

import os
import random

import pytest
from PySide6.QtCore import QSettings

from monitor.ui.pages.settings import MAX_BYTES, VERSION, Settings, user_settings


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Where the user's settings lie, in a folder of this test's own."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    yield tmp_path / "ecg-monitor" / "ecg-monitor.ini"
    place = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)


def test_what_was_stored_is_there_again(file):
    settings, problem = user_settings()
    assert problem == ""
    Settings(settings).remember(theme="light")
    again, problem = user_settings()
    assert (again.value("theme"), problem) == ("light", "")
    assert file.is_file()


def huge(path):
    path.write_bytes(b"[General]\n" + b"theme=light\n" * (MAX_BYTES // 12 + 1))


def deep(path):
    path.write_text("{\n" + '"a": [\n' * 10_000)


def noise(path):
    path.write_bytes(random.Random(3).randbytes(5_000))


def folder(path):
    path.mkdir()


def pipe(path):
    os.mkfifo(path)


posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX has named pipes")


@pytest.mark.parametrize("make", [huge, deep, noise, folder, pytest.param(pipe, marks=posix)])
def test_what_is_no_settings_file_is_set_aside_and_said(file, make):
    file.parent.mkdir()
    make(file)
    settings, problem = user_settings()
    (aside,) = file.parent.glob("ecg-monitor.ini.unusable-*")
    assert problem.startswith("The settings could not be used (")
    assert problem.endswith(f"; they now lie in {aside}.")
    assert problem.isprintable()
    Settings(settings).remember(theme="dark")
    assert user_settings()[0].value("theme") == "dark"


def test_values_of_other_types_are_as_good_as_none(file):
    file.parent.mkdir()
    file.write_text(
        "[General]\ntheme=@Size(1 2)\nsensitivity=1, 2, 3\n"
        "geometry=[[[[]]]]\nnoticed=@Invalid()\nspeed=1e308\n"
    )
    settings, problem = user_settings()
    assert problem == ""
    read = Settings(settings)
    assert read.choice("theme", ("dark", "light"), "dark") == "dark"
    assert read.choice("sensitivity", ("0", "1"), "0") == "0"
    assert read.choice("speed", (1.0, 2.0), 1.0) == 1.0
    assert read.geometry("geometry") is None
    assert read.flag("noticed", default=False) is False


def test_a_file_that_cannot_be_moved_is_said_and_nothing_is_kept_in_it(file, monkeypatch):
    file.parent.mkdir()
    huge(file)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.rename", refuse)
    settings, problem = user_settings()
    assert "nor set aside (Permission denied); none are kept." in problem
    assert settings.fileName() != str(file)
    assert file.stat().st_size > MAX_BYTES


def test_settings_of_a_newer_version_are_set_aside_whole(file):
    file.parent.mkdir()
    theirs = f"[General]\nversion={VERSION + 1}\ntheme=solarized\nnew_thing=7\n"
    file.write_text(theirs)
    settings, problem = user_settings()
    (aside,) = file.parent.glob("ecg-monitor.ini.unusable-*")
    assert problem == (
        f"The settings could not be used (a newer version of the program wrote them: {VERSION + 1}); "
        f"they now lie in {aside}."
    )
    assert settings.value("theme") is None
    Settings(settings).remember(theme="dark")
    assert aside.read_text() == theirs
    again, problem = user_settings()
    assert (again.value("theme"), again.value("version"), problem) == ("dark", str(VERSION), "")


@pytest.mark.parametrize(
    "version", ["", "version=\n", "version=-3\n", "version=one\n", f"version={VERSION}\n"]
)
def test_settings_of_an_older_version_are_used(file, version):
    file.parent.mkdir()
    file.write_text(f"[General]\n{version}theme=light\n")
    settings, problem = user_settings()
    assert (settings.value("theme"), problem) == ("light", "")


def test_a_folder_that_cannot_be_written_is_said_and_the_program_goes_on(tmp_path, monkeypatch):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    opened = QSettings(str(in_the_way / "ecg-monitor" / "ecg-monitor.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr("monitor.ui.pages.settings._open", lambda name: opened)
    monkeypatch.setattr("monitor.ui.pages.settings.read_regular", missing)
    settings, problem = user_settings()
    where = in_the_way / "ecg-monitor"
    assert problem == f"What is set is not kept this time: {where} cannot be written."
    Settings(settings).remember(theme="light")
    assert Settings(settings).text("theme") == "light", "it holds until the end"


def missing(*_):
    raise FileNotFoundError
