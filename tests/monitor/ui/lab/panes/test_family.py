from models.digits import catalogue


def test_the_family_rebuilds_one_input_side_by_side(qtbot, lab, open_pane):
    shown = open_pane("family")
    lab._input.pick_example(3)
    qtbot.waitUntil(lambda: set(shown.errors) == {e.name for e in catalogue.FAMILY})
    assert shown.errors["conv-ae"] < shown.errors["vae"], "sixteen numbers lose less than two"
