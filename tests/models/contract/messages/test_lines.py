"""The one dialect of progress: what is written is read, and what is not of it is a sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.contract.messages.commands import Command, Keep, Pause, RunRace, TrainVae, Turn
from models.contract.messages.fitting import Done, Early, Epoch, Error, Log, Start, Step
from models.contract.messages.lab import Clouds, Kept, Losses, Picture, RaceLane
from models.contract.messages.lines import LONGEST, Lines, Unreadable, read_command, read_message, write_line
from models.contract.messages.message import Message, MessageError

TOLD = [
    Start("beats", ("101", "106"), (), 3, 150, "cpu", 7),
    Step("forecaster", 1, 2, 2, 60, 0.25, 3.5),
    Epoch("autoencoder", 1, 0.5, None, None, None, True),
    Early("forecaster", 4),
    Log("β rises."),
    Log("β rises.", "forecaster"),
    Done("qrs", "w.safetensors", {"sensitivity": 0.99}),
    Error("There is no folder x."),
    Losses(1, 2, 3, (0.1, 0.2), (1.0, 2.0), (3.0, 4.0), (), (1,), False),
    Picture(1, 3, b"\x00\x7f\xff"),
    Clouds(4.0, bytes(16), bytes(16), b"\x03\x07"),
    Kept("own-1", 4.0, 1.5),
    RaceLane("vae", 5, "chain", 50, 612.5, 0.9, 1.2, Picture(1, 2, b"\x00\xff")),
]


@pytest.mark.parametrize("message", TOLD, ids=lambda m: type(m).__name__)
def test_what_is_told_is_one_line_and_read_as_it_was(message):
    line = write_line(message)
    assert line.index(b"\n") == len(line) - 1
    assert read_message(line) == message
    assert json.loads(line)["event"] == type(message).__name__.lower()


@pytest.mark.parametrize(
    "command",
    [TrainVae("mnist", 1.0, None, 0), Turn(2.0), Pause(), RunRace("vae", 5, 1), Keep("own-1", end=True)],
)
def test_what_is_asked_is_read_as_it_was(command):
    assert read_command(write_line(command)) == command


BAD = [
    b"",
    b"{",
    b"[]",
    b"3",
    b"no event at all",
    b"\xff",
    b"[" * 100_000,
    b'{"event": 3}',
    b'{"event": "dance"}',
    b'{"event": "unreadable", "text": "a"}',
    b'{"event": "early", "kind": "beats"}',
    b'{"event": "clouds", "reach": 3.0, "means": "AAAA", "stds": "AAAA", "digits": "AA=="}',
    b'{"event": "clouds", "reach": 0.0, "means": "", "stds": "", "digits": ""}',
    b'{"event": "early", "kind": "beats", "epoch": 1.5}',
    b'{"event": "early", "kind": "beats", "epoch": true}',
    b'{"event": "early", "kind": "beats", "epoch": 1, "more": 2}',
    b'{"event": "error", "text": "a\\nb", "kind": 1}',
    b'{"event": "losses", "epoch": 1, "step": 1, "steps": 1, "at": [1], "reconstruction": [], "kl": [1], '
    b'"epoch_losses": [], "asleep": [], "collapsed": false}',
    b'{"event": "picture", "height": 2, "width": 2, "ink": "AAAA"}',
    b'{"event": "picture", "height": -1, "width": -3, "ink": "AAAA"}',
    b'{"event": "done", "kind": "a", "file": "b", "metrics": {"auc": null}}',
    b'{"event": "log", "text": "' + b"a" * LONGEST + b'"}',
]


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_line_that_is_no_message_is_refused_in_one_sentence(line):
    for read in (read_message, read_command):
        with pytest.raises(MessageError) as refused:
            read(line)
        said = str(refused.value)
        assert said.startswith("A line is ")
        assert said.endswith(".")
        assert "\n" not in said
        assert len(said) < 300


@given(st.binary(max_size=200))
def test_whatever_arrives_gives_messages_or_sentences_a_line(noise):
    assert len(Lines().take(noise)) == noise.count(b"\n")


@given(st.lists(st.sampled_from(TOLD), max_size=6), st.integers(1, 50))
def test_messages_are_the_same_however_they_arrive(told, size):
    content, lines, got = b"".join(map(write_line, told)), Lines(), []
    for at in range(0, len(content), size):
        got += lines.take(content[at : at + size])
    assert got == told


def test_a_line_without_end_is_given_up_and_the_next_is_read():
    lines = Lines()
    for _ in range(5):
        assert lines.take(b"x" * (LONGEST // 2)) == []
    unreadable, log = lines.take(b"x\n" + write_line(Log("here")))
    assert unreadable == Unreadable("A line is longer than any message.")
    assert log == Log("here")


def test_each_message_and_each_command_can_be_read():
    # One that is declared but left out of the decoder would be refused on the other side.
    for base, read in ((Message, read_message), (Command, read_command)):
        for cls in base.__subclasses__():
            if cls is Unreadable:
                continue
            tag = cls.__struct_config__.tag
            field = cls.__struct_config__.tag_field
            said = ""
            try:
                read(json.dumps({field: tag}).encode())
            except MessageError as error:
                said = str(error)
            assert "Invalid value" not in said, cls
