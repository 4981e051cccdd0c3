"""What a fit or another piece of work tells while it runs, and what it is told: JSON, one message a line.

Each message is an object whose ``event`` names it; the app, ``ecg-train all`` and whoever else watches
``--progress json`` read the same ones. What the app asks the digit lab's process for is named by ``do``.
Losses are in nats. A line that is none of these is refused in a sentence.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from assets.causes import words_of
from assets.phrase import Phrase, phrase
from models.contract.wording import Words, packed, unpacked

_T = TypeVar("_T")

LONGEST = 2**20
"""No line is longer than this, in bytes."""


class MessageError(ValueError):
    """A line is no message; the text says why in one sentence."""


class Message(
    msgspec.Struct,
    frozen=True,
    tag_field="event",
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
):
    """What is told.

    Attributes
    ----------
    words : dict
        On the way alone: what its texts are made of, by field. Its reader finds a `Phrase` there.
    """

    words: dict[str, Words] = {}


class Start(Message, frozen=True, tag="start"):
    """A fit begins, or goes on after `done` batches of an earlier run.

    Attributes
    ----------
    kind : str
        What is fitted.
    records, held_out : tuple of str
        Records that are learnt from, and those held out.
    epochs, steps : int
        Passes, and batches a pass.
    device : str
        Where torch computes.
    done : int
        Batches taken before.
    """

    kind: str
    records: tuple[str, ...]
    held_out: tuple[str, ...]
    epochs: int
    steps: int
    device: str
    done: int


class Step(Message, frozen=True, tag="step"):
    """A batch was taken: the `step`-th of its epoch (both from 1), `done` of `total` in all."""

    kind: str
    epoch: int
    step: int
    done: int
    total: int
    loss: float
    seconds_left: float


class Epoch(Message, frozen=True, tag="epoch"):
    """An epoch is over: its mean loss, and how it does on the held-out patients.

    Attributes
    ----------
    held_out_loss : float or None
        Mean score of their normal rhythm.
    auc, average_precision : float or None
        Of V against N beats; None where they have no V beats.
    best : bool
        Whether it is the best so far.
    """

    kind: str
    epoch: int
    loss: float
    held_out_loss: float | None
    auc: float | None
    average_precision: float | None
    best: bool


class Early(Message, frozen=True, tag="early"):
    """The fit ends after this epoch, since none was better for a while."""

    kind: str
    epoch: int


class Log(Message, frozen=True, tag="log"):
    """A sentence for people."""

    text: str
    kind: str | None = None


class LeftOut(Message, frozen=True, tag="left out"):
    """A recording of a folder cannot be learnt from, and why in one sentence; the fit goes on."""

    record: str
    why: str
    kind: str | None = None


class Interrupted(Message, frozen=True, tag="interrupted"):
    """The fit was asked to stop and is kept in a file."""

    kind: str
    kept: str


class Done(Message, frozen=True, tag="done"):
    """The weights are written; `metrics` are those of their card, or what was measured of them."""

    kind: str
    file: str
    metrics: dict[str, float]


class Error(Message, frozen=True, tag="error"):
    """It cannot be done, and why in one sentence."""

    text: str
    kind: str | None = None


class Losses(Message, frozen=True, tag="losses"):
    """How a VAE learns while somebody watches.

    Attributes
    ----------
    epoch, step, steps : int
        Epoch and batch within it, both from 1, and how many batches there are.
    at, reconstruction, kl : tuple of float
        Epochs gone (fractional) and losses per image, of the batches since the last telling.
    epoch_losses : tuple of float
        Mean loss of each complete epoch.
    asleep : tuple of int
        Dimensions of the code that carry nothing.
    collapsed : bool
        Whether the posterior has collapsed.
    """

    epoch: int
    step: int
    steps: int
    at: tuple[float, ...]
    reconstruction: tuple[float, ...]
    kl: tuple[float, ...]
    epoch_losses: tuple[float, ...]
    asleep: tuple[int, ...]
    collapsed: bool

    def __post_init__(self) -> None:
        if not len(self.at) == len(self.reconstruction) == len(self.kl):
            raise ValueError("the losses are not as many as the batches")


class Clouds(Message, frozen=True, tag="clouds"):
    """Where some digits lie on a map of two numbers, as clouds.

    Attributes
    ----------
    reach : float
        How far the map reaches from the origin, on either axis.
    means, stds : bytes
        Float32, little-endian, of shape (n, 2).
    digits : bytes
        What each is, a byte each.
    """

    reach: float
    means: bytes
    stds: bytes
    digits: bytes

    def __post_init__(self) -> None:
        if not len(self.means) == len(self.stds) == 8 * len(self.digits):
            raise ValueError("the clouds are not as many as the digits")
        if not 0 < self.reach < float("inf"):
            raise ValueError("the map's reach is not positive and finite")


class Kept(Message, frozen=True, tag="kept"):
    """The net as it is now is kept under a name; beta as it was, and epochs gone (fractional)."""

    name: str
    beta: float
    epochs: float


class Picture(Message, frozen=True, tag="picture"):
    """A picture of `height` rows and `width` columns, a byte of ink a pixel (base64 in the line)."""

    height: int
    width: int
    ink: bytes

    def __post_init__(self) -> None:
        if self.height < 1 or self.width < 1 or self.height * self.width != len(self.ink):
            raise ValueError("the picture has not as many pixels as its height and width say")


class Share(Message, frozen=True, tag="share"):
    """So much of the work is done, 0 to 1, and what is done now."""

    share: float
    doing: str


class FewLabels(Message, frozen=True, tag="few labels"):
    """Test accuracy, 0 to 1, of a classifier by the number of labelled digits: means and deviations."""

    labels: tuple[int, ...]
    runs: int
    scratch: tuple[float, ...]
    scratch_std: tuple[float, ...]
    pretrained: tuple[float, ...]
    pretrained_std: tuple[float, ...]
    augmented: tuple[float, ...]
    augmented_std: tuple[float, ...]


class ClusteringRow(Message, frozen=True, tag="clustering"):
    """Adjusted Rand index of ten clusters in a space of `size` numbers."""

    space: str
    size: int
    ari: float


class ReductionRow(Message, frozen=True, tag="reduction"):
    """Mean squared error and agreement of neighbours, a model's and PCA's with as many numbers."""

    model: str
    size: int
    mse: float
    neighbours: float
    pca_mse: float
    pca_neighbours: float


class Series(Message, frozen=True, tag="series"):
    """A curve as it is now, by its name: it takes the place of what was told of it before."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y):
            raise ValueError("the curve has not as many heights as places")


