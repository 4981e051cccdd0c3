import pytest

from assets.phrase import phrase
from monitor.ui.lab.formulas.pieces import Run, pieces, pieces_of, runs


def test_a_line_is_a_piece_and_one_that_ends_in_a_backslash_goes_on():
    assert pieces("\n  $a$ \\\n   $b$\n\n c  d\n") == ("$a$ $b$", "c d")


@pytest.mark.parametrize(
    ("piece", "parted"),
    [
        (r"loss $= \$x$ per image", [("loss ", False), (r"$= \$x$", True), (" per image", False)]),
        ("$a$$b$", [("$a$", True), ("$b$", True)]),
        (r"it costs \$5", [(r"it costs \$5", False)]),
    ],
)
def test_a_piece_is_parted_into_words_and_mathematics(piece, parted):
    assert runs(piece) == [Run(*one) for one in parted]


def test_words_of_another_language_stand_in_its_order_about_the_same_mathematics():
    formula = pieces_of("$a$", phrase("mean {square} of all", square="$x^2$"))
    assert formula == "$a$\nmean $x^2$ of all"
    told = formula.told(lambda text: text.replace("mean {square} of all", "全体の{square}の平均"))
    assert pieces(told) == ("$a$", "全体の$x^2$の平均")
