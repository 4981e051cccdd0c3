"""``ecg-train``: fit the models, evaluate them, repeat the course's lesson."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assets.errors import AssetError
from assets.mitbih import DS1, DS2
from training import qrs
from training.digits import cli as digits


class _UsageError(Exception):
    """What the user asked for cannot be done; the message says why in one sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``ecg-train``.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments; the process's own if left out.

    Returns
    -------
    int
        0; 2 for bad input, which is named in one sentence on the error stream; 130 if interrupted.
    """
    parser = _parser()
    arguments = parser.parse_args(argv)
    command = {
        "forecaster": _fit,
        "autoencoder": _fit,
        "evaluate": _evaluate,
        "seed-lstm": _seed_lstm,
        "digits": digits.run,
        "qrs": qrs.run,
    }[arguments.command]
    try:
        command(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("ecg-train: interrupted.\n")
        return 130
    except (_UsageError, AssetError, ValueError, OSError) as error:
        sys.stderr.write(f"ecg-train: {_sentence(error)}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ecg-train", description="Fit the monitor's models, evaluate them, repeat the course's lesson."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="folder that holds mitdb/ (default: ECG_MONITOR_DATA, else the cache and PhysioNet)",
    )
    data.add_argument(
        "--threads", type=_positive, default=1, help="threads of torch (default 1); part of what fixes a fit"
    )
    for name in ("forecaster", "autoencoder"):
        fit = commands.add_parser(
            name, parents=[data], help=f"fit the {name} on the normal beats of DS1 and write its weights"
        )
        fit.add_argument("--seed", type=_seed, help="same seed, same weights (default: as shipped)")
        fit.add_argument("--epochs", type=_positive, help="passes (default: as shipped)")
        fit.add_argument("--steps", type=_positive, help="batches a pass (default: as shipped)")
        fit.add_argument(
            "--out",
            type=Path,
            default=Path(f"{name}.safetensors"),
            metavar="FILE",
            help=f"weights file to write (default {name}.safetensors)",
        )
    evaluation = commands.add_parser(
        "evaluate",
        parents=[data],
        help="rank V against N beats with the live pipeline; print a Markdown table",
    )
    evaluation.add_argument("--split", choices=("DS1", "DS2"), default="DS2", help="records (default DS2)")
    evaluation.add_argument("--json", type=Path, metavar="FILE", help="also write the figures as JSON")
    for name in ("forecaster", "autoencoder"):
        evaluation.add_argument(
            f"--{name}", type=Path, metavar="FILE", help=f"weights (default: the shipped {name})"
        )
    lesson = commands.add_parser("seed-lstm", help="repeat the course's LSTM lesson to the last digit")
    lesson.add_argument("--figure", type=Path, metavar="FILE", help="also draw the lesson's figure")
    digits.add_parser(commands)
    qrs.add_parser(commands)
    return parser


def _fit(arguments: argparse.Namespace) -> None:
    import torch

    from models.weights import save
    from training import autoencoder, forecaster
    from training.dataset import VALIDATION, read_patients, training_records
    from training.progress import ProgressBar

    out: Path = arguments.out
    if not out.parent.is_dir():
        raise _UsageError(f"There is no folder {out.parent} to write {out.name} into.")
    torch.set_num_threads(arguments.threads)
    usual = forecaster.SETTINGS if arguments.command == "forecaster" else autoencoder.SETTINGS
    settings = replace(
        usual,
        seed=usual.seed if arguments.seed is None else arguments.seed,
        epochs=arguments.epochs or usual.epochs,
        steps=arguments.steps or usual.steps,
    )
    patients = read_patients(training_records(), arguments.data_dir)
    held_out = read_patients(VALIDATION, arguments.data_dir)
    with ProgressBar(arguments.command, settings) as bar:
        if arguments.command == "forecaster":
            save(out, forecaster.fit_forecaster(patients, held_out, settings, progress=bar))
        else:
            save(out, autoencoder.fit_autoencoder(patients, held_out, settings, progress=bar))
    sys.stdout.write(f"Wrote {out}.\n")


def _evaluate(arguments: argparse.Namespace) -> None:
    import torch
    from tqdm import tqdm

    from assets.open import open_record
    from models.pipeline import ScoreStream
    from models.weights import load_autoencoder, load_forecaster, shipped_path
    from training.evaluate import evaluate, markdown

    torch.set_num_threads(arguments.threads)
    forecaster = load_forecaster(arguments.forecaster or shipped_path("forecaster"))
    autoencoder = load_autoencoder(arguments.autoencoder or shipped_path("autoencoder"))
    if arguments.json is not None and not arguments.json.parent.is_dir():
        raise _UsageError(f"There is no folder {arguments.json.parent} to write {arguments.json.name} into.")
    names = DS2 if arguments.split == "DS2" else DS1
    bar = tqdm(names, desc=arguments.split, unit="record", file=sys.stderr)
    report = evaluate(
        (open_record(name, data_dir=arguments.data_dir) for name in bar),
        lambda fs: ScoreStream(fs, forecaster, autoencoder),
    )
    if arguments.json is not None:
        text = json.dumps({"split": arguments.split, **report.as_json()}, indent=1)
        arguments.json.write_text(text + "\n", encoding="utf-8")
    sys.stdout.write(markdown(report) + "\n")


def _seed_lstm(arguments: argparse.Namespace) -> None:
    import torch

    from assets.demo import load_demo
    from models.lesson import prepare, run
    from training.lesson import lesson_text, write_figure

    figure: Path | None = arguments.figure
    if figure is not None and not figure.parent.is_dir():
        raise _UsageError(f"There is no folder {figure.parent} to write {figure.name} into.")
    torch.set_num_threads(1)
    record = load_demo()
    signal = record.signals[:, 0]
    data = prepare(signal)
    result = run(data)
    sys.stdout.write(lesson_text(result))
    if figure is not None:
        write_figure(figure, signal, record.fs, data, result)


def _sentence(error: Exception) -> str:
    """What to tell the user about an error."""
    if isinstance(error, OSError) and not isinstance(error, AssetError) and error.filename:
        return f"{error.filename}: {error.strerror}."
    return str(error)


def _positive(text: str) -> int:
    """Read a whole number of at least 1."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return value


def _seed(text: str) -> int:
    """Read a seed."""
    value = int(text)
    if not 0 <= value < 2**32:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and {2**32 - 1}")
    return value


if __name__ == "__main__":
    sys.exit(main())
