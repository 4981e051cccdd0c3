"""What can raise an alert and what speaks for one, and how that is put in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import reduce
from typing import Protocol

from assets.phrase import joined, phrase


class Channel(StrEnum):
    """What has a threshold: the two streams of scores, and the two verdicts on each beat."""

    FORECAST = "forecast"
    RECONSTRUCTION = "reconstruction"
    ECTOPY = "ectopy"
    PREMATURE = "premature"


CHANNELS = (Channel.FORECAST, Channel.RECONSTRUCTION)
"""The channels with a score at every row: the running models', drawn in lanes."""


class Reason(StrEnum):
    """What can speak against a beat."""

    FORECAST = "forecast"
    RECONSTRUCTION = "reconstruction"
    TEMPLATE = "template"
    AUTOENCODER = "beat autoencoder"
    RHYTHM = "rhythm"


MODELS = (Reason.FORECAST, Reason.RECONSTRUCTION, Reason.TEMPLATE, Reason.AUTOENCODER)
"""The reasons that are models and speak of a beat's shape. The rhythm speaks of its moment: it weighs in the
score of an ectopic beat as well (`models.beats.weights.Weighing`), but is not said to fail."""

USUAL_LINE = 1.0
"""Threshold of a beat's score unless the user moves it: scores are in units of it."""

WORTH_SAYING = 0.1
"""A beat early or late by less than this share of the median RR interval is not called so."""

_CROSSED = {
    Channel.FORECAST: phrase("the forecast missed"),
    Channel.RECONSTRUCTION: phrase("the autoencoder could not redraw it"),
}

_SHOWN = {
    Reason.FORECAST: phrase("the forecast missed it"),
    Reason.RECONSTRUCTION: phrase("the autoencoder could not redraw it"),
}
"""What the running models' lanes show over their lines."""

_UNLIKE = {
    Reason.TEMPLATE: phrase("unlike the patient's usual beat"),
    Reason.AUTOENCODER: phrase("unlike learnt normal beats"),
}
"""What the parts of a beat's score say of its shape; they have no lane of their own."""


class Evidence(Protocol):
    """What is known of an alert when its reason is put in words; an `models.alerts.events.Event` is one."""

    @property
    def scores(self) -> Mapping[Channel, float]:
        """Highest score of each channel that crossed, in the channel's unit."""

    @property
    def thresholds(self) -> Mapping[Channel, float]:
        """The thresholds that were crossed."""

    @property
    def reasons(self) -> Mapping[Reason, float]:
        """Verdicts that count, as multiples of the level from which on they fail."""

    @property
    def premature(self) -> float | None:
        """Share by which the beat came early; negative: late."""

    @property
    def pause_s(self) -> float | None:
        """Length of the pause that ended in the beat, s; None where there was none."""

    @property
    def level_mv(self) -> float | None:
        """Value at which the signal stands, or how far it ranges, mV; None where it is not known."""

    @property
    def together(self) -> tuple[str, ...]:
        """Names of the leads that were analysed together; empty where one was alone."""


def shape_and_timing(evidence: Evidence) -> str:
    """Say what is unusual of the shape, which running models' lanes show it, and whether it came early."""
    return _joined(_shape(evidence), evidence)


def ordinary_shape_and_timing(evidence: Evidence) -> str:
    """Say what is known of the shape of a beat that raises an alert for its moment alone."""
    shape = []
    if any(evidence.reasons.get(reason, 0) >= 1 for reason in MODELS):
        shape.append(phrase("its shape alone raises no alert"))
    if Reason.TEMPLATE not in evidence.reasons:
        shape.append(phrase("the patient's usual shape is not known yet"))
    said = _both(shape) if shape else phrase("its shape is usual")
    if evidence.pause_s is None and timing(evidence) is None:
        said = phrase("{shape}; its moment and what comes before it are not", shape=said)
    return _joined(said, evidence)


def crossings(evidence: Evidence) -> str:
    """Say which running models crossed their threshold, with score and threshold in nats."""
    said = [
        phrase(
            "{what} ({score:.1f}, threshold {line:.1f})",
            what=_CROSSED[c],
            score=evidence.scores[c],
            line=evidence.thresholds[c],
        )
        for c in CHANNELS
        if c in evidence.scores
    ]
    return _both(said)


def without_rest(_: Evidence) -> str:
    """Say what flutter and fibrillation look like."""
    return phrase(
        "waves follow each other without a rest and without QRS complexes; beat alerts are withheld"
    )


def every_second(_: Evidence) -> str:
    """Say what bigeminy is."""
    return phrase("every second beat is unlike the patient's own; alone they raise no alert")


