import math

import pytest

from models.digits import catalogue
from models.digits.pictures import examples
from monitor.ui.lab.panes.family.family import outcome


def test_the_family_rebuilds_one_input_side_by_side(qtbot, lab, open_pane):
    shown = open_pane("family")
    lab._input.pick_example(3)
    qtbot.waitUntil(lambda: set(shown.errors) == {e.name for e in catalogue.FAMILY}, timeout=60_000)
    assert shown.errors["conv-ae"] < shown.errors["vae"], "sixteen numbers lose less than two"
    qtbot.waitUntil(lambda: "loses least" in shown.said.text(), timeout=60_000)
    best = min(shown.members, key=lambda member: shown.errors[member.name])
    assert f"<b>{best.title}</b> loses least" in shown.said.text()
    assert all(f"usually {member.usual:.4f}" in member.error.text() for member in shown.members)


def test_a_learners_own_net_takes_part_as_soon_as_there_is_one(qtbot, lab, open_pane, request):
    shown = open_pane("family")
    assert len(shown.members) == len(catalogue.FAMILY)
    name = request.getfixturevalue("own_net")
    member, net = shown.members[-1], lab.state.own[name]
    assert (member.title, member.usual) == ("yours: a moment", net.mse)
    qtbot.waitUntil(lambda: name in shown.errors, timeout=60_000)
    made = net.model.reconstruct(lab.state.picture)[0]
    assert shown.errors[name] == pytest.approx(float(((lab.state.picture - made) ** 2).mean()))
    assert member.isVisible()


def test_no_model_wins_on_the_example_digits_because_it_drew_them():
    images = examples.load_examples().images()
    drawn = catalogue.load("conv-vae-16").reconstruct(images)
    assert ((drawn - images) ** 2).mean() > 0.003, "what it had drawn it would redraw with .0008"


def test_the_outcome_names_the_best_and_a_larger_code_that_loses_more():
    said = outcome({"small": (0.01, 2), "large <b>": (0.03, 64), "broken": (math.nan, 9)})
    assert said.startswith("On this digit <b>small</b> loses least, with 2 numbers.")
    assert "Large &lt;b&gt; keeps 64 and loses 3.0 times as much" in said
    assert outcome({"only": (0.01, 1)}) == "On this digit <b>only</b> loses least, with 1 number."
    assert outcome({"broken": (math.nan, 9)}) == ""
