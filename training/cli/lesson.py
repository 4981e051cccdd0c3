"""``ecg-train seed-lstm``: the course's LSTM lesson, number for number."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser("seed-lstm", help="repeat the course's LSTM lesson to the last digit")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="also draw the lesson's figure")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError
        If the figure cannot be written.
    """
    import torch

    from assets.records.demo import load_demo
    from models.explain.lesson import prepare, run
    from training.fits.lesson import lesson_text, write_figure

    figure: Path | None = arguments.figure
    if figure is not None and not figure.parent.is_dir():
        raise ValueError(f"There is no folder {figure.parent} to write {figure.name} into.")
    torch.set_num_threads(1)
    record = load_demo()
    signal = record.signals[:, 0]
    data = prepare(signal)
    result = run(data)
    sys.stdout.write(lesson_text(result))
    if figure is not None:
        write_figure(figure, signal, record.fs, data, result)
