"""The one table of what can disturb a signal: words, what is chosen of each, how it comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assets.errors import RecordError
from assets.phrase import listed, phrase

DB, TIMES = "dB", phrase("times")
"""Units of what is chosen: a signal-to-noise ratio, and a factor."""


@dataclass(frozen=True)
class Artefact:
    """What can disturb a signal.

    Attributes
    ----------
    words : str
        What people read.
    onset_s : float
        It comes, changes and goes within so long, s.
    unit : str
        Of its amount: `DB`, `TIMES`, or empty where it is there or not.
    usual, least, most : float
        Its amount unless another is given, and the range that makes sense.
    recorded : str
        The noise record that it is taken from where that is at hand; empty where it is always made.
    mains_hz : float
        Its frequency, Hz, if it is the mains.
    swaps : tuple of str
        The two electrodes that are exchanged; of several such artefacts one can be on.
    every_lead : bool
        Whether leads of all kinds have it where none is named; else those of the ECG.
    """

    words: str
    onset_s: float
    unit: str = ""
    usual: float = 1.0
    least: float = 1.0
    most: float = 1.0
    recorded: str = ""
    mains_hz: float = 0.0
    swaps: tuple[str, ...] = ()
    every_lead: bool = False

    @property
    def is_noise(self) -> bool:
        """Whether it is added to the ECG at a ratio."""
        return self.unit == DB


def _noise(
    words: str, onset_s: float, recorded: str = "", mains_hz: float = 0.0, usual: float = 6.0
) -> Artefact:
    return Artefact(words, onset_s, DB, usual, -12.0, 40.0, recorded, mains_hz)


LEADS = ("1", "2")
"""As `Artefact.swaps`: the first two leads of the ECG have changed places."""

# Of wander only what changes within a second counts in the ratio: at 6 dB it leaves every screen.
ARTEFACTS: Mapping[str, Artefact] = {
    "wander": _noise(phrase("Baseline wander"), 2.0, "bw", usual=18.0),
    "muscle": _noise(phrase("Muscle noise"), 1.0, "ma"),
    "electrode": _noise(phrase("Electrode motion"), 0.5, "em"),
    "brushing": _noise(phrase("Rhythmic motion, as from brushing teeth"), 0.5),
    "mains-50": _noise(phrase("Mains, 50 Hz"), 0.2, mains_hz=50.0),
    "mains-60": _noise(phrase("Mains, 60 Hz"), 0.2, mains_hz=60.0),
    "swap-ra-la": Artefact(phrase("Cables of right and left arm exchanged"), 0.2, swaps=("RA", "LA")),
    "swap-ra-ll": Artefact(phrase("Cables of right arm and leg exchanged"), 0.2, swaps=("RA", "LL")),
    "swap-la-ll": Artefact(phrase("Cables of left arm and leg exchanged"), 0.2, swaps=("LA", "LL")),
    "swap-leads": Artefact(phrase("First two leads exchanged"), 0.2, swaps=LEADS),
    "polarity": Artefact(phrase("Polarity turned"), 0.2),
    "gain": Artefact(phrase("Gain"), 0.5, TIMES, 0.5, 0.05, 20.0),
    "off": Artefact(phrase("Lead off"), 0.15),
    "gap": Artefact(phrase("Signal lost"), 0.0, every_lead=True),
}
"""By name, in the order in which a signal goes through them; noise of all kinds is one sum."""


def artefact_named(kind: str) -> Artefact:
    """Give an artefact.

    Raises
    ------
    RecordError
        If there is none of that name; the message lists those there are.
    """
    if kind not in ARTEFACTS:
        raise RecordError(
            phrase("There is no artefact {kind!r}; there are {names}.", kind=kind, names=listed(ARTEFACTS))
        )
    return ARTEFACTS[kind]


def settled_amount(kind: str, amount: float | None) -> float:
    """Give the amount that was asked for, or the usual one.

    Raises
    ------
    RecordError
        If there is no such artefact, or it has no such amount.
    """
    own = artefact_named(kind)
    if amount is None:
        return own.usual
    if not own.least <= amount <= own.most:
        if not own.unit:
            raise RecordError(
                phrase(
                    "The artefact {kind} is there or not: it has no amount, such as {amount:g}.",
                    kind=kind,
                    amount=amount,
                )
            )
        raise RecordError(
            phrase(
                "The amount of the artefact {kind} must be from {least:g} to {most:g} "
                "({unit}), not {amount:g}.",
                kind=kind,
                least=own.least,
                most=own.most,
                unit=own.unit,
                amount=amount,
            )
        )
    return float(amount)
