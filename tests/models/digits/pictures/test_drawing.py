"""A drawing becomes what MNIST's makers would have made of it."""

import numpy as np
import pytest

from models.digits.catalogue import load_judge
from models.digits.pictures.drawing import DrawingError, prepare


def on_canvas(image, top, left, zoom, side=280):
    canvas = np.zeros((side, side))
    large = np.kron(image, np.ones((zoom, zoom)))
    canvas[top : top + large.shape[0], left : left + large.shape[1]] = large
    return canvas


def centre_of_mass(image):
    along = np.arange(28) + 0.5
    return np.array([image.sum(1) @ along, image.sum(0) @ along]) / image.sum()


def bar(top=100, left=30, height=150, width=20):
    canvas = np.zeros((280, 280))
    canvas[top : top + height, left : left + width] = 1.0
    return canvas


def test_a_digit_fits_20_by_20_and_is_centred_by_its_mass():
    image = prepare(bar())
    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    rows = np.flatnonzero(image.any(1))
    assert rows[-1] - rows[0] + 1 == 20
    assert np.abs(centre_of_mass(image) - 14.5).max() <= 0.5


def test_where_and_how_large_it_is_drawn_does_not_matter():
    image = prepare(bar())
    np.testing.assert_allclose(prepare(bar(top=5, left=240)), image, atol=1e-6)
    np.testing.assert_allclose(prepare(255 * bar()), image, atol=1e-6)
    np.testing.assert_allclose(prepare(bar(height=75, width=10)), image, atol=1e-6)


def test_the_centre_is_of_the_mass_not_of_the_box():
    canvas = bar(40, 40, 200, 30)
    canvas[200:240, 40:240] = 1.0  # an L: its mass is low and to the left
    image = prepare(canvas)
    assert np.abs(centre_of_mass(image) - 14.5).max() <= 0.5
    rows = np.flatnonzero(image.any(1))
    assert rows[0] + rows[-1] + 1 < 28, "so its box lies high"


def test_edges_are_antialiased_and_no_ink_is_lost():
    canvas = np.zeros((280, 280))
    across, down = np.meshgrid(np.arange(280), np.arange(280))
    canvas[np.hypot(across - 140, down - 140) < 93.3] = 1.0
    image = prepare(canvas)
    assert np.any((image > 0.1) & (image < 0.9))
    scale = 20 / (canvas.any(1).sum())
    assert image.sum() == pytest.approx(canvas.sum() * scale**2, rel=1e-3)


def test_proportions_are_kept():
    image = prepare(bar(top=40, height=200, width=50))
    assert np.count_nonzero((image > 0.5).any(1)) == 20
    assert np.count_nonzero((image > 0.5).any(0)) == 5


@pytest.mark.parametrize(
    ("canvas", "why"),
    [
        (np.zeros((280, 280)), "Nothing is drawn"),
        (np.ones((280, 280)), "all ink"),
        (bar(140, 140, 12, 12), "a dot"),
        (bar(140, 140, 1, 1), "a dot"),
    ],
)
def test_what_is_no_digit_is_refused_in_a_sentence(canvas, why):
    with pytest.raises(DrawingError, match=why) as refusal:
        prepare(canvas)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("canvas", [np.zeros(5), np.zeros((2, 2, 2)), np.zeros((0, 5)), np.zeros((5000, 1))])
def test_what_is_no_image_is_refused(canvas):
    with pytest.raises(ValueError, match="canvas must be"):
        prepare(canvas)


def test_ink_without_a_value_is_refused():
    with pytest.raises(ValueError, match="finite"):
        prepare(np.array([[np.nan]]))


def test_a_real_digit_comes_back_as_it_was(mnist):
    """Enlarged and moved, MNIST's own digits are brought back to the pixel."""
    apart = [
        np.abs(prepare(on_canvas(image / 255.0, 60, 20, 7)) - image / 255.0).mean()
        for image in mnist.test.images[:200]
    ]
    assert np.median(apart) < 1e-6
    assert np.mean(apart) < 0.005


def test_the_judge_reads_redrawn_digits(mnist):
    redrawn = np.stack([prepare(on_canvas(i / 255.0, 3, 40, 8)) for i in mnist.test.images[:500]])
    assert np.mean(load_judge().digits(redrawn) == mnist.test.labels[:500]) >= 0.98
