"""``ecg-train heartbeats``: fit the lab's heartbeat autoencoder, and measure what it tells apart."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from training.engine.options import (
    asked,
    data_options,
    positive,
    reproducible_option,
    results_options,
    seed,
    written,
)

KIND = "heartbeats"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        KIND,
        parents=[data_options(), results_options()],
        help="fit the digit lab's autoencoder of heartbeats on DS1, and measure it patient by patient",
        description="Fit the lab's heartbeat autoencoder on the normal beats of DS1. Lines and figures come "
        "from fits that leave patients out, and from half of the Supraventricular Database.",
    )
    parser.add_argument(
        "--records", nargs="+", default=[], metavar="RECORD", help="of DS1 (default: all of it)"
    )
    parser.add_argument(
        "--others",
        nargs="*",
        metavar="RECORD",
        help="records that are only measured, of the half of svdb that choices may be made on (default: all)",
    )
    parser.add_argument("--seed", type=seed, help="same seed, same weights (default: as shipped)")
    parser.add_argument("--steps", type=positive, help="batches of each fit (default: as shipped)")
    parser.add_argument(
        "--joining",
        action="store_true",
        help="also ask whether it would help the alarms, which takes some minutes more",
    )
    parser.add_argument(
        "--alarm",
        action="store_true",
        help="only measure what an alarm by the shipped network is worth on the records of svdb",
    )
    parser.add_argument(
        "--out",
        type=written,
        default=Path("runs") / "heartbeats",
        metavar="DIR",
        help="folder for weights and figures (default runs/heartbeats)",
    )
    reproducible_option(parser)


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    from assets.databases.mitbih import DS1
    from assets.databases.svdb import DEVELOPMENT
    from assets.write import check_target
    from training.engine.compute import prepare
    from training.engine.results import write_section
    from training.heartbeats.fit import HeartbeatFitSettings
    from training.heartbeats.study import markdown, study, write

    names = tuple(arguments.records) or DS1
    others = DEVELOPMENT if arguments.others is None else tuple(arguments.others)
    _check(names, DS1, "DS1")
    _check(others, DEVELOPMENT, "the half of the Supraventricular Database that choices may be made on")
    check_target(arguments.results)
    if arguments.alarm and (arguments.joining or arguments.results is not None):
        raise ValueError(
            "--alarm only measures, and has no table: --joining and --results do not go with it."
        )
    if arguments.alarm and not others:
        raise ValueError("--alarm measures records of svdb: name one after --others, or leave --others out.")
    prepare(arguments.threads, reproducible=arguments.reproducible)
    if arguments.alarm:
        _alarm(arguments.out, others, arguments.data_dir)
        return
    settings = asked(HeartbeatFitSettings(), seed=arguments.seed, steps=arguments.steps)
    trained, figures = study(names, others, settings, arguments.data_dir, joining=arguments.joining, say=_say)
    arguments.out.mkdir(parents=True, exist_ok=True)
    write(arguments.out, trained, figures)
    tables = markdown(figures)
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{tables}\nWrote {arguments.out}.\n")
    if arguments.results is not None:
        command = f"ecg-train {KIND}" + (" --joining" if arguments.joining else "")
        write_section(arguments.results, KIND, command, tables)


def _alarm(out: Path, others: tuple[str, ...], data_dir: Path | None) -> None:
    from models.heartbeats.weights import HEARTBEATS
    from training.heartbeats.alarm import unseen, write
    from training.heartbeats.data import read_shapes
    from training.heartbeats.measures import measured

    network = HEARTBEATS.shipped().network
    found = unseen([measured(network, one) for one in read_shapes(others, data_dir, _say)])
    out.mkdir(parents=True, exist_ok=True)
    write(out, found)
    for one in found:
        for name, counts in one.scores.items():
            sys.stdout.write(f"{one.name} ({one.unseen} of {one.known}), {name}: AUROC {counts.auroc:.3f}\n")


def _check(names: tuple[str, ...], known: tuple[str, ...], what: str) -> None:
    if strangers := sorted(set(names) - set(known)):
        raise ValueError(f"The heartbeats are of {what} alone, and {', '.join(strangers)} is not of it.")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
