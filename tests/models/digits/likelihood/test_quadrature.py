"""The integral over the plane: it does not depend on the grid, and it needs a plane."""

import pytest
import torch

from models.digits.catalogue import load
from models.digits.likelihood.quadrature import Plane, exact, log_joint_rows


@pytest.fixture(scope="module")
def digit():
    from models.digits.pictures.examples import load_examples

    pictures = load_examples().images()
    return torch.from_numpy((pictures[:1].reshape(1, -1) > 0.5).astype("float32"))


def test_a_finer_or_a_wider_grid_gives_the_same(digit):
    network = load("vae").network
    given = float(exact(network, digit, Plane(5.0, 0.08)))
    assert float(exact(network, digit, Plane(5.0, 0.05))) == pytest.approx(given, abs=0.01)
    assert float(exact(network, digit, Plane(6.5, 0.08))) == pytest.approx(given, abs=0.01)


def test_the_rows_are_the_whole_grid_and_peak_near_the_digits_cloud(digit):
    network = load("vae").network
    plane = Plane(4.0, 0.1)
    rows = torch.cat(list(log_joint_rows(network, digit, plane)), 1)[0]
    assert rows.shape == (len(plane), len(plane))
    up, across = divmod(int(rows.argmax()), len(plane))
    mean, log_variance = network.cloud(digit)
    peak = torch.tensor([plane.axis[across], plane.axis[up]])
    assert ((peak - mean[0]).abs() < 6 * (0.5 * log_variance[0]).exp() + plane.step).all()


def test_what_is_read_between_two_rows_can_be_differentiated(digit):
    rows = log_joint_rows(load("vae").network, digit, Plane(4.0, 0.1))
    next(rows)
    assert not torch.is_inference_mode_enabled()
    assert not torch.ones(1).is_inference()


def test_a_code_of_sixteen_numbers_has_no_plane(digit):
    with pytest.raises(ValueError, match="the code has 16 numbers"):
        exact(load("conv-vae-16").network, digit)
