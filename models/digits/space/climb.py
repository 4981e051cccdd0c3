"""Search in the map: from a code, uphill towards what the judge calls "more like a 7".

This is how molecules are sought in a latent space: a score is climbed through the decoder by its gradient
(Gómez-Bombarelli et al., *ACS Central Science* 4(2), 2018). And it fails as it fails there: the score may
rise where no example ever lay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.digits.model import DigitModel
from models.digits.networks.network import LogitNetwork
from models.digits.space.codes import ShippedCodes
from models.digits.space.judging import Judge

Array = npt.NDArray[np.float32]

LONGEST_STEP = 0.15
"""Longest step on the map, in units of the code."""

SHORTEST_STEP = 1e-3
"""Where no step longer than this leads upwards, a top is reached, though perhaps only a local one."""

LEAPS = (0.3, 0.6, 1.2)
"""How far to look around from a top for a higher place."""

LEAST_GAIN = 0.05
"""A leap must raise the score by this much, nats; for less it is not worth leaving a top."""

MOST_STEPS = 80
"""A climb that has not come to a top by then is left where it is."""

_DIRECTIONS = 24


@dataclass(frozen=True)
class Climb:
    """A way uphill.

    Attributes
    ----------
    path : ndarray of float32, shape (k, latent)
        Codes, the start first.
    score : ndarray of float32, shape (k,)
        Log-probability, by the judge, of the wanted digit; always rises.
    distance : ndarray of float32, shape (k,)
        Distance from the codes of real digits.
    edge : float
        Distance beyond which a place lies outside the codes of real digits.
    """

    path: Array
    score: Array
    distance: Array
    edge: float

    @property
    def beyond(self) -> npt.NDArray[np.bool_]:
        """Which places lie outside the codes of real digits, shape (k,)."""
        return np.asarray(self.distance > self.edge)

    @property
    def left_at(self) -> int | None:
        """Index of the first place outside the codes of real digits, or None."""
        out = np.flatnonzero(self.beyond)
        return int(out[0]) if len(out) else None

    @property
    def ends_beyond(self) -> bool:
        """Whether its last place lies outside the codes of real digits."""
        return bool(self.beyond[-1])


class Climber:
    """Climbs from a code towards what the judge calls more like a digit, one step a call.

    Each step goes along the gradient of the judge's log-probability; a step that does not lead upwards is
    halved until it does. From a top, the climb leaps to the highest place around it, if there is a higher one
    (`LEAPS`); else it ends there, and may end short of a good picture.

    Parameters
    ----------
    model : DigitModel
        Whose decoder draws; not one that is told the digit.
    judge : Judge
        Whose log-probability is climbed.
    codes : ShippedCodes
        The model's codes of real digits.
    start : array, shape (latent,)
        Where to begin.
    digit : int
        What to become.

    Raises
    ------
    ValueError
        If `start` or `digit` is out of range, or the model is told the digit.
    """

    def __init__(
        self, model: DigitModel, judge: Judge, codes: ShippedCodes, start: npt.ArrayLike, digit: int
    ) -> None:
        if not 0 <= digit <= 9:
            raise ValueError("digit must be from 0 to 9.")
        if model.labelled or not isinstance(model.network, LogitNetwork):
            raise ValueError(
                f"{model.name} cannot be climbed: its picture does not follow from its code alone."
            )
        z = np.asarray(start, dtype=np.float32)
        if z.shape != (model.latent,) or not np.isfinite(z).all():
            raise ValueError(f"start must be finite and of shape ({model.latent},).")
        self._network, self._judge, self._codes, self._digit = model.network, judge, codes, digit
        score, self._slope = _score(self._network, judge, z, digit)
        self._path, self._scores = [z], [score]
        self._length = LONGEST_STEP

    @property
    def found(self) -> Climb:
        """The way so far."""
        path = np.stack(self._path)
        scores = np.array(self._scores, dtype=np.float32)
        return Climb(path, scores, self._codes.distance(path), self._codes.edge)

    def step(self) -> bool:
        """Take a step upwards; False from a top that is the highest around."""
        network, judge, digit = self._network, self._judge, self._digit
        z, score = self._path[-1], self._scores[-1]
        steep = float(np.linalg.norm(self._slope))
        rises = False
        while steep > 0 and self._length > SHORTEST_STEP and not rises:
            there = (z + self._slope * (self._length / steep)).astype(np.float32)
            new, slope = _score(network, judge, there, digit)
            rises = new > score
            self._length = min(LONGEST_STEP, self._length * 1.5) if rises else self._length / 2
        if not rises:
            there = _highest_around(network, judge, z, digit)
            new, slope = _score(network, judge, there, digit)
            if new < score + LEAST_GAIN:
                return False
            self._length = LONGEST_STEP
        self._slope = slope
        self._path.append(there)
        self._scores.append(new)
        return True


def climb(
    model: DigitModel,
    judge: Judge,
    codes: ShippedCodes,
    start: npt.ArrayLike,
    digit: int,
    steps: int = MOST_STEPS,
) -> Climb:
    """Climb to a top, or as many steps as told; see `Climber`.

    Raises
    ------
    ValueError
        If `start` or `digit` is out of range, or the model is told the digit.
    """
    climber = Climber(model, judge, codes, start, digit)
    for _ in range(steps):
        if not climber.step():
            break
    return climber.found


def _highest_around(network: LogitNetwork, judge: Judge, z: Array, digit: int) -> Array:
    """Find the place of the highest score among those on rings around a code."""
    ways = np.random.default_rng(0).standard_normal((_DIRECTIONS, len(z)))
    if len(z) == 2:  # on a map, all around evenly
        angle = np.linspace(0, 2 * np.pi, _DIRECTIONS, endpoint=False)
        ways = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    places = np.concatenate([z + leap * ways for leap in LEAPS]).astype(np.float32)
    with torch.inference_mode():
        score = judge.network.log_probability(network.decode(torch.from_numpy(places)))[:, digit]
    highest: Array = places[int(score.argmax())]
    return highest


def _score(network: LogitNetwork, judge: Judge, z: Array, digit: int) -> tuple[float, Array]:
    """Log-probability of the digit, and its gradient by the code."""
    with torch.enable_grad():
        code = torch.from_numpy(z[None].copy()).requires_grad_()
        score = judge.network.log_probability(network.decode(code))[0, digit]
        (gradient,) = torch.autograd.grad(score, code)
    return score.item(), gradient[0].numpy()
