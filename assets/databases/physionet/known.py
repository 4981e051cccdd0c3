"""Well-known open ECG databases of PhysioNet, each with a sentence and its licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assets.phrase import Phrase, phrase

ODC_BY: Final = "Open Data Commons Attribution License 1.0"
CC_BY: Final = "Creative Commons Attribution 4.0"


@dataclass(frozen=True)
class Collection:
    """A database of PhysioNet whose records are fetched by name.

    Attributes
    ----------
    key : str
        Its name in PhysioNet's addresses (``afdb``).
    short : Phrase
        What it is about, in a few words.
    name : Phrase
        Its full name.
    holds : Phrase
        What it holds, a sentence.
    licence : str
        Under which its files may be used.
    group : Phrase
        With what it stands in a list.
    """

    key: str
    short: Phrase
    name: Phrase
    holds: Phrase
    licence: str
    group: Phrase


_ARRHYTHMIA = phrase("Arrhythmias")
_LONG = phrase("Long recordings")
_USUAL = phrase("Healthy hearts")
_TWELVE = phrase("Twelve leads and more")
_TESTS = phrase("Tests of detectors")

COLLECTIONS: Final = (
    Collection(
        "afdb",
        phrase("Atrial fibrillation"),
        phrase("MIT-BIH Atrial Fibrillation Database"),
        phrase("Ten hours each of 25 people with atrial fibrillation, mostly in attacks; two leads."),
        ODC_BY,
        _ARRHYTHMIA,
    ),
    Collection(
        "vfdb",
        phrase("Malignant arrhythmias"),
        phrase("MIT-BIH Malignant Ventricular Ectopy Database"),
        phrase("Half-hour recordings with sustained ventricular tachycardia, flutter and fibrillation."),
        ODC_BY,
        _ARRHYTHMIA,
    ),
    Collection(
        "cudb",
        phrase("Onset of fibrillation"),
        phrase("CU Ventricular Tachyarrhythmia Database"),
        phrase("Eight minutes each around ventricular tachycardia, flutter or fibrillation; one lead."),
        ODC_BY,
        _ARRHYTHMIA,
    ),
    Collection(
        "sddb",
        phrase("Sudden death"),
        phrase("Sudden Cardiac Death Holter Database"),
        phrase("Holter recordings of people whose heart stopped during them; up to a day each."),
        ODC_BY,
        _ARRHYTHMIA,
    ),
    Collection(
        "incartdb",
        phrase("Ventricular beats"),
        phrase("St Petersburg INCART 12-lead Arrhythmia Database"),
        phrase("75 half hours of twelve leads, with many ventricular beats, every beat annotated."),
        ODC_BY,
        _ARRHYTHMIA,
    ),
    Collection(
        "ltafdb",
        phrase("Fibrillation, a day"),
        phrase("Long Term AF Database"),
        phrase("A day each of 84 people with paroxysmal or lasting atrial fibrillation; two leads."),
        ODC_BY,
        _LONG,
    ),
    Collection(
        "ltdb",
        phrase("Long-term"),
        phrase("MIT-BIH Long-Term ECG Database"),
        phrase("Seven recordings of 14 to 22 hours, every beat annotated."),
        ODC_BY,
        _LONG,
    ),
    Collection(
        "ltstdb",
        phrase("ST changes, a day"),
        phrase("Long Term ST Database"),
        phrase("86 recordings of about a day with changes of the ST segment."),
        ODC_BY,
        _LONG,
    ),
    Collection(
        "chfdb",
        phrase("Heart failure"),
        phrase("BIDMC Congestive Heart Failure Database"),
        phrase("About twenty hours each of 15 people with severe heart failure; two leads."),
        ODC_BY,
        _LONG,
    ),
    Collection(
        "nsrdb",
        phrase("Normal rhythm"),
        phrase("MIT-BIH Normal Sinus Rhythm Database"),
        phrase("About a day each of 18 people without significant arrhythmias; two leads."),
        ODC_BY,
        _USUAL,
    ),
    Collection(
        "fantasia",
        phrase("Young and old at rest"),
        phrase("Fantasia Database"),
        phrase("Two hours at rest of twenty young and twenty old people, with their breathing."),
        ODC_BY,
        _USUAL,
    ),
    Collection(
        "ecgiddb",
        phrase("Identification"),
        phrase("ECG-ID Database"),
        phrase("Twenty seconds of one lead, raw and filtered, of 90 people."),
        ODC_BY,
        _USUAL,
    ),
    Collection(
        "ptbdb",
        phrase("Diagnoses"),
        phrase("PTB Diagnostic ECG Database"),
        phrase(
            "Twelve standard and three Frank leads at 1000 Hz, of healthy people and many heart diseases."
        ),
        ODC_BY,
        _TWELVE,
    ),
    Collection(
        "ptb-xl",
        phrase("Diagnoses, 20,000"),
        phrase("PTB-XL, a large publicly available electrocardiography dataset"),
        phrase("Ten seconds of twelve leads, more than twenty thousand times, each with its diagnoses."),
        CC_BY,
        _TWELVE,
    ),
    Collection(
        "ludb",
        phrase("Limits of waves"),
        phrase("Lobachevsky University Electrocardiography Database"),
        phrase("Ten seconds of twelve leads of 200 people, with the waves' beginnings and ends."),
        ODC_BY,
        _TWELVE,
    ),
    Collection(
        "edb",
        phrase("ST and T"),
        phrase("European ST-T Database"),
        phrase("90 recordings of two hours with changes of the ST segment and the T wave; two leads."),
        ODC_BY,
        _TESTS,
    ),
    Collection(
        "stdb",
        phrase("ST, exercise"),
        phrase("MIT-BIH ST Change Database"),
        phrase("28 recordings of various lengths, most of them during exercise tests."),
        ODC_BY,
        _TESTS,
    ),
    Collection(
        "qtdb",
        phrase("QT intervals"),
        phrase("QT Database"),
        phrase("105 stretches of fifteen minutes, with the waves' limits of some beats; two leads."),
        ODC_BY,
        _TESTS,
    ),
    Collection(
        "twadb",
        phrase("T-wave alternans"),
        phrase("T-Wave Alternans Challenge Database"),
        phrase("A hundred recordings of about two minutes in which T waves may take turns."),
        ODC_BY,
        _TESTS,
    ),
    Collection(
        "aami-ec13",
        phrase("Monitors’ standard"),
        phrase("ANSI/AAMI EC13 Test Waveforms"),
        phrase("Ten short signals with which the standard for cardiac monitors tests them."),
        ODC_BY,
        _TESTS,
    ),
)
"""By group, in the order in which they are listed."""

KNOWN: Final = {collection.key: collection for collection in COLLECTIONS}