class RaceLane(Message, frozen=True, tag="racelane"):
    """What a sampler has drawn so far: how many, their score, and the latest ones.

    Attributes
    ----------
    n : int
        Pictures of each start.
    frechet, confidence, entropy : float
        Mean of all starts.
    spread : tuple of three floats, or None
        Standard deviation of the three figures over the starts; None where there is one start only.
    """

    model: str
    steps: int
    sampler: str
    n: int
    frechet: float
    confidence: float
    entropy: float
    latest: Picture
    spread: tuple[float, float, float] | None = None


class Unreadable(Message, frozen=True, tag="unreadable"):
    """A line that is no message, and why in one sentence; it is made by `Lines` and never read."""

    text: str


class Command(msgspec.Struct, frozen=True, tag_field="do", forbid_unknown_fields=True):
    """What the digit lab's process is asked to do."""


class TrainVae(Command, frozen=True, tag="train vae"):
    """Train the course's VAE on the images in a folder, for so many epochs or until it is ended.

    Attributes
    ----------
    clouds : bool
        Whether to tell of `Clouds`, and to let the map reach as far as they do.
    out : str
        Folder in which the net can be kept; none where it is empty.
    name : str
        Name under which it is kept when the epochs are over.
    """

    mnist: str
    beta: float
    epochs: int | None
    seed: int
    clouds: bool = False
    out: str = ""
    name: str = ""


class TrainWithout(Command, frozen=True, tag="train without"):
    """Fit the autoencoder that never sees a digit, and write it into a folder."""

    mnist: str
    digit: int
    seed: int
    out: str


class MeasureUses(Command, frozen=True, tag="measure uses"):
    """Measure what codes are good for."""

    mnist: str
    seed: int


class TrainRecall(Command, frozen=True, tag="train recall"):
    """Teach a plain RNN and an LSTM to keep a mark, in one of the ways of `models.explain.recall.WAYS`."""

    way: str
    seed: int


class TrainForecast(Command, frozen=True, tag="train forecast"):
    """Teach the course's LSTM to forecast the demo's ECG, scaled with or without a look at the test span."""

    peek: bool


class TrainDeep(Command, frozen=True, tag="train deep"):
    """Teach two classifiers of so many layers, one of sigmoids and one of ReLUs."""

    mnist: str
    depth: int
    seed: int


class Overfit(Command, frozen=True, tag="overfit"):
    """Teach an autoencoder so few digits; `ink` is the learner's own, a byte a pixel, or nothing."""

    mnist: str
    digits: int
    seed: int
    ink: bytes


class CompareLosses(Command, frozen=True, tag="compare losses"):
    """Teach two autoencoders, by cross-entropy and by the squared error; `ink` as in `Overfit`."""

    mnist: str
    seed: int
    ink: bytes


class RunRace(Command, frozen=True, tag="race"):
    """Let all samplers of a model draw, chains taking so many steps; another one begins anew."""

    model: str
    steps: int
    seed: int


class Turn(Command, frozen=True, tag="turn"):
    """Give the KL divergence another weight."""

    beta: float


class Pause(Command, frozen=True, tag="pause"):
    """Wait."""


class Go(Command, frozen=True, tag="go"):
    """Go on."""


class TakeStep(Command, frozen=True, tag="step"):
    """Take one batch and wait."""


class Keep(Command, frozen=True, tag="keep"):
    """Keep the net as it is under a name; then end, or go on as before."""

    name: str
    end: bool = False


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
