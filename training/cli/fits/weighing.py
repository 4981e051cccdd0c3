"""``ecg-train weighing``: derive how the beat classifier weighs its measures, on DS1 alone."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from training.engine.options import asked, data_options, positive, seed, written

if TYPE_CHECKING:
    from training.fits.beat_measures import MeasuredBeats
    from training.fits.weighing import Derived


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "weighing",
        parents=[data_options()],
        help="derive the weights of the beat classifier's measures on DS1, and compare them with the shipped",
    )
    parser.add_argument(
        "--records", nargs="+", default=[], metavar="RECORD", help="of DS1 (default: all of it)"
    )
    parser.add_argument("--seed", type=seed, help="of the two fits (default: as shipped)")
    parser.add_argument("--steps", type=positive, help="batches of each fit (default: as shipped)")
    parser.add_argument(
        "--measures",
        type=written,
        metavar="FILE",
        help="where the beats' measures are kept; read from there if the file is there already",
    )
    parser.add_argument(
        "--out",
        type=written,
        default=Path("weighing.json"),
        metavar="FILE",
        help="file to write (default weighing.json)",
    )


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    import torch

    from assets.databases.mitbih import DS1
    from assets.write import check_target
    from models.beats.weights import Weighing
    from training.fits.beat_measures import keep_measures, kept_measures
    from training.fits.weighing import as_json, derive

    names = tuple(arguments.records) or DS1
    if others := sorted(set(names) - set(DS1)):
        raise ValueError(f"A weighing is chosen on DS1 alone, and {', '.join(others)} is not of it.")
    check_target(arguments.out)
    torch.set_num_threads(arguments.threads)
    if arguments.measures is not None and arguments.measures.exists():
        conditions = kept_measures(arguments.measures)
        inside = {beats.patient for every in conditions.values() for beats in every}
        if inside != set(names):
            raise ValueError(
                f"{arguments.measures} holds measures of other records: {', '.join(sorted(inside))}."
            )
    else:
        conditions = _measure(names, arguments)
        if arguments.measures is not None:
            keep_measures(arguments.measures, conditions)
    derived = derive(conditions, Weighing(), progress=_say)
    arguments.out.write_text(json.dumps(as_json(derived), indent=1) + "\n", encoding="utf-8")
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{table(derived)}\nWrote {arguments.out}.\n")


def table(derived: Derived) -> str:
    """Lay out what was found for people."""
    from models.beats.weights import Weighing

    shipped, chosen = asdict(Weighing()), asdict(derived.chosen)
    lines = ["| weight | shipped | chosen | loss without it |", "| --- | ---: | ---: | ---: |"]
    lines += [f"| {n} | {shipped[n]:g} | {chosen[n]:g} | {derived.without[n]:+.4f} |" for n in chosen]
    lines += [
        "",
        "| condition | weighing | AP | V at 1/min | V at 0.1/min |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    for name in derived.figures:
        for who, figures in (("shipped", derived.reference[name]), ("chosen", derived.figures[name])):
            cells = " | ".join(f"{x:.3f}" for x in (figures.precision, *figures.found))
            lines.append(f"| {name} | {who} | {cells} |")
    lines += ["", "| left out | goodness, shipped | goodness, chosen without them |", "| --- | ---: | ---: |"]
    lines += [f"| {' '.join(f.patients)} | {f.reference:.4f} | {f.goodness:.4f} |" for f in derived.folds]
    verdict = (
        "no better than the shipped one within" if derived.confirms else "better than the shipped one beyond"
    )
    lines += [
        "",
        f"On patients left out, a weighing so chosen gains {derived.gain:+.4f} (standard error "
        f"{derived.spread:.4f}): {verdict} two standard errors.",
    ]
    return "\n".join(lines)


def _measure(names: tuple[str, ...], arguments: argparse.Namespace) -> dict[str, list[MeasuredBeats]]:
    from assets.records.open import open_record
    from models.running.weights import AUTOENCODER, FORECASTER
    from training.fits.beat_measures import measure
    from training.fits.beats import BeatFitSettings

    settings = asked(BeatFitSettings(), seed=arguments.seed, steps=arguments.steps)
    records = [open_record(name, data_dir=arguments.data_dir) for name in sorted(names)]
    networks = FORECASTER.shipped().network, AUTOENCODER.shipped().network
    return measure(records, *networks, settings, progress=_say)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
