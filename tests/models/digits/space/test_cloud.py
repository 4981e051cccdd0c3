"""Where the test digits lie, the example digits, the search in the map, and the figures: all shipped."""

import numpy as np
import pytest
from safetensors.numpy import save_file

from assets.errors import AssetError
from models.digits import examples, figures
from models.digits.catalogue import FAMILY, MAPS, load, load_judge
from models.digits.space.climb import LEAPS, LONGEST_STEP, climb
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
    assert load_codes("ae-2").density(50).min() >= 0, "points have a density, too"


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


def test_examples_show_what_they_say_and_are_not_all_the_same():
    stored = examples.load_examples()
    assert np.bincount(stored.labels).tolist() == [examples.PER_DIGIT] * 10
    images = stored.images()
    probability = load_judge().probabilities(images)
    assert probability[np.arange(60), stored.labels].min() >= examples.LEAST_CONFIDENCE - 0.01
    for digit in range(10):
        some = images[stored.labels == digit].reshape(examples.PER_DIGIT, -1)
        apart = np.square(some[:, None] - some[None]).mean(-1)[np.triu_indices(examples.PER_DIGIT, 1)]
        assert apart.min() > 0.003


def test_broken_examples_are_refused(tmp_path):
    path = tmp_path / "examples"
    save_file({"codes": np.zeros((3, 5), np.float16), "labels": np.zeros(3, np.uint8)}, path)
    with pytest.raises(AssetError, match="no example digits"):
        examples.read_examples(path)


@pytest.mark.parametrize("digit", [7, 0, 3])
def test_a_climb_rises_and_arrives(digit):
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    # One of the digit's own codes that does not convince the judge: from far away a climb may end on a
    # lesser hill, and says so by its score.
    own = codes.means[codes.labels == digit][:500]
    doubt = judge.probabilities(model.decode(own))[:, digit]
    start = own[np.argmin(np.abs(doubt - 0.3))]
    way = climb(model, judge, codes, start, digit)
    assert np.array_equal(way.path[0], start.astype(np.float32))
    assert len(way.path) == len(way.score) == len(way.distance)
    assert (np.diff(way.score) > 0).all()
    lengths = np.linalg.norm(np.diff(way.path, axis=0), axis=1)
    leaps = np.abs(lengths[:, None] - np.array(LEAPS)).min(1) < 1e-3
    assert ((lengths <= LONGEST_STEP * 1.001) | leaps).all()
    probability = judge.probabilities(model.decode(way.path))[:, digit]
    np.testing.assert_allclose(np.log(probability), way.score, atol=1e-3)
    assert probability[-1] > max(0.5, probability[0])


def test_most_climbs_from_one_digit_to_another_arrive():
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    starts = [codes.means[codes.labels == digit].mean(0) for digit in (2, 5, 9)]
    ends = [climb(model, judge, codes, start, digit).score[-1] for start in starts for digit in range(10)]
    assert np.mean(np.array(ends) > np.log(0.5)) >= 0.7


def test_a_climb_says_where_it_leaves_the_real_digits():
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    way = climb(model, judge, codes, [8.0, 8.0], 1)
    assert way.left_at == 0
    inside = climb(model, judge, codes, codes.means[np.argmin(codes.distance(codes.means))], 1, steps=0)
    assert inside.left_at is None
    assert len(inside.path) == 1


def test_an_impossible_climb_is_refused():
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    with pytest.raises(ValueError, match="digit must"):
        climb(model, judge, codes, [0.0, 0.0], 10)
    with pytest.raises(ValueError, match="start must"):
        climb(model, judge, codes, [0.0], 1)
    with pytest.raises(ValueError, match="cannot be climbed"):
        climb(load("cvae"), judge, load_codes("cvae"), [0.0, 0.0], 1)


def test_the_judge_is_asked_about_every_place():
    confidence, digit = confidence_plane(load("vae"), load_judge(), n=8)
    assert confidence.shape == digit.shape == (8, 8)
    assert 0.1 <= confidence.min() <= confidence.max() <= 1
    assert len(np.unique(digit)) >= 5


@pytest.mark.parametrize("name", ["vae", "ae-2"])
def test_the_shipped_confidence_is_what_the_judge_says(name):
    shipped = load_codes(name).confidence
    fresh, _ = confidence_plane(load(name), load_judge(), n=len(shipped))
    np.testing.assert_allclose(shipped, fresh, atol=0.01)
    assert load_codes("cvae").confidence is None, "its map differs from digit to digit"


def test_figures_are_all_there():
    shipped = figures.load_figures()
    assert set(figures.SECTIONS) <= set(shipped)
    assert [row["model"] for row in shipped["family"]] == [entry.name for entry in FAMILY]
    assert [row["digit"] for row in shipped["anomaly"]] == list(range(10))
    assert len(shipped["lesson"]["measured"]) == len(shipped["lesson"]["published"]) == 5


def test_broken_figures_are_refused(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        figures.read_figures(tmp_path / "none")
    path = tmp_path / "f.json"
    for text, why in (
        ("{", "not readable"),
        ("[]", "not all"),
        ('{"checks": []}', "not all"),
        ("[" * 99999, "not readable"),
    ):
        path.write_text(text)
        with pytest.raises(AssetError, match=why):
            figures.read_figures(path)
