"""``ecg-train leads``: choose how two leads' scores are put together, on DS1 and on half of SVDB."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from assets.write import check_target
from training.data.dataset import LEARNT
from training.engine.options import data_options, results_options, written
from training.engine.results import write_section

if TYPE_CHECKING:
    from models.leads.fusing import Fusing
    from training.fits.leads.choosing import LeadFigures
    from training.fits.leads.measures import HeardBeats

_SETS = {"mitdb": "DS1", "svdb": "SVDB"}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "leads",
        parents=[data_options(), results_options()],
        help="choose how the scores of two leads are put together, and compare with how they are",
    )
    parser.add_argument(
        "--databases",
        nargs="+",
        choices=tuple(LEARNT),
        default=list(LEARNT),
        help="databases to choose on: DS1 of mitdb, the half of svdb that fits may use (default both)",
    )
    parser.add_argument(
        "--records", nargs="+", default=[], metavar="RECORD", help="of these (default: all of them)"
    )
    parser.add_argument(
        "--measures",
        type=written,
        metavar="FILE",
        help="where what the leads say is kept; read from there if the file is there already",
    )


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    import torch

    from training.fits.leads.measures import keep_heard, kept_heard

    databases = tuple(key for key in LEARNT if key in arguments.databases)
    usable = tuple(name for key in databases for name in LEARNT[key][0])
    names = tuple(arguments.records) or usable
    if others := sorted(set(names) - set(usable)):
        raise ValueError(
            f"How leads are put together is chosen on records that fits may use: {', '.join(others)} is not "
            f"one of {' and '.join(_SETS[key] for key in databases)}."
        )
    if arguments.results is not None and arguments.records:
        raise ValueError("Results are of whole databases: --results goes without --records.")
    check_target(arguments.results)
    check_target(arguments.measures)
    torch.set_num_threads(arguments.threads)
    if arguments.measures is not None and arguments.measures.exists():
        patients = kept_heard(arguments.measures)
        if {one.patient for one in patients} != set(names):
            raise ValueError(f"{arguments.measures} is of other records.")
    else:
        patients = _heard(names, arguments.data_dir)
        if arguments.measures is not None:
            keep_heard(arguments.measures, patients)
    text = table(patients)
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{text}\n")
    if arguments.results is not None:
        chosen = "" if databases == tuple(LEARNT) else f" --databases {' '.join(databases)}"
        write_section(arguments.results, "leads", f"ecg-train leads{chosen}", text)


def _heard(names: tuple[str, ...], data_dir: Path | None) -> list[HeardBeats]:
    from tqdm import tqdm

    from assets.records.open import open_record
    from training.fits.leads.measures import hear

    bar = tqdm(names, desc="records", unit="record", file=sys.stderr)
    return [hear(open_record(name, data_dir=data_dir)) for name in bar]


def table(patients: list[HeardBeats]) -> str:
    """Choose, on each database beside another and on all, and lay out what was found."""
    from models.leads.fusing import SHIPPED
    from training.fits.leads.choosing import choose, figures, first_alone, judge, left_out, of_database

    parts = {key: own for key in _SETS if (own := of_database(patients, key))}
    every = " and ".join(_SETS[key] for key in parts)
    learnt = {every: patients}
    if "mitdb" in parts and len(parts) > 1:
        learnt = {_SETS["mitdb"]: parts["mitdb"], **learnt}
    rows, lines = [], ["| chosen on | first | noise | unit | without a fifth of the patients |"]
    lines.append("| --- | ---: | ---: | ---: | --- |")
    lines.append(f"| as shipped | {_cells(SHIPPED)} | |")
    by_set: dict[str, list[tuple[str, LeadFigures]]] = {
        key: [
            ("first lead alone", figures(own, [first_alone(one) for one in own])),
            ("as shipped", judge(own, SHIPPED)),
        ]
        for key, own in parts.items()
    }
    for name, inside in learnt.items():
        chosen = choose(inside)
        without, scores = left_out(inside)
        said = "; ".join(_cells(how).replace(" | ", " ") for how in without)
        lines.append(f"| {name} | {_cells(chosen)} | {said} |")
        of = {one.patient: score for one, score in zip(inside, scores, strict=True)}
        for key, own in parts.items():
            seen = own[0].patient in of
            result = figures(own, [of[one.patient] for one in own]) if seen else judge(own, chosen)
            by_set[key].append((f"{name}{', patient left out' if seen else ''}", result))
    for key, found in by_set.items():
        rows += [f"| {_SETS[key]} | {name} | {_figures(one)} |" for name, one in found]
    lines += [
        "",
        "| judged on | chosen on | AUC | AP | V at 1/min | V at 0.1/min | VEB Se | VEB +P |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
    ]
    return "\n".join(lines)


def _cells(how: Fusing) -> str:
    return f"{how.first:g} | {how.noise:g} | {how.unit:g}"


def _figures(one: LeadFigures) -> str:
    shown = (one.auc, one.precision, *one.found, one.sensitivity, one.positive_predictivity)
    return " | ".join(f"{value:.4f}" for value in shown)
