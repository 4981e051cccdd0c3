"""What a scenario is: steps with what the patient has in each, and what leads from one to the next."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from assets.phrase import phrase
from models.alarms.conditions import title_of
from models.patients.body import BREATHS_A_MINUTE

USUAL_SPO2, USUAL_NIBP = 97.0, 5.0
"""Of a patient who is put on by hand with vital signs: saturation in %, and minutes between measurings."""

END = "end"
"""Where a step may lead besides to another one: the scenario is over."""


class Deed(StrEnum):
    """What learners can do, besides giving an answer."""

    ACKNOWLEDGE = "acknowledge"
    HELP = "help"
    SHOCK = "shock"
    DRUG = "drug"


DEEDS = {
    Deed.ACKNOWLEDGE: phrase("acknowledge"),
    Deed.HELP: phrase("help"),
    Deed.SHOCK: phrase("shock"),
    Deed.DRUG: phrase("drug"),
}
"""What is said of them."""


class Artefact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A disturbance of the signal.

    Attributes
    ----------
    kind : str
        One of those that `models.patients.artefacts` knows.
    amount : float or None
        In the kind's own unit, for noises the signal-to-noise ratio in dB; None for its usual one.
    leads : tuple of str
        Names of the leads that have it; empty for all.
    """

    kind: str
    amount: float | None = None
    leads: tuple[str, ...] = ()


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question to the learners.

    Attributes
    ----------
    question : str
        What is asked.
    answers : tuple of str
        What can be said.
    right : str
        Which of them is right; empty where none is.
    """

    question: str
    answers: tuple[str, ...]
    right: str = ""


class Branch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What leads out of a step before its time: a deed, an answer or an alarm, exactly one of them.

    Attributes
    ----------
    go : str
        Name of the step that follows, or `END`.
    does, answer, alarm : str or None
        A `Deed`; one of the answers; the key of an alarm condition (`models.alarms.conditions`) that is
        raised.
    after_s : float
        So long after it, s.
    """

    go: str
    does: Deed | None = None
    answer: str | None = None
    alarm: str | None = None
    after_s: float = 0.0

    @property
    def words(self) -> str:
        """What it waits for, a few words."""
        if self.does is not None:
            return phrase("“{deed}”", deed=DEEDS[self.does])
        if self.answer is not None:
            return phrase("answer “{answer}”", answer=self.answer)
        return phrase("alarm “{alarm}”", alarm=title_of(self.alarm or ""))


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step.

    Attributes
    ----------
    name : str
        What other steps call it.
    patient : str or None
        Kind of patient (`models.patients.kinds`).
    options : dict of str to float
        Of that kind.
    record : str or None
        Name of a record whose minutes are played instead; with neither, what was before goes on.
    start_s : float
        Where in the record they begin, s.
    smooth_s : float
        Over so long the options of a kind that goes on come to their new values, s.
    lasts_s : float or None
        How long, s; None until something else leads out of it.
    then : str
        What follows after that; empty for the next step of the file, after the last one `END`.
    say : str
        What the class is told.
    note : str
        What the instructor alone reads.
    ask : Ask or None
        What the class is asked.
    artefacts : tuple of Artefact
        All that disturb the signal in this step.
    on : tuple of Branch
        What leads out of it before its time.
    """

    name: str
    patient: str | None = None
    options: dict[str, float] = {}
    record: str | None = None
    start_s: float = 0.0
    smooth_s: float = 3.0
    lasts_s: float | None = None
    then: str = ""
    say: str = ""
    note: str = ""
    ask: Ask | None = None
    artefacts: tuple[Artefact, ...] = ()
    on: tuple[Branch, ...] = ()


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A patient's course.

    Attributes
    ----------
    title, about : str
        For the instructor: what it is, and what a class learns by it.
    step : tuple of Step
        The steps; it begins with the first.
    bed : str
        What learners read as the name of what they watch; it must not tell what is to come.
    leads : str
        A cable or names of leads, as `models.patients.leads.named_leads` takes them; where only records are
        played, names of their leads.
    fs : float
        Sampling frequency, Hz.
    seed : int
        Which patient.
    vitals : bool
        Whether pressure, pleth and respiration follow the ECG; of simulated patients only.
    spo2 : float or None
        Saturation while all is well, %, where a clip reads it; of simulated patients only.
    nibp : float or None
        Every so many minutes a cuff measures; of simulated patients only.
    breaths : float
        Breaths a minute of the patient.
    words : dict
        By the code of a language, what its texts are there: each text as it stands above, and its words.
    """

    title: str
    step: tuple[Step, ...]
    about: str = ""
    bed: str = "Bed 1"
    leads: str = "3"
    fs: float = 250.0
    seed: int = 1
    vitals: bool = False
    spo2: float | None = None
    nibp: float | None = None
    breaths: float = BREATHS_A_MINUTE
    words: dict[str, dict[str, str]] = {}

    def after(self, step: Step) -> str:
        """Give the name of what follows a step in its time."""
        if step.then:
            return step.then
        place = self.step.index(step) + 1
        return self.step[place].name if place < len(self.step) else END

    @property
    def is_course(self) -> bool:
        """Whether there is anything to come; a patient who is steered by hand alone has but one step."""
        return any(step.lasts_s is not None or step.on for step in self.step)

    @property
    def ends_alone(self) -> bool:
        """Whether it comes to its end where nobody does anything."""
        seen: set[str] = set()
        name = self.step[0].name
        while name != END and name not in seen:
            seen.add(name)
            step = self.named(name)
            if step.lasts_s is None:
                return False
            name = self.after(step)
        return name == END

    def named(self, name: str) -> Step:
        """Give a step by its name.

        Raises
        ------
        KeyError
            If there is none.
        """
        for step in self.step:
            if step.name == name:
                return step
        raise KeyError(name)


def by_hand(bed: str, patient: str, options: dict[str, float], *, vitals: bool, seed: int = 1) -> Scenario:
    """Give what an instructor alone steers: one step without an end.

    Parameters
    ----------
    bed : str
        What learners read as the name of what they watch.
    patient, options
        What the patient has at first.
    vitals : bool
        Whether pressure, pleth and respiration follow the ECG, with what a clip and a cuff read.
    seed : int
        Which patient.
    """
    step = Step("by hand", patient, options)
    made = Scenario("Steered by hand", (step,), bed=bed, seed=seed, vitals=vitals)
    return msgspec.structs.replace(made, spo2=USUAL_SPO2, nibp=USUAL_NIBP) if vitals else made
