"""Which alarms are a patient's own: those that must come, and those that may come with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.alarms.conditions import Condition
from models.patients.kinds import KINDS


@dataclass(frozen=True)
class Own:
    """A kind's alarms.

    Attributes
    ----------
    must : tuple of frozenset of Condition
        Of each set one must come.
    may : frozenset of Condition
        What belongs to it, and need not come.
    """

    must: tuple[frozenset[Condition], ...] = ()
    may: frozenset[Condition] = frozenset()

    def missing(self, raised: Iterable[Condition]) -> tuple[str, ...]:
        """Give what must come and has not, in words."""
        there = frozenset(raised)
        return tuple(" or ".join(sorted(c.key for c in one)) for one in self.must if not one & there)

    def foreign(self, raised: Iterable[Condition]) -> tuple[Condition, ...]:
        """Give those that are not its own."""
        own = self.may.union(*self.must)
        return tuple(condition for condition in raised if condition not in own)


def _own(*must: Condition | tuple[Condition, ...], may: Iterable[Condition] = ()) -> Own:
    sets = (frozenset(one if isinstance(one, tuple) else (one,)) for one in must)
    return Own(tuple(sets), frozenset(may))


_C = Condition
_FAST = (_C.RATE_HIGH, _C.EXTREME_TACHYCARDIA)
_SLOW = (_C.RATE_LOW, _C.EXTREME_BRADYCARDIA, _C.PAUSE)

_KNOWN: Mapping[str, Own] = {
    "pvc": _own(may=[_C.PVCS]),
    "pvc-multifocal": _own(may=[_C.PVCS]),
    "couplets": _own(_C.COUPLET, may=[_C.PVCS]),
    "runs": _own(_C.VENTRICULAR_RUN, may=[_C.VENTRICULAR_TACHYCARDIA, _C.PVCS]),
    "bigeminy": _own(_C.BIGEMINY, _C.PVCS),
    "trigeminy": _own(_C.TRIGEMINY, _C.PVCS),
    "af": _own(_C.ATRIAL_FIBRILLATION, may=[_C.ATRIAL_FIBRILLATION_ENDS]),
    # Waves as large as the QRS complexes of a lead leave it no rest between them: that lead is called noisy.
    "atrial-flutter": _own(may=[_C.NOISE]),
    "svt": _own(_C.EXTREME_TACHYCARDIA, may=[_C.RATE_HIGH]),
    "av-block-3": _own(_C.EXTREME_BRADYCARDIA, may=_SLOW),
    "failure-to-capture": _own(_C.PAUSE, may=_SLOW),
    # What the pulses bring where they fall are early broad beats, one to three in a row; whose they are can
    # only be told by who sees the pulses.
    "failure-to-sense": _own(may=[_C.COUPLET, _C.VENTRICULAR_RUN, _C.PVCS]),
    "vt": _own(_C.VENTRICULAR_TACHYCARDIA, may=[_C.VENTRICULAR_RUN, _C.PVCS, *_FAST]),
    "torsades": _own((_C.VENTRICULAR_TACHYCARDIA, _C.FLUTTER), may=[_C.VENTRICULAR_RUN, _C.PVCS, *_FAST]),
    "ventricular-flutter": _own(_C.FLUTTER),
    "vf": _own(_C.FLUTTER),
    # Below 0.2 mV it is not told from asystole at first (Kerber et al., Circulation 95:1677-1682, 1997).
    "vf-fine": _own(_C.FLUTTER, may=[_C.ASYSTOLE]),
    "asystole": _own(_C.ASYSTOLE),
    "agonal": _own(_C.ASYSTOLE, may=_SLOW),
}

OWN: Mapping[str, Own] = {kind: _KNOWN.get(kind, Own()) for kind in KINDS}
"""By kind; the others have none: what is harmless, or is told by none of the monitor's alarms."""
