"""“A code is a summary”: what is told is what the panes show."""

import pytest

from models.digits import catalogue
from models.digits.figures import load_figures
from models.digits.pictures.examples import load_examples
from monitor.ui.lab.course.fact import NotYetError, Scene
from monitor.ui.lab.course.lessons import summary


@pytest.fixture
def picture():
    return load_examples().images()[0]


def test_the_pictures_that_are_compared_are_the_learners(open_pane, qtbot, picture):
    pane = open_pane("family")
    pane.state.show(picture, "a test")
    qtbot.waitUntil(lambda: len(pane.errors) == len(catalogue.FAMILY))
    fact = summary.two_or_many(Scene(picture, pane))
    assert f"{pane.errors['ae-2']:.4f}" in fact.words
    assert fact.answer == ("two" if pane.errors["ae-2"] < pane.errors["ae"] else "many")


def test_the_shorter_code_is_judged_by_the_shipped_figures():
    error = {row["model"]: row["mse"] for row in load_figures()["family"]}
    assert (summary.sixteen().answer == "conv") == (error["conv-ae"] < error["sparse"])


def test_the_neighbours_are_counted_in_the_shipped_codes():
    fact = summary.neighbours()
    assert fact.answer != "4"
    assert f"{fact.answer}s" in fact.words


def test_the_way_is_that_between_the_learners_pins(open_pane):
    pane = open_pane("map")
    there = summary.way(Scene(None, pane))
    pane.view.marks.pins[:] = pane.view.marks.pins[::-1]
    assert summary.way(Scene(None, pane)).answer == there.answer, "there and back it is the same way"
    pane.view.marks.pins[:] = [(0.6, -1.2), (0.6, -1.2)]
    assert summary.way(Scene(None, pane)).answer in (0, summary.PLACES), "a way without a step"
    pane.model.setCurrentIndex(pane.model.findData("cvae"))
    with pytest.raises(NotYetError, match="not told the digit"):
        summary.way(Scene(None, pane))


def test_the_errors_are_those_below_the_pictures(open_pane, picture):
    pane = open_pane("denoise")
    pane.state.show(picture, "a test")
    fact = summary.clean(Scene(picture, pane))
    assert fact.answer == pytest.approx(pane.errors["noisy"] / pane.errors["denoised"], abs=0.05)
    pane.level.setValue(summary.LEAST_NOISE - 1)
    with pytest.raises(NotYetError, match=r"0\.20"):
        summary.clean(Scene(picture, pane))


def test_without_a_digit_there_is_nothing_to_compare():
    with pytest.raises(NotYetError, match="Draw a digit"):
        summary.two_or_many(Scene(None, None))
