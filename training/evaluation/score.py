"""``ecg-train score``: the live pipeline, headless, one file of scores a record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from assets.records.record import Record
from models.signal.frontend import FRONTEND_ID
from training.evaluation.live import MAIN, MakeStream, emission_scores, stream_scores
from training.evaluation.protocol import SILENT


def write_scores(
    records: Iterable[Record],
    out: Path,
    make_stream: MakeStream,
    weights: Mapping[str, Path],
    channel: str = MAIN,
) -> dict[str, Any]:
    """Score the first lead of records and write ``NAME.npy`` for each, and ``meta.json``.

    Parameters
    ----------
    records : iterable of Record
        They are read one at a time; their names must differ.
    out : Path
        Folder; made if there is none.
    make_stream : callable
        Gives a pipeline at its beginning for a source rate in Hz.
    weights : mapping of str to Path
        The pipeline's weights files, whose digests are written down.
    channel : str, optional
        Which score to write.

    Returns
    -------
    dict
        What ``meta.json`` holds.

    Raises
    ------
    ValueError
        If two records have the same name, there is none, or the pipeline has no such score.
    OSError
        If a file cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    written: dict[str, dict[str, Any]] = {}
    thresholds: dict[str, float] = {}
    for record in records:
        if record.name in written:
            raise ValueError(f"Two records are named {record.name}; give them folders of their own.")
        stream = make_stream(record.fs)
        scores = emission_scores(stream, stream_scores(stream, record.signals[:, 0]), record.n_samples)
        if channel not in scores:
            raise ValueError(f"There is no score {channel}; there are {', '.join(scores)}.")
        file = out / f"{record.name}.npy"
        np.save(file, scores[channel].value)
        thresholds = {"combined": 1.0, **stream.thresholds}
        written[record.name] = {
            "file": file.name,
            "fs": record.fs,
            "samples": record.n_samples,
            "lead": record.leads[0],
            "latency_s": scores[channel].latency_s,
            "warnings": list(record.warnings),
        }
    if not written:
        raise ValueError("There is no record to score.")
    meta = {
        "channel": channel,
        "latency_s": max(entry["latency_s"] for entry in written.values()),
        "fs": next(iter(written.values()))["fs"],
        "index": "value[t] is known when sample t has arrived, and describes the signal latency_s earlier",
        "silent": SILENT,
        "threshold": thresholds[channel],
        "thresholds": thresholds,
        "frontend": FRONTEND_ID,
        "weights": {kind: digest(path) for kind, path in weights.items()},
        "versions": {name: version(name) for name in ("numpy", "scipy", "torch")},
        "records": written,
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    return meta


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
