import pytest


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
