LONG = 60_000


def test_the_tug_of_war_pauses_and_goes_step_by_step(qtbot, open_pane, with_digits):
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > 0, timeout=LONG)
    shown.pause_button.click()
    assert shown.pause_button.text() == "Go on"
    qtbot.wait(300)
    shown._step.click()
    qtbot.wait(500)  # what had not been told before the pause comes along
    n = len(shown.curves["kl"].at)
    shown._step.click()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) == n + 1, timeout=LONG)
    shown.pause_button.click()
    assert shown.pause_button.text() == "Pause"
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > n + 5, timeout=LONG)
