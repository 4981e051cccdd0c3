"""``ecg-train card``: what a weights file says of itself."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from assets.errors import WeightsError
from assets.regular import check_regular
from models.kinds import kind_of
from models.weights.file import KEY

_LONGEST = 12  # numbers of a longer list are counted, not shown


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser("card", help="print what a weights file says of itself")
    parser.add_argument("file", type=Path, metavar="FILE", help="weights file")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    WeightsError
        If the file is none that this version reads.
    """
    sys.stdout.write(card_text(arguments.file))


def card_text(path: Path) -> str:
    """Read a weights file as strictly as the program does, and write its card for people.

    Parameters
    ----------
    path : Path
        Weights of the monitor or of the digit lab.

    Raises
    ------
    WeightsError
        If the file is missing, broken, or of a kind, front end, architecture or shape that this version does
        not read.
    """
    description, tensors = _description(path)
    kind = kind_of(path, description)
    kind.load(path)
    lines = [f"{path}", f"kind: {kind.name}"]
    for name, value in description.items():
        if name != "kind":
            lines += _lines(name, value, 0)
    lines.append(f"tensors: {len(tensors)}, {sum(tensors.values())} numbers")
    lines += [f"  {name}: {n}" for name, n in sorted(tensors.items())]
    return "\n".join(lines) + "\n"


def _description(path: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """What the file's metadata hold, and how many numbers each tensor has."""
    try:
        check_regular(path)
        with safe_open(path, framework="np") as file:
            text = (file.metadata() or {}).get(KEY, "")
            sizes = {name: _count(file.get_slice(name).get_shape()) for name in file.keys()}
        description = json.loads(text)
    except FileNotFoundError:
        raise WeightsError(f"There is no weights file {path}.") from None
    except (OSError, SafetensorError, ValueError, RecursionError):
        raise WeightsError(f"{path} is no weights file that says which model it holds.") from None
    if not isinstance(description, dict):
        raise WeightsError(f"{path} is no weights file that says which model it holds.")
    return description, sizes


def _count(shape: list[int]) -> int:
    n = 1
    for size in shape:
        n *= size
    return n


def _lines(name: str, value: Any, depth: int) -> list[str]:
    """A value by its name, nested ones indented beneath."""
    indent = "  " * depth
    if isinstance(value, dict):
        inner = [line for key, v in value.items() for line in _lines(key, v, depth + 1)]
        return [f"{indent}{name}:", *inner]
    if isinstance(value, list):
        short = len(value) <= _LONGEST or all(isinstance(v, str) for v in value)
        shown = " ".join(_number(v) for v in value) if short else f"{len(value)} numbers"
        return [f"{indent}{name}: {shown}"]
    return [f"{indent}{name}: {_number(value)}"]


def _number(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)
