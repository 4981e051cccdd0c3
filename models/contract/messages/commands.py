"""What the digit lab's process is asked to do."""

from __future__ import annotations

import msgspec


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
