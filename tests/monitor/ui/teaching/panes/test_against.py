"""Learner and detector on the same minutes, by the same matching."""

import csv

import pytest

from assets.sources.record import RecordSource
from monitor.ui.teaching.panes import against as module
from monitor.ui.teaching.panes.against import DETECTOR
from tests.monitor.conftest import FS, BrokenScorer, EdgeScorer, make_record, rippled


@pytest.fixture
def compared(make_window, play, monkeypatch):
    monkeypatch.setattr(module, "MINUTES", (0.25, 2, 3, 5))

    def make(scorer=EdgeScorer, learners="Ada"):
        window = make_window(scorer)
        window.put_on(RecordSource(rippled(make_record(60.0))))
        window.show_page("class")
        page = window.pages.need("class")
        page.show_pane("against")
        page.learners.set(learners, False)
        page.against.minutes.setCurrentIndex(0)
        page.against.start()
        return window, page.against

    return make


def go(window, play, second):
    play(window, second - window.session.head / FS)


def test_both_are_counted_and_everything_is_told(compared, play, tmp_path, monkeypatch):
    window, pane = compared()
    for second in (5.4, 7.5):
        go(window, play, second)
        pane.press("Space")
    assert pane.discreet
    go(window, play, 14)
    go(window, play, 20)
    assert pane.watching is None
    assert not window.session.playing
    ada, monitor = pane.pairs["Ada"], pane.pairs[DETECTOR]
    assert pane.truth.ectopic.tolist() == [1800, 3600]
    assert (len(ada.hits), len(ada.missed), len(ada.false)) == (1, 1, 1)
    assert (len(monitor.hits), len(monitor.missed), len(monitor.false)) == (2, 0, 0)
    assert pane.table.item(0, 1).text() == "1 of 2  (50 %)"
    assert pane.table.item(1, 1).text() == "2 of 2  (100 %)"
    assert [lane.name for lane in pane.lanes.lanes] == ["Annotated", "Ada", DETECTOR]
    path = tmp_path / "a.csv"
    monkeypatch.setattr("monitor.ui.teaching.pane.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    pane.export_csv()
    with path.open(newline="") as file:
        told = [(row["who"], row["what"]) for row in csv.DictReader(file)]
    assert sorted(told) == sorted(
        [("Ada", "hit"), ("Ada", "missed"), ("Ada", "false"), (DETECTOR, "hit"), (DETECTOR, "hit")]
    )


def test_a_click_on_the_strip_counts_where_it_was_made(compared, play):
    window, pane = compared()
    go(window, play, 8)
    pane.strips.clicked.emit(1810)
    pane.strips.clicked.emit(2200)
    go(window, play, 14)
    go(window, play, 20)
    assert pane.pairs["Ada"].hits == ((1800, 1810),)
    assert pane.pairs["Ada"].false == (2200,)


def test_it_can_be_ended_before_and_moved_along(compared, play):
    window, pane = compared()
    go(window, play, 7)
    pane.press("Esc")
    go(window, play, 11)
    assert pane.truth.stop == pytest.approx(7 * FS, abs=2)
    assert len(pane.truth.ectopic) == 1
    before = pane._at
    pane.press("Right")
    assert pane._at >= before


def test_where_the_analysis_failed_the_learner_is_still_counted(compared, play):
    window, pane = compared(BrokenScorer)
    go(window, play, 5.4)
    pane.press("Space")
    go(window, play, 14)
    go(window, play, 20)
    assert DETECTOR not in pane.pairs
    assert "analysis stopped" in pane._note.text()
    assert len(pane.pairs["Ada"].hits) == 1


def test_an_analysis_that_has_not_come_so_far_is_not_taken_for_one_that_found_nothing(
    compared, play, monkeypatch
):
    window, pane = compared()
    go(window, play, 8)
    monkeypatch.setattr(type(window.session), "analysed", property(lambda session: 100))
    pane.end()
    pane._finish()
    assert DETECTOR not in pane.pairs
    assert "not come so far" in pane._note.text()
