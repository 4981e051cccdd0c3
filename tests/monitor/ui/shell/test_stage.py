"""Pictures of any page and of any pane, with all that belongs on them."""

import pytest
from PySide6.QtGui import QImage

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.shell.app import application
from monitor.ui.shell.stage import PictureError, Stage

NAMES = [spec.name for spec in PAGE_SPECS]


@pytest.fixture(scope="module")
def stage(qapp):
    application()
    with Stage(RecordSource(load_demo()), size=(1280, 800)) as made:
        made.go_to(30.0)
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("name", [spec.name for spec in PAGE_SPECS])
def test_every_page_is_shown_once_it_has_all_that_belongs_on_it(stage, name, tmp_path):
    stage.show(name)
    assert stage.window.context.page == name
    assert stage.window.pages.need(name).ready
    assert stage.window.pages.need(name).isVisible()
    stage.save(tmp_path / "page.png")
    assert QImage(str(tmp_path / "page.png")).width() >= 1280


def test_a_long_way_is_told_on_stderr(stage, capsys, monkeypatch):
    monkeypatch.setattr("monitor.ui.shell.stage.TELL_S", 0.05)
    stage.go_to(45.0)
    told = capsys.readouterr().err.splitlines()
    assert told
    assert all(line.endswith(" of 45 s analysed") for line in told)


def test_the_review_shows_the_last_alert(stage):
    last = stage.session.log.before(stage.session.head + 1)
    assert last is not None
    for _ in range(2):
        stage.show("review")
        assert stage.window.context.reviewed == last


def test_a_pane_is_shown_by_its_name(stage):
    lab = stage.window.pages.need("lab")
    *_, last = lab.pane_names
    stage.show("lab", last)
    assert lab.pane is not None
    assert lab.pane.isVisible()
    first = lab.pane
    stage.show("lab", lab.pane_names[1])
    assert lab.pane is not first


@pytest.mark.parametrize(
    ("page", "pane", "why"),
    [
        (
            "nowhere",
            None,
            f"There is no page 'nowhere'; the pages are {', '.join(NAMES[:-1])} and {NAMES[-1]}.",
        ),
        ("model", "map", "The page model has no pane 'map'; it has none."),
        ("lab", "nothing", "The page lab has no pane 'nothing'; its panes are "),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(stage, page, pane, why):
    with pytest.raises(PictureError) as refused:
        stage.show(page, pane)
    assert str(refused.value).startswith(why)


def test_a_picture_that_cannot_be_written_is_a_sentence(stage, tmp_path):
    with pytest.raises(PictureError, match="could not be written to"):
        stage.save(tmp_path / "no folder" / "page.png")
