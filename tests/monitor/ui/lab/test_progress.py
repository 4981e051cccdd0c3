"""Progress: kept from one start to the next, and forgotten when asked."""

import pytest
from PySide6.QtCore import QSettings

from monitor.ui.lab.progress import KEY, Progress
from monitor.ui.pages.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("steps", [["summary/one"], ["summary/one", "alarm/two"]])
def test_what_is_done_is_there_at_the_next_start(settings, steps):
    progress = Progress(settings)
    for i, step in enumerate(steps):
        progress.keep(step, as_predicted=not i)
    again = Progress(settings)
    assert all(again.done(step) for step in steps)
    assert again.as_predicted(steps[0])
    assert not any(again.as_predicted(step) for step in steps[1:])
    assert not again.done("summary/another")


def test_the_last_time_counts(settings):
    progress = Progress(settings)
    progress.keep("summary/one", as_predicted=False)
    progress.keep("summary/one", as_predicted=True)
    assert Progress(settings).as_predicted("summary/one")


def test_what_is_forgotten_does_not_come_back(settings, qtbot):
    progress = Progress(settings)
    progress.keep("summary/one", as_predicted=True)
    with qtbot.waitSignal(progress.changed):
        progress.reset()
    assert not progress.done("summary/one")
    assert not Progress(settings).done("summary/one")


def test_a_settings_file_that_makes_no_sense_is_as_good_as_none(settings):
    settings.remember(**{KEY: ["summary/one", "alarm/two=perhaps", "=", "clouds/three=surprised"]})
    progress = Progress(settings)
    assert not progress.done("summary/one")
    assert not progress.done("alarm/two")
    assert progress.done("clouds/three")


def test_without_settings_it_is_kept_as_long_as_the_page():
    progress = Progress(None)
    progress.keep("summary/one", as_predicted=True)
    assert progress.as_predicted("summary/one")
