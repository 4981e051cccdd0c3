"""What the figures of old and new weights recommend, in a sentence that names the figure that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Advice:
    """A recommendation.

    Attributes
    ----------
    adopt : bool
        Whether the new weights are at least as good.
    sentence : str
        Why.
    """

    adopt: bool
    sentence: str


@dataclass(frozen=True)
class _Judged:
    """How one figure of the new weights compares: how much better (negative: worse), and in words."""

    better: float
    spread: float
    words: str

    @property
    def counts(self) -> bool:
        """Whether it differs by more than chance."""
        return abs(self.better) > self.spread


def advise(
    old: Mapping[str, Any], new: Mapping[str, Any], spread: Mapping[str, Any] | None, record: str
) -> Advice:
    """Recommend the new weights where no figure is worse by more than its spread.

    Parameters
    ----------
    old, new : mapping
        Figures as `ecg-train compare` writes them: auc, found, ventricular, alarms_per_minute.
    spread : mapping or None
        By how much each may differ by chance; None where the record has no annotations.
    record : str
        Name of the record on which they were measured.

    Returns
    -------
    Advice
        The first figure of these decides that is worse, else the first that is better: how well V beats are
        ranked above N beats, V beats found, false alarms.
    """
    if spread is None:
        return Advice(
            False,
            f"Keep the present weights: record {record} has no annotations, so nothing says whether the new "
            "ones are better.",
        )
    judged = _judge(old, new, spread)
    worse = next((one for one in judged if one.counts and one.better < 0), None)
    if worse is not None:
        return Advice(False, f"Keep the present weights: on record {record} the new ones {worse.words}.")
    better = next((one for one in judged if one.counts), None)
    if better is not None:
        return Advice(True, f"Adopt the new weights: on record {record} they {better.words}.")
    same = "are as good as the present ones: no figure differs by more than chance"
    return Advice(True, f"The new weights {same} on record {record}.")


def _judge(old: Mapping[str, Any], new: Mapping[str, Any], spread: Mapping[str, Any]) -> list[_Judged]:
    judged = []
    if old["auc"] is not None and new["auc"] is not None and spread["auc"] is not None:
        by = float(new["auc"] - old["auc"])
        words = (
            f"tell V beats from normal ones {'better' if by > 0 else 'less well'} (AUC {new['auc']:.3f} "
            f"against {old['auc']:.3f}; a difference of {spread['auc']:.3f} may be chance)"
        )
        judged.append(_Judged(by, spread["auc"], words))
    if old["ventricular"]:
        by = float(new["found"] - old["found"])
        words = (
            f"find {'more' if by > 0 else 'fewer'} V beats ({new['found']} against {old['found']} of "
            f"{old['ventricular']}; a difference of {spread['found']:.0f} may be chance)"
        )
        judged.append(_Judged(by, spread["found"], words))
    rate, before = new["alarms_per_minute"], old["alarms_per_minute"]
    words = (
        f"give {'fewer' if rate < before else 'more'} false alarms ({rate:.2f} a minute against "
        f"{before:.2f}; a difference of {spread['alarms_per_minute']:.2f} may be chance)"
    )
    judged.append(_Judged(before - rate, spread["alarms_per_minute"], words))
    return judged
