"""Baselines: plain detectors that any other must beat, assessed in the same table.

All of them are causal, and none divides by a patient's spread. What each does in the first five minutes, and
what it takes from them, its own file says.
"""

from __future__ import annotations

import importlib.util

from training.evaluation.baselines.amplitude import Amplitude
from training.evaluation.baselines.isolation_forest import IsolationForestBaseline
from training.evaluation.baselines.lesson import LessonBaseline
from training.evaluation.baselines.matrix_profile import LeftMatrixProfile
from training.evaluation.baselines.sub_pca import SubPca
from training.evaluation.baselines.template import PatientTemplate
from training.evaluation.protocol import Detector

_NEEDED = {"sklearn": "scikit-learn", "stumpy": "stumpy"}


def all_baselines() -> list[Detector]:
    """Give every baseline.

    Raises
    ------
    ValueError
        If a library that one of them needs is not installed.
    """
    missing = [name for module, name in _NEEDED.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise ValueError(
            f"The baselines need {' and '.join(missing)}, which the extra [evaluation] brings; "
            "--no-baselines leaves the baselines out."
        )
    return [
        Amplitude(),
        LessonBaseline(),
        PatientTemplate(),
        SubPca(),
        IsolationForestBaseline(),
        LeftMatrixProfile(),
    ]
