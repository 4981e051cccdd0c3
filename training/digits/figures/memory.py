"""The task of memory over several starts: which lag each network learns to bridge, and how that spreads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assets.databases.mnist import Mnist
from assets.write import write_text
from models.explain.recall import KINDS, LAGS, WAYS
from training.digits.fits.recall import BATCHES, learn
from training.digits.studies import Study

SEEDS = 5

NAMES = {
    "end": "asked at the end",
    "half": "asked at the end, gates half open",
    "along": "asked all along",
}


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Fit both networks for each lag, way and start; what is measured stands in ``memory.json``.

    Parameters
    ----------
    mnist : Mnist
        Not needed: marks and noise are drawn.
    out : Path
        Folder for the figures; the starts that are in it are taken as they are.
    seed : int
        Of the first start.
    fresh : bool
        Measure anew.
    say : callable
        Told of each start.
    """
    path = out / "memory.json"
    found: dict[str, Any] = {"lags": list(LAGS), "seeds": SEEDS, "first": seed, "batches": BATCHES}
    if path.exists() and not fresh:
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path} is damaged ({error}); --fresh measures anew.") from None
        if all(kept.get(name) == value for name, value in found.items()):
            found = kept
    for name in WAYS:
        for kind in KINDS:
            if kind == "rnn" and name == "half":
                found.setdefault(name, {})[kind] = found["end"][kind]  # a plain network has no gates
                continue
            runs = found.setdefault(name, {}).setdefault(kind, [])
            while len(runs) < SEEDS:
                start = seed + len(runs)
                runs.append([_accuracy(kind, name, lag, start) for lag in LAGS])
                write_text(path, json.dumps(found, indent=1) + "\n")
                say(f"{NAMES[name]}, {KINDS[kind]}, start {start}: {runs[-1]}")
    return Study(found, _table(found))


def _accuracy(kind: str, way: str, lag: int, seed: int) -> float:
    *_, last = learn(kind, WAYS[way], lag, seed)
    return last.accuracy


def _table(found: dict[str, Any]) -> str:
    head = "| | " + " | ".join(f"{lag}" for lag in found["lags"]) + " |\n|---|" + "---|" * len(found["lags"])
    rows = []
    for name, words in NAMES.items():
        for kind, called in KINDS.items():
            if kind == "rnn" and name == "half":
                continue  # the same as asked at the end
            columns = zip(*found[name][kind], strict=True)
            cells = " | ".join(f"{100 * min(c):.0f} to {100 * max(c):.0f}" for c in columns)
            rows.append(f"| {called}, {words} | {cells} |")
    return (
        f"Which mark was seen k steps ago: right answers, %, least and most of {found['seeds']} starts, at "
        f"most {found['batches']} batches each; 50 is guessing.\n\n{head}\n" + "\n".join(rows)
    )
