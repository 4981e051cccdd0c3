"""The forecaster in NumPy says what it says in torch, and bit for bit the same however its rows are cut."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
import torch

from assets.records.demo import load_demo
from models.running.forecaster import INPUT_LIMIT_MV, Forecaster, ForecasterConfig
from models.running.recurrence import Recurrence
from models.running.weights import FORECASTER
from models.signal.frontend import FrontEnd


@pytest.fixture(scope="module")
def rows() -> np.ndarray:
    """A minute of the demo and the same upside down and beyond the limit, shape (k, 2)."""
    record = load_demo()
    value = np.nan_to_num(FrontEnd(record.fs).push(record.signals[:21_600, 0]).value)
    return np.stack([value, -4 * value], axis=1).clip(-INPUT_LIMIT_MV, INPUT_LIMIT_MV)


def recurrence(network: Forecaster, columns: list[int], streams: int) -> Recurrence:
    tensors = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    return Recurrence(tensors, 2 * math.log(network.config.min_sigma), columns, streams)


def small() -> Forecaster:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        return Forecaster(ForecasterConfig(hidden=12))


@pytest.mark.parametrize("network", [FORECASTER.shipped().network, small()], ids=["shipped", "untrained"])
def test_it_says_what_torch_says(network: Forecaster, rows: np.ndarray) -> None:
    columns = [0, 2, 5]
    mean, log_variance = recurrence(network, columns, 2).push(rows)
    with torch.inference_mode():
        expected = network(torch.from_numpy(rows.T.copy()))[:2]
    for own, theirs in zip((mean, log_variance), expected, strict=True):
        np.testing.assert_allclose(own.transpose(2, 0, 1), theirs.numpy()[..., columns], rtol=1e-5, atol=1e-5)


def test_not_a_bit_depends_on_the_cuts(rows: np.ndarray) -> None:
    network = FORECASTER.shipped().network
    whole, cut = recurrence(network, [1, 3], 1), recurrence(network, [1, 3], 1)
    edges = [0, 1, 3, 3, 50, 400, len(rows)]
    parts = [cut.push(rows[a:b, :1]) for a, b in pairwise(edges)]
    for own, theirs in zip(
        map(np.concatenate, zip(*parts, strict=True)), whole.push(rows[:, :1]), strict=True
    ):
        np.testing.assert_array_equal(own, theirs)
    cut.reset()
    np.testing.assert_array_equal(cut.push(rows[:400, :1])[0], np.concatenate([m for m, _ in parts])[:400])
