"""The models that are there to be compared: each with another code, the one in use among them."""

from __future__ import annotations

import pytest
import torch

from models.contract.fits import COMPARED_CODES
from models.explain.codes import codes, comparison
from models.explain.figures import Figures, shipped_figures
from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.weights import AUTOENCODER


def test_there_is_one_of_each_size_and_the_one_in_use_among_them() -> None:
    own = AUTOENCODER.shipped().network
    found = codes(own)
    assert [code.size for code in found] == sorted({*COMPARED_CODES, own.config.latent})
    assert [code.network is own for code in found] == [code.in_use for code in found]
    assert sum(code.in_use for code in found) == 1
    assert all(code.figures is not None for code in found)


def test_the_figures_of_a_card_are_not_those_of_other_weights() -> None:
    other = Autoencoder(AUTOENCODER.shipped().network.config)
    assert next(code for code in codes(other) if code.in_use).figures is None


def test_one_in_use_takes_the_place_of_one_that_ships_for_comparison() -> None:
    own = Autoencoder(AutoencoderConfig(latent=COMPARED_CODES[0]))
    found = codes(own)
    assert [code.size for code in found] == sorted(COMPARED_CODES)
    assert found[0].network is own


def test_the_shipped_ones_tell_a_code_too_narrow_from_one_too_wide() -> None:
    by_size = {code.size: code.figures for code in codes(AUTOENCODER.shipped().network)}
    assert all(figures is not None for figures in by_size.values())
    normal = [figures.normal for _, figures in sorted(by_size.items()) if figures is not None]
    assert normal[0] == min(normal)
    assert normal[-1] == max(normal)
    narrow, wide = by_size[COMPARED_CODES[0]], by_size[COMPARED_CODES[-1]]
    assert narrow is not None
    assert wide is not None
    assert narrow.verdict == "too narrow"
    assert wide.verdict == "too wide"


def test_a_card_says_what_is_redrawn_or_nothing() -> None:
    assert Figures.of({"validation_ev_normal": 0.9}) is None
    figures = Figures.of({"validation_ev_normal": 0.9, "validation_ev_ventricular": -0.1})
    assert figures == Figures(0.9, -0.1)
    assert figures is not None
    assert figures.verdict == "as it should"
    assert str(figures) == "90 % of a normal beat and nothing of a ventricular one"


def test_the_shipped_figures_are_those_of_its_card() -> None:
    figures = shipped_figures()
    assert figures == Figures.of(AUTOENCODER.shipped().card.metrics)
    assert figures is not None
    assert figures.verdict == "as it should"


@pytest.mark.parametrize("size", COMPARED_CODES)
def test_each_redraws_a_window_through_its_code(size: int) -> None:
    network = comparison(size).network
    with torch.inference_mode():
        window = torch.randn(3, network.config.window)
        assert network.encoder(window.unsqueeze(1)).shape == (3, size)
        assert network(window).shape == window.shape
