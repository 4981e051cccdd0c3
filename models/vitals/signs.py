"""The one table of vital signs: what is read, in which unit, and how good the signal was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, unique

from assets.phrase import phrase


@dataclass(frozen=True)
class SignTraits:
    """What is so of a sign.

    Attributes
    ----------
    key : str
        Its name in files.
    title : str
        What people read.
    unit : str
        Of its values.
    """

    key: str
    title: str
    unit: str


@unique
class Sign(Enum):
    """What is read; the order is that of the columns of `Readings.values`."""

    ABP_SYSTOLIC = SignTraits("abp_systolic", phrase("ABP systolic"), "mmHg")
    ABP_DIASTOLIC = SignTraits("abp_diastolic", phrase("ABP diastolic"), "mmHg")
    ABP_MEAN = SignTraits("abp_mean", phrase("ABP mean"), "mmHg")
    PAP_SYSTOLIC = SignTraits("pap_systolic", phrase("PAP systolic"), "mmHg")
    PAP_DIASTOLIC = SignTraits("pap_diastolic", phrase("PAP diastolic"), "mmHg")
    PAP_MEAN = SignTraits("pap_mean", phrase("PAP mean"), "mmHg")
    CVP_MEAN = SignTraits("cvp_mean", phrase("CVP"), "mmHg")
    PULSE = SignTraits("pulse", phrase("Pulse"), phrase("/min"))
    SPO2 = SignTraits("spo2", phrase("SpO2"), "%")
    RESPIRATION = SignTraits("respiration", phrase("Respiration"), phrase("/min"))
    BREATHLESS = SignTraits("breathless", phrase("Since the last breath"), "s")
    NIBP_SYSTOLIC = SignTraits("nibp_systolic", phrase("NIBP systolic"), "mmHg")
    NIBP_DIASTOLIC = SignTraits("nibp_diastolic", phrase("NIBP diastolic"), "mmHg")
    NIBP_MEAN = SignTraits("nibp_mean", phrase("NIBP mean"), "mmHg")

    @property
    def key(self) -> str:
        """Its name in files."""
        return self.value.key

    @property
    def title(self) -> str:
        """What people read."""
        return self.value.title

    @property
    def unit(self) -> str:
        """Of its values."""
        return self.value.unit

    @property
    def column(self) -> int:
        """Its column of `Readings.values`."""
        return _COLUMNS[self]


_COLUMNS = {sign: column for column, sign in enumerate(Sign)}


class Quality(IntEnum):
    """Why there is a figure, or none."""

    GOOD = 0
    ABSENT = 1
    """The source has no such lead."""
    WAITING = 2
    """Too little has been heard."""
    GAP = 3
    FLAT = 4
    CLIPPED = 5
    NOISY = 6
    NO_PULSE = 7
    """The signal is there, and nothing beats in it."""
    RANGE = 8
    """The signal lies where no pressure of a patient is: a line that is open, flushed or not zeroed."""
    HELD = 9
    """A figure that another monitor showed, maybe a minute ago: it holds until the next."""
    NO_BREATH = 10
    """The signal is there, and nobody breathes."""
    FAILED = 11
    """A cuff measured, and found no pressure: it shows 0, as another monitor's does."""
    UNTAKEN = 12
    """A cuff has not measured."""
    NO_NEW = 13
    """A cuff has measured before, or maybe so, and shows nothing now."""

    @property
    def words(self) -> str:
        """Why there is no figure, a clause in lower case; empty where there is one."""
        return _WORDS[self]


_WORDS = {
    Quality.GOOD: "",
    Quality.ABSENT: phrase("not measured"),
    Quality.WAITING: phrase("too little heard so far"),
    Quality.GAP: phrase("no signal"),
    Quality.FLAT: phrase("flat line"),
    Quality.CLIPPED: phrase("signal at its limit"),
    Quality.NOISY: phrase("noisy"),
    Quality.NO_PULSE: phrase("no pulse"),
    Quality.RANGE: phrase("outside what a patient has"),
    Quality.HELD: "",
    Quality.NO_BREATH: phrase("no breath"),
    Quality.FAILED: phrase("could not be measured"),
    Quality.UNTAKEN: phrase("no measurement yet"),
    Quality.NO_NEW: phrase("no new measurement"),
}
