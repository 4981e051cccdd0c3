"""Messages and commands as lines of JSON, and back."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from assets.causes import words_of
from assets.phrase import Phrase, phrase
from models.contract.messages.commands import (
    Command,
    CompareLosses,
    Go,
    Keep,
    MeasureUses,
    Overfit,
    Pause,
    RunRace,
    TakeStep,
    TrainDeep,
    TrainForecast,
    TrainRecall,
    TrainVae,
    TrainWithout,
    Turn,
)
from models.contract.messages.fitting import Done, Early, Epoch, Error, Interrupted, LeftOut, Log, Start, Step
from models.contract.messages.lab import (
    Clouds,
    ClusteringRow,
    FewLabels,
    Kept,
    Losses,
    Picture,
    RaceLane,
    ReductionRow,
    Series,
    Share,
)
from models.contract.messages.message import Message, MessageError
from models.contract.wording import packed, unpacked

_T = TypeVar("_T")

LONGEST = 2**20
"""No line is longer than this, in bytes."""


class Unreadable(Message, frozen=True, tag="unreadable"):
    """A line that is no message, and why in one sentence; it is made by `Lines` and never read."""

    text: str


_MESSAGES: msgspec.json.Decoder[Message] = msgspec.json.Decoder(
    Start | Step | Epoch | Early | Log | LeftOut | Interrupted | Done | Error
    | Losses | Clouds | Kept | Picture | Share | FewLabels | ClusteringRow | ReductionRow
    | Series | RaceLane
)  # fmt: skip
_COMMANDS: msgspec.json.Decoder[Command] = msgspec.json.Decoder(
    TrainVae
    | TrainWithout
    | MeasureUses
    | TrainRecall
    | TrainForecast
    | TrainDeep
    | Overfit
    | CompareLosses
    | RunRace
    | Turn
    | Pause
    | Go
    | TakeStep
    | Keep
)


def write_line(message: Message | Command) -> bytes:
    """Give the line of a message, with its end."""
    if isinstance(message, Message):
        given = {name: getattr(message, name) for name in message.__struct_fields__}
        said = {name: text for name, text in given.items() if isinstance(text, Phrase)}
        if said:
            plain: dict[str, Any] = {name: str(text) for name, text in said.items()}
            message = msgspec.structs.replace(
                message, words={name: packed(text) for name, text in said.items()}, **plain
            )
    return msgspec.json.encode(message) + b"\n"


def read_message(line: bytes) -> Message:
    """Read the line of a message.

    Raises
    ------
    MessageError
        If it is none.
    """
    message = _read(line, _MESSAGES, phrase("message"))
    if not message.words:
        return message
    texts = {
        name: unpacked(text, words)
        for name, words in message.words.items()
        if name in message.__struct_fields__ and isinstance(text := getattr(message, name), str)
    }
    return msgspec.structs.replace(message, words={}, **texts)


def read_command(line: bytes) -> Command:
    """Read the line of a command.

    Raises
    ------
    MessageError
        If it is none.
    """
    return _read(line, _COMMANDS, phrase("command"))


class Lines:
    """Puts together the messages of what a process writes, however it arrives."""

    def __init__(self) -> None:
        self._rest = b""

    def take(self, arrived: bytes) -> list[Message]:
        """Give the messages that are complete now; a line that is none comes as `Unreadable`."""
        *lines, self._rest = (self._rest + arrived).split(b"\n")
        # Of a line that is too long already, no more is kept than shows that it is.
        self._rest = self._rest[: LONGEST + 1]
        messages: list[Message] = []
        for line in lines:
            try:
                messages.append(read_message(line))
            except MessageError as error:
                messages.append(Unreadable(words_of(error)))
        return messages


def _read(line: bytes, decoder: msgspec.json.Decoder[_T], what: str) -> _T:
    if len(line) > LONGEST:
        raise MessageError(phrase("A line is longer than any {what}.", what=what))
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        why = " ".join(str(error).split())[:200]
        raise MessageError(phrase("A line is no {what}: {why}.", what=what, why=why)) from None
