import pytest
from PySide6.QtTest import QTest

from models.contract.messages.lab import Picture, RaceLane
from models.digits.sampling.racers import CHAIN_STEPS, RACERS
from models.digits.sampling.shipped import load_measured
from models.digits.sampling.verdict import verdict


@pytest.fixture
def race(open_pane):
    return open_pane("race")


def choose(race, name):
    race.models.setCurrentIndex([one.name for one in RACERS].index(name))


def test_what_was_measured_and_what_it_means_follow_the_model(race):
    for name in ("vae", "conv-vae-16"):
        choose(race, name)
        for column, steps in enumerate(CHAIN_STEPS, start=1):
            row = load_measured().row(name, "chain", steps)
            assert race.table.text(0, column) == f"{row.frechet:.0f}"
        assert race.said.text() == " ".join(verdict(load_measured(), race.racer))
        mixture = load_measured().row(name, "mixture")
        assert race.lanes.text("mixture", "distance") == f"– ({mixture.frechet:.0f})"


def test_the_chains_measured_figures_follow_the_slider(qtbot, race):
    choose(race, "vae")
    race.steps.setValue(10)
    row = load_measured().row("vae", "chain", 10)
    qtbot.waitUntil(lambda: race.lanes.text("chain", "distance") == f"– ({row.frechet:.0f})")
    race.steps.setValue(7)
    qtbot.waitUntil(lambda: race.lanes.text("chain", "distance") == "– (–)")


def test_the_race_is_run_in_a_process_of_its_own_that_is_gone_when_nobody_looks(qtbot, lab, race, alive):
    choose(race, "vae")
    race.start_button.click()
    assert not race.start_button.isEnabled()
    pid = race.job.pid
    race.steps.setValue(1)
    qtbot.waitUntil(lambda: not race._settle.isActive())
    assert race.job.pid == pid, "it is told of the new steps, and not begun anew"
    lab.show_pane("map")
    qtbot.waitUntil(lambda: not alive(pid))
    assert race.job is None
    assert race.start_button.isEnabled()


@pytest.mark.slow
def test_all_lanes_are_filled_and_scored(qtbot, race):
    choose(race, "vae")
    race.start_button.click()
    lanes = [sampler for sampler, view in race.lanes.views.items() if view.isVisible()]
    qtbot.waitUntil(
        lambda: not any(race.lanes.text(sampler, "distance").startswith("–") for sampler in lanes),
        timeout=200_000,
    )
    assert "diffusion" in lanes
    assert not race.message.text()


def test_what_was_drawn_for_other_steps_is_not_shown(race):
    choose(race, "vae")
    ink = Picture(1, 1, b"\x00")
    race.told(RaceLane("vae", race.steps.value() + 1, "prior", 300, 10.0, 0.5, 1.0, ink))
    assert race.lanes.text("prior", "sureness").startswith("–")
    race.told(RaceLane("vae", race.steps.value(), "prior", 300, 10.0, 0.5, 1.0, ink))
    assert race.lanes.text("prior", "distance").startswith("10 (")


def test_the_learners_digit_begins_a_chain_only_while_it_is_seen(qtbot, lab, race):
    choose(race, "vae")
    assert not race.walk.walking
    race.show_view(1)
    QTest.qWait(1)
    assert race.walk.walking
    lab.show_pane("map")
    assert not race.walk.walking
    lab.show_pane("race")
    assert race.walk.walking
