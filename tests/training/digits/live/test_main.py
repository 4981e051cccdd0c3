"""The window's working process: it reads lines, tells lines, and is gone when nobody listens any more."""

import itertools
import json
import os
import subprocess
import sys

import pytest

from assets.phrase import Phrase
from models.contract.messages.fitting import Done, Error, Start, Step
from models.contract.messages.lab import Clouds, Kept, Picture
from models.contract.messages.lines import read_message
from models.digits.own import read_own


@pytest.fixture
def work():
    begun = []

    def begin(**request):
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "training.digits.live"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        begun.append(process)
        say(process, **request)
        return process

    yield begin
    for process in begun:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def say(process, **message):
    process.stdin.write(json.dumps(message).encode() + b"\n")
    process.stdin.flush()


def test_what_goes_wrong_is_told_in_words_that_have_other_languages(work, tmp_path):
    process = work(do="train vae", mnist=str(tmp_path / "nowhere"), beta=1.0, epochs=1, seed=0)
    (said,) = (read_message(line) for line in process.stdout)
    assert process.wait(120) == 1
    assert isinstance(said, Error)
    assert isinstance(said.text, Phrase)
    assert str(tmp_path / "nowhere") in str(said.text.values.values())


@pytest.mark.slow
def test_a_training_tells_its_losses_and_its_map(work, folder):
    process = work(do="train vae", mnist=str(folder), beta=1.0, epochs=2, seed=0)
    told = [json.loads(line) for line in process.stdout]
    assert process.wait(120) == 0
    losses = [message for message in told if "at" in message]
    assert len(losses[-1]["epoch_losses"]) == 2
    assert sum(len(message["at"]) for message in losses) == 6, "300 pictures are three batches"
    assert losses[-1]["at"][-1] == pytest.approx(2.0)
    assert [m["height"] for m in told if m["event"] == "picture"][-1] == 560


@pytest.mark.slow
def test_clouds_and_a_net_are_told_of_where_they_are_asked_for(work, folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    asked = {"clouds": True, "out": str(out), "name": "own-1"}
    process = work(do="train vae", mnist=str(folder), beta=2.0, epochs=1, seed=0, **asked)
    told = [read_message(line) for line in process.stdout]
    assert process.wait(120) == 0
    assert told[-1] == Kept("own-1", 2.0, 1.0)
    clouds = [message for message in told if isinstance(message, Clouds)]
    assert all(len(one.digits) <= 300 for one in clouds)
    kinds = [type(message) for message in told]
    assert kinds[kinds.index(Clouds) + 1] is Picture, "the map of the same moment"
    assert read_own(out, "own-1", "yours").model.card.epochs == 1


@pytest.mark.slow
def test_a_net_is_kept_in_the_midst_and_at_the_end_that_was_asked_for(work, folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    process = work(do="train vae", mnist=str(folder), beta=1.0, epochs=None, seed=0, out=str(out))
    process.stdout.readline()
    say(process, do="keep", name="own-1")
    say(process, do="keep", name="own-2", end=True)
    kept = [m for m in (read_message(line) for line in process.stdout) if isinstance(m, Kept)]
    assert process.wait(120) == 0
    assert [one.name for one in kept] == ["own-1", "own-2"]
    assert 0 < kept[0].epochs <= kept[1].epochs
    assert {path.name for path in out.iterdir()} == {
        f"own-{n}{part}.safetensors" for n in (1, 2) for part in ("", "-codes")
    }


@pytest.mark.slow
def test_the_same_seed_tells_the_same(work, folder):
    runs = [work(do="train vae", mnist=str(folder), beta=1.0, epochs=1, seed=seed) for seed in (3, 3, 4)]
    losses = []
    for process in runs:
        told = [json.loads(line) for line in process.stdout]
        losses += [message for message in told if "epoch_losses" in message][-1]["epoch_losses"]
    first, again, other = losses
    assert first == again
    assert first != other


@pytest.mark.slow
def test_it_ends_when_nobody_listens_any_more(work, folder):
    process = work(do="train vae", mnist=str(folder), beta=1.0, epochs=None, seed=0)
    process.stdout.readline()
    process.stdin.close()  # what the system does for a window that was killed
    assert process.wait(120) == 0, "left alone it would learn for ever"


@pytest.mark.slow
def test_paused_it_waits_for_the_next_word(work, folder, tmp_path):
    (tmp_path / "out").mkdir()
    asked = {"mnist": str(folder), "beta": 1.0, "epochs": None, "seed": 0, "out": str(tmp_path / "out")}
    process = work(do="train vae", **asked)
    names = (f"own-{n}" for n in itertools.count(1))

    def steps_before_it_answers():
        """Steps told of before it has kept the net, which it does in the order of what is said to it."""
        name, steps = next(names), 0
        say(process, do="keep", name=name)
        while True:
            told = json.loads(process.stdout.readline())
            if told["event"] == "kept":
                assert told["name"] == name
                return steps
            steps += len(told.get("at", ()))

    process.stdout.readline()
    say(process, do="pause")
    steps_before_it_answers()
    assert steps_before_it_answers() == 0
    say(process, do="step")  # tells of what had not been told before the pause as well
    assert steps_before_it_answers() >= 1
    say(process, do="step")
    assert steps_before_it_answers() == 1
    say(process, do="turn", beta=2.0)
    assert steps_before_it_answers() == 0
    say(process, do="go")
    assert [process.stdout.readline() for _ in range(5)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("request_", "why"),
    [
        ({"do": "nothing"}, "Invalid value 'nothing'"),
        ({"do": "train vae", "mnist": "nowhere", "beta": 1, "epochs": 1, "seed": 0}, "There is no file"),
        ({"do": "train vae", "beta": -1, "epochs": 1, "seed": 0}, "beta must be"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(work, folder, request_, why):
    process = work(**{"mnist": str(folder), **request_})
    (told,) = [json.loads(line) for line in process.stdout]
    assert why in told["text"]
    assert "\n" not in told["text"]
    assert process.wait(120) == 1


@pytest.mark.slow
def test_a_line_that_is_no_command_ends_it_with_a_sentence(work, folder):
    process = work(do="train vae", mnist=str(folder), beta=1.0, epochs=None, seed=0)
    process.stdout.readline()
    process.stdin.write(b"no command at all\n")
    process.stdin.flush()
    *_, last = [json.loads(line) for line in process.stdout]
    assert last["event"] == "error"
    assert "A line is no command" in last["text"]
    assert process.wait(120) == 1


@pytest.mark.slow
def test_a_digit_is_left_out_and_found(work, folder, tmp_path):
    (tmp_path / "out").mkdir()
    process = work(do="train without", mnist=str(folder), digit=1, seed=0, out=str(tmp_path / "out"))
    start, *_, step, done = [read_message(line) for line in process.stdout]
    assert process.wait(120) == 0
    assert isinstance(start, Start)
    assert isinstance(step, Step)
    assert (step.done, step.total) == (start.epochs * start.steps, start.epochs * start.steps)
    assert isinstance(done, Done)
    assert (tmp_path / "out" / "without-1.safetensors").samefile(done.file)
    assert all(0 <= done.metrics[name] <= 1 for name in ("auroc", "auroc_per_ink", "auroc_against"))
