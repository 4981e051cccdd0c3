"""The one table of what a patient can have: words, options, rhythm, labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assets.errors import RecordError
from assets.phrase import listed, phrase
from models.patients.rhythms import atrial, block, ectopy, paced, ventricular
from models.patients.rhythms.sinus import shaped, sinus, st_shifted
from models.patients.rhythms.step import Rhythm
from models.patients.shapes import forms, tones
from models.patients.shapes.tones import Score


@dataclass(frozen=True)
class Option:
    """A number that can be chosen.

    Attributes
    ----------
    usual, least, most : float
        Its value unless another is given, and the range that makes sense.
    unit : str
        Its unit, or what is counted.
    whole : bool
        Whether it is a count.
    """

    usual: float
    least: float
    most: float
    unit: str
    whole: bool = False


@dataclass(frozen=True)
class Kind:
    """What a patient can have.

    Attributes
    ----------
    words : str
        What people read.
    label : str
        WFDB's rhythm label, with which it begins; the labels are those of the MIT-BIH, European ST-T and
        malignant ventricular arrhythmia databases.
    rhythm : callable
        Its steps.
    options : mapping of str to Option
        What can be chosen.
    tone : Score or None
        What goes on besides beats.
    beats : bool
        Whether there are QRS complexes; where there are none but waves of the ventricles, ``[`` and ``]``
        stand about them.
    """

    words: str
    label: str
    rhythm: Rhythm
    options: Mapping[str, Option]
    tone: Score | None = None
    beats: bool = True

    @property
    def flutters(self) -> bool:
        """Whether the ventricles flutter or fibrillate."""
        return self.tone is not None and not self.beats


OPTION_WORDS = {
    "rate": phrase("rate"),
    "atrial": phrase("atrial"),
    "block": phrase("block"),
    "conducted": phrase("conducted"),
    "every": phrase("every"),
    "lost": phrase("lost"),
    "paced": phrase("paced"),
}
"""What people read of an option's name, where it is a word."""


def _rate(usual: float, least: float, most: float) -> Option:
    return Option(usual, least, most, phrase("a minute"))


_SINUS = _rate(75, 20, 220)
_EVERY = {"rate": _rate(75, 40, 130)}
_CONDUCTED = phrase("conducted beats")
_QT = Option(540, 460, 700, phrase("ms at 60 a minute"))

