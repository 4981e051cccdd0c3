"""The one table of what a learner can name: words, the key, and which rhythm labels mean it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from assets.databases.mitbih import RHYTHM_NAMES
from assets.phrase import phrase


@dataclass(frozen=True)
class Words:
    """What is so of a finding wherever it is named.

    Attributes
    ----------
    key : str
        Its name in files.
    title : str
        What a button says.
    full : str
        What people read where there is room.
    labels : tuple of str
        WFDB's rhythm labels that mean it, without their bracket.
    """

    key: str
    title: str
    full: str
    labels: tuple[str, ...] = ()


@unique
class Finding(Enum):
    """What can be named, in the order of the keys 1 to 9 and 0."""

    SINUS = Words("sinus", phrase("Sinus"), phrase("Sinus rhythm"), ("N", "SBR"))
    ECTOPY = Words("pvc", phrase("PVCs"), phrase("Ventricular premature beats"), ("B", "T"))
    ATRIAL = Words("af", phrase("AF / flutter"), phrase("Atrial fibrillation or flutter"), ("AFIB", "AFL"))
    SVT = Words("svt", phrase("SVT"), phrase("Supraventricular tachycardia"), ("SVTA",))
    VT = Words("vt", phrase("VT"), phrase("Ventricular tachycardia"), ("VT",))
    VF = Words("vf", phrase("VF / flutter"), phrase("Ventricular fibrillation or flutter"), ("VF", "VFL"))
    ASYSTOLE = Words("asystole", phrase("Asystole"), phrase("Asystole"), ("ASYS",))
    AV_BLOCK = Words(
        "av_block", phrase("AV block"), phrase("AV block, second or third degree"), ("BII", "B3")
    )
    PACED = Words("paced", phrase("Paced"), phrase("Paced rhythm"), ("P",))
    ARTEFACT = Words("artefact", phrase("Artefact"), phrase("Artefact: noise or a loose electrode"))

    @property
    def key(self) -> str:
        """Its name in files."""
        return self.value.key

    @property
    def title(self) -> str:
        """What a button says."""
        return self.value.title

    @property
    def full(self) -> str:
        """What people read where there is room."""
        return self.value.full


BY_KEY = {finding.key: finding for finding in Finding}
"""The findings by their names in files."""

_BY_LABEL = {label: finding for finding in Finding for label in finding.value.labels}

_MORE_NAMES = {
    "VF": phrase("ventricular fibrillation"),
    "ASYS": phrase("asystole"),
    "B3": phrase("third degree heart block"),
}
"""Rhythm labels of other databases and of the simulated patients, in words."""


def finding_of(label: str) -> Finding | None:
    """Give what a rhythm label means (``VT``); None for one that has no button (``NOD``, ``PREX``)."""
    return _BY_LABEL.get(label)


def label_words(label: str) -> str:
    """Say a rhythm label in words: ``ventricular tachycardia (VT)``."""
    name = RHYTHM_NAMES.get(label) or _MORE_NAMES.get(label)
    return phrase("{rhythm} ({label})", rhythm=name, label=label) if name else label
