"""What a recording says of the artefacts in its samples: each as it comes, and as it goes.

A file speaks English, whoever recorded it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.patients.artefacts.course import Disturbance, Setting
from models.patients.artefacts.kinds import ARTEFACTS
from models.scenario.source import told_artefact

Disturbances = Callable[[int, int], Sequence[Disturbance]]
"""Says which artefacts are on between two samples that have been handed out (`disturbances_in`)."""


class ArtefactRemarks:
    """Tell each change once, at its sample; at the beginning what is on already.

    Parameters
    ----------
    disturbances : callable
        Of what is recorded; called in whichever thread writes.
    """

    def __init__(self, disturbances: Disturbances) -> None:
        self._disturbances = disturbances
        self._on: frozenset[Setting] = frozenset()

    def begin(self) -> None:
        """Tell again what is on: another file begins."""
        self._on = frozenset()

    def take(self, start: int, stop: int) -> list[tuple[int, str]]:
        """Tell what came and went between two samples, of which the first follows on the last that was taken.

        Returns
        -------
        list of tuple
            Sample and words, in the order of time. An amount that takes the place of another is told alone.
        """
        found = self._disturbances(start, stop)
        on_at_first = {one.setting for one in found if one.start == start}
        ends = [(start, setting) for setting in self._on - on_at_first]
        ends += [(one.stop, one.setting) for one in found if one.stop < stop]
        came = [one for one in found if one.start > start or one.setting not in self._on]
        self._on = frozenset(one.setting for one in found if one.stop >= stop)
        others = {(one.start, one.setting.kind) for one in came}
        return sorted(
            [
                *((at, _no_more(setting)) for at, setting in ends if (at, setting.kind) not in others),
                *((one.start, _there_is(one.setting)) for one in came),
            ],
            key=lambda told: told[0],
        )


def _there_is(setting: Setting) -> str:
    words = told_artefact(setting.kind, setting.amount)
    return f"artefact: {words} ({', '.join(setting.leads)})"


def _no_more(setting: Setting) -> str:
    return f"no more: {ARTEFACTS[setting.kind].words}"
