"""How much of a code is left, and how much is noise, after each step of the way from code to noise."""

from __future__ import annotations

from dataclasses import dataclass

import torch

TRAINING_STEPS = 1000
"""Steps from a clean code to plain noise."""

FIRST_BETA, LAST_BETA = 1e-4, 0.02
"""Share of noise that the first and the last step bring (Ho et al.); they rise in a straight line between."""


@dataclass(frozen=True, eq=False)
class Schedule:
    """A forward process whose every moment is known in closed form.

    ``q(x_t | x_{t-1}) = N(sqrt(1 - beta_t) x_{t-1}, beta_t I)``, so that
    ``q(x_t | x_0) = N(sqrt(abar_t) x_0, (1 - abar_t) I)`` with ``abar_t = prod (1 - beta_s)``.
    Ho, Jain & Abbeel, *Denoising diffusion probabilistic models*, 2020 (arXiv 2006.11239).

    Attributes
    ----------
    alpha_bar : Tensor, shape (T + 1,)
        Share of the variance that is still the code's after each step; 1 at step 0.
    """

    alpha_bar: torch.Tensor

    @property
    def steps(self) -> int:
        """Number of steps, T."""
        return len(self.alpha_bar) - 1

    def beta(self, t: torch.Tensor) -> torch.Tensor:
        """Share of noise that step t brings, t from 1; shape of `t`."""
        return 1 - self.alpha_bar[t] / self.alpha_bar[t - 1]

    def moments(self, t: torch.Tensor | int) -> tuple[torch.Tensor, torch.Tensor]:
        """Give what the clean code is multiplied by after t steps, and the noise's standard deviation.

        Parameters
        ----------
        t : int or Tensor of int64
            From 0 to T.

        Returns
        -------
        scale, std : Tensor, shape of `t`
        """
        share = self.alpha_bar[t]
        return share.sqrt(), (1 - share).sqrt()

    def noised(self, clean: torch.Tensor, t: torch.Tensor | int, noise: torch.Tensor) -> torch.Tensor:
        """Give x_t of x_0 and noise, at one step for all or at one a row; shape (n, d)."""
        scale, std = (part.reshape(-1, 1) for part in self.moments(t))
        return scale * clean + std * noise

    def ladder(self, steps: int) -> list[int]:
        """Choose the steps of a way back that takes fewer than T: from T down to 0, shorter near the code.

        Their places rise with the square (Song, Meng & Ermon 2020, appendix D.2): what is decided late, with
        little noise, are the details, and even steps would draw all codes too close together.

        Parameters
        ----------
        steps : int
            Steps of the way back, from 1 to T.

        Returns
        -------
        list of int
            ``steps + 1`` falling numbers, T first and 0 last.

        Raises
        ------
        ValueError
            If there are too few or too many steps.
        """
        if not 1 <= steps <= self.steps:
            raise ValueError(f"steps must lie between 1 and {self.steps}, not {steps}.")
        return [max(i, round(self.steps * (i / steps) ** 2)) for i in range(steps, -1, -1)]


def linear_schedule(steps: int = TRAINING_STEPS) -> Schedule:
    """Give the schedule of Ho et al., for any number of steps.

    Raises
    ------
    ValueError
        If there are fewer than 100 steps: their betas would have to be too large.
    """
    if steps < 100:
        raise ValueError("a schedule needs at least 100 steps.")
    stretch = TRAINING_STEPS / steps
    beta = torch.linspace(FIRST_BETA * stretch, LAST_BETA * stretch, steps, dtype=torch.float64)
    left = torch.cat([torch.ones(1, dtype=torch.float64), torch.cumprod(1 - beta, 0)])
    return Schedule(left.float())
