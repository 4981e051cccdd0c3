"""What the figures of old and new weights recommend, in a sentence that names the figure that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assets.phrase import phrase


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
            phrase(
                "Keep the present weights: record {record} has no annotations, so nothing says whether the "
                "new ones are better.",
                record=record,
            ),
        )
    judged = _judge(old, new, spread)
    worse = next((one for one in judged if one.counts and one.better < 0), None)
    if worse is not None:
        return Advice(
            False,
            phrase(
                "Keep the present weights: on record {record} the new ones {words}.",
                record=record,
                words=worse.words,
            ),
        )
    better = next((one for one in judged if one.counts), None)
    if better is not None:
        return Advice(
            True,
            phrase(
                "Adopt the new weights: on record {record} they {words}.", record=record, words=better.words
            ),
        )
    return Advice(
        True,
        phrase(
            "The new weights are as good as the present ones: no figure differs by more than chance "
            "on record {record}.",
            record=record,
        ),
    )


def _judge(old: Mapping[str, Any], new: Mapping[str, Any], spread: Mapping[str, Any]) -> list[_Judged]:
    judged = []
    if old["auc"] is not None and new["auc"] is not None and spread["auc"] is not None:
        by = float(new["auc"] - old["auc"])
        words = phrase(
            "tell V beats from normal ones {how} (AUC {new:.3f} against {old:.3f}; a difference of "
            "{spread:.3f} may be chance)",
            how=phrase("better") if by > 0 else phrase("less well"),
            new=new["auc"],
            old=old["auc"],
            spread=spread["auc"],
        )
        judged.append(_Judged(by, spread["auc"], words))
    if old["ventricular"]:
        by = float(new["found"] - old["found"])
        words = phrase(
            "find {how} V beats ({new} against {old} of {all}; a difference of {spread:.0f} may be chance)",
            how=phrase("more") if by > 0 else phrase("fewer"),
            new=new["found"],
            old=old["found"],
            all=old["ventricular"],
            spread=spread["found"],
        )
        judged.append(_Judged(by, spread["found"], words))
    rate, before = new["alarms_per_minute"], old["alarms_per_minute"]
    words = phrase(
        "give {how} false alarms ({rate:.2f} a minute against {before:.2f}; a difference of {spread:.2f} may "
        "be chance)",
        how=phrase("fewer") if rate < before else phrase("more"),
        rate=rate,
        before=before,
        spread=spread["alarms_per_minute"],
    )
    judged.append(_Judged(before - rate, spread["alarms_per_minute"], words))
    return judged
