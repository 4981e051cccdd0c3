"""Options that several of ``ecg-train``'s commands share."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from assets.text_output import STDOUT, TextOutput
from training.data.dataset import LEARNT
from training.engine.results import RESULTS

Settings = TypeVar("Settings")


def data_options() -> argparse.ArgumentParser:
    """Options that say where the catalogue's records are, and how many threads compute."""
    options = argparse.ArgumentParser(add_help=False)
    data_dir_option(options)
    options.add_argument(
        "--threads", type=positive, default=1, help="threads of torch (default 1); part of what fixes a fit"
    )
    return options


def json_option(parser: argparse.ArgumentParser, what: str) -> None:
    """Add ``--json FILE``, which writes `what` as JSON."""
    parser.add_argument(
        "--json",
        type=TextOutput,
        metavar="FILE",
        help=f"also write {what} as JSON; - is standard output, and all else goes to standard error then",
    )


def learning_options() -> argparse.ArgumentParser:
    """Options that say what is learnt from."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder of WFDB, EDF or BDF recordings of your own to learn from, searched to the bottom",
    )
    options.add_argument(
        "--records",
        nargs="+",
        default=[],
        metavar="RECORD",
        help="records to learn from: names of the catalogue, paths, or names within --data (default: all of "
        "--data, else those of --databases)",
    )
    options.add_argument(
        "--databases",
        nargs="+",
        choices=tuple(LEARNT),
        default=[],
        help="databases to learn from where neither --data nor --records says what: DS1 of mitdb, the half "
        "of svdb that fits may use, or both (default: as shipped, both for the autoencoder and else mitdb)",
    )
    options.add_argument(
        "--held-out",
        nargs="+",
        default=[],
        metavar="RECORD",
        help="held-out records: assessed, not learnt from (default: five of DS1, eight of svdb, else "
        "about a fifth of the length)",
    )
    options.add_argument(
        "--labels", type=Path, metavar="FILE", help="marks set in review: normal for this patient, missed"
    )
    options.add_argument("--seed", type=seed, help="same seed, same weights (default: as shipped)")
    options.add_argument("--steps", type=positive, help="batches a pass (default: as shipped)")
    return options


def running_options(kind: str) -> argparse.ArgumentParser:
    """Options that say how the fit of a model runs, and where its weights go."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--device",
        choices=("auto", "cpu", "cuda"),
        default="auto",
        help="where torch computes (default auto: a GPU if there is one)",
    )
    reproducible_option(options)
    options.add_argument(
        "--keep",
        type=written,
        metavar="FILE",
        help="where the fit is kept to go on later (default: OUT.kept)",
    )
    options.add_argument("--fresh", action="store_true", help="begin anew even if a fit was kept")
    progress_option(options)
    options.add_argument(
        "--out",
        type=written,
        default=Path(f"{kind}.safetensors"),
        metavar="FILE",
        help=f"weights file to write (default {kind}.safetensors)",
    )
    return options


def progress_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that says whether people or a program are told how far it has come."""
    parser.add_argument(
        "--progress",
        choices=("text", "json"),
        default="text",
        help="a bar on the error stream, or a line of JSON an event on standard output",
    )


def results_options() -> argparse.ArgumentParser:
    """Option of the commands that measure: where their section of the results goes."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--results",
        type=written,
        nargs="?",
        const=RESULTS,
        metavar="FILE",
        help="also write the tables into their section of FILE (default: the checkout's training/RESULTS.md)",
    )
    return options


def asked(usual: Settings, **chosen: object) -> Settings:
    """Give the settings of a fit with those that were chosen in their place; None is none chosen."""
    return replace(usual, **{name: value for name, value in chosen.items() if value is not None})  # type: ignore[type-var]


def written(text: str) -> Path:
    """Read the name of a file or a folder that is to be written; only JSON goes to standard output.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is what stands for standard output.
    """
    if text == STDOUT:
        raise argparse.ArgumentTypeError("only --json takes - for standard output; ./- is one called so.")
    return Path(text)


def seconds(text: str) -> float:
    """Read a positive, finite number of seconds."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number of seconds.")
    return value


def data_dir_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where the catalogue's records are."""
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="folder that holds mitdb/, svdb/ (default: ECG_MONITOR_DATA, else the cache and PhysioNet)",
    )


def reproducible_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that makes a fit come out the same on every processor."""
    parser.add_argument(
        "--reproducible",
        action="store_true",
        help="same weights on every processor with the same versions: only instructions that all have, and "
        "slower (default: those that this one has)",
    )


def positive(text: str) -> int:
    """Read a whole number of at least 1."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return value


def seed(text: str) -> int:
    """Read a seed."""
    value = int(text)
    if not 0 <= value < 2**32:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and {2**32 - 1}")
    return value
