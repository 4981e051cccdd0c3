"""The automatic gain: the largest standard gain at which no QRS complex is cut."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.ui.strips.extent import Extent
from monitor.ui.strips.scale import GAINS

ROOM = 0.9
"""Share of a row's height that a lead may reach over."""

RAISE_ROOM = 0.75
"""A larger gain is taken only where the lead would reach over no more than this, so that it does not change
to and fro."""

APART = 4.0
"""A lead for which no standard gain is small enough, and that needs one smaller by this factor than the usual
lead, has one of its own: the others are not to be flattened by it."""


@dataclass(frozen=True)
class Fit:
    """What a gain is chosen by.

    Attributes
    ----------
    extent : Extent
        Where the lead has been.
    height_mm : float
        Height of its row in millimetres.
    millivolts : bool
        Whether it is an ECG in mV; anything else has a gain of its own.
    """

    extent: Extent
    height_mm: float
    millivolts: bool = True

    def largest(self, share: float) -> float:
        """Gain (mm per unit) at which the lead reaches over this share of its row."""
        return share * self.height_mm / self.extent.span if self.extent.span > 0 else math.inf

    def standard(self, share: float) -> float:
        """Largest standard gain that fits; below the least of them it is halved until it does."""
        largest = self.largest(share)
        fitting = [g for g in GAINS if g <= largest]
        if fitting:
            return fitting[-1]
        return GAINS[0] * 2.0 ** math.floor(math.log2(largest / GAINS[0]))

    def round_gain(self, share: float) -> float:
        """Largest gain of the series 1, 2, 5 that fits: for whatever is not in mV."""
        largest = self.largest(share)
        if not math.isfinite(largest):
            return 1.0
        decade = 10.0 ** math.floor(math.log10(largest))
        return next(decade * m for m in (5, 2, 1) if decade * m <= largest * (1 + 1e-9))


@dataclass
class AutoGain:
    """The gain that fits, held on to while it does.

    Attributes
    ----------
    common : float
        Gain of all leads that have none of their own, mm/mV.
    own : dict of int to float
        Gains of single leads: far taller ones, and those that are not in mV; mm per unit.
    """

    common: float = 10.0
    own: dict[int, float] = field(default_factory=dict)
    _measured: bool = False

    def choose(self, leads: Mapping[int, Fit], *, common: bool = True) -> bool:
        """Choose anew.

        Parameters
        ----------
        leads : mapping of int to Fit
            What is known of the shown leads.
        common : bool
            Whether the gain of the leads in mV is automatic; if not, these have the one that was set by hand.

        Returns
        -------
        bool
            Whether any gain has changed.
        """
        before = self.common, dict(self.own)
        ecg = {lead: fit for lead, fit in leads.items() if fit.millivolts and common}
        own = {lead: self._held(lead, fit) for lead, fit in leads.items() if not fit.millivolts}
        if ecg:
            fitting = {lead: fit.standard(ROOM) for lead, fit in ecg.items()}
            usual = sorted(fitting.values())[len(fitting) // 2]
            apart = {lead for lead, gain in fitting.items() if gain < GAINS[0] and gain * APART <= usual}
            own |= {lead: fitting[lead] for lead in apart}
            rest = [fit for lead, fit in ecg.items() if lead not in apart]
            self.common = self._steady(rest)
            self._measured = True
        self.own = own
        return (self.common, self.own) != before

    def forget(self) -> None:
        """Begin anew, with another source."""
        self.common, self.own, self._measured = 10.0, {}, False

    def _steady(self, fits: list[Fit]) -> float:
        fitting = min(fit.standard(ROOM) for fit in fits)
        if fitting <= self.common or not self._measured:
            return fitting
        return max(self.common, min(fit.standard(RAISE_ROOM) for fit in fits))

    def _held(self, lead: int, fit: Fit) -> float:
        before = self.own.get(lead)
        fitting = fit.round_gain(ROOM)
        if before is not None and before < fitting and fit.round_gain(RAISE_ROOM) <= before:
            return before
        return fitting
