"""Where the test digits lie on the maps: as shipped, as computed, and files that are broken."""

import numpy as np
import pytest
from safetensors.numpy import save_file

from assets.errors import AssetError
from models.digits.catalogue import MAPS, load, load_judge
from models.digits.space.codes import ShippedCodes, load_codes, read_codes
from models.digits.space.latent import confidence_plane


@pytest.fixture
def ring():
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    means = np.stack([np.cos(angle), np.sin(angle)], 1).astype(np.float32)
    return ShippedCodes(means, np.full_like(means, 0.1), np.zeros(400, np.uint8))


@pytest.mark.parametrize("name", MAPS)
def test_all_test_digits_are_on_every_map(name):
    codes = load_codes(name)
    assert codes.means.shape == codes.stds.shape == (10_000, 2)
    assert np.bincount(codes.labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert (codes.stds > 0).all() == (name in ("vae", "conv-vae", "cvae"))


def test_the_codes_are_those_that_the_model_gives(mnist):
    for name in MAPS:
        mean, std = load(name).cloud(mnist.test.pixels(slice(200)), mnist.test.labels[:200])
        np.testing.assert_allclose(load_codes(name).means[:200], mean, atol=0.02, rtol=1e-3)
        np.testing.assert_allclose(load_codes(name).stds[:200], std, atol=0.01, rtol=1e-3)


def test_a_map_of_clouds_that_are_all_one_reaches_as_far_as_they_do():
    rng = np.random.default_rng(0)
    means = rng.normal(0, 0.02, (300, 2)).astype(np.float32)
    labels = np.zeros(300, np.uint8)
    assert ShippedCodes(means, np.ones_like(means), labels).extent.half == pytest.approx(3.0)
    assert ShippedCodes(means, np.zeros_like(means), labels).extent.half < 0.2


def test_distance_and_edge(ring):
    assert ring.distance([1.0, 0.0])[0] == pytest.approx(0.04, abs=0.01)
    assert ring.distance([[0.0, 0.0], [5.0, 0.0]]).tolist() == pytest.approx([1.0, 4.0], abs=0.01)
    assert ring.outside([[1.0, 0.0], [0.0, 0.0]]).tolist() == [False, True]
    with pytest.raises(ValueError, match="codes must"):
        ring.distance([1.0, 2.0, 3.0])


def test_density_is_a_density_and_the_right_way_up():
    means = np.array([[1.0, 2.0]] * 50, np.float32)
    codes = ShippedCodes(means, np.full_like(means, 0.3), np.zeros(50, np.uint8))
    plane = codes.density(n=121, span=3.0)
    assert plane.sum() * (6 / 120) ** 2 == pytest.approx(1.0, abs=0.01)
    row, column = np.unravel_index(plane.argmax(), plane.shape)
    assert (row, column) == (20, 80)  # z2 = 2 lies high, z1 = 1 to the right


def test_points_have_a_density_too():
    points = np.random.default_rng(0).normal(0, 0.8, (500, 2)).astype(np.float32)
    codes = ShippedCodes(points, np.zeros_like(points), np.zeros(500, np.uint8))
    plane = codes.density(n=121, span=6.0)
    assert plane.sum() * (12 / 120) ** 2 == pytest.approx(1.0, abs=0.01)
    assert plane[60, 60] > 10 * plane[60, 95], "where the points are, and not 3.5 beside them"


def test_broken_codes_are_refused(tmp_path):
    with pytest.raises(ValueError, match="no codes of 'ae'"):
        load_codes("ae")
    with pytest.raises(AssetError, match="There is no file"):
        read_codes(tmp_path / "none", "vae")
    path = tmp_path / "codes"
    path.write_bytes(b"x" * 100)
    with pytest.raises(AssetError, match="not a readable"):
        read_codes(path, "vae")
    good = {
        "labels": np.zeros(3, np.uint8), "vae.mean": np.zeros((3, 2), np.float16),
        "vae.std": np.zeros((3, 2), np.float16),
    }  # fmt: skip
    save_file(good, path)
    assert len(read_codes(path, "vae")) == 3
    with pytest.raises(AssetError, match="no codes of cvae"):
        read_codes(path, "cvae")
    save_file({"labels": good["labels"], "vae.mean": good["vae.mean"]}, path)
    assert not read_codes(path, "vae").stds.any(), "without spreads, codes are points"
    for name, value in (
        ("vae.confidence", np.zeros((2, 3), np.uint8)), ("vae.confidence", np.zeros((2, 2), np.float16)),
        ("labels", np.full(3, 11, np.uint8)), ("labels", np.zeros(4, np.uint8)),
        ("vae.mean", np.full((3, 2), np.nan, np.float16)), ("vae.std", np.full((3, 2), -1, np.float16)),
    ):  # fmt: skip
        save_file({**good, name: value}, path)
        with pytest.raises(AssetError, match="unusable codes"):
            read_codes(path, "vae")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["vae", "ae-2"])
def test_the_shipped_confidence_is_what_the_judge_says(name):
    codes = load_codes(name)
    shipped = codes.confidence
    fresh, _ = confidence_plane(load(name), load_judge(), len(shipped), codes.extent.tiles(len(shipped)))
    np.testing.assert_allclose(shipped, fresh, atol=0.01)
    assert load_codes("cvae").confidence is None, "its map differs from digit to digit"
