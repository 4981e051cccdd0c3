"""How a patient is named: ``vt?rate=180&seed=3&leads=12&minutes=5``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from assets.errors import RecordError
from assets.phrase import phrase
from models.patients.body import BREATHS_A_MINUTE, BREATHS_RANGE
from models.patients.figures import NIBP_RANGE, SPO2_RANGE
from models.patients.kinds import COMMON, kind_named, settled
from models.patients.leads import SETS, named_leads
from models.patients.patient import LEAST_FS, MOST_FS

_LEADS = "3"
_FS = 250.0
_MOST_MINUTES = 24 * 60.0
_MOST_SEED = 2**32 - 1
_YES = {"yes": True, "no": False}


@dataclass(frozen=True)
class PatientName:
    """A patient's name, taken apart and checked.

    Attributes
    ----------
    kind : str
        What the patient has.
    options : mapping of str to float
        All options of the kind.
    seed : int
        Which patient.
    leads : str
        A cable or names of leads, as `models.patients.leads.named_leads` takes them.
    fs : float
        Sampling frequency, Hz.
    vitals : bool
        Whether pressure, pleth and respiration follow the ECG.
    minutes : float or None
        How long; None for without an end.
    spo2 : float or None
        Saturation while all is well, %; None where no clip reads it.
    nibp : float or None
        Every so many minutes a cuff measures; None where there is none.
    breaths : float
        Breaths a minute.
    """

    kind: str
    options: Mapping[str, float] = field(default_factory=dict)
    seed: int = 1
    leads: str = _LEADS
    fs: float = _FS
    vitals: bool = False
    minutes: float | None = None
    spo2: float | None = None
    nibp: float | None = None
    breaths: float = BREATHS_A_MINUTE

    @classmethod
    def of(cls, text: str) -> PatientName:
        """Take apart what stands after ``patient:``.

        Raises
        ------
        RecordError
            If something of it cannot be; one sentence.
        """
        kind, _, tail = text.strip().partition("?")
        kind = kind.lower()
        kind_named(kind)
        given: dict[str, str] = {}
        for part in filter(None, tail.split("&")):
            name, equals, value = part.partition("=")
            if not equals or not value or name in given:
                raise RecordError(
                    phrase(
                        "Options of a patient are NAME=VALUE, each once, with & between them, not {part!r}.",
                        part=part,
                    )
                )
            given[name] = value
        common = {name: given.pop(name) for name in COMMON if name in given}
        leads = common.get("leads", _LEADS)
        leads = leads if leads in SETS else ",".join(named_leads(leads))
        yes = common.get("vitals", "no")
        if yes not in _YES:
            raise RecordError(phrase("The option vitals of a patient is yes or no, not {yes!r}.", yes=yes))
        seed = _number("seed", common.get("seed", "1"), 0, _MOST_SEED, whole=True)
        fs = _number("fs", common.get("fs", str(_FS)), LEAST_FS, MOST_FS)
        minutes = common.get("minutes")
        return cls(
            kind,
            settled(kind, {name: _value(name, value) for name, value in given.items()}),
            int(seed),
            leads,
            fs,
            _YES[yes],
            None if minutes is None else _number("minutes", minutes, 0.1, _MOST_MINUTES),
            _number("spo2", common["spo2"], *SPO2_RANGE) if "spo2" in common else None,
            _number("nibp", common["nibp"], *NIBP_RANGE) if "nibp" in common else None,
            _number("breaths", common.get("breaths", str(BREATHS_A_MINUTE)), *BREATHS_RANGE),
        )

    def __str__(self) -> str:
        """All of it that decides about the signal, always in one order: whose signal it is."""
        chosen = {name: f"{value:.12g}" for name, value in self.options.items()}
        chosen |= {"seed": str(self.seed), "leads": self.leads, "fs": f"{self.fs:.12g}"}
        if self.vitals:
            chosen["vitals"] = "yes"
        figures = {"spo2": self.spo2, "nibp": self.nibp}
        if self.breaths != BREATHS_A_MINUTE:
            figures["breaths"] = self.breaths
        chosen |= {name: f"{value:.12g}" for name, value in figures.items() if value is not None}
        return f"{self.kind}?{'&'.join(f'{name}={value}' for name, value in chosen.items())}"


def _number(name: str, text: str, least: float, most: float, *, whole: bool = False) -> float:
    value = _value(name, text)
    if not least <= value <= most or (whole and value != round(value)):
        kind = phrase("a whole number") if whole else phrase("a number")
        raise RecordError(
            phrase(
                "The option {name} of a patient is {kind} from {least:.12g} to {most:.12g}, not {text!r}.",
                name=name,
                kind=kind,
                least=least,
                most=most,
                text=text,
            )
        )
    return value


def _value(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise RecordError(
            phrase("The option {name} of a patient must be a number, not {text!r}.", name=name, text=text)
        )
    return value
