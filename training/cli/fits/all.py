"""``ecg-train all``: fit everything that the monitor ships, two models at a time."""

from __future__ import annotations

import argparse
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from assets.shipped import weights_file
from models.contract.children import python, search_path
from models.contract.fits import COMPARED_CODES
from models.contract.messages.fitting import Epoch, Error, Log, Start, Step
from models.contract.messages.lines import Lines, Unreadable
from models.contract.messages.message import Message
from training.engine.options import data_options, learning_options, positive, reproducible_option, written

CODES = {f"autoencoder-{size}": size for size in COMPARED_CODES}
"""The small autoencoders that ship for comparison, and the numbers in their codes."""

ORDER: dict[str, tuple[str, ...]] = {
    "autoencoder": (),
    "forecaster": (),
    "qrs": (),
    "beats": ("forecaster", "autoencoder"),
    "rhythm": ("forecaster", "autoencoder", "beats"),
    **dict.fromkeys(CODES, ()),
}
"""Each model, and those whose weights it needs; those that take longest come first."""

SHIPPED_ONLY = {"qrs", "rhythm", *CODES}
"""What is fitted on the shipped fit's records alone."""

TOLERANCE = 0.005
"""A figure is reproduced if it lies no farther than this from the shipped one."""

FIGURES = {
    "forecaster": ("validation_auc", "validation_average_precision"),
    "autoencoder": ("validation_auc", "validation_average_precision"),
    "qrs": ("sensitivity", "positive_predictivity"),
    "beats": ("held_out_auc", "held_out_average_precision"),
    "rhythm": ("mitdb_auc", "svdb_auc", "fibrillation_sensitivity", "fibrillation_positive_predictivity"),
    **dict.fromkeys(CODES, ("validation_ev_normal", "validation_ev_ventricular")),
}
"""The figures of each card that are compared."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "all",
        parents=[data_options(), learning_options()],
        help="fit everything that the monitor ships, and compare with the shipped",
    )
    parser.add_argument(
        "--out",
        type=written,
        default=Path("weights"),
        metavar="DIR",
        help="folder to write into (default weights)",
    )
    parser.add_argument("--jobs", type=positive, default=2, help="fits at a time (default 2)")
    parser.add_argument("--fresh", action="store_true", help="begin anew even if fits were kept")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="as for one fit")
    reproducible_option(parser)
    parser.add_argument("--progress", choices=("text", "json"), default="text", help="as for one fit")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError
        If something asked for cannot be done, or a fit ends without weights.
    KeyboardInterrupt
        If it was asked to stop; the fits are kept.
    """
    out: Path = arguments.out
    if not out.parent.is_dir():
        raise ValueError(f"There is no folder {out.parent} to make {out.name} in.")
    out.mkdir(exist_ok=True)
    kinds = [kind for kind in ORDER if kind not in SHIPPED_ONLY or not _chosen(arguments)]
    began = time.monotonic()
    events: queue.SimpleQueue[tuple[str, Message | int]] = queue.SimpleQueue()
    running: dict[str, tuple[subprocess.Popen[bytes], threading.Thread]] = {}
    done: set[str] = set()
    said = _Said(arguments.progress == "json")
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    if len(kinds) < len(ORDER):
        said.log(
            "QRS detector and rhythm need reference beats of the catalogue, and the small autoencoders are "
            "there to be compared with the shipped one: the shipped ones stay."
        )
    try:
        while len(done) < len(kinds):
            for kind in kinds:
                ready = kind not in done and kind not in running and set(ORDER[kind]) <= done
                if ready and len(running) < arguments.jobs:
                    running[kind] = _start(kind, arguments, events)
            kind, event = events.get()
            if isinstance(event, Message):
                said.tell(kind, event)
            elif event:
                why = said.why.get(kind, f"exit status {event}")
                raise ValueError(f"The fit of the {kind} ended without weights: {why}")
            else:
                del running[kind]
                done.add(kind)
    finally:
        signal.signal(signal.SIGTERM, before)
        for process, _ in running.values():
            process.terminate()
        for _, listener in running.values():
            listener.join()
    said.close()
    sys.stdout.write(f"{_table(out, kinds)}\nFitted in {(time.monotonic() - began) / 60:.1f} minutes.\n")


def _chosen(arguments: argparse.Namespace) -> bool:
    """Whether other records than the shipped fit's are learnt from."""
    return bool(arguments.data or arguments.records)


