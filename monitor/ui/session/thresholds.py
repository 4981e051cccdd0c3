"""The thresholds that are set: by the sensitivity for all, or by hand for one; they outlast new weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.alerts.reasons import Channel

SENSITIVITY_STEP = 1.12
"""Factor between a threshold at one sensitivity and at the next."""

SENSITIVITIES = range(-5, 6)
"""Steps of the sensitivity control; 0 is the thresholds that ship with the models."""


class Thresholds:
    """One threshold a channel.

    Parameters
    ----------
    tell : callable
        Is told each channel and threshold that is set.

    Attributes
    ----------
    defaults : dict of Channel to float
        Those of the models; empty until they are loaded.
    values : dict of Channel to float
        Those that hold.
    sensitivity : int or None
        Steps from the defaults; None where one was set by hand.
    step : int
        Where the sensitivity has those that were not set by hand.
    """

    def __init__(self, tell: Callable[[Channel, float], None]) -> None:
        self._tell = tell
        self._by_hand: set[Channel] = set()
        self.defaults: dict[Channel, float] = {}
        self.values: dict[Channel, float] = {}
        self.sensitivity: int | None = 0
        self.step = 0

    @property
    def by_hand(self) -> frozenset[Channel]:
        """The channels whose thresholds were set by hand."""
        return frozenset(self._by_hand)

    @property
    def custom(self) -> dict[Channel, float]:
        """Those that hold, if they are not the models' own; else none."""
        return self.values if self.values != self.defaults else {}

    def set_one(self, channel: Channel, value: float) -> None:
        """Set one channel's threshold by hand."""
        self.sensitivity = None
        self._by_hand.add(channel)
        self._put(channel, value)

    def reset_one(self, channel: Channel) -> bool:
        """Put one that was set by hand back where the sensitivity has it; False where it was not."""
        if channel not in self._by_hand:
            return False
        self._by_hand.discard(channel)
        self._put(channel, self.defaults[channel] * SENSITIVITY_STEP**-self.step)
        if not self._by_hand:
            self.sensitivity = self.step
        return True

    def set_sensitivity(self, step: int) -> None:
        """Put all at the defaults, or so many steps more (or less) sensitive."""
        self.sensitivity = self.step = step
        self._by_hand.clear()
        for channel, default in self.defaults.items():
            self._put(channel, default * SENSITIVITY_STEP**-step)

    def renew(self, defaults: Mapping[Channel, float]) -> None:
        """Take the defaults of other weights.

        A threshold set by hand stays where it was put, the others follow theirs. All are told: who is told
        may be new.
        """
        before, self.defaults = self.defaults, dict(defaults)
        if not before or self.sensitivity is not None:
            self.set_sensitivity(self.sensitivity or 0)
            return
        for channel, default in self.defaults.items():
            kept = self.values[channel]
            by_hand = channel in self._by_hand
            self._put(channel, kept if by_hand else kept * default / before[channel])

    def _put(self, channel: Channel, value: float) -> None:
        self.values[channel] = value
        self._tell(channel, value)
