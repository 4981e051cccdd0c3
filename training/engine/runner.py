"""A fit as a user runs it: where it is kept, whom it tells, and that it can be stopped."""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from assets.causes import words_of
from assets.errors import AssetError, WriteError
from assets.phrase import phrase
from assets.regular import read_regular
from assets.write import check_target
from models.contract.marks import MAX_BYTES, MarkFile, left_out, read_marks
from models.contract.messages.fitting import Done, Interrupted, LeftOut, Log
from models.weights.file import kind_there
from training.data.dataset import PatientRows, read_patient
from training.data.own import choose, read_record
from training.engine.checkpoint import Keeper
from training.engine.progress import JsonLines, Plan, ProgressBar, tell

SHIPPED_FROM = {"autoencoder": ("mitdb", "svdb")}
"""Databases that a shipped fit has learnt from, where these are not DS1 alone."""


class Run:
    """A fit under way; a context in which a signal asks it to stop at its next batch.

    Parameters
    ----------
    arguments : Namespace
        Of a command with `training.engine.options.learning_options` and `running_options`.
    kind : str
        What is fitted.

    Raises
    ------
    ValueError
        If the fit could not be written or kept where it is to be, or there is no such device.
    """

    def __init__(self, arguments: argparse.Namespace, kind: str) -> None:
        self._arguments, self._kind = arguments, kind
        self.out: Path = arguments.out
        for file in (self.out, arguments.keep):
            check_target(file)  # now, and not when the fit is done
        there = kind_there(self.out)
        if there not in (None, kind):
            raise WriteError(
                phrase(
                    "{out} holds a model of kind {there}; name another file, or move it away.",
                    out=self.out,
                    there=there,
                )
            )
        self.device = chosen_device(arguments.device)
        self._json = arguments.progress == "json"
        self._stop = threading.Event()
        self._bar: ProgressBar | JsonLines | None = None
        self._keeper: Keeper | None = None
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Run:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._handlers[number] = signal.signal(number, self._asked)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if self._bar is not None:
            self._bar.close()
        kept = self._keeper.path if self._keeper is not None else None
        if kept is None or not kept.exists():
            return
        if isinstance(error, KeyboardInterrupt) and self._json:
            tell(Interrupted(self._kind, str(kept)))
        elif isinstance(error, KeyboardInterrupt | WriteError):
            # A disk that is full, for one, takes the weights once there is room.
            self.log(phrase("The fit is kept in {kept}: the same command goes on from there.", kept=kept))

    def _asked(self, number: int, frame: FrameType | None) -> None:
        """Stop at the next batch; at the second time, or while nothing is kept yet, at once."""
        if self._stop.is_set() or self._keeper is None:
            raise KeyboardInterrupt
        self._stop.set()

    def log(self, text: str) -> None:
        """Tell a sentence for people."""
        if self._bar is not None:
            self._bar.log(text)
        elif self._json:
            tell(Log(text, self._kind))
        else:
            sys.stderr.write(f"{text}\n")

    def read(self) -> tuple[list[PatientRows], list[PatientRows]]:
        """Read what is learnt from and what is held out.

        Of a whole folder, recordings that cannot be used are left out, which is told; what was named must be
        there.

        Raises
        ------
        assets.errors.AssetError, ValueError
            If a record cannot be had or used, or too few are left.
        """
        arguments = self._arguments
        databases = _databases(arguments, self._kind)
        said: list[str] = []
        learn, held_out = choose(
            arguments.data, arguments.records, arguments.held_out, databases, said.append
        )
        kept = read_marks(arguments.labels) if arguments.labels is not None else MarkFile()
        opened: list[str] = []
        patients: dict[str, PatientRows] = {}
        for spec in (*learn, *held_out):
            try:
                record = read_record(spec, arguments.data_dir, kept.marks, self.log)
                patients[spec] = read_patient(record)
            except (AssetError, ValueError) as error:
                if arguments.data is None or arguments.records or (arguments.held_out and spec in held_out):
                    raise
                self._leave_out(Path(spec).stem, words_of(error))
            else:
                opened.append(record.identity)
        if len(patients) < len(learn) + len(held_out):
            if not patients:
                raise ValueError(phrase("No recording in {data} can be learnt from.", data=arguments.data))
            there = [str(Path(spec).relative_to(arguments.data)) for spec in sorted(patients)]
            said.clear()
            learn, held_out = choose(arguments.data, there, arguments.held_out, log=said.append)
        if self._kind == "beats":
            said.clear()  # it learns from all, and each is judged by a fit without it
        for sentence in filter(None, (*said, kept.problem, left_out(kept.marks, opened))):
            self.log(sentence)
        return [patients[spec] for spec in learn], [patients[spec] for spec in held_out]

    def _leave_out(self, record: str, why: str) -> None:
        if self._json:
            tell(LeftOut(record, why, self._kind))
        else:
            self.log(phrase("Left out: {record}. {why}", record=record, why=why))

    def begin(self, plan: Plan, settings: Mapping[str, Any]) -> tuple[ProgressBar | JsonLines, Keeper]:
        """Say what is fitted; give whom to tell and where to keep it.

        Parameters
        ----------
        plan : Plan
            What is fitted.
        settings : mapping
            Whatever else must be the same when the fit goes on.
        """
        arguments = self._arguments
        labels = getattr(arguments, "labels", None)
        identity = {
            **asdict(plan),
            **settings,
            "threads": arguments.threads,
            "reproducible": arguments.reproducible,
            "labels": _digest(labels) if labels is not None else None,
        }
        path = arguments.keep or self.out.with_name(self.out.name + ".kept")
        keeper = Keeper(path, identity, self._stop)
        if arguments.fresh:
            keeper.forget()
        self._bar, self._keeper = (JsonLines if self._json else ProgressBar)(plan), keeper
        return self._bar, keeper

    def done(self, metrics: Mapping[str, float]) -> None:
        """Say that the weights are written; what was kept of the fit goes."""
        if self._keeper is not None:
            self._keeper.forget()
        if self._json:
            tell(Done(self._kind, str(self.out), dict(metrics)))
            return
        if self._bar is not None:
            self._bar.close()
        said = ", ".join(f"{name.replace('_', ' ')} {value:.4f}" for name, value in metrics.items())
        with suppress(BrokenPipeError):
            sys.stdout.write(f"{said}\nWrote {self.out}.\n")


def _databases(arguments: argparse.Namespace, kind: str) -> tuple[str, ...]:
    """The databases to learn from, each once; those of the shipped fit if none was named.

    Raises
    ------
    ValueError
        If some were named beside records or a folder.
    """
    databases = tuple(dict.fromkeys(arguments.databases))
    if databases and (arguments.data is not None or arguments.records):
        raise ValueError(
            phrase("Name databases or records to learn from, not both: --databases goes without them.")
        )
    return databases or SHIPPED_FROM.get(kind, ("mitdb",))


def names(patients: Sequence[PatientRows]) -> tuple[str, ...]:
    """Names of patients' records."""
    return tuple(patient.name for patient in patients)


def chosen_device(asked: str) -> str:
    """Say where torch computes.

    Raises
    ------
    ValueError
        If a GPU was asked for and there is none.
    """
    import torch

    there = torch.cuda.is_available()
    if asked == "cuda" and not there:
        raise ValueError(
            phrase("There is no GPU that this torch can use; --device auto takes the processor then.")
        )
    return "cuda" if there and asked != "cpu" else "cpu"


def _digest(marks: Path) -> str:
    return hashlib.sha256(read_regular(marks, MAX_BYTES)).hexdigest()
