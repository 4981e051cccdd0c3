import pytest


@pytest.mark.slow
def test_the_lesson_is_reproduced_by_its_button(qtbot, lab, open_pane, data_dir):
    lab.state.data_dir = data_dir
    shown = open_pane("lesson")
    shown.start_button.click()
    qtbot.waitUntil(lambda: len(shown.losses) == 5, timeout=220_000)
    assert shown.losses[-1] == pytest.approx(159.3, abs=2.5)
    assert "Reproduced" in shown.verdict.text()
