"""The models as the lab uses them, side by side."""

import numpy as np
import pytest

from models.digits.catalogue import FAMILY, NORMAL_ONLY, load, load_judge

AUTOENCODERS = [*FAMILY, *NORMAL_ONLY]


@pytest.fixture
def image():
    drawn = np.zeros((28, 28), np.float32)
    drawn[4:24, 13:15] = 1.0
    return drawn


@pytest.mark.parametrize("entry", AUTOENCODERS, ids=lambda entry: entry.name)
def test_every_model_can_stand_beside_the_others(entry, image):
    model = load(entry.name)
    assert (model.name, model.title, model.latent) == (entry.name, entry.title, entry.latent)
    assert model.words.count(".") + model.words.count("?") >= 2, "two sentences"
    assert entry.formula
    for images in (image, image[None], image.ravel(), np.stack([image] * 3)):
        n = 3 if np.ndim(images) == 3 and len(images) == 3 else 1
        code, spread = model.cloud(images)
        assert code.shape == spread.shape == (n, entry.latent)
        assert np.array_equal(code, model.encode(images))
        assert (spread > 0).all() == entry.cloud
        rebuilt = model.reconstruct(images)
        assert rebuilt.shape == (n, 28, 28)
        assert rebuilt.dtype == np.float32
        assert model.errors(images).shape == (n,)
    drawn = model.decode(code, 1 if entry.labelled else None)
    assert drawn.shape == (3, 28, 28)
    if not entry.labelled:
        np.testing.assert_allclose(drawn, rebuilt, atol=1e-6)


def test_a_conditional_model_needs_to_be_told_and_others_ignore_it(image):
    told = load("cvae")
    with pytest.raises(ValueError, match="labels must be given"):
        told.decode([0.0, 0.0])
    for wrong in (10, -1, [1, 2], 1.5):
        with pytest.raises(ValueError, match="labels must be"):
            told.decode([0.0, 0.0], wrong)
    assert told.decode(np.zeros((10, 2)), np.arange(10)).shape == (10, 28, 28)
    assert np.array_equal(load("vae").decode([0.0, 0.0]), load("vae").decode([0.0, 0.0], 7))


@pytest.mark.parametrize(
    "images",
    [
        np.zeros((27, 28)),
        np.zeros((0, 784)),
        np.zeros(5),
        np.full((28, 28), np.nan),
        np.zeros((1, 1, 28, 28)),
    ],
)
def test_what_is_no_image_is_refused(images):
    with pytest.raises(ValueError, match="images must"):
        load("vae").encode(images)
    with pytest.raises(ValueError, match="images must"):
        load_judge().probabilities(images)


@pytest.mark.parametrize("codes", [[0.0], [[0.0, 0.0, 0.0]], [np.nan, 0.0]])
def test_what_is_no_code_is_refused(codes):
    with pytest.raises(ValueError, match="codes must"):
        load("vae").decode(codes)
