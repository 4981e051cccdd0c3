"""Run benchmarks and print their rows: ``python -m tests.benchmarks [NAME …]``, names as in `NAMES`."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assets.write import check_target
from training.engine.results import RESULTS, write_section

NAMES = {
    "strip": "tests.benchmarks.window.strip",
    "start": "tests.benchmarks.window.start",
    "headless": "tests.benchmarks.headless",
    "memory": "tests.benchmarks.window.memory",
    "live": "tests.benchmarks.window.live",
    "busy": "tests.benchmarks.window.busy",
    "model_view": "tests.benchmarks.window.model_view",
    "alert_list": "tests.benchmarks.window.alert_list",
    "batch": "tests.benchmarks.batch",
    "archive": "tests.benchmarks.archive",
    "retraining": "tests.benchmarks.window.retraining",
    "lab": "tests.benchmarks.window.lab",
    "switching": "tests.benchmarks.window.switching",
    "report": "tests.benchmarks.report",
    "lossy": "tests.benchmarks.lossy",
    "ward": "tests.benchmarks.ward",
    "ward_page": "tests.benchmarks.window.ward",
}
"""The benchmarks in the order of their rows, and the module of each."""

APART = {"soak": "tests.benchmarks.soak", "lsl": "tests.benchmarks.lsl"}
"""Commands of their own, which take hours, with options of their own."""


def main(argv: Sequence[str] | None = None) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    argv = sys.argv[1:] if argv is None else argv
    if argv and argv[0] in APART:
        return importlib.import_module(APART[argv[0]]).main(argv[1:])
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Run benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which (default all): {', '.join(NAMES)}")
    parser.add_argument(
        "--results",
        type=Path,
        nargs="?",
        const=RESULTS,
        metavar="FILE",
        help="also write the table into its section of FILE (default: the checkout's training/RESULTS.md)",
    )
    arguments = parser.parse_args(argv)
    unknown = [name for name in arguments.names if name not in NAMES]
    if unknown:
        sys.stderr.write(f"There is no benchmark {unknown[0]!r}; there are {', '.join(NAMES)}.\n")
        return 2
    if arguments.results is not None and arguments.names:
        sys.stderr.write("Results are of all benchmarks: --results goes without names.\n")
        return 2
    try:
        check_target(arguments.results)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = ["| what | measured | bound | held |", "| --- | --- | --- | --- |"]
    sys.stdout.write("\n".join(lines) + "\n")
    held = True
    for name in arguments.names or NAMES:
        for what, measured, bound, ok in importlib.import_module(NAMES[name]).rows():
            held &= ok
            lines.append(f"| {what} | {measured} | {bound} | {'yes' if ok else '**no**'} |")
            sys.stdout.write(f"{lines[-1]}\n")
            sys.stdout.flush()
    if arguments.results is not None:
        write_section(arguments.results, "benchmarks", "python -m tests.benchmarks", "\n".join(lines))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
