"""Which signals of an EDF file are ECG leads, and which others belong beside them.

Labels are those of EDF+ (a type and a sensor, as ``ECG V2-V3`` or ``EEG Fpz-Cz``) where writers keep to it;
many write ``EKG``, the bare name of a lead, or that of an electrode.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assets.edf.header import EdfSignal
from assets.records.headers.header import unique_name
from assets.records.lead import MILLIVOLTS, Lead, LeadKind, lead_of

BESIDE = (LeadKind.PRESSURE, LeadKind.PLETH, LeadKind.RESPIRATION, LeadKind.NUMERIC)
"""What is shown beside an ECG."""

_ECG = re.compile(r"(?<![a-z])(?:ecg|ekg)", re.IGNORECASE)
_TYPED = re.compile(r"(?:ecg|ekg)[\s:_-]+(?=\S)", re.IGNORECASE)
_TYPE = re.compile(r"(?:resp|pressure|press|sao2|spo2|temp|light|sound|other)[\s:]+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:lead\s*)?(?:I{1,3}|-?aV[RLF]|V[1-9]R?|ML(?:I{1,3})|MV[1-6]|MCL[1-6]|CM5|CC5|[XYZ])", re.IGNORECASE
)
#: Electrodes of the 10-20 system and its denser kin, and what else sleep laboratories and EEG rooms record.
_ELECTRODE = r"(?:fp|af|f|fc|ft|c|cp|t|tp|p|po|o|cb|a|m|e)(?:z|\d{1,2})h?"
_BRAIN = re.compile(
    rf"(?:(?:eeg|eog|emg|meg).*|{_ELECTRODE}(?:[\s:/-]+(?:{_ELECTRODE}|ref|avg|le|cle|a\d|m\d))?"
    r"|loc|roc|(?:l|r|left|right)?[\s/-]*(?:chin|leg|tib|lat|rat|eye|arm)\b.*|status|trig\w*|mark\w*|event\w*"
    r"|stim\w*|snor\w*|mic\w*|light\b.*|sound\b.*|dc\s*\d*|batt\w*|pos(?:ition)?\b.*|body.*|acc\b.*|gyro\b.*"
    r"|exg\s*\d*|ref\w*|gsr\w*|eda\b.*|temp\b.*|puls\w* ?(?:wave)? ?amp\w*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Choice:
    """Signals that are read.

    Attributes
    ----------
    leads : dict of int to Lead
        Signals by their index, in the order of the file, each with what it is; the unit is the file's.
    left_out : tuple of str
        Labels of those that are not.
    guessed : bool
        Whether no label says ECG, and voltages of no other name were taken for it.
    """

    leads: dict[int, Lead]
    left_out: tuple[str, ...]
    guessed: bool


def choose(signals: Sequence[EdfSignal]) -> Choice:
    """Tell the ECG leads of a file by their labels and units, and what else is shown beside them.

    A signal is an ECG lead if its label says ECG or EKG, or is a lead's name; if there is none such in the
    file, every voltage is that has no electrode's or instrument's name.

    Parameters
    ----------
    signals : sequence of EdfSignal
        All signals of a file.
    """
    possible = {i: signal for i, signal in enumerate(signals) if signal.n and not signal.annotates}
    voltages = {i for i, signal in possible.items() if signal.unit.casefold() in MILLIVOLTS}
    said = {i for i, signal in possible.items() if _ECG.search(signal.label)}
    named = {i for i in voltages if _LEAD.fullmatch(signals[i].label)}
    # A voltage that is respiration or pleth by its name is that, whatever the others are.
    other = {i: lead_of(_TYPE.sub("", signals[i].label), signals[i].unit) for i in possible}
    ecg, guessed = said | named, False
    if not ecg:
        plain = {i for i in voltages if not _BRAIN.fullmatch(signals[i].label)}
        ecg, guessed = {i for i in plain if other[i].kind is LeadKind.ECG}, True
    leads: dict[int, Lead] = {}
    for i in possible:
        if i in ecg:
            leads[i] = Lead(_short(signals[i].label) or f"lead {i + 1}", signals[i].unit)
        elif other[i].kind in BESIDE and not _BRAIN.fullmatch(signals[i].label):
            leads[i] = replace(other[i], name=signals[i].label, unit=signals[i].unit)
    left = tuple(s.label or f"signal {i + 1}" for i, s in enumerate(signals) if i not in leads)
    annotating = {signal.label for signal in signals if signal.annotates}
    return Choice(
        _apart(leads), tuple(name for name in left if name not in annotating), guessed and bool(ecg)
    )


def _apart(leads: dict[int, Lead]) -> dict[int, Lead]:
    """Number those that are called alike."""
    taken: set[str] = set()
    named = {}
    for i, lead in leads.items():
        name = unique_name(lead.name, taken)
        taken.add(name.casefold())
        named[i] = replace(lead, name=name)
    return named


def _short(label: str) -> str:
    """Give a lead its name alone, where one follows the type: ``ECG II`` is II, ``ECG V2-V3`` stays."""
    bare = _TYPED.sub("", label, count=1) if _TYPED.match(label) else label
    return bare if _LEAD.fullmatch(bare) else label
