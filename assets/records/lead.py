"""What a lead measures, told by its name and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class LeadKind(StrEnum):
    """What a lead measures."""

    ECG = "ecg"
    PRESSURE = "pressure"
    PLETH = "pleth"
    RESPIRATION = "resp"
    NUMERIC = "numeric"
    """A figure that a monitor showed (SpO2, a cuff's pressure): one value holds until the next."""
    OTHER = "other"


@dataclass(frozen=True)
class Lead:
    """One column of a source's samples.

    Attributes
    ----------
    name : str
        As the source calls it (``MLII``).
    unit : str
        Physical unit of its samples.
    kind : LeadKind
        What it measures.
    """

    name: str
    unit: str = "mV"
    kind: LeadKind = LeadKind.ECG


MILLIVOLTS: dict[str, float] = {"": 1.0, "nv": 1e-6, "uv": 1e-3, "µv": 1e-3, "μv": 1e-3, "mv": 1.0, "v": 1e3}
"""mV in one of the physical unit; header(5) of the WFDB Applications Guide takes a signal without one to be
in mV."""

MILLIMETRES: dict[str, float] = {"mmhg": 1.0, "kpa": 7.500617, "cmh2o": 0.735559}
"""mmHg in one of the physical unit."""

_NUMERIC = re.compile(r"(%?sp?a?o2|hr|pulse|n(i)?bp\w*|etco2|awrr)\b", re.IGNORECASE)
_NUMERIC_UNITS = {"%", "bpm", "pm", "/min", "rpm"}
_PLETH = re.compile(r"pleth|\bppg\b|plethysmogram", re.IGNORECASE)
_RESPIRATION = re.compile(r"\bresp|\brsp\b|impedance|\bthor|\babdo|airflow|nasal", re.IGNORECASE)
_PRESSURE = re.compile(
    r"\b(abp|art\d?|ao|bp|ibp|p\d|pap|cvp|icp|lap|rap|uap|uvp|fap|pressure)\b", re.IGNORECASE
)
_NO_HEART = re.compile(
    r"\b(eeg|eog|emg|co2|sound|scg|gsr|eda|acc\w*|temp\w*|(event )?marker|event|trigger)\b", re.IGNORECASE
)
# Two places of the 10-20 system, between which an EEG is measured.
_SCALP = re.compile(r"(Fp|AF|F|FC|C|CP|T|P|PO|O)(\d{1,2}|z)-((Fp|AF|F|FC|C|CP|T|P|PO|O)(\d{1,2}|z)|[AM][12])")


def lead_of(name: str, unit: str) -> Lead:
    """Say what a signal of a file is.

    Names and units are those of PhysioNet's databases (MIMIC, the Challenges, the polysomnograms), where
    pleth and respiration often stand without a unit, as voltages do.

    Parameters
    ----------
    name : str
        Its name, as written.
    unit : str
        Its physical unit, as written; empty for none.

    Returns
    -------
    Lead
        In mV where it is a voltage and in mmHg where it is a pressure (`factor_of` brings it there), else in
        the unit as written.
    """
    plain = unit.casefold()
    spaced = re.sub(r"[_.]+", " ", name)
    voltage, pressure = plain in MILLIVOLTS, plain in MILLIMETRES
    shown = "mV" if voltage else "mmHg" if pressure else unit
    if plain in _NUMERIC_UNITS or (_NUMERIC.match(spaced) and not voltage):
        return Lead(name, shown, LeadKind.NUMERIC)
    if _NO_HEART.search(spaced) or _SCALP.fullmatch(spaced):
        return Lead(name, shown, LeadKind.OTHER)
    if _PLETH.search(spaced):
        return Lead(name, shown, LeadKind.PLETH)
    if _RESPIRATION.search(spaced):
        return Lead(name, shown, LeadKind.RESPIRATION)
    if pressure or (not voltage and _PRESSURE.search(spaced)):
        return Lead(name, shown, LeadKind.PRESSURE)
    return Lead(name, shown, LeadKind.ECG if voltage else LeadKind.OTHER)


def factor_of(unit: str) -> float:
    """Give what a value in a file's unit is multiplied with to be in that of `lead_of`."""
    plain = unit.casefold()
    return MILLIVOLTS.get(plain, MILLIMETRES.get(plain, 1.0))
