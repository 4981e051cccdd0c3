import pytest

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.plots.spread_bar import SpreadBar


@pytest.mark.parametrize("value", [0.0, 0.25, 1.0])
def test_a_bar_is_as_long_as_its_figure(qtbot, value):
    image = drawn(qtbot, SpreadBar(DARK, "ARI", value, 0.0))
    long = sum(image.pixelColor(x, 8).name() == DARK.accent for x in range(image.width()))
    assert long == pytest.approx(200 * value, abs=3)


def test_whisker_and_rival_stand_where_they_are(qtbot):
    image = drawn(qtbot, SpreadBar(DARK, "ARI", 0.5, 0.1, 0.8))
    over = [x for x in range(150) if image.pixelColor(x, 10).name() not in (DARK.accent, DARK.raised)]
    whisker = [x for x in over if x > 2]
    assert (whisker[0], whisker[-1]) == (pytest.approx(81, abs=2), pytest.approx(121, abs=2))
    assert len(whisker) > 35, "from one end to the other"
    red = [x for x in range(image.width()) if image.pixelColor(x, 5).name() == DARK.forecast]
    assert red
    assert all(x == pytest.approx(161, abs=2) for x in red)


def drawn(qtbot, bar):
    qtbot.addWidget(bar)
    bar.resize(202, 20)
    return bar.grab().toImage()
