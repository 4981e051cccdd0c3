import pytest
import torch

from models.digits.catalogue import load_judge
from models.digits.sampling.race import Race
from models.digits.sampling.racers import racer
from models.digits.sampling.shipped import load_ground


def race(name="vae", steps=2, seed=0):
    return Race(racer(name), load_judge().network, load_ground(), steps, seed)


@pytest.mark.parametrize("name", ["vae", "conv-vae-16"])
def test_each_lane_draws_pictures_and_counts_them(name):
    one = race(name)
    for sampler, tally in one.tallies.items():
        for n in (3, 6):
            x = one.draw(sampler, 3)
            assert x.shape == (3, 784)
            assert 0 <= float(x.min())
            assert float(x.max()) <= 1
            assert tally.n == n


def test_the_same_seed_draws_the_same_and_lanes_do_not_disturb_each_other():
    alone, beside = race(), race()
    beside.draw("mixture", 5)
    assert torch.equal(alone.draw("chain", 4), beside.draw("chain", 4))
    assert not torch.equal(race(seed=1).draw("chain", 4), race().draw("chain", 4))


def test_a_chain_is_told_after_each_step_and_begins_with_chance():
    stages = list(race(steps=3).stages("chain", 4))
    assert len(stages) == 4
    assert torch.equal(stages[0], race(steps=0).codes("chain", 4))
    assert torch.equal(stages[-1], race(steps=3).codes("chain", 4))


def test_the_floor_goes_through_the_codes_of_real_digits_once():
    one = race()
    codes = one.codes("floor", one.most)
    known = torch.from_numpy(load_ground().codes["vae"])
    assert torch.equal(codes.sort(0).values, known.sort(0).values)
    assert torch.equal(one.codes("floor", 5, first=10), codes[10:15])
