"""How a model does on held-out patients: what a fit goes by, tells and keeps (`training.fits.validation`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from models.signal.baseline import ScorePrior


@dataclass(frozen=True)
class Validation:
    """How a model does on held-out patients.

    Attributes
    ----------
    prior : ScorePrior
        Distribution of the raw score's peaks over their normal rhythm.
    usual : float
        Mean raw score over their normal rhythm, nats.
    auc, precision : float
        ROC-AUC and average precision of V against N beats, pooled; NaN without one of them.
    mean_auc : float
        Mean of the patients' ROC-AUC; NaN where none has one.
    threshold : float
        Score at which false alarms come at the chosen rate in their normal rhythm.
    ev_normal, ev_normal_worst, ev_ventricular : float
        Share of the variance about the R peak that the drawn line explains (`training.evaluation.drawn`):
        median of the patients and worst of them for N beats, median for V beats; NaN without such beats.
    """

    prior: ScorePrior
    usual: float
    auc: float
    precision: float
    mean_auc: float
    threshold: float
    ev_normal: float
    ev_normal_worst: float
    ev_ventricular: float

    def better_than(self, other: Validation) -> bool:
        """Whether it ranks better or, where there is nothing to rank, is surer of normal rhythm."""
        if np.isfinite(self.auc) and np.isfinite(other.auc):
            return self.auc > other.auc
        return self.usual < other.usual

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values; NaN is None."""
        plain = asdict(self)
        return {name: None if value != value else value for name, value in plain.items()}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Validation:
        """Take it back from plain values.

        Raises
        ------
        KeyError, TypeError, ValueError
            If something is missing or of the wrong kind.
        """
        prior = plain["prior"]
        return cls(
            prior=ScorePrior(prior["low"], prior["high"], tuple(prior["density"])),
            **{
                name: float("nan") if plain[name] is None else float(plain[name])
                for name in plain
                if name != "prior"
            },
        )
