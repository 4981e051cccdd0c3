import pytest

from monitor.ui.kit.theme import LIGHT
from monitor.ui.lab.registry import PANES


@pytest.mark.parametrize("name", [spec.name for spec in PANES])
def test_every_pane_opens_offline_with_words_and_a_formula(open_pane, name):
    shown = open_pane(name)
    assert shown.words.count(".") + shown.words.count("?") >= 2
    assert shown.formula
    assert not shown.picture().isNull()
    shown.restyle(LIGHT)
