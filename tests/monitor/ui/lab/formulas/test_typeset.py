import logging

import numpy as np
import pytest
from PySide6.QtGui import QColor

from models.digits import catalogue
from monitor.ui.lab.formulas.pieces import pieces
from monitor.ui.lab.formulas.typeset import typeset

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_hat_stands_over_its_letter():
    with_hat, bare = typeset(r"$\hat{x}$", 2.0).mask, typeset("$x$", 2.0).mask
    assert with_hat.shape[0] > 1.2 * bare.shape[0], "above it"
    assert abs(with_hat.shape[1] - bare.shape[1]) <= 6, "and not beside it"


def test_a_screen_of_finer_pixels_gets_more_of_them():
    coarse, fine = typeset("$x^2$", 1.0), typeset("$x^2$", 2.0)
    assert fine.mask.shape[1] > 1.7 * coarse.mask.shape[1]
    assert fine.width == pytest.approx(coarse.width, abs=2)


def test_it_is_drawn_in_the_colour_asked_for_on_nothing():
    found = typeset("$x$", 1.0)
    image = found.image("#336699")
    row, column = np.unravel_index(int(np.argmax(found.mask)), found.mask.shape)
    drawn = image.pixelColor(int(column), int(row))
    assert QColor(drawn.red(), drawn.green(), drawn.blue()) == QColor("#336699")
    assert drawn.alpha() == found.mask.max()
    assert image.pixelColor(0, 0).alpha() == found.mask[0, 0]


def test_what_mathtext_cannot_read_is_an_error():
    with pytest.raises(ValueError, match="nonsense"):
        typeset(r"$\nonsense$", 1.0)


@pytest.mark.parametrize("entry", catalogue.ENTRIES.values(), ids=lambda entry: entry.name)
def test_each_models_formula_is_typeset_with_every_glyph(entry, caplog):
    with caplog.at_level(logging.WARNING):
        for piece in pieces(entry.formula):
            assert typeset.__wrapped__(piece, 1.0).mask.any()
    assert not caplog.text


def lowest_ink(found):
    """How far its ink reaches below the line of writing, in logical pixels."""
    return (np.flatnonzero((found.mask > 100).any(axis=1))[-1] + 1) / found.ratio - (
        found.height - found.depth
    )


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_words_and_mathematics_stand_on_one_line(ratio):
    assert lowest_ink(typeset("E", ratio)) == pytest.approx(lowest_ink(typeset("$E$", ratio)), abs=0.01)


@pytest.mark.parametrize("word", ["誤差", "ошибка", r"\$5"])
def test_words_of_any_script_stand_beside_mathematics(word):
    alone, both = typeset("$= x^2$", 2.0), typeset(f"{word} $= x^2$", 2.0)
    left = both.mask.shape[1] - alone.mask.shape[1]
    assert both.mask[:, :left].any()
    top = both.mask.shape[0] - round(both.depth * 2) - (alone.mask.shape[0] - round(alone.depth * 2))
    assert np.array_equal(both.mask[top : top + alone.mask.shape[0], left:], alone.mask)
