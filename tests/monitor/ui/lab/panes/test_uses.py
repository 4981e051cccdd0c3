import pytest


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
