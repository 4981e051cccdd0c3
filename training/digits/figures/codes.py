"""Codes that ship in place of images: where the test digits lie on the maps, and the example digits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.numpy import save
from torch import nn

from assets.databases.mnist import DigitSet
from assets.write import write_bytes
from models.digits import examples
from models.digits.catalogue import JUDGE, MAPS, entry
from models.digits.model import DigitModel
from models.digits.networks.judge import JudgeNetwork
from models.digits.networks.network import CloudNetwork, DigitNetwork
from models.digits.space.codes import FILE as CODES_FILE
from models.digits.space.extent import Extent
from models.digits.space.judging import Judge
from models.digits.space.latent import confidence_plane
from models.digits.store import DigitCard

LEAST_CONFIDENCE = 0.95
"""The judge is at least as sure of every example."""

PLANE = 80
"""Places in a row and in a column at which the judge is asked how sure it is."""


def write_codes(folder: Path, networks: Mapping[str, nn.Module], test: DigitSet) -> Path:
    """Write means and spreads of the test digits on every map, with their labels, in half precision.

    Spreads are left out where codes are points. A model that is told the digit is told the true one; for the
    others the judge's confidence over the map that their codes need goes with them, a byte a place.

    Parameters
    ----------
    folder : Path
        Where to.
    networks : mapping of str to Module
        With all of `catalogue.MAPS`, and the judge.
    test : DigitSet
        The test digits.
    """
    arrays: dict[str, npt.NDArray[Any]] = {"labels": test.labels.copy()}
    judging = networks[JUDGE.name]
    assert isinstance(judging, JudgeNetwork)
    judge = Judge(judging, DigitCard())
    for name in MAPS:
        network = networks[name]
        assert isinstance(network, DigitNetwork)
        model = DigitModel(entry(name), network, DigitCard())
        mean, std = model.cloud(test.pixels(), test.labels)
        arrays[f"{name}.mean"] = stored = mean.astype(np.float16)
        if std.any():
            arrays[f"{name}.std"] = std.astype(np.float16)
        if not model.labelled:
            # Of the codes as they will be read, so that the plane and its extent go together.
            confidence, _ = confidence_plane(model, judge, PLANE, Extent.of(stored).tiles(PLANE))
            arrays[f"{name}.confidence"] = np.round(255 * confidence).astype(np.uint8)
    path = folder / CODES_FILE
    write_bytes(path, save(arrays, metadata={"ecg-monitor": "codes of the MNIST test digits"}))
    return path


def write_examples(folder: Path, source: CloudNetwork, judge: JudgeNetwork, test: DigitSet) -> Path:
    """Choose codes whose pictures the judge is sure of, unlike one another, and write them.

    Parameters
    ----------
    folder : Path
        Where to.
    source : CloudNetwork
        The network that draws the examples (`examples.SOURCE`).
    judge : JudgeNetwork
        Who is to be sure of them.
    test : DigitSet
        The test digits, whose codes they are.

    Raises
    ------
    ValueError
        If too few pictures of a digit convince the judge.
    """
    x = torch.from_numpy(test.pixels())
    with torch.inference_mode():
        codes = source.encode(x).half().float()
        sure = judge.log_probability(source.decode(codes)).exp().numpy()
    chosen, labels = [], []
    for digit in range(10):
        good = np.flatnonzero((test.labels == digit) & (sure[:, digit] > LEAST_CONFIDENCE))
        if len(good) < 2 * examples.PER_DIGIT:
            raise ValueError(f"The judge is sure of too few pictures of a {digit} to make examples of them.")
        chosen.append(_various(codes[good].numpy(), examples.PER_DIGIT))
        labels += [digit] * examples.PER_DIGIT
    path = folder / examples.FILE
    arrays: dict[str, npt.NDArray[Any]] = {
        "codes": np.concatenate(chosen).astype(np.float16),
        "labels": np.array(labels, dtype=np.uint8),
    }
    write_bytes(path, save(arrays, metadata={"ecg-monitor": f"example digits, codes of {examples.SOURCE}"}))
    return path


def _various(codes: npt.NDArray[np.float32], n: int) -> npt.NDArray[np.float32]:
    """Codes nearest to the centres of `n` clusters."""
    from scipy.cluster.vq import kmeans2

    centres, _ = kmeans2(codes.astype(np.float64), n, iter=50, minit="++", rng=0)
    picked: list[int] = []
    for centre in centres:
        for i in np.argsort(np.square(codes - centre).sum(1)):
            if int(i) not in picked:
                picked.append(int(i))
                break
    return codes[picked]
