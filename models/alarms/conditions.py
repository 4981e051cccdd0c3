"""The one table of alarm conditions: name, words, priority and nature of each.

The conditions of the heart are those of the PhysioNet/Computing in Cardiology Challenge 2015 ("Reducing False
Arrhythmia Alarms in the ICU": asystole, extreme bradycardia, extreme tachycardia, ventricular tachycardia,
ventricular flutter or fibrillation), and further ones that bedside monitors have. Priorities are in
the words of IEC 60601-1-8; which condition has which is chosen here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto, unique

from assets.phrase import phrase
from models.alerts.kinds import Priority

A_MINUTE = phrase("/min")
"""The unit of every rate."""


class Nature(Enum):
    """What a condition is about."""

    RHYTHM = auto()
    """The rhythm of the heart, or its beats."""

    RATE = auto()
    """A number against its limits."""

    TECHNICAL = auto()
    """The signal or the analysis, not the patient."""

    ADVISORY = auto()
    """What the models find unusual: marked and counted, and no alarm by itself."""


@dataclass(frozen=True)
class Traits:
    """What is so of every alarm of a condition.

    Attributes
    ----------
    key : str
        Its name in files.
    title : str
        What people read.
    priority : Priority
        How soon someone must act.
    nature : Nature
        What it is about.
    lethal : bool
        Whether the patient may die of it within minutes: it stays on until someone acknowledges it.
    unit : str
        Of what was measured and of its limit; empty where nothing was.
    """

    key: str
    title: str
    priority: Priority
    nature: Nature
    lethal: bool = False
    unit: str = ""


@unique
class Condition(Enum):
    """The conditions, the most urgent ones first."""

    ASYSTOLE = Traits("asystole", phrase("Asystole"), Priority.HIGH, Nature.RHYTHM, lethal=True, unit="s")
    FLUTTER = Traits(
        "ventricular_flutter",
        phrase("Ventricular flutter or fibrillation"),
        Priority.HIGH,
        Nature.RHYTHM,
        lethal=True,
    )
    VENTRICULAR_TACHYCARDIA = Traits(
        "ventricular_tachycardia",
        phrase("Ventricular tachycardia"),
        Priority.HIGH,
        Nature.RHYTHM,
        lethal=True,
        unit=A_MINUTE,
    )
    EXTREME_TACHYCARDIA = Traits(
        "extreme_tachycardia",
        phrase("Extreme tachycardia"),
        Priority.HIGH,
        Nature.RATE,
        lethal=True,
        unit=A_MINUTE,
    )
    EXTREME_BRADYCARDIA = Traits(
        "extreme_bradycardia",
        phrase("Extreme bradycardia"),
        Priority.HIGH,
        Nature.RATE,
        lethal=True,
        unit=A_MINUTE,
    )
    APNOEA = Traits("apnoea", phrase("Apnoea"), Priority.HIGH, Nature.RATE, lethal=True, unit="s")
    DESATURATION = Traits("desaturation", phrase("Desaturation"), Priority.HIGH, Nature.RATE, unit="%")
    VENTRICULAR_RUN = Traits(
        "ventricular_run", phrase("Ventricular run"), Priority.MEDIUM, Nature.RHYTHM, unit=phrase("beats")
    )
    PAUSE = Traits("pause", phrase("Pause"), Priority.MEDIUM, Nature.RHYTHM, unit="s")
    RATE_HIGH = Traits(
        "heart_rate_high", phrase("Heart rate high"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE
    )
    RATE_LOW = Traits("heart_rate_low", phrase("Heart rate low"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE)
    PRESSURE_LOW = Traits(
        "pressure_low", phrase("Blood pressure low"), Priority.MEDIUM, Nature.RATE, unit="mmHg"
    )
    PRESSURE_HIGH = Traits(
        "pressure_high", phrase("Blood pressure high"), Priority.MEDIUM, Nature.RATE, unit="mmHg"
    )
    SPO2_LOW = Traits("spo2_low", phrase("SpO2 low"), Priority.MEDIUM, Nature.RATE, unit="%")
    SPO2_HIGH = Traits("spo2_high", phrase("SpO2 high"), Priority.MEDIUM, Nature.RATE, unit="%")
    PULSE_LOW = Traits("pulse_low", phrase("Pulse low"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE)
    PULSE_HIGH = Traits("pulse_high", phrase("Pulse high"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE)
    BREATHING_SLOW = Traits(
        "respiration_low", phrase("Respiration rate low"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE
    )
    BREATHING_FAST = Traits(
        "respiration_high", phrase("Respiration rate high"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE
    )
    PVCS = Traits("pvcs_per_minute", phrase("PVCs a minute"), Priority.MEDIUM, Nature.RATE, unit=A_MINUTE)
    COUPLET = Traits("couplet", phrase("Ventricular couplet"), Priority.LOW, Nature.RHYTHM)
    BIGEMINY = Traits("bigeminy", phrase("Ventricular bigeminy"), Priority.LOW, Nature.RHYTHM)
    TRIGEMINY = Traits("trigeminy", phrase("Ventricular trigeminy"), Priority.LOW, Nature.RHYTHM)
    ATRIAL_FIBRILLATION = Traits(
        "atrial_fibrillation", phrase("Irregular: atrial fibrillation"), Priority.MEDIUM, Nature.RHYTHM
    )
    ATRIAL_FIBRILLATION_ENDS = Traits(
        "atrial_fibrillation_ends", phrase("Atrial fibrillation has ended"), Priority.LOW, Nature.RHYTHM
    )
    PULSE_DEFICIT = Traits(
        "pulse_deficit",
        phrase("Pulse differs from heart rate"),
        Priority.LOW,
        Nature.RATE,
        unit=A_MINUTE,
    )
    NO_LEAD = Traits("no_lead", phrase("No lead can be analysed"), Priority.MEDIUM, Nature.TECHNICAL)
    LEAD_OFF = Traits("lead_off", phrase("Lead off: flat line"), Priority.LOW, Nature.TECHNICAL, unit="mV")
    RAIL = Traits("rail", phrase("Signal at its limit"), Priority.LOW, Nature.TECHNICAL, unit="mV")
    LARGE = Traits("signal_large", phrase("Signal too large"), Priority.LOW, Nature.TECHNICAL, unit="mV")
    SMALL = Traits("signal_small", phrase("Signal too small"), Priority.LOW, Nature.TECHNICAL, unit="mV")
    NOISE = Traits("noise", phrase("Noise: no alarm from this lead"), Priority.LOW, Nature.TECHNICAL)
    GAP = Traits("gap", phrase("Signal lost"), Priority.LOW, Nature.TECHNICAL)
    NOT_RECORDED = Traits("not_recorded", phrase("Recording stopped"), Priority.LOW, Nature.TECHNICAL)
    ANALYSIS_STOPPED = Traits(
        "analysis_stopped", phrase("Analysis stopped: no alarm can come"), Priority.MEDIUM, Nature.TECHNICAL
    )
    ANALYSIS_BEHIND = Traits(
        "analysis_behind",
        phrase("Analysis behind: alarms come late"),
        Priority.LOW,
        Nature.TECHNICAL,
        unit="s",
    )
    NO_FIGURE = Traits("no_figure", phrase("No figure"), Priority.LOW, Nature.TECHNICAL)
    MODELS = Traits("models_alert", phrase("Unusual to the models"), Priority.ADVISORY, Nature.ADVISORY)

    @property
    def key(self) -> str:
        """Its name in files."""
        return self.value.key

    @property
    def title(self) -> str:
        """What people read."""
        return self.value.title

    @property
    def priority(self) -> Priority:
        """How soon someone must act."""
        return self.value.priority

    @property
    def nature(self) -> Nature:
        """What it is about."""
        return self.value.nature

    @property
    def lethal(self) -> bool:
        """Whether it stays on until someone acknowledges it."""
        return self.value.lethal

    @property
    def unit(self) -> str:
        """Of what was measured and of its limit."""
        return self.value.unit


def title_of(key: str) -> str:
    """Give what people read of a condition, by its name in files; a name that is none is given as it is."""
    return next((condition.title for condition in Condition if condition.key == key), key)