def every_third(_: Evidence) -> str:
    """Say what trigeminy is."""
    return phrase("every third beat is unlike the patient's own; alone they raise no alert")


def no_beat(evidence: Evidence) -> str:
    """Say for how long there was no beat, and how that compares."""
    if evidence.pause_s is None:
        return phrase("no beat for a while")
    share = evidence.premature
    if share is None:
        return phrase("no beat for {pause:.1f} s", pause=evidence.pause_s)
    return phrase(
        "no beat for {pause:.1f} s, {times:.1f} times the usual interval",
        pause=evidence.pause_s,
        times=1 - share,
    )


def no_signal(evidence: Evidence) -> str:
    """Say that the lead is silent."""
    return _withheld(evidence, phrase("no signal arrives from this lead"))


def _level(mv: float) -> float:
    """A level as it is told, with two digits; nothing has no sign."""
    return round(mv, 2) + 0.0


def stands_still(evidence: Evidence) -> str:
    """Say that the signal does not change, and where it stands."""
    if evidence.level_mv is None:
        return _withheld(evidence, phrase("the signal stands still"))
    return _withheld(evidence, phrase("the signal stands still at {mv:.2f} mV", mv=_level(evidence.level_mv)))


def at_its_limit(evidence: Evidence) -> str:
    """Say where the signal is cut off."""
    if evidence.level_mv is None:
        return _withheld(evidence, phrase("the signal is cut off at its limit"))
    return _withheld(evidence, phrase("the signal is cut off at {mv:.2f} mV", mv=_level(evidence.level_mv)))


def too_large(evidence: Evidence) -> str:
    """Say that no ECG ranges so far."""
    if evidence.level_mv is None:
        return _withheld(evidence, phrase("the signal ranges farther than an ECG does: check the unit"))
    far = phrase(
        "the signal ranges over {mv:.0f} mV, farther than an ECG does: check the unit", mv=evidence.level_mv
    )
    return _withheld(evidence, far)


def too_small(evidence: Evidence) -> str:
    """Say that no heartbeat can be seen in so little."""
    if evidence.level_mv is None:
        little = phrase("the signal ranges too little to see a heartbeat in: check electrodes and unit")
    else:
        little = phrase(
            "the signal ranges over {mv:.3f} mV only, too little to see a heartbeat in: "
            "check electrodes and unit",
            mv=evidence.level_mv,
        )
    return _withheld(evidence, little)


def _withheld(evidence: Evidence, said: str) -> str:
    """Say what follows: of a lead alone no beat can be told, of several the others go on."""
    if evidence.together:
        return phrase("{said}; this lead has no vote", said=said)
    return phrase("{said}; beat alerts are withheld", said=said)


def timing(evidence: Evidence) -> float | None:
    """Share by which the beat came early (negative: late), None where it does not count or is too small."""
    share = evidence.premature
    if share is None or Reason.RHYTHM not in evidence.reasons or abs(share) < WORTH_SAYING:
        return None
    return share


def _joined(shape: str, evidence: Evidence) -> str:
    if evidence.pause_s is not None:
        return phrase("{shape}; after a pause of {pause:.1f} s", shape=shape, pause=evidence.pause_s)
    share = timing(evidence)
    if share is None:
        return shape
    if share > 0:
        return phrase("{shape}; premature by {share:.0f} %", shape=shape, share=100 * share)
    return phrase("{shape}; late by {share:.0f} %", shape=shape, share=-100 * share)


def _both(said: Sequence[str]) -> str:
    return reduce(lambda one, other: phrase("{one} and {other}", one=one, other=other), said) if said else ""


def _shape(evidence: Evidence) -> str:
    failed = [r for r in MODELS if evidence.reasons.get(r, 0) >= 1]
    shape = [_UNLIKE[r] for r in failed if r in _UNLIKE]
    lanes = [_SHOWN[r] for r in failed if r in _SHOWN]
    said: list[str] = [phrase("its shape is {unlike}", unlike=_both(shape))] if shape else []
    said += [_both(lanes)] if lanes else []
    return joined(phrase("; "), said) if said else _without_failure(evidence)


def _without_failure(evidence: Evidence) -> str:
    """Say what counted where no model fails: the user's line, the beat's moment, or all models together."""
    score = evidence.scores.get(Channel.ECTOPY, USUAL_LINE)
    if score < USUAL_LINE:
        line = evidence.thresholds[Channel.ECTOPY]
        return phrase(
            "its score of {score:.2f} is over the line, which was lowered to {line:.2f}",
            score=score,
            line=line,
        )
    share = timing(evidence)
    if evidence.pause_s is None and share is not None and share > 0:
        return phrase("its shape alone fails in no model, but it came early too")
    return phrase("no model fails alone, but together they find it unusual")
