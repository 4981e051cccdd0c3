"""What is watched on the way through a network is what the network does, and what is said of a unit is so."""

import numpy as np
import pytest

from models.digits import catalogue
from models.digits.flow.flow import Flow, sheet
from models.digits.pictures.examples import load_examples

NETWORKS = [entry.name for entry in catalogue.FAMILY if entry.name != "pca"]


@pytest.fixture(scope="module")
def picture():
    return load_examples().images()[7]


@pytest.mark.parametrize("name", NETWORKS)
def test_it_ends_with_what_the_network_redraws(name, picture):
    model = catalogue.load(name)
    flow = Flow(model, picture)
    first, last = flow.columns[0], flow.columns[-1]
    np.testing.assert_array_equal(first.values[0], picture)
    np.testing.assert_allclose(last.values, model.reconstruct(picture), atol=1e-6)
    assert first.picture
    assert last.picture
    assert "code" in flow.columns[flow.code].words


@pytest.mark.parametrize("name", ["ae", "vae", "cvae", "stacked", "adversarial"])
def test_the_code_is_the_networks_code(name, picture):
    model = catalogue.load(name)
    flow = Flow(model, picture)
    np.testing.assert_allclose(flow.columns[flow.code].values, model.encode(picture)[0], atol=1e-5)


def test_the_judge_ends_with_its_ten_certainties(picture):
    judge = catalogue.load_judge()
    flow = Flow(judge, picture)
    np.testing.assert_allclose(flow.columns[-1].values, judge.probabilities(picture)[0], atol=1e-6)
    assert flow.code == len(flow.columns) - 1


@pytest.mark.parametrize("name", ["vae", "conv-ae", "sparse"])
def test_a_units_weights_are_the_networks(name, picture):
    model = catalogue.load(name)
    flow = Flow(model, picture)
    first = next(p for p in model.network.parameters() if p.ndim > 1).detach().numpy()
    shown = flow.weights_of(1, 3)
    np.testing.assert_array_equal(shown, first[3].reshape(shown.shape))


def test_what_a_unit_waits_for_is_how_it_changes_with_the_ink(picture):
    model = catalogue.load("vae")
    flow = Flow(model, picture)
    waits = flow.reacts_to(flow.code, 0)
    y, x = np.unravel_index(np.abs(waits).argmax(), waits.shape)
    more = picture.copy()
    more[y, x] += 1e-2
    changed = model.encode(more)[0, 0] - model.encode(picture)[0, 0]
    assert changed / 1e-2 == pytest.approx(waits[y, x], rel=0.05)


@pytest.mark.parametrize("name", ["linear", "vae", "stacked", "conv-vae-16"])
def test_what_a_unit_adds_is_missing_when_it_is_silent(name, picture):
    model = catalogue.load(name)
    flow = Flow(model, picture)
    values = flow.columns[flow.code].values
    unit = int(np.abs(values[: model.latent]).argmax())
    z = values[: model.latent].copy()
    z[unit] = 0
    without = model.decode(z)
    np.testing.assert_allclose(
        flow.adds(flow.code, unit), flow.columns[-1].values - without, atol=1e-5, rtol=1e-4
    )


def test_a_unit_that_says_nothing_adds_nothing(picture):
    flow = Flow(catalogue.load("vae"), picture)
    silent = int(flow.columns[1].values.argmin())
    assert flow.columns[1].values[silent] == 0
    assert not flow.adds(1, silent).any()


def test_every_unit_of_a_convolution_can_be_asked(picture):
    flow = Flow(catalogue.load("conv-ae"), picture)
    for at, layer in enumerate(flow.columns):
        if not layer.picture:
            for unit in (0, layer.units - 1):
                assert flow.weights_of(at, unit).ndim == 2
                assert flow.reacts_to(at, unit).shape == (28, 28)
                assert np.isfinite(flow.adds(at, unit)).all()


def test_there_is_no_unit_in_a_picture_and_none_beyond_the_last(picture):
    flow = Flow(catalogue.load("vae"), picture)
    for at, unit in ((0, 0), (len(flow.columns) - 1, 0)):
        with pytest.raises(ValueError, match="is a picture and has no units"):
            flow.adds(at, unit)
    with pytest.raises(ValueError, match="column 2 has 2 units and no unit 2"):
        flow.reacts_to(2, 2)


def test_a_sheet_holds_every_picture_once():
    pictures = np.arange(1, 6, dtype=np.float32)[:, None, None] * np.ones((5, 2, 2), np.float32)
    out = sheet(pictures)
    assert sorted(set(out.ravel())) == [0, 1, 2, 3, 4, 5]
    assert all((out == value).sum() == 4 for value in range(1, 6))
