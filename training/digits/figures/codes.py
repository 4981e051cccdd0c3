"""Codes that ship in place of images: where the test digits lie on the maps."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save
from torch import nn

from assets.databases.mnist import DigitSet
from assets.write import write_bytes
from models.digits.catalogue import JUDGE, MAPS, entry
from models.digits.model import DigitModel
from models.digits.networks.judge import JudgeNetwork
from models.digits.networks.network import DigitNetwork
from models.digits.space.codes import FILE as CODES_FILE
from models.digits.space.extent import Extent
from models.digits.space.judging import Judge
from models.digits.space.latent import confidence_plane
from models.digits.store import DigitCard
from training.digits.times import described

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
    begun = time.process_time()
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
    took = time.process_time() - begun
    write_bytes(path, save(arrays, metadata=described("codes of the MNIST test digits", took)))
    return path
