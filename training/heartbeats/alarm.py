"""What an alarm on heartbeats is worth: beats of patients that the shipped network has not learnt from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assets.write import write_text
from models.digits.alarm import Unseen, as_json, count
from models.digits.anomaly import auroc
from training.heartbeats.measures import MEASURES, MeasuredPatient

FILE = "unseen-beats.json"

KINDS = {"V": "ventricular", "S": "supraventricular"}
"""Classes that were never learnt from, by the words of the lab."""

SCORES = {MEASURES[0]: "error", MEASURES[1]: "against_usual", MEASURES[3]: "far"}
"""Measures that can raise the alarm, by their names in `models.digits.alarm.SCORES`."""


def unseen(patients: Sequence[MeasuredPatient]) -> list[Unseen]:
    """Count the scores of normal beats and of each kind that was never seen, each beat alike.

    Parameters
    ----------
    patients : sequence of MeasuredPatient
        Measured by a network that has not learnt from them.

    Raises
    ------
    ValueError
        If there are no normal beats, or none of a kind.
    """
    aami = np.concatenate([one.aami for one in patients])
    found = []
    for kind, words in {"N": "normal", **KINDS}.items():
        if not (aami == kind).any():
            raise ValueError(
                f"These records hold no {words} beats; the alarm is counted on all three classes."
            )
    for kind, words in KINDS.items():
        scores = {}
        for measure, name in SCORES.items():
            value = np.concatenate([one.values[measure] for one in patients])
            if name == "against_usual":
                value = np.exp(value)  # the logarithm of the error over what is usual
            known, strange = value[aami == "N"], value[aami == kind]
            scores[name] = count(known, strange, auroc(known, strange))
        found.append(Unseen(words, int((aami == "N").sum()), int((aami == kind).sum()), scores, {}))
    return found


def write(folder: Path, found: list[Unseen]) -> None:
    """Write what the lab reads.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    write_text(folder / FILE, json.dumps(as_json(found), separators=(",", ":")) + "\n")
