"""Electrodes that are exchanged: what becomes of the leads."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import listed, phrase
from models.patients.artefacts.kinds import LEADS, artefact_named
from models.patients.leads import ELECTRODES, TWELVE, of_electrodes

Floats = npt.NDArray[np.float64]

_OTHER_NAMES = {"ml2": "II", "mlii": "II", "ml1": "I", "mli": "I", "mliii": "III"}
"""Modified limb leads look at the heart from almost where the limb leads do."""


def swapped(kind: str, names: tuple[str, ...], ecg: list[int]) -> Floats:
    """Give the matrix that takes the leads as they are to those with two electrodes exchanged.

    Parameters
    ----------
    kind : str
        The artefact.
    names : tuple of str
        Of all leads.
    ecg : list of int
        Columns of those that are of the ECG.

    Returns
    -------
    ndarray of float64, shape (leads, leads)
        For signals of shape (n, leads), from the right.

    Raises
    ------
    RecordError
        If the leads there are do not tell what would be seen: III cannot be had from II alone.
    """
    own = artefact_named(kind)
    matrix = np.eye(len(names))
    if own.swaps == LEADS:
        if len(ecg) < 2:
            raise RecordError(phrase("The artefact {kind} needs two leads of the ECG.", kind=kind))
        matrix[:, ecg[:2]] = matrix[:, ecg[1::-1]]
        return matrix
    known = {name.casefold(): name for name in TWELVE} | _OTHER_NAMES
    columns = [i for i in ecg if names[i].casefold() in known]
    if not columns:
        raise RecordError(phrase("The artefact {kind} needs limb leads, such as II.", kind=kind))
    leads = of_electrodes(tuple(known[names[i].casefold()] for i in columns))
    one, other = (ELECTRODES.index(electrode) for electrode in own.swaps)
    turned = leads.copy()
    turned[[one, other]] = leads[[other, one]]
    # From the leads there are, the new ones as sums of them; chest leads depend on the limbs by their mean.
    found = np.linalg.lstsq(leads, turned, rcond=None)[0]
    if not np.allclose(leads @ found, turned, atol=1e-9):
        raise RecordError(
            phrase(
                "What the artefact {kind} would make of {names} cannot be told from these leads alone.",
                kind=kind,
                names=listed(names[i] for i in columns),
            )
        )
    if np.allclose(found, np.eye(len(columns)), atol=1e-9):
        raise RecordError(
            phrase(
                "The artefact {kind} changes nothing in {names}.",
                kind=kind,
                names=listed(names[i] for i in columns),
            )
        )
    matrix[np.ix_(columns, columns)] = np.where(np.abs(found) < 1e-9, 0.0, found)
    return matrix
