import numpy as np
import pytest

from models.digits.catalogue import load_judge
from monitor.ui.lab.widgets.digits.pictures import grey


@pytest.mark.parametrize(
    ("strokes", "words"),
    [
        ([], "Nothing is drawn yet."),
        ([[(98, 98)]], "dot"),
        ([[(0, y), (196, y)] for y in range(0, 197, 6)], "all ink"),
    ],
)
def test_drawings_without_a_digit_are_a_sentence_and_keep_the_input(lab, strokes, words):
    before = lab.state.picture
    canvas = lab._input.canvas
    canvas.blockSignals(True)
    for stroke in strokes:
        canvas.add_stroke(stroke)
    canvas.blockSignals(False)
    canvas.changed.emit()
    assert words in lab._input._words.text()
    assert lab.state.picture is before


def test_a_drawing_becomes_the_input(lab):
    lab._input.canvas.add_stroke([(100, 30), (100, 160)])
    assert lab.state.source.startswith("Your drawing")
    assert lab.state.picture.shape == (28, 28)
    assert lab.state.picture.max() > 0.9


def test_an_example_is_of_the_digit_that_was_asked_for_and_not_always_the_same(lab):
    seen = []
    for _ in range(8):
        lab._input.pick_example(5)
        assert lab.state.source == "An example: a 5, written for this program."
        assert load_judge().digits(lab.state.picture).tolist() == [5]
        seen.append(lab.state.picture.tobytes())
    assert len(set(seen)) > 1


def test_mnist_is_to_be_got_only_where_it_is_missing(qtbot, lab, monkeypatch, with_digits):
    panel, there = lab._input, False
    monkeypatch.setattr("monitor.ui.lab.state.mnist_at_hand", lambda **_: there)
    panel._show_mnist()
    assert panel._mnist.text() == "Get MNIST (11 MB)"
    there = True
    panel._show_mnist()
    assert panel._mnist.text() == "A digit of MNIST"
    panel._mnist.click()
    qtbot.waitUntil(lambda: lab.state.mnist is not None)
    assert lab.state.source.startswith("Test digit"), "it shows the digit that was asked for at once"
    assert panel._mnist.text() == "Another digit of MNIST"


def test_a_pane_that_brings_mnist_leaves_the_input_alone(qtbot, lab, with_digits):
    before = lab.state.picture
    lab.state.fetch_mnist()
    qtbot.waitUntil(lambda: lab.state.mnist is not None)
    assert lab.state.picture is before


def test_a_large_page_has_a_large_canvas(qtbot, lab):
    lab.show_pane("map")
    canvas, before = lab._input.canvas, 0
    for size in ((1024, 514), (1366, 682), (1920, 994)):
        lab.resize(*size)
        qtbot.waitUntil(lambda before=before: canvas.height() == canvas.width() > before)
        before = canvas.width()


def test_what_is_shown_as_seen_is_the_input(lab):
    lab._input.pick_example(2)
    assert lab._input._seen.image == grey(lab.state.picture)
    lab.state.show(np.zeros((28, 28), np.float32), "Nothing.")
    assert lab._input._words.text() == "Nothing."
