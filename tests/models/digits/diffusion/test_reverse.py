"""The way back, on codes whose noise can be told exactly: a Gaussian's."""

import pytest
import torch

from models.digits.diffusion.reverse import guess_clean, step_moments, way_back
from models.digits.diffusion.schedule import linear_schedule

SCHEDULE = linear_schedule()
MEAN, STD = 0.7, 0.4


def perfect(x, t):
    """Give the noise expected in x_t where the clean codes are N(0.7, 0.4²)."""
    scale, std = SCHEDULE.moments(t)
    variance = scale**2 * STD**2 + std**2
    return std * (x - scale * MEAN) / variance


def walked(steps, eta, n=20_000, seed=1):
    rng = torch.Generator().manual_seed(seed)
    return list(way_back(SCHEDULE, perfect, torch.randn(n, 1, generator=rng), steps, eta=eta, generator=rng))


@pytest.mark.parametrize(("eta", "steps"), [(0.0, 50), (1.0, 250)])
def test_the_way_back_ends_in_the_clean_distribution(eta, steps):
    end = walked(steps, eta)[-1].noisy
    assert float(end.mean()) == pytest.approx(MEAN, abs=0.02)
    assert float(end.std()) == pytest.approx(STD, rel=0.05)


def test_half_way_it_has_the_forward_process_moments():
    """Backwards and forwards meet at every step, not only at the end."""
    stage = walked(50, 0.0)[15]
    scale, std = SCHEDULE.moments(stage.t)
    assert stage.t == 490
    assert float(stage.noisy.mean()) == pytest.approx(float(scale * MEAN), abs=0.03)
    assert float(stage.noisy.var()) == pytest.approx(float(scale**2 * STD**2 + std**2), rel=0.05)


def test_ddim_leaves_nothing_to_chance_and_ddpm_does():
    start = torch.randn(3, 1, generator=torch.Generator().manual_seed(0))

    def end(eta, seed):
        rng = torch.Generator().manual_seed(seed)
        return list(way_back(SCHEDULE, perfect, start, 20, eta=eta, generator=rng))[-1].noisy

    assert torch.equal(end(0.0, 1), end(0.0, 2))
    assert not torch.equal(end(1.0, 1), end(1.0, 2))
    assert torch.equal(end(1.0, 1), end(1.0, 1))


def test_a_step_of_ddpm_is_the_posterior_of_the_forward_process():
    """Ho et al. 2020, equation 7, for neighbouring steps."""
    t = 300
    clean, noisy = torch.tensor([[0.3]]), torch.tensor([[1.1]])
    mean, std = step_moments(SCHEDULE, noisy, clean, t, t - 1, eta=1.0)
    now, before = SCHEDULE.alpha_bar[t].double(), SCHEDULE.alpha_bar[t - 1].double()
    beta = 1 - now / before
    expected = before.sqrt() * beta / (1 - now) * clean + (1 - beta).sqrt() * (1 - before) / (1 - now) * noisy
    assert float(mean) == pytest.approx(float(expected), rel=1e-4)
    assert std**2 == pytest.approx(float((1 - before) / (1 - now) * beta), rel=1e-3)


def test_the_guess_undoes_the_noise_that_was_added():
    clean, noise = torch.tensor([[0.3, -2.0]]), torch.tensor([[1.0, 0.5]])
    torch.testing.assert_close(
        guess_clean(SCHEDULE, SCHEDULE.noised(clean, 600, noise), 600, noise), clean, rtol=1e-4, atol=1e-4
    )


def test_stages_tell_where_the_way_stands():
    stages = walked(5, 0.0, n=2)
    assert [stage.t for stage in stages] == [1000, 640, 360, 160, 40, 0]
    torch.testing.assert_close(stages[-1].noisy, stages[-1].clean)
    with pytest.raises(ValueError, match="eta must lie between 0 and 1"):
        walked(5, 1.5)
