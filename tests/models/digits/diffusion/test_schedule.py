"""What is left of a code after t steps: the closed form against taking every step."""

import itertools

import pytest
import torch

from models.digits.diffusion.schedule import linear_schedule


@pytest.mark.parametrize("t", [1, 50, 400, 1000])
def test_the_closed_form_has_the_moments_of_the_steps_taken_one_by_one(t):
    schedule = linear_schedule()
    rng = torch.Generator().manual_seed(t)
    x = torch.full((20_000,), 1.5)
    for step in range(1, t + 1):
        beta = schedule.beta(torch.tensor(step))
        x = (1 - beta).sqrt() * x + beta.sqrt() * torch.randn(x.shape, generator=rng)
    scale, std = schedule.moments(t)
    # Four standard errors of a mean and of a standard deviation of so many.
    assert float(x.mean()) == pytest.approx(1.5 * float(scale), abs=4 * float(std) / 20_000**0.5)
    assert float(x.std()) == pytest.approx(float(std), rel=4 / 40_000**0.5)


def test_nothing_is_left_of_the_code_at_the_end_and_all_at_the_start():
    schedule = linear_schedule()
    assert schedule.steps == 1000
    assert float(schedule.alpha_bar[0]) == 1
    assert 0 < float(schedule.alpha_bar[-1]) < 1e-4
    assert bool((schedule.alpha_bar.diff() < 0).all())


def test_variance_is_kept_where_the_codes_have_variance_one():
    scale, std = linear_schedule().moments(torch.arange(1001))
    torch.testing.assert_close(scale.square() + std.square(), torch.ones(1001))


def test_each_row_may_be_at_another_step():
    schedule = linear_schedule()
    clean, noise = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[0.5, -0.5], [1.0, -1.0]])
    both = schedule.noised(clean, torch.tensor([0, 700]), noise)
    assert torch.equal(both[0], clean[0])
    torch.testing.assert_close(both[1:], schedule.noised(clean[1:], 700, noise[1:]))


def test_a_shorter_schedule_ends_in_noise_as_well():
    assert float(linear_schedule(200).alpha_bar[-1]) == pytest.approx(
        float(linear_schedule().alpha_bar[-1]), abs=1e-4
    )
    with pytest.raises(ValueError, match="at least 100 steps"):
        linear_schedule(20)


def test_a_ladder_falls_from_noise_to_the_code_in_ever_shorter_steps():
    schedule = linear_schedule()
    assert schedule.ladder(4) == [1000, 562, 250, 62, 0]
    assert schedule.ladder(1000) == list(range(1000, -1, -1))
    for steps in (1, 2, 7, 50, 600, 999):
        ladder = schedule.ladder(steps)
        assert len(ladder) == steps + 1
        assert all(later < earlier for earlier, later in itertools.pairwise(ladder))
    for wrong in (0, 1001):
        with pytest.raises(ValueError, match="between 1 and 1000"):
            schedule.ladder(wrong)
