"""The beats of one patient that have landed, and what is usual for him by now."""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from models.heartbeats.usual import LEAST_ERROR, Usual
from monitor.ui.lab.heart.curves import ECTOPIC, KINDS
from monitor.ui.lab.heart.heart_map import Cloud
from monitor.ui.lab.heart.reader import LandedBeat

EARLY = ("V", "S")
"""What the monitor takes for ectopic."""

SHOWN = 40
"""Latest beats that stay on the map."""

Before = tuple[npt.NDArray[np.float64] | None, npt.NDArray[np.float64] | None]
"""What was usual before a beat: where beats land, and the log of their error; None while too few came."""

UNKNOWN: Before = (None, None)


class Patient:
    """What is known of the patient whose beats land.

    Parameters
    ----------
    leads : tuple of str
        His leads, in the order in which a beat has them.
    """

    def __init__(self, leads: tuple[str, ...] = ()) -> None:
        self.leads = leads
        self.beats: deque[LandedBeat] = deque(maxlen=SHOWN)
        self._usual = [(Usual(), Usual()) for _ in leads]
        self._before: list[Before] = [UNKNOWN] * len(leads)

    def take(self, beat: LandedBeat) -> None:
        """Take the next beat."""
        logs = np.log(beat.landings.error + LEAST_ERROR)
        found = zip(self._usual, beat.landings.mean, logs, strict=True)
        self._before = [(place.take(mean), error.take(log)) for (place, error), mean, log in found]
        self.beats.append(beat)

    def before(self, lead: int) -> Before:
        """What was usual in a lead before the newest beat."""
        return self._before[lead] if self._before else UNKNOWN

    def now(self, lead: int) -> Before:
        """What is usual in a lead by now."""
        if not self._usual:
            return UNKNOWN
        place, error = self._usual[lead]
        return place.value, error.value

    def trail(self, lead: int) -> list[Cloud]:
        """The latest beats in one lead, the older the fainter, the newest last."""
        clouds = []
        for age, beat in enumerate(reversed(self.beats)):
            strength = 1.0 if age == 0 else 0.65 - 0.4 * age / SHOWN
            clouds.append(_cloud(beat, lead, strength))
        return [one for one in reversed(clouds) if np.isfinite(one.mean).all()]

    def spread(self) -> list[Cloud]:
        """The newest beat in every lead, with the leads' names."""
        if not self.beats:
            return []
        clouds = [_cloud(self.beats[-1], i, 1.0, name) for i, name in enumerate(self.leads)]
        return [one for one in clouds if np.isfinite(one.mean).all()]


def _cloud(beat: LandedBeat, lead: int, strength: float, label: str = "") -> Cloud:
    colour = ECTOPIC if beat.kind in EARLY and not beat.aami else KINDS.get(beat.aami, KINDS[""])
    return Cloud(beat.landings.mean[lead], beat.landings.std[lead], colour, strength, label)
