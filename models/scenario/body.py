"""What a scenario sounds like: a steered patient, or minutes of records, one after the other without a break.

The patient is one and the same from the first to the last step. Between him and a record, and between two
records, the one fades out while the other fades in; no sample is left out, and none is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import joined, phrase
from assets.records.record import Annotations
from assets.sources.source import Lead, Source, SourceBlock, SourceInfo
from models.patients.kinds import KINDS, OPTION_WORDS, settled
from models.patients.leads import SETS, named_leads
from models.patients.patient import Patient
from models.scenario.script import Scenario, Step
from models.scenario.stretch import Stretch
from models.scenario.wording import bed_words

JOIN_S = 0.4
"""A patient and a record, or two records, fade into each other over so long, s: less than a beat."""

SETTLES_S = 5.0
"""Before a patient is seen after a record, so much of what he now has passes unseen, s."""

GLIDE_EVERY_S = 0.5
"""Options that come to other values do so in steps of this length, s."""

Label = tuple[int, str, str]
"""Sample of the stream, symbol and auxiliary text of an annotation."""


class _Voice(Protocol):
    """Whatever is heard at a time."""

    @property
    def rhythm(self) -> str:
        """WFDB's rhythm label of what it has; empty where it is not known."""
        ...

    def read(self, n: int) -> tuple[npt.NDArray[np.float32], list[Label]]:
        """Give the next samples, and labels counted from the first of them."""


class _PatientVoice:
    def __init__(self, patient: Patient) -> None:
        self.patient = patient

    @property
    def rhythm(self) -> str:
        return f"({KINDS[self.patient.kind].label}"

    @property
    def flutters(self) -> bool:
        return KINDS[self.patient.kind].flutters

    def read(self, n: int) -> tuple[npt.NDArray[np.float32], list[Label]]:
        return _taken(self.patient.read(n))


class _RecordVoice:
    def __init__(self, stretch: Stretch) -> None:
        self.stretch, self.at = stretch, 0
        self.rhythm = ""

    @property
    def left(self) -> int:
        return len(self.stretch) - self.at

    def read(self, n: int) -> tuple[npt.NDArray[np.float32], list[Label]]:
        samples, labels = _taken(self.stretch.between(self.at, self.at + n))
        self.at += n
        for _, symbol, aux in labels:
            self.rhythm = aux if symbol == "+" else self.rhythm
        if len(samples) < n:  # the record ended while it faded out
            last = len(self.stretch) - 1
            edge = self.stretch.between(last, last + 1).samples
            samples = np.concatenate([samples, np.repeat(edge, n - len(samples), axis=0)])
        return samples, labels


def _taken(block: SourceBlock) -> tuple[npt.NDArray[np.float32], list[Label]]:
    known = block.annotations
    places = (known.sample - block.start).tolist()
    return block.samples, list(zip(places, known.symbol, known.aux_note, strict=True))


@dataclass
class _Fade:
    """One voice goes while another comes, from sample `start` on."""

    old: _Voice
    start: int
    length: int

    @property
    def middle(self) -> int:
        return self.start + self.length // 2

    @property
    def stop(self) -> int:
        return self.start + self.length


@dataclass(frozen=True)
class _Glide:
    """Options on their way to other values, from sample `start` on."""

    start: int
    length: int
    before: Mapping[str, float]
    after: Mapping[str, float]


