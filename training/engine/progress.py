"""Whom a fit tells how far it has come: people at a terminal, or a program that reads lines of JSON."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tqdm import tqdm

from models.contract.messages.fitting import Early, Epoch, Log, Start, Step
from models.contract.messages.lines import write_line
from models.contract.messages.message import Message
from training.engine.validation import Validation

_STEP_EVERY_S = 0.2  # a step is told no more often than this

NAMED = 24
"""So many recordings of each side are named at a terminal; the weights' card names all."""


@dataclass(frozen=True)
class Plan:
    """What is going to be fitted.

    Attributes
    ----------
    kind : str
        ``forecaster``, ``autoencoder``, ``beats`` or ``qrs``.
    records, held_out : tuple of str
        Records that are learnt from, and held-out ones.
    epochs : int
        Passes.
    steps : int
        Batches a pass.
    device : str
        Where torch computes.
    """

    kind: str
    records: tuple[str, ...]
    held_out: tuple[str, ...]
    epochs: int
    steps: int
    device: str = "cpu"

    @property
    def total(self) -> int:
        """Batches in all."""
        return self.epochs * self.steps


class Progress(Protocol):
    """Where a fit reports to."""

    def start(self, done: int) -> None:
        """Take note that it begins, with so many batches taken in an earlier run."""

    def step(self, done: int, loss: float) -> None:
        """Take note of a batch: how many are done, and its loss in nats."""

    def epoch(self, epoch: int, loss: float, validation: Validation, best: bool) -> None:
        """Take note of an epoch, from 1: mean loss, how it does on held-out patients, whether best so far."""

    def early(self, epoch: int) -> None:
        """Take note that it ends early, after this epoch."""

    def log(self, text: str) -> None:
        """Take note of a sentence for people."""


class Silent:
    """Tells nobody."""

    def start(self, done: int) -> None:
        """Do nothing."""

    def step(self, done: int, loss: float) -> None:
        """Do nothing."""

    def epoch(self, epoch: int, loss: float, validation: Validation, best: bool) -> None:
        """Do nothing."""

    def early(self, epoch: int) -> None:
        """Do nothing."""

    def log(self, text: str) -> None:
        """Do nothing."""


class ProgressBar(Silent):
    """A bar with the time left over all batches of a fit, and a line an epoch, on the error stream.

    Parameters
    ----------
    plan : Plan
        What is fitted.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._bar = tqdm(total=plan.total, desc=plan.kind, unit="batch", file=sys.stderr)

    def close(self) -> None:
        """Leave the bar as it stands."""
        self._bar.close()

    def start(self, done: int) -> None:
        """Say what is learnt from and what is held out, and put the bar where an earlier run left it."""
        plan = self._plan
        apart = f"held out: {_names(plan.held_out)}" if plan.held_out else "none is held out"
        self.log(f"Learns from {_names(plan.records)}; {apart}.")
        if done:
            self.log(f"Going on after {done} of {plan.total} batches.")
            self._bar.initial = self._bar.n = done
            self._bar.refresh()

    def step(self, done: int, loss: float) -> None:
        """Move the bar on by a batch."""
        self._bar.update(done - self._bar.n)
        self._bar.set_postfix(loss=f"{loss:.3f}", refresh=False)

    def epoch(self, epoch: int, loss: float, validation: Validation, best: bool) -> None:
        """Write an epoch's validation above the bar."""
        self.log(
            f"epoch {epoch}/{self._plan.epochs}: loss {loss:.3f}; held-out patients, V against N: "
            f"AUC {validation.auc:.4f}, average precision {validation.precision:.4f}; "
            f"usual score {validation.usual:.3f}{'; best so far' if best else ''}"
        )

    def early(self, epoch: int) -> None:
        """Say that it ends early."""
        self.log(f"No better epoch for a while: ended after epoch {epoch}.")

    def log(self, text: str) -> None:
        """Write a sentence above the bar."""
        self._bar.write(text, file=sys.stderr)


class JsonLines:
    """The messages of a fit (`models.contract.messages`), for a program that watches.

    Parameters
    ----------
    plan : Plan
        What is fitted.
    told : callable, optional
        Takes each message; a line on standard output if left out.
    """

    def __init__(self, plan: Plan, told: Callable[[Message], None] | None = None) -> None:
        self._plan = plan
        self._tell = told or tell
        self._first = 0
        self._began = self._told = time.monotonic()

    def close(self) -> None:
        """Nothing is left open."""

    def start(self, done: int) -> None:
        """Tell what is fitted."""
        plan = self._plan
        self._first, self._began = done, time.monotonic()
        self._tell(Start(plan.kind, plan.records, plan.held_out, plan.epochs, plan.steps, plan.device, done))

    def step(self, done: int, loss: float) -> None:
        """Tell of a batch, unless one was told of a moment ago."""
        now, total = time.monotonic(), self._plan.total
        if now - self._told < _STEP_EVERY_S and done < total:
            return
        self._told = now
        pace = (now - self._began) / max(1, done - self._first)
        self._tell(
            Step(
                self._plan.kind,
                epoch=min((done - 1) // self._plan.steps + 1, self._plan.epochs),
                step=(done - 1) % self._plan.steps + 1,
                done=done,
                total=total,
                loss=loss,
                seconds_left=round(pace * (total - done), 1),
            )
        )

    def epoch(self, epoch: int, loss: float, validation: Validation, best: bool) -> None:
        """Tell of an epoch."""
        plain = validation.as_json()
        self._tell(
            Epoch(self._plan.kind, epoch, loss, plain["usual"], plain["auc"], plain["precision"], best)
        )

    def early(self, epoch: int) -> None:
        """Tell that it ends early."""
        self._tell(Early(self._plan.kind, epoch))

    def log(self, text: str) -> None:
        """Tell a sentence for people."""
        self._tell(Log(text, self._plan.kind))


def _names(records: Sequence[str]) -> str:
    """Name recordings, the first of them where they are many."""
    more = f" and {len(records) - NAMED} more" if len(records) > NAMED else ""
    return " ".join(records[:NAMED]) + more


def tell(message: Message) -> None:
    """Write a message as a line on standard output."""
    sys.stdout.write(write_line(message).decode("utf-8"))
    sys.stdout.flush()
