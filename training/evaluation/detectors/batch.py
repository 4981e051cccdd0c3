"""The live pipeline on many leads in step: the scores alone, at half the cost of one lead after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from models.pipeline import Scores
from models.running.channels import ChannelRows
from training.evaluation.detectors.live import CHUNK_S, StreamMaker, emission_scores
from training.evaluation.protocol import EmissionScore


def lead_scores(
    maker: StreamMaker, leads: Sequence[npt.NDArray[np.float32]], fs: float
) -> list[dict[str, EmissionScore]]:
    """Score leads of several patients; each as `training.evaluation.detectors.live.LivePipeline` does alone.

    Parameters
    ----------
    maker : StreamMaker
        The pipeline's weights.
    leads : sequence of ndarray of float32, shape (n,)
        mV, NaN in gaps; their lengths may differ.
    fs : float
        Rate of all of them, Hz.

    Returns
    -------
    list of dict of str to EmissionScore
        Of each lead, by the score's name.
    """
    stream, chunk = maker.batch(fs, len(leads)), int(CHUNK_S * fs)
    parts: list[list[Scores]] = [[] for _ in leads]
    for start in range(0, max(1, *map(len, leads)), chunk):
        block = np.full((len(leads), chunk), np.nan, dtype=np.float32)
        for row, lead in zip(block, leads, strict=True):
            piece = lead[start : start + chunk]
            row[: len(piece)] = piece
        told = stream.push(block)
        for i, own in enumerate(parts):
            own.append(Scores(_own(told.forecast, i), _own(told.reconstruction, i), told.beats[i]))
    return [
        emission_scores(stream, _until(Scores.concatenate(own), len(lead)), len(lead))
        for own, lead in zip(parts, leads, strict=True)
    ]


def _own(rows: ChannelRows, i: int) -> ChannelRows:
    return ChannelRows(rows.index, rows.emitted, rows.expected[i], rows.score[i])


def _until(scores: Scores, n_samples: int) -> Scores:
    """What was known when so many samples had come; a lead shorter than others is a gap after them."""

    def cut(rows: ChannelRows) -> ChannelRows:
        kept = rows.emitted < n_samples
        return ChannelRows(*(getattr(rows, field.name)[kept] for field in fields(rows)))

    beats = scores.beats.rows(np.flatnonzero(scores.beats.emitted < n_samples))
    return Scores(cut(scores.forecast), cut(scores.reconstruction), beats)