class Body(Source):
    """The signal of a scenario, whose steps are told to it; read by one reader.

    Parameters
    ----------
    scenario : Scenario
        Leads, sampling frequency, seed.
    stretches : mapping of str to Stretch
        The minutes of records, by the names of their steps.
    """

    def __init__(self, scenario: Scenario, stretches: Mapping[str, Stretch]) -> None:
        self._scenario, self._stretches = scenario, stretches
        self._join = round(JOIN_S * scenario.fs)
        self._every = max(1, round(GLIDE_EVERY_S * scenario.fs))
        self._at = 0
        self._patient: Patient | None = None
        self._voice: _Voice | None = None
        self._fade: _Fade | None = None
        self._glide: _Glide | None = None
        self._kind, self._options = "", {}  # type: str, dict[str, float]
        self._flutter = False  # whether a `[` waits for its `]`
        self._last = -1
        names = lead_names(scenario)
        leads = tuple(Lead(name) for name in names)
        if scenario.vitals or scenario.spo2 is not None or scenario.nibp is not None:
            leads = self._made("sinus", {}, names).leads
        self._info = SourceInfo(
            name=bed_words(scenario.bed), identity=scenario.bed, fs=scenario.fs, leads=leads, annotated=True
        )

    @property
    def info(self) -> SourceInfo:
        """What it says of itself."""
        return self._info

    @property
    def ended(self) -> bool:
        """Never: whoever tells it the steps ends it."""
        return False

    @property
    def words(self) -> str:
        """What is played, for the instructor."""
        if isinstance(self._voice, _RecordVoice):
            return self._record
        return told(self._kind, self._options)

    @property
    def kind(self) -> tuple[str, Mapping[str, float]]:
        """What the patient has, with its options; an empty name while a record is played."""
        return ("", {}) if isinstance(self._voice, _RecordVoice) else (self._kind, dict(self._options))

    # What is told to it ---------------------------------------------------------------------------

    def take(self, step: Step) -> None:
        """Begin a step with the next sample."""
        if step.record is not None:
            self._record = phrase("Record {record} from {start:g} s", record=step.record, start=step.start_s)
            self._glide = None
            self._change(_RecordVoice(self._stretches[step.name]))
        elif step.patient is not None:
            self.steer(step.patient, step.options, step.smooth_s)

    def steer(self, kind: str, options: Mapping[str, float], smooth_s: float = 0.0) -> None:
        """Let the patient have something from the next sample on, at its next beat.

        Parameters
        ----------
        kind, options
            As for `models.patients.patient.Patient`.
        smooth_s : float
            Of the kind that he has already, the options come to their new values over so long, s.

        Raises
        ------
        RecordError
            If the kind or an option cannot be, or the scenario's leads are no patient's.
        """
        wanted = settled(kind, options)
        same = kind == self._kind and isinstance(self._voice, _PatientVoice)
        if self._patient is None:
            names = named_leads(self._scenario.leads)
            self._patient = self._made(kind, wanted, names)
            if self._voice is not None:
                self._patient.read(round(SETTLES_S * self._scenario.fs))
        elif same and smooth_s > 0 and wanted != self._options:
            length = max(1, round(smooth_s * self._scenario.fs))
            self._glide = _Glide(self._at, length, dict(self._options), wanted)
            return
        else:
            self._glide = None
            self._patient.steer(kind, wanted)
        self._kind, self._options = kind, wanted
        if not isinstance(self._voice, _PatientVoice):
            if self._voice is not None:
                self._patient.read(round(SETTLES_S * self._scenario.fs))
            self._change(_PatientVoice(self._patient))

    def _made(self, kind: str, options: Mapping[str, float], leads: tuple[str, ...]) -> Patient:
        so = self._scenario
        return Patient(
            kind,
            options,
            seed=so.seed,
            leads=leads,
            fs=so.fs,
            vitals=so.vitals,
            spo2=so.spo2,
            nibp=so.nibp,
            breaths=so.breaths,
        )

    def measure(self) -> None:
        """Let the patient's cuff measure now."""
        if self._patient is not None:
            self._patient.measure()

    def _change(self, voice: _Voice) -> None:
        if self._voice is not None:
            self._fade = _Fade(self._voice, self._at, self._join)
        self._voice = voice

    # Samples --------------------------------------------------------------------------------------

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples with their labels."""
        start, stop = self._at, self._at + n
        parts: list[npt.NDArray[np.float32]] = []
        labels: list[Label] = []
        while self._at < stop:
            self._go_on()
            n_part = min([stop, *(due for due in self._dues() if due > self._at)]) - self._at
            samples, found = self._part(n_part)
            parts.append(samples)
            labels += found
            self._at += n_part
        n_leads = len(self._info.leads)
        samples = np.concatenate(parts) if parts else np.zeros((0, n_leads), np.float32)
        samples.flags.writeable = False
        return SourceBlock(start, samples, self._numbered(labels))

    def _dues(self) -> list[int]:
        """Samples at which something changes."""
        dues = []
        if self._fade is not None:
            dues += [self._fade.middle, self._fade.stop]
        if self._glide is not None:
            gone = self._at - self._glide.start
            dues.append(self._glide.start + min(self._glide.length, (gone // self._every + 1) * self._every))
        if isinstance(self._voice, _RecordVoice):
            dues.append(self._at + self._voice.left - self._join)
        return dues

    def _go_on(self) -> None:
        """Do what is due at the next sample."""
        if self._fade is not None and self._at >= self._fade.stop:
            self._fade = None
        glide = self._glide
        gone = self._at - glide.start if glide is not None else 0
        # At places of its own, however it is read.
        if glide and self._patient and gone and (gone >= glide.length or not gone % self._every):
            share = min(1.0, gone / glide.length)
            self._options = _between(self._kind, glide.before, glide.after, share)
            self._patient.steer(self._kind, self._options)
            if share >= 1.0:
                self._glide = None
        if isinstance(self._voice, _RecordVoice) and self._voice.left <= self._join:
            # Its step is held for longer than it was to last: the minutes come once more.
            self._change(_RecordVoice(self._voice.stretch))

    def _part(self, n: int) -> tuple[npt.NDArray[np.float32], list[Label]]:
        """A piece in which nothing changes."""
        assert self._voice is not None, "no step has been told"
        samples, labels = self._voice.read(n)
        fade = self._fade
        if fade is None:
            return samples, self._placed(labels)
        old, before = fade.old.read(n)
        gone = (np.arange(self._at - fade.start, self._at - fade.start + n) + 0.5) / fade.length
        weight = (0.5 - 0.5 * np.cos(np.pi * gone)).astype(np.float32)[:, None]
        samples = weight * samples + (1 - weight) * old
        if self._at < fade.middle:
            return samples, self._placed(before)
        told = self._placed(labels)
        return samples, [*self._joint(), *told] if self._at == fade.middle else told

    def _placed(self, labels: list[Label]) -> list[Label]:
        for _, symbol, _aux in labels:
            self._flutter = symbol == "[" or (self._flutter and symbol != "]")
        return [(self._at + place, symbol, aux) for place, symbol, aux in labels]

    def _joint(self) -> list[Label]:
        """Labels where another voice takes over: what ends, and what the new one has."""
        assert self._voice is not None
        made = [(self._at, "]", "")] if self._flutter else []
        self._flutter = isinstance(self._voice, _PatientVoice) and self._voice.flutters
        if self._flutter:
            made.append((self._at, "[", ""))
        if self._voice.rhythm:
            made.append((self._at, "+", self._voice.rhythm))
        return made

    def _numbered(self, labels: list[Label]) -> Annotations:
        """No two annotations have one sample, as WFDB wants it."""
        if not labels:
            return Annotations(np.zeros(0, dtype=np.int64), (), ())
        samples = []
        for at, _symbol, _aux in labels:
            self._last = max(at, self._last + 1)
            samples.append(self._last)
        _, symbols, auxes = zip(*labels, strict=True)
        return Annotations(np.array(samples, dtype=np.int64), symbols, auxes)


def told(kind: str, options: Mapping[str, float]) -> str:
    """What a patient has, in words: ``Ventricular tachycardia, rate 170``."""
    values = [
        phrase("{option} {value:.4g}", option=OPTION_WORDS.get(name, name), value=value)
        for name, value in options.items()
    ]
    return joined(phrase(", "), [KINDS[kind].words if kind else "", *values])


def lead_names(scenario: Scenario) -> tuple[str, ...]:
    """Names of a scenario's ECG leads.

    Raises
    ------
    RecordError
        If a patient is to have leads that he has not.
    """
    if scenario.leads in SETS or any(step.patient is not None for step in scenario.step):
        return named_leads(scenario.leads)
    names = tuple(name.strip() for name in scenario.leads.split(","))
    if "" in names or len(set(names)) < len(names):
        raise RecordError(
            phrase("Leads are named with commas between, each once, not {leads!r}.", leads=scenario.leads)
        )
    return names


def _between(
    kind: str, before: Mapping[str, float], after: Mapping[str, float], share: float
) -> dict[str, float]:
    """Options on their way; counts stay whole."""
    made = {}
    for name, option in KINDS[kind].options.items():
        value = before[name] + share * (after[name] - before[name])
        made[name] = float(round(value)) if option.whole else value
    return made
