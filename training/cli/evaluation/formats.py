"""``ecg-train formats``: try every file of a folder, beside wfdb."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from assets.write import check_target
from training.engine.options import json_option, results_options
from training.engine.results import write_section


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "formats",
        parents=[results_options()],
        help="open every file of a folder (WFDB, EDF, BDF, text), and say what opened and what wfdb reads",
    )
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="DIR", help="folders, searched to the bottom"
    )
    json_option(parser, "what came of each file")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    from tqdm import tqdm

    from training.evaluation.files.tried import files_of, table, try_files

    check_target(arguments.results)
    for folder in arguments.folders:
        if not folder.is_dir():
            raise ValueError(f"There is no folder {folder} to look for files in.")
    files = files_of(arguments.folders)
    if not files:
        raise ValueError("There is no file in these folders that could hold a record.")
    tried = list(tqdm(try_files(files), total=len(files), desc="files", unit="file", file=sys.stderr))
    if arguments.json is not None:
        arguments.json.write(json.dumps([asdict(one) for one in tried], indent=1) + "\n")
    text = table(tried)
    sys.stdout.write(f"{text}\n")
    if arguments.results is not None:
        names = " ".join(folder.resolve().name for folder in arguments.folders)
        write_section(arguments.results, "formats", f"ecg-train formats {names}", text)
