"""Fixtures of the digit models' tests, for the conftest of each folder that has some."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from assets.databases.fetch import fetch_mnist
from assets.databases.mnist import load_mnist


@pytest.fixture(autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def mnist(data_dir):
    return load_mnist(fetch_mnist(data_dir=data_dir))


@pytest.fixture
def blobs():
    """Give 300 invented pictures of two kinds, ink 0 to 255, and their kinds; shape (300, 28, 28)."""
    rng = np.random.default_rng(0)
    images = np.zeros((300, 28, 28), np.uint8)
    labels = np.arange(300, dtype=np.uint8) % 2
    for image, label in zip(images, labels, strict=True):
        r, c = rng.integers(4, 12, 2)
        if label:
            image[r : r + 12, c + 4 : c + 7] = rng.integers(150, 255)
        else:
            image[r + 4 : r + 7, c : c + 12] = rng.integers(150, 255)
    return images, labels
