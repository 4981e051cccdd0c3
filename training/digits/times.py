"""``ecg-train digits times``: what each fit of a folder took, as its card says, and how large its file is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from safetensors import SafetensorError, safe_open

from assets.errors import WeightsError
from assets.regular import check_regular
from models.weights.file import KEY
from training.engine.checkpoint import SECONDS

MOST_S = 2 * 60 * 60
"""All that ships is to be fitted anew in an hour on two cores: so many seconds of both together."""

MOST_BYTES = 15_000_000
"""All files of the lab together are to be no larger."""


@dataclass(frozen=True)
class Took:
    """One file.

    Attributes
    ----------
    name : str
        The file's, without its ending.
    size : int
        Bytes.
    seconds : float or None
        What the fit took, of all processors together; None where the file does not say.
    """

    name: str
    size: int
    seconds: float | None


def described(what: str, seconds: float) -> dict[str, str]:
    """Metadata of a file that has no card: what is in it, and what it took, in seconds of processor time."""
    card = {"what": what, "metrics": {SECONDS: float(round(seconds, 1))}}
    return {KEY: json.dumps({"card": card}, sort_keys=True)}


def times(*files: Path) -> list[Took]:
    """Read what the fits of some files took.

    Raises
    ------
    WeightsError
        If one cannot be read.
    """
    return [Took(path.stem, path.stat().st_size, _seconds(path)) for path in files]


def _seconds(path: Path) -> float | None:
    try:
        check_regular(path)
        with safe_open(path, framework="np") as file:
            text = (file.metadata() or {}).get(KEY, "")
    except (OSError, SafetensorError, ValueError):
        raise WeightsError(f"{path} is not a readable safetensors file.") from None
    try:
        return float(json.loads(text)["card"]["metrics"][SECONDS])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def markdown(found: Sequence[Took]) -> str:
    """Lay it out as a table, with what is known of the whole and what is not."""
    lines = ["| file | bytes | fit, processor s |", "| --- | --- | --- |"]
    lines += [
        f"| {one.name} | {one.size} | {'not written down' if one.seconds is None else f'{one.seconds:.0f}'} |"
        for one in found
    ]
    known = [one.seconds for one in found if one.seconds is not None]
    size = sum(one.size for one in found)
    lines += [
        "",
        f"{len(found)} files, {size} bytes of at most {MOST_BYTES}. What the fit took is known of "
        f"{len(known)}: {sum(known):.0f} s of processor time of at most {MOST_S} (an hour on two cores).",
    ]
    if len(known) < len(found):
        lines.append(
            f"Of the other {len(found) - len(known)} it is not: they were fitted before a file said so. "
            "`ecg-train digits refit` fits all of them anew in a folder."
        )
    return "\n".join(lines)
