"""Work in a process of its own: told of, paused, changed, ended at once, and its failures a sentence."""

import os
import signal

import pytest

from models.contract.messages.commands import Go, Keep, Pause, TakeStep, TrainVae, Turn
from models.contract.messages.lab import Kept, Losses, Picture
from monitor.ui.lab.work.job import Job


@pytest.fixture
def begin(digits, tmp_path):
    begun = []

    def make(**changes):
        asked = {"mnist": str(digits), "beta": 1.0, "epochs": None, "seed": 0, "out": str(tmp_path)}
        job = Job(TrainVae(**{**asked, **changes}))
        job.steps, job.maps, job.kept, job.problems = [], [], [], []
        kinds = {Losses: job.steps, Picture: job.maps, Kept: job.kept}
        job.told.connect(lambda message: kinds[type(message)].append(message))
        job.failed.connect(job.problems.append)
        begun.append(job)
        job.start()
        return job

    yield make
    for job in begun:
        job.stop()


@pytest.mark.slow
def test_a_training_tells_pauses_steps_and_stops(qtbot, begin, alive):
    job = begin()

    def steps():
        return sum(len(progress.at) for progress in job.steps)

    def steps_when_it_answers():
        """Steps told of by the time that it has kept the net: it does in order what it is told to."""
        name = f"own-{len(job.kept) + 1}"
        job.tell(Keep(name))
        qtbot.waitUntil(lambda: bool(job.kept) and job.kept[-1].name == name)
        return steps()

    qtbot.waitUntil(lambda: bool(job.steps and job.maps))
    assert (job.maps[0].height, job.maps[0].width) == (560, 560), "the course's twenty by twenty tiles"
    job.tell(Pause())
    n = steps_when_it_answers()
    assert steps_when_it_answers() == n
    job.tell(TakeStep())  # tells of what had not been told before the pause as well
    assert steps_when_it_answers() > n
    n = steps()
    job.tell(TakeStep())
    assert steps_when_it_answers() == n + 1
    job.tell(Go())
    qtbot.waitUntil(lambda: steps() > n + 5)
    pid = job.pid
    assert job.stop()
    assert not alive(pid)


@pytest.mark.slow
def test_a_training_of_so_many_epochs_ends_by_itself(qtbot, begin):
    job = begin(epochs=2)
    with qtbot.waitSignal(job.ended):
        pass
    assert len(job.steps[-1].epoch_losses) == 2
    assert not job.running
    assert not job.problems


@pytest.mark.slow
def test_beta_can_be_turned_while_it_learns(qtbot, begin):
    job = begin()
    qtbot.waitUntil(lambda: bool(job.steps))
    job.tell(Turn(64.0))
    qtbot.waitUntil(lambda: any(progress.collapsed for progress in job.steps))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"beta": -1.0}, "beta must be finite and not negative."),
        ({"mnist": "nowhere"}, "There is no file"),
        ({"seed": "one"}, "Expected `int`, got `str`"),
    ],
)
def test_what_goes_wrong_is_a_sentence(qtbot, begin, changes, why):
    job = begin(**changes)
    with qtbot.waitSignal(job.ended):
        pass
    (problem,) = job.problems
    assert why in problem
    assert "\n" not in problem


@pytest.mark.slow
def test_a_process_that_is_killed_is_a_sentence(qtbot, begin):
    job = begin()
    qtbot.waitUntil(lambda: bool(job.steps))
    with qtbot.waitSignal(job.ended):
        os.kill(job.pid, signal.SIGTERM)
    assert job.problems == ["Its process ended before its work was done."]


def test_a_process_that_cannot_be_started_is_a_sentence(qtbot, begin, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    job = begin()
    qtbot.waitUntil(lambda: bool(job.problems))
    assert "could not be started" in job.problems[0]


def test_a_process_that_says_something_else_is_a_sentence(qtbot, begin, monkeypatch):
    monkeypatch.setattr("monitor.ui.lab.work.job.LAB_PROGRAM", "this")  # prints a poem
    job = begin()
    with qtbot.waitSignal(job.ended):
        pass
    (problem,) = job.problems
    assert problem.startswith("A line is no message")
    assert not job.running
