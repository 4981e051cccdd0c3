"""``ecg-train score``: the live pipeline, headless, one file of scores a record."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.sources.source import Source, SourceInfo
from assets.write import write_bytes, write_text
from models.signal.version import FRONTEND_ID
from training.evaluation.detectors.live import MAIN, MakeStream, emission_scores, stream_scores
from training.evaluation.protocol import SILENT, EmissionScore

MAX_SAMPLES = 2**26
"""Samples of a lead that are scored as a whole: 37 hours at 500 Hz, some 3 GiB with all channels' scores."""


@dataclass(frozen=True)
class Scored:
    """A source's score.

    Attributes
    ----------
    score : EmissionScore
        A value a sample of its first lead.
    thresholds : dict of str to float
        Of every score that there is, by its name.
    """

    score: EmissionScore
    thresholds: dict[str, float]


def score_source(
    source: Source, make_stream: MakeStream, channel: str = MAIN, duration_s: float | None = None
) -> Scored:
    """Score a source's first lead.

    Parameters
    ----------
    source : Source
        At its beginning; it is read to its end.
    make_stream, channel, duration_s
        As for `write_scores`.

    Raises
    ------
    ValueError
        If the pipeline has no such score.
    RecordError
        If it has no end and no duration is given, or is longer than `MAX_SAMPLES`.
    """
    signal = _first_lead(source, duration_s)
    stream = make_stream(source.info.fs)
    scores = emission_scores(stream, stream_scores(stream, signal), len(signal))
    if channel not in scores:
        raise ValueError(f"There is no score {channel}; there are {', '.join(scores)}.")
    return Scored(scores[channel], {"combined": 1.0, **stream.thresholds})


def write_scores(
    sources: Iterable[Source],
    out: Path,
    make_stream: MakeStream,
    weights: Mapping[str, Path],
    channel: str = MAIN,
    duration_s: float | None = None,
) -> dict[str, Any]:
    """Score the first lead of sources and write ``NAME.npy`` for each, and ``meta.json``.

    Parameters
    ----------
    sources : iterable of Source
        They are read one at a time; their names must differ.
    out : Path
        Folder; made if there is none.
    make_stream : callable
        Gives a pipeline at its beginning for a source rate in Hz.
    weights : mapping of str to Path
        The pipeline's weights files, whose digests are written down.
    channel : str, optional
        Which score to write.
    duration_s : float, optional
        Seconds of each that are scored; a source without an end needs it.

    Returns
    -------
    dict
        What ``meta.json`` holds.

    Raises
    ------
    ValueError
        If two sources have the same name, there is none, or the pipeline has no such score.
    RecordError
        If a source has no end and no duration is given, or is longer than `MAX_SAMPLES`.
    OSError, assets.errors.WriteError
        If a file cannot be written; one that was there before is left as it was.
    """
    out.mkdir(parents=True, exist_ok=True)
    written: dict[str, dict[str, Any]] = {}
    thresholds: dict[str, float] = {}
    for source in sources:
        info = source.info
        if info.name in written:
            raise ValueError(f"Two records are named {info.name}; give them folders of their own.")
        scored = score_source(source, make_stream, channel, duration_s)
        file, content = out / f"{info.name}.npy", io.BytesIO()
        np.save(content, scored.score.value, allow_pickle=False)
        write_bytes(file, content.getvalue())
        thresholds = scored.thresholds
        written[info.name] = {
            "file": file.name,
            "fs": info.fs,
            "samples": len(scored.score.value),
            "source": info.identity,
            "lead": info.leads[_first(info)].name,
            "latency_s": scored.score.latency_s,
            "warnings": list(info.warnings),
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
    write_text(out / "meta.json", json.dumps(meta, indent=1) + "\n")
    return meta


def _first(info: SourceInfo) -> int:
    return next(iter(info.ecg_leads), 0)


def _first_lead(source: Source, duration_s: float | None) -> npt.NDArray[np.float32]:
    """Read a source's first ECG lead, shape (n,), mV."""
    left, pieces = source.info.length(duration_s), []
    if left > MAX_SAMPLES:
        hours, most = (n / source.info.fs / 3600 for n in (left, MAX_SAMPLES))
        raise RecordError(
            f"{source.info.name} is too long to be scored at once: of its {hours:,.1f} h at most {most:,.1f} "
            "can be held; say how long with --duration."
        )
    while left > 0 and len(block := source.read(left).samples):
        pieces.append(block[:, _first(source.info)])
        left -= len(block)
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
