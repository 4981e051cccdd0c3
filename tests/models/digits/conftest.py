"""Fixtures of the digit models' tests."""

import pytest
import torch

from tests.digit_fixtures import mnist, one_thread

__all__ = ["mnist", "one_thread"]


@pytest.fixture(scope="session")
def test_pixels(mnist):
    return torch.from_numpy(mnist.test.pixels())
