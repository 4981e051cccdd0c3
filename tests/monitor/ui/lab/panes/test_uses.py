import pytest

from models.digits.figures import load_figures
from monitor.ui.lab.panes.uses import drawn_digits


def test_drawn_digits_are_said_not_to_help_where_they_do_not():
    found = load_figures()["few_labels"]
    i = found["labels"].index(100)
    gain = 100 * (found["augmented"][i] - found["scratch"][i])
    assert f"<b>Here they do not:</b> with 100 labels −{-gain:.1f} points" in drawn_digits(found)
    better = {**found, "augmented": [x + 0.2 for x in found["scratch"]]}
    assert "Here they do with 50: with 100 labels +20.0 points" in drawn_digits(better)


@pytest.mark.slow
def test_the_tables_are_measured_here_beside_the_shipped_figures(qtbot, lab, open_pane, data_dir):
    lab.state.data_dir = data_dir
    shown = open_pane("uses")
    shown.start_button.click()
    qtbot.waitUntil(lambda: shown.where.text() == "measured", timeout=230_000)
    for row in range(4):
        shipped = float(shown.few.text(row, 3).split()[0])
        assert float(shown.few.text(row, 4)) == pytest.approx(shipped, abs=6)
    for row, space in enumerate(shown.spaces):
        assert 0 < float(shown.models.text(row, 3)) < 1
        if space != "pixels":
            assert shown.models.text(row, 5) == shown.models.text(row, 4), "the same model, the same digits"
            assert shown.models.text(row, 9) != "–"
