"""Waves: Gaussians in time with a dipole each, of which every beat is a sum.

McSharry, Clifford, Tarassenko and Smith ("A dynamical model for generating synthetic electrocardiogram
signals", IEEE Trans. Biomed. Eng. 50:289–294, 2003) let a point run round a limit cycle and pull it up and
down by a Gaussian in phase for each of P, Q, R, S and T. With a constant angular velocity between two beats
that is a sum of Gaussians in time; here it is written so, which makes it the same however it is cut. Their
heights are vectors (Sameni et al., EURASIP J. Adv. Signal Process. 2007:43407), so that any lead can be had.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

REACH = 5.0
"""A wave is cut off so many of its widths from its middle, at less than 4 millionths of its height."""

Dipole = tuple[float, float, float]
"""Leftwards, downwards and backwards, mV: the axes X, Y and Z of Frank's leads."""


class Wave(NamedTuple):
    """One Gaussian.

    Attributes
    ----------
    at : float
        Its middle, s.
    width : float
        Its standard deviation, s.
    dipole : tuple of float
        Its height along X, Y and Z, mV.
    """

    at: float
    width: float
    dipole: Dipole

    @property
    def start(self) -> float:
        """Where it begins, s."""
        return self.at - REACH * self.width

    @property
    def end(self) -> float:
        """Where it ends, s."""
        return self.at + REACH * self.width


class Waves:
    """The waves that are under way."""

    def __init__(self) -> None:
        self._waves: list[Wave] = []
        self._until = 0.0

    def add(self, waves: Iterable[Wave]) -> None:
        """Take up waves that begin where no sample has been given yet.

        Raises
        ------
        ValueError
            If one begins earlier: the signal would jump.
        """
        for wave in waves:
            if wave.start < self._until:
                raise ValueError(f"A wave begins at {wave.start:.3f} s; {self._until:.3f} s are given.")
            self._waves.append(wave)

    def between(self, times: npt.NDArray[np.float64], end: float) -> npt.NDArray[np.float64]:
        """Give their sum at these times.

        Parameters
        ----------
        times : ndarray of float64, shape (n,)
            Seconds, increasing, later than any before.
        end : float
            What is asked for next is no earlier than this, s.

        Returns
        -------
        ndarray of float64, shape (n, 3)
            The heart's dipole, mV.
        """
        self._until = end
        under_way = [wave for wave in self._waves if wave.start < end]
        total = np.zeros((len(times), 3))
        if under_way:
            at = np.array([wave.at for wave in under_way])
            width = np.array([wave.width for wave in under_way])
            away = (times[:, None] - at) / width
            shape = np.where(np.abs(away) < REACH, np.exp(-0.5 * away**2), 0.0)
            total = shape @ np.array([wave.dipole for wave in under_way])
        self._waves = [wave for wave in self._waves if wave.end >= end]
        return total