KINDS: Mapping[str, Kind] = {
    "sinus": Kind(phrase("Sinus rhythm"), "N", sinus, {"rate": _SINUS}),
    "pvc": Kind(
        phrase("Ventricular premature beats"),
        "N",
        ectopy.ventricular(ectopy.now_and_then),
        {**_EVERY, "every": Option(8, 3, 200, phrase("beats"))},
    ),
    "pvc-multifocal": Kind(
        phrase("Ventricular premature beats of several foci"),
        "N",
        ectopy.ventricular(ectopy.now_and_then, foci=3),
        {**_EVERY, "every": Option(6, 3, 200, phrase("beats"))},
    ),
    "couplets": Kind(
        phrase("Ventricular couplets"),
        "N",
        ectopy.ventricular(ectopy.couplets),
        {**_EVERY, "every": Option(14, 4, 200, phrase("beats"))},
    ),
    "runs": Kind(
        phrase("Short ventricular runs"),
        "N",
        ectopy.ventricular(ectopy.runs),
        {**_EVERY, "every": Option(24, 8, 200, phrase("beats"))},
    ),
    "bigeminy": Kind(
        phrase("Ventricular bigeminy"), "B", ectopy.ventricular(ectopy.each(1)), {"rate": _rate(75, 40, 110)}
    ),
    "trigeminy": Kind(
        phrase("Ventricular trigeminy"), "T", ectopy.ventricular(ectopy.each(2)), {"rate": _rate(75, 40, 110)}
    ),
    "pac": Kind(
        phrase("Atrial premature beats"),
        "N",
        ectopy.atrial,
        {**_EVERY, "every": Option(7, 3, 200, phrase("beats"))},
    ),
    "af": Kind(
        phrase("Atrial fibrillation"),
        "AFIB",
        atrial.fibrillation,
        {"rate": _rate(90, 40, 180)},
        tones.ATRIAL_FIBRILLATION,
    ),
    "atrial-flutter": Kind(
        phrase("Atrial flutter"),
        "AFL",
        atrial.flutter,
        {"atrial": _rate(300, 220, 350), "block": Option(4, 2, 6, phrase("waves to a beat"), whole=True)},
        tones.ATRIAL_FLUTTER,
    ),
    "svt": Kind(phrase("Supraventricular tachycardia"), "SVTA", atrial.svt, {"rate": _rate(180, 130, 240)}),
    "av-block-1": Kind(
        phrase("AV block, first degree"),
        "N",
        block.first_degree,
        {"rate": _rate(70, 30, 100), "pr": Option(280, 210, 400, phrase("ms"))},
    ),
    "wenckebach": Kind(
        phrase("AV block, second degree, Wenckebach"),
        "BII",
        block.wenckebach,
        {"rate": _rate(75, 40, 110), "conducted": Option(4, 2, 8, _CONDUCTED, whole=True)},
    ),
    "mobitz": Kind(
        phrase("AV block, second degree, Mobitz II"),
        "BII",
        block.mobitz,
        {"rate": _rate(75, 40, 110), "conducted": Option(3, 1, 8, _CONDUCTED, whole=True)},
    ),
    "av-block-3": Kind(
        phrase("AV block, third degree"),
        "B3",
        block.third_degree,
        {"rate": _rate(35, 20, 60), "atrial": _rate(80, 50, 140)},
    ),
    "lbbb": Kind(
        phrase("Left bundle branch block"), "N", shaped(forms.LEFT_BUNDLE, "L"), {"rate": _rate(75, 30, 150)}
    ),
    "rbbb": Kind(
        phrase("Right bundle branch block"),
        "N",
        shaped(forms.RIGHT_BUNDLE, "R"),
        {"rate": _rate(75, 30, 150)},
    ),
    "paced": Kind(phrase("Paced rhythm"), "P", paced.paced, {"rate": _rate(70, 40, 130)}),
    "failure-to-capture": Kind(
        phrase("Pacemaker failing to capture"),
        "P",
        paced.failing_to_capture,
        {"rate": _rate(70, 40, 100), "lost": Option(0.35, 0.05, 1, phrase("share of the pulses"))},
    ),
    "failure-to-sense": Kind(
        phrase("Pacemaker failing to sense"),
        "P",
        paced.failing_to_sense,
        {"rate": _rate(78, 50, 120), "paced": _rate(66, 40, 110)},
    ),
    "vt": Kind(
        phrase("Ventricular tachycardia"), "VT", ventricular.tachycardia, {"rate": _rate(170, 100, 240)}
    ),
    "torsades": Kind(
        phrase("Torsades de pointes"), "VT", ventricular.torsades, {"rate": _rate(220, 160, 270)}
    ),
    "ventricular-flutter": Kind(
        phrase("Ventricular flutter"),
        "VFL",
        ventricular.waves,
        {"rate": _rate(260, 200, 330)},
        tones.VENTRICULAR_FLUTTER,
        beats=False,
    ),
    "vf": Kind(
        phrase("Ventricular fibrillation, coarse"),
        "VF",
        ventricular.waves,
        {},
        tones.FIBRILLATION,
        beats=False,
    ),
    "vf-fine": Kind(
        phrase("Ventricular fibrillation, fine"), "VF", ventricular.waves, {}, tones.FINE, beats=False
    ),
    "asystole": Kind(phrase("Asystole"), "ASYS", ventricular.asystole, {}, beats=False),
    "agonal": Kind(phrase("Agonal rhythm"), "IVR", ventricular.agonal, {"rate": _rate(10, 4, 24)}),
    "st-up": Kind(
        phrase("ST elevation, inferior"),
        "N",
        st_shifted(1.0, (0.1, 0.93, -0.1)),
        {"rate": _rate(80, 30, 150), "st": Option(0.25, 0.05, 0.6, phrase("mV"))},
    ),
    "st-down": Kind(
        phrase("ST depression, lateral"),
        "N",
        st_shifted(-1.0, (0.65, 0.70, -0.3)),
        {"rate": _rate(80, 30, 150), "st": Option(0.2, 0.05, 0.5, phrase("mV"))},
    ),
    "t-inversion": Kind(
        phrase("Inverted T waves"),
        "N",
        shaped(forms.with_t(forms.NORMAL, -1.0)),
        {"rate": _rate(75, 30, 150)},
    ),
    "t-peaked": Kind(
        phrase("Peaked T waves"),
        "N",
        shaped(forms.with_t(forms.NORMAL, 2.8, 0.62)),
        {"rate": _rate(75, 30, 150)},
    ),
    "long-qt": Kind(phrase("Long QT"), "N", sinus, {"rate": _rate(65, 40, 100), "qt": _QT}),
}
"""By the name after ``patient:``."""


def kind_named(name: str) -> Kind:
    """Give a kind.

    Raises
    ------
    RecordError
        If there is none of that name; the message lists those there are.
    """
    if name not in KINDS:
        raise RecordError(
            phrase("There is no patient {name!r}; there are {names}.", name=name, names=listed(KINDS))
        )
    return KINDS[name]


COMMON = ("seed", "leads", "fs", "minutes", "vitals", "spo2", "nibp", "breaths")
"""Options that every patient has (`models.patients.naming`)."""


def settled(name: str, given: Mapping[str, float]) -> dict[str, float]:
    """Give all options of a kind: those that are given, and the usual value of the others.

    Raises
    ------
    RecordError
        If an option is unknown or out of its range.
    """
    known = kind_named(name).options
    for option, value in given.items():
        if option not in known:
            own = listed(known)
            there = (
                phrase("its options are {own}, beside {common}", own=own, common=listed(COMMON))
                if own
                else phrase("it has no options of its own, beside {common}", common=listed(COMMON))
            )
            raise RecordError(
                phrase(
                    "The patient {name} has no option {option!r}; {there}.",
                    name=name,
                    option=option,
                    there=there,
                )
            )
        limits = known[option]
        if not limits.least <= value <= limits.most or (limits.whole and value != round(value)):
            told: dict[str, object] = {
                "option": option,
                "name": name,
                "least": limits.least,
                "most": limits.most,
                "unit": limits.unit,
                "value": value,
            }
            if limits.whole:
                raise RecordError(
                    phrase(
                        "The option {option} of the patient {name} must be a whole number from {least:g} to "
                        "{most:g} ({unit}), not {value:g}.",
                        **told,
                    )
                )
            raise RecordError(
                phrase(
                    "The option {option} of the patient {name} must be from {least:g} to {most:g} ({unit}), "
                    "not {value:g}.",
                    **told,
                )
            )
    return {option: float(given.get(option, limits.usual)) for option, limits in known.items()}
