"""``ecg-train``: fit the models, evaluate them, repeat the course's lesson."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from assets.errors import AssetError
from training.cli import all as all_cli
from training.cli import beats as beats_cli
from training.cli import card as card_cli
from training.cli import compare as compare_cli
from training.cli import digits
from training.cli import evaluate as evaluation
from training.cli import lesson as lesson_cli
from training.cli import qrs as qrs_cli
from training.cli import running as fit_cli
from training.cli import score as score_cli
from training.cli import weighing as weighing_cli


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
    arguments = parser().parse_args(argv)
    command = {
        **dict.fromkeys(fit_cli.KINDS, fit_cli.run),
        "evaluate": evaluation.run,
        "score": score_cli.run,
        "seed-lstm": lesson_cli.run,
        "digits": digits.run,
        "qrs": qrs_cli.run,
        "beats": beats_cli.run,
        "weighing": weighing_cli.run,
        "all": all_cli.run,
        "card": card_cli.run,
        "compare": compare_cli.run,
    }[arguments.command]
    try:
        if getattr(arguments, "reproducible", False):
            from models.contract.children import python
            from training.engine.compute import pinned, start_pinned

            if getattr(arguments, "device", "cpu") == "cuda":
                raise ValueError("A reproducible fit computes on the processor: leave --device out.")
            arguments.device = "cpu"
            if not pinned(arguments.threads):
                again = python("-m", "training", *(sys.argv[1:] if argv is None else argv))
                return start_pinned(again, arguments.threads, replace=argv is None)
        command(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("ecg-train: interrupted.\n")
        return 130
    except (AssetError, ValueError, OSError) as error:
        said = _sentence(error)
        if getattr(arguments, "progress", "text") == "json":
            from models.contract.messages import Error
            from training.engine.progress import tell

            tell(Error(said))
        sys.stderr.write(f"ecg-train: {said}\n")
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands."""
    made = argparse.ArgumentParser(
        prog="ecg-train", description="Fit the monitor's models, evaluate them, repeat the course's lesson."
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    fit_cli.add_parser(commands)
    beats_cli.add_parser(commands)
    weighing_cli.add_parser(commands)
    all_cli.add_parser(commands)
    evaluation.add_parser(commands)
    score_cli.add_parser(commands)
    card_cli.add_parser(commands)
    compare_cli.add_parser(commands)
    lesson_cli.add_parser(commands)
    digits.add_parser(commands)
    qrs_cli.add_parser(commands)
    return made


def _sentence(error: Exception) -> str:
    """What to tell the user about an error."""
    if isinstance(error, OSError) and not isinstance(error, AssetError) and error.filename:
        return f"{error.filename}: {error.strerror}."
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
