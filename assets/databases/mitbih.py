"""What is known about the MIT-BIH Arrhythmia Database and how the field splits it."""

from __future__ import annotations

from typing import Final

from assets.phrase import phrase

#: Training records of the inter-patient split: de Chazal P, O'Dwyer M, Reilly RB, "Automatic
#: classification of heartbeats using ECG morphology and heartbeat interval features", IEEE Trans Biomed
#: Eng 51(7):1196-1206, 2004.
DS1: Final = tuple(
    "101 106 108 109 112 114 115 116 118 119 122 124 201 203 205 207 208 209 215 220 223 230".split()
)
#: Test records of the same split; no patient is in both.
DS2: Final = tuple(
    "100 103 105 111 113 117 121 123 200 202 210 212 213 214 219 221 222 228 231 232 233 234".split()
)
#: Records with paced beats, which ANSI/AAMI EC57 leaves out of evaluation.
PACED: Final = ("102", "104", "107", "217")
#: All 48 records.
RECORDS: Final = tuple(sorted(DS1 + DS2 + PACED))

#: Beat annotation symbols of each class of ANSI/AAMI EC57:2012: normal and bundle branch block (N),
#: supraventricular ectopic (S), ventricular ectopic (V), fusion (F), paced or unclassifiable (Q).
AAMI: Final[dict[str, frozenset[str]]] = {
    "N": frozenset("NLRej"),
    "S": frozenset("AaJS"),
    "V": frozenset("VE"),
    "F": frozenset("F"),
    "Q": frozenset("/fQ"),
}
#: Class of each beat symbol.
AAMI_CLASS: Final[dict[str, str]] = {symbol: name for name, symbols in AAMI.items() for symbol in symbols}

#: Names of the beat symbols (PhysioNet's annotation codes, https://archive.physionet.org/physiobank/annotations.shtml).
BEAT_NAMES: Final[dict[str, str]] = {
    "N": phrase("normal beat"),
    "L": phrase("left bundle branch block beat"),
    "R": phrase("right bundle branch block beat"),
    "e": phrase("atrial escape beat"),
    "j": phrase("nodal (junctional) escape beat"),
    "A": phrase("atrial premature beat"),
    "a": phrase("aberrated atrial premature beat"),
    "J": phrase("nodal (junctional) premature beat"),
    "S": phrase("supraventricular premature beat"),
    "V": phrase("premature ventricular contraction"),
    "E": phrase("ventricular escape beat"),
    "F": phrase("fusion of ventricular and normal beat"),
    "/": phrase("paced beat"),
    "f": phrase("fusion of paced and normal beat"),
    "Q": phrase("unclassifiable beat"),
}

#: Names of the rhythm labels in the auxiliary notes (the same list).
RHYTHM_NAMES: Final[dict[str, str]] = {
    "AB": phrase("atrial bigeminy"),
    "AFIB": phrase("atrial fibrillation"),
    "AFL": phrase("atrial flutter"),
    "B": phrase("ventricular bigeminy"),
    "BII": phrase("second degree heart block"),
    "IVR": phrase("idioventricular rhythm"),
    "N": phrase("normal sinus rhythm"),
    "NOD": phrase("nodal (junctional) rhythm"),
    "P": phrase("paced rhythm"),
    "PREX": phrase("pre-excitation (WPW)"),
    "SBR": phrase("sinus bradycardia"),
    "SVTA": phrase("supraventricular tachyarrhythmia"),
    "T": phrase("ventricular trigeminy"),
    "VFL": phrase("ventricular flutter"),
    "VT": phrase("ventricular tachycardia"),
}
