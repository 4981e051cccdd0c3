"""What a fit tells."""

from __future__ import annotations

from models.contract.messages.message import Message


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
