import pytest
import torch

from models.digits.catalogue import ENTRIES
from models.digits.sampling.corruption import corrupt
from models.digits.sampling.entries import RACED
from models.digits.sampling.racers import RACERS, racer


@pytest.mark.parametrize("one", RACERS, ids=lambda one: one.name)
def test_each_racers_chain_walks_among_codes_of_its_size(one):
    assert ENTRIES[one.name].latent == one.latent
    assert one.denoising == one.name.startswith("denoising")
    chain = one.chain()
    assert chain.corruption is (corrupt if one.denoising else None)
    z = torch.randn(3, one.latent, generator=torch.Generator().manual_seed(0))
    moved = chain.step(z, torch.Generator().manual_seed(0))
    assert moved.shape == z.shape
    assert bool(torch.isfinite(moved).all())
    assert not torch.allclose(moved, z)


def test_all_that_was_fitted_for_the_race_takes_part():
    assert {entry.name for entry in RACED} < {one.name for one in RACERS}
    assert racer("vae").latent == 2


def test_who_does_not_race_is_told_who_does():
    with pytest.raises(ValueError, match="no sampler races on 'cvae'; there are conv-vae-16, "):
        racer("cvae")
