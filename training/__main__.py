"""``ecg-train``: fit the models, evaluate them, repeat the course's lesson."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    # Before anything of ours is imported: it looks whether that is ours.
    from ecg_monitor import train

    sys.exit(train())

import argparse
import errno
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress

from assets.causes import reason, words_of
from assets.databases.fetch import tell_downloads
from assets.databases.telling import in_lines, on_stderr
from assets.errors import AssetError
from assets.lines import one_line
from assets.phrase import phrase
from assets.text_output import TextOutput
from assets.version import app_version
from models.contract.interrupts import raise_on_ctrl_c
from models.contract.messages.fitting import Error, Log
from training.cli import card as card_cli
from training.cli import digits
from training.cli import lesson as lesson_cli
from training.cli.evaluation import alarms as alarms_cli
from training.cli.evaluation import annotate as annotate_cli
from training.cli.evaluation import compare as compare_cli
from training.cli.evaluation import evaluate as evaluation
from training.cli.evaluation import formats as formats_cli
from training.cli.evaluation import noise as noise_cli
from training.cli.evaluation import patients as patients_cli
from training.cli.evaluation import qrs as qrs_cli
from training.cli.evaluation import score as score_cli
from training.cli.fits import all as all_cli
from training.cli.fits import beats as beats_cli
from training.cli.fits import heartbeats as heartbeats_cli
from training.cli.fits import leads as leads_cli
from training.cli.fits import rhythm as rhythm_cli
from training.cli.fits import running as fit_cli
from training.cli.fits import weighing as weighing_cli
from training.engine.progress import tell

_OF_OUTPUT = (errno.EPIPE, errno.EBADF, errno.EIO, errno.ENOSPC)
"""What can be wrong with standard output; every file is written by `assets.write`, which names it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``ecg-train``.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments; the process's own if left out.

    Returns
    -------
    int
        0; 2 for bad input, which is named in one sentence on the error stream; 3 where not all recordings of
        an archive could be analysed; 130 if interrupted.
    """
    arguments = parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int | None] = {
        **dict.fromkeys(fit_cli.KINDS, fit_cli.run),
        "evaluate": evaluation.run,
        "score": score_cli.run,
        "annotate": annotate_cli.run,
        "seed-lstm": lesson_cli.run,
        "digits": digits.run,
        "qrs": qrs_cli.run,
        "formats": formats_cli.run,
        "noise": noise_cli.run,
        "patients": patients_cli.run,
        "alarms": alarms_cli.run,
        "beats": beats_cli.run,
        "rhythm": rhythm_cli.run,
        "weighing": weighing_cli.run,
        "leads": leads_cli.run,
        "heartbeats": heartbeats_cli.run,
        "all": all_cli.run,
        "card": card_cli.run,
        "compare": compare_cli.run,
    }[arguments.command]
    as_json = getattr(arguments, "progress", "text") == "json"
    tell_downloads(in_lines(lambda said: tell(Log(said))) if as_json else on_stderr)
    try:
        raise_on_ctrl_c()
        if getattr(arguments, "reproducible", False):
            from models.contract.children import python
            from training.engine.compute import pinned, start_pinned

            if getattr(arguments, "device", "cpu") == "cuda":
                raise ValueError("A reproducible fit computes on the processor: leave --device out.")
            arguments.device = "cpu"
            if not pinned(arguments.threads):
                again = python("-m", "training", *(sys.argv[1:] if argv is None else argv))
                return start_pinned(again, arguments.threads, replace=argv is None)
        with _json(arguments):
            status = command(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("ecg-train: interrupted.\n")
        return 130
    except (AssetError, ValueError, OSError) as error:
        said = one_line(_sentence(error))
        if as_json:
            with suppress(OSError):  # nobody may be listening any more; the error stream has it as well
                tell(Error(said))
        sys.stderr.write(f"ecg-train: {said}\n")
        return 2
    return status or 0


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands."""
    made = argparse.ArgumentParser(
        prog="ecg-train",
        description="Fit the monitor's models, evaluate them, repeat the course's lesson.",
        epilog="It ends with status 0; 2 after a sentence that says what cannot be done; 3 where not every "
        "recording of an archive could be analysed; 130 if interrupted.",
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {app_version()}")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    fit_cli.add_parser(commands)
    beats_cli.add_parser(commands)
    rhythm_cli.add_parser(commands)
    leads_cli.add_parser(commands)
    weighing_cli.add_parser(commands)
    heartbeats_cli.add_parser(commands)
    all_cli.add_parser(commands)
    evaluation.add_parser(commands)
    score_cli.add_parser(commands)
    annotate_cli.add_parser(commands)
    card_cli.add_parser(commands)
    compare_cli.add_parser(commands)
    lesson_cli.add_parser(commands)
    digits.add_parser(commands)
    qrs_cli.add_parser(commands)
    formats_cli.add_parser(commands)
    noise_cli.add_parser(commands)
    patients_cli.add_parser(commands)
    alarms_cli.add_parser(commands)
    return made


def _json(arguments: argparse.Namespace) -> AbstractContextManager[None]:
    """What is printed meanwhile goes elsewhere, where standard output is for JSON."""
    output: TextOutput | None = getattr(arguments, "json", None)
    if output is None:
        return nullcontext()
    output.check()
    return output.alone()


def _sentence(error: Exception) -> str:
    """What to tell the user about an error."""
    if not isinstance(error, OSError) or isinstance(error, AssetError):
        return words_of(error)
    if error.filename:
        return phrase("{path}: {why}.", path=error.filename, why=reason(error))
    if error.errno in _OF_OUTPUT:
        return phrase("Standard output could not be written: {why}.", why=reason(error))
    return phrase("{why}.", why=reason(error))
