"""``ecg-train seed-lstm``: the course's LSTM lesson, number for number."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assets.write import check_target
from training.engine.options import results_options, written
from training.engine.results import write_section


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "seed-lstm", parents=[results_options()], help="repeat the course's LSTM lesson to the last digit"
    )
    parser.add_argument("--figure", type=written, metavar="FILE", help="also draw the lesson's figure")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError
        If figure or results cannot be written.
    """
    import torch

    from assets.records.demo import load_demo
    from models.explain.lesson import prepare, run
    from training.fits.lesson import lesson_tables, lesson_text, write_figure

    figure: Path | None = arguments.figure
    check_target(figure)
    check_target(arguments.results)
    torch.set_num_threads(1)
    record = load_demo()
    signal = record.signals[:, 0]
    data = prepare(signal)
    result = run(data)
    sys.stdout.write(lesson_text(result))
    if arguments.results is not None:
        write_section(arguments.results, "seed-lstm", "ecg-train seed-lstm", lesson_tables(result))
    if figure is not None:
        write_figure(figure, signal, record.fs, data, result)