def _start(
    kind: str, arguments: argparse.Namespace, events: queue.SimpleQueue[tuple[str, Message | int]]
) -> tuple[subprocess.Popen[bytes], threading.Thread]:
    """Start a fit in a process of its own; what it tells comes as events."""
    out: Path = arguments.out
    said = [
        "autoencoder" if kind in CODES else kind,
        "--progress",
        "json",
        "--out",
        str(out / f"{kind}.safetensors"),
    ]
    said += ["--threads", str(arguments.threads), "--device", arguments.device]
    if kind in CODES:
        said += ["--code", str(CODES[kind])]
    if kind == "qrs":
        said.append("--fit")
    elif kind != "rhythm":
        for name, value in (("--data", arguments.data), ("--labels", arguments.labels)):
            said += [name, str(value)] if value is not None else []
        for name, values in (
            ("--records", arguments.records),
            ("--held-out", arguments.held_out),
            ("--databases", arguments.databases),
        ):
            said += [name, *values] if values else []
    for name, value in (
        ("--data-dir", arguments.data_dir),
        ("--seed", arguments.seed),
        ("--steps", arguments.steps),
    ):
        said += [name, str(value)] if value is not None else []
    for needed in ORDER[kind]:
        said += [f"--{needed}", str(out / f"{needed}.safetensors")]
    for flag in ("fresh", "reproducible"):
        said += [f"--{flag}"] if getattr(arguments, flag) else []
    process = subprocess.Popen(
        python("-m", "training", *said),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": search_path(), "OMP_NUM_THREADS": str(arguments.threads)},
    )

    def listen() -> None:
        assert process.stdout is not None
        lines = Lines()
        with process.stdout:
            for line in process.stdout:
                for message in lines.take(line):
                    events.put((kind, message))
        events.put((kind, process.wait()))

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    return process, listener


class _Said:
    """Passes on what the fits tell: a bar each, or lines of JSON."""

    def __init__(self, as_json: bool) -> None:
        from tqdm import tqdm

        self._as_json = as_json
        self._tqdm = tqdm
        self._bars: dict[str, Any] = {}
        self.why: dict[str, str] = {}

    def tell(self, kind: str, message: Message) -> None:
        """Take a message of a fit."""
        from training.engine.progress import tell

        if isinstance(message, Unreadable):
            message = Log(message.text, kind)
        elif isinstance(message, Error):
            self.why[kind] = message.text
            message = replace(message, kind=kind)
        if self._as_json:
            tell(message)
        elif isinstance(message, Start):
            total = message.epochs * message.steps
            self._bars[kind] = self._tqdm(
                total=total, initial=message.done, desc=f"{kind:>11}", unit="batch", file=sys.stderr
            )
        elif isinstance(message, Step):
            bar = self._bars[kind]
            bar.update(message.done - bar.n)
            bar.set_postfix(loss=f"{message.loss:.3f}", refresh=False)
        elif isinstance(message, Epoch) and message.auc is not None:
            self.log(f"{kind}, epoch {message.epoch}: AUC {message.auc:.4f}")
        elif isinstance(message, Log):
            self.log(f"{kind}: {message.text}")

    def log(self, text: str) -> None:
        """Tell a sentence for people."""
        if self._as_json:
            from training.engine.progress import tell

            tell(Log(text))
        else:
            self._tqdm.write(text, file=sys.stderr)

    def close(self) -> None:
        """Leave the bars as they stand."""
        for bar in self._bars.values():
            bar.close()


def _table(out: Path, kinds: Sequence[str]) -> str:
    """Figures of the shipped and of the new cards side by side, as Markdown."""
    from models.kinds import kind as kind_named

    lines = ["| model | figure | shipped | here | |", "| --- | --- | ---: | ---: | --- |"]
    for kind in kinds:
        known, file = kind_named("autoencoder" if kind in CODES else kind), out / f"{kind}.safetensors"
        shipped = weights_file(kind)
        old, new = known.load(shipped).card.metrics, known.load(file).card.metrics
        same = file.read_bytes() == shipped.read_bytes()
        for name in FIGURES[kind]:
            if name not in old or name not in new:
                continue
            near = "within .005" if abs(old[name] - new[name]) <= TOLERANCE else "other"
            near = "the same file" if same else near
            lines.append(
                f"| {kind} | {name.replace('_', ' ')} | {old[name]:.4f} | {new[name]:.4f} | {near} |"
            )
    return "\n".join(lines)
