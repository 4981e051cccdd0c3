"""Detectors that nobody here wrote find the beats of simulated patients."""

from functools import cache

import numpy as np
import pytest
from wfdb.processing import xqrs_detect

from models.patients.kinds import KINDS
from models.patients.patient import Patient

FS, SECONDS, SEEDS = 250, 120, (1, 2, 3, 4)
LEARNS_S, MATCH_S = 8, 0.15
"""The detectors' first seconds do not count; a detection belongs to a beat no farther away (EC57), s."""

HARD = {"torsades": 0.7, "agonal": 0.6}
"""Where beats are as low as they can be between the twists, or hardly beats, this share is found."""

EARLY = {"failure-to-sense": 0.98}
"""Where a broad beat of a pacemaker follows a steep one of the sinus node by 0.4 s, sleepecg misses some."""

CLOSE = {"couplets": 0.98}
"""Of two broad beats 0.4 s apart XQRS takes one for a T wave now and then."""

WITH_BEATS = [kind for kind, its in KINDS.items() if its.beats]


@cache
def labelled(kind, seed):
    """A patient's first lead and his R peaks: both detectors hear the same."""
    block = Patient(kind, seed=seed, fs=FS).read(SECONDS * FS)
    notes = block.annotations
    return block.samples[:, 0].astype(float), notes.sample[[s in "NLRVASEj/" for s in notes.symbol]]


def matched(these, those):
    """How many of these have one of those beside them, and how many there are."""
    these = these[(these > LEARNS_S * FS) & (these < (SECONDS - 1) * FS)]
    return sum(bool(np.abs(those - at).min() <= MATCH_S * FS) for at in these) if len(those) else 0, len(
        these
    )


def shares(pairs):
    """Sensitivity and +P over all patients."""
    (found, there), (right, told) = (
        np.sum([matched(*pair[:: 1 - 2 * back]) for pair in pairs], axis=0) for back in (0, 1)
    )
    return found / there, right / told


@pytest.mark.slow
@pytest.mark.parametrize("kind", WITH_BEATS)
def test_xqrs_finds_them(kind):
    pairs = []
    for seed in SEEDS:
        x, peaks = labelled(kind, seed)
        pairs.append((peaks, np.asarray(xqrs_detect(x, FS, verbose=False))))
    sensitivity, precision = shares(pairs)
    assert sensitivity >= {**HARD, **CLOSE}.get(kind, 0.995)
    if kind != "agonal":  # it learns from the line between the few beats, and then finds beats in it
        assert precision >= 0.995


def paused(peaks):
    """Whether an interval is so long that the algorithm of Pan and Tompkins (1985) looks back.

    In that of sleepecg (which looks back after 1.5 s as well) the threshold is then lowered until something
    is found, and be it noise.
    """
    rr = np.diff(peaks)
    return rr.max() > 1.5 * FS or any(rr[i] > 1.6 * rr[max(0, i - 8) : i].mean() for i in range(1, len(rr)))


@pytest.mark.parametrize("kind", WITH_BEATS)
def test_sleepecg_finds_them_where_there_are_no_pauses(kind):
    detect = pytest.importorskip(
        "sleepecg", reason="sleepecg is not installed (extra compare)"
    ).detect_heartbeats
    pairs = []
    for seed in SEEDS:
        x, peaks = labelled(kind, seed)
        if not paused(peaks):
            pairs.append((peaks, detect(x, FS)))
    if not pairs:
        pytest.skip(f"{kind} has pauses, which sleepecg fills with beats")
    sensitivity, precision = shares(pairs)
    assert sensitivity >= {**HARD, **EARLY}.get(kind, 0.995)
    assert precision >= 0.995
