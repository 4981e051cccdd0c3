"""``ecg-train``: fit the models, evaluate them, repeat the course's lesson."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from assets.errors import AssetError
from assets.mitbih import DS1, DS2
from training import beats_cli, card_cli, compare_cli, fit_cli, lesson_cli, qrs
from training.digits import cli as digits
from training.options import data_options


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
    arguments = _parser().parse_args(argv)
    command = {
        **dict.fromkeys(fit_cli.KINDS, fit_cli.run),
        "evaluate": _evaluate,
        "seed-lstm": lesson_cli.run,
        "digits": digits.run,
        "qrs": qrs.run,
        "beats": beats_cli.run,
        "card": card_cli.run,
        "compare": compare_cli.run,
    }[arguments.command]
    try:
        command(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("ecg-train: interrupted.\n")
        return 130
    except (_UsageError, AssetError, ValueError, OSError) as error:
        said = _sentence(error)
        if getattr(arguments, "progress", "text") == "json":
            from training.progress import tell

            tell({"event": "error", "text": said})
        sys.stderr.write(f"ecg-train: {said}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ecg-train", description="Fit the monitor's models, evaluate them, repeat the course's lesson."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    fit_cli.add_parser(commands)
    beats_cli.add_parser(commands)
    evaluation = commands.add_parser(
        "evaluate",
        parents=[data_options()],
        help="rank V against N beats with the live pipeline; print a Markdown table",
    )
    evaluation.add_argument("--split", choices=("DS1", "DS2"), default="DS2", help="records (default DS2)")
    evaluation.add_argument("--json", type=Path, metavar="FILE", help="also write the figures as JSON")
    for name in ("forecaster", "autoencoder"):
        evaluation.add_argument(
            f"--{name}", type=Path, metavar="FILE", help=f"weights (default: the shipped {name})"
        )
    card_cli.add_parser(commands)
    compare_cli.add_parser(commands)
    lesson_cli.add_parser(commands)
    digits.add_parser(commands)
    qrs.add_parser(commands)
    return parser


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


def _sentence(error: Exception) -> str:
    """What to tell the user about an error."""
    if isinstance(error, OSError) and not isinstance(error, AssetError) and error.filename:
        return f"{error.filename}: {error.strerror}."
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
