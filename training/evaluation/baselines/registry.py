"""The one list of baselines; the table, the thresholds and the causality test follow from it.

All of them are causal, and none divides by a patient's spread. What each does in the first five minutes, and
what it takes from them, its own file says.

To add one: write it in a file of this folder, add its line to `BASELINES`, and run
``ecg-train evaluate --split DS1 --freeze --only NAME``, which writes its threshold. Tests fail where a file
has no line, a line has no threshold, or what is listed looks ahead.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from training.evaluation.baselines.amplitude import Amplitude
from training.evaluation.baselines.isolation_forest import IsolationForestBaseline
from training.evaluation.baselines.lesson import LessonBaseline
from training.evaluation.baselines.matrix_profile import LeftMatrixProfile
from training.evaluation.baselines.sub_pca import SubPca
from training.evaluation.baselines.template import PatientTemplate
from training.evaluation.protocol import Detector


@dataclass(frozen=True)
class Baseline:
    """A plain detector.

    Attributes
    ----------
    name : str
        Of its score, in tables and on the command line.
    make : callable
        Makes the detector for a first span of so many seconds, in which it gets to know the patient.
    needs : tuple of (str, str)
        Modules that it needs beyond the program's own, each with the name under which it is installed.
    """

    name: str
    make: Callable[[float], Detector]
    needs: tuple[tuple[str, str], ...] = ()


BASELINES: Mapping[str, Baseline] = {
    baseline.name: baseline
    for baseline in (
        Baseline("amplitude", lambda learn_s: Amplitude()),
        Baseline("lesson", LessonBaseline),
        Baseline("template", PatientTemplate),
        Baseline("sub-pca", SubPca),
        Baseline("isolation forest", IsolationForestBaseline, needs=(("sklearn", "scikit-learn"),)),
        Baseline(
            "matrix profile",
            lambda learn_s: LeftMatrixProfile(),
        ),
    )
}
"""By name, in the order of the tables."""


def make_baselines(names: Iterable[str], learn_s: float) -> list[Detector]:
    """Make some of the baselines.

    Parameters
    ----------
    names : iterable of str
        As in `BASELINES`.
    learn_s : float
        The first span, in which each gets to know the patient, s.

    Raises
    ------
    ValueError
        If a library that one of them needs is not installed.
    """
    chosen = [BASELINES[name] for name in names]
    needed = {module: package for baseline in chosen for module, package in baseline.needs}
    missing = [package for module, package in needed.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise ValueError(
            f"The baselines need {' and '.join(missing)}, which the extra [evaluation] brings; "
            "--no-baselines leaves the baselines out."
        )
    return [baseline.make(learn_s) for baseline in chosen]
