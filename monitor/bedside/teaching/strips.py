"""Strips for a quiz: where in the records at hand, or in simulated patients, a rhythm stands by itself.

A strip lies within one annotated rhythm, `GUARD_S` from where it changes, and what is in it is of one kind:
sinus rhythm without an ectopic beat, ventricular premature beats without a supraventricular one. Records that
are kept as a test (DS2 of MIT-BIH, half of the SVDB) are left out: what is looked at in class is no test.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.databases.fetch import header_at_hand
from assets.databases.mitbih import AAMI_CLASS, DS1, DS2, PACED
from assets.errors import AssetError
from assets.phrase import phrase
from assets.records.headers.survey import survey_record
from assets.records.record import Annotations
from assets.sources.source import LeadKind
from models.judging.reference import flutter_in
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.kinds import KINDS
from models.patients.opening import open_any
from monitor.bedside.teaching.findings import Finding, finding_of, label_words
from monitor.bedside.teaching.truth import rhythms

GUARD_S = 0.5
"""A strip keeps so far from where the rhythm changes, and an ectopic beat from a strip's ends, s."""

LEAST_S, USUAL_S, MOST_S = 4.0, 8.0, 12.0
"""How long a strip is, s."""

MOST_LEADS = 2
"""So many leads of a record are shown."""

RECORDS = tuple(sorted(set(DS1) | (set(PACED) - set(DS2) - {"217"})))
"""Records that strips are drawn from: those of DS1, and paced ones."""

SIMULATED: Mapping[Finding, tuple[str, ...]] = {
    Finding.SINUS: ("sinus",),
    Finding.ECTOPY: ("pvc?every=4", "bigeminy", "trigeminy"),
    Finding.ATRIAL: ("af", "atrial-flutter"),
    Finding.SVT: ("svt",),
    Finding.VT: ("vt", "torsades"),
    Finding.VF: ("vf", "ventricular-flutter", "vf-fine"),
    Finding.ASYSTOLE: ("asystole",),
    Finding.AV_BLOCK: ("mobitz", "av-block-3", "wenckebach"),
    Finding.PACED: ("paced",),
}
"""Patients that stand in where no record at hand shows a finding."""

DISTURBED = ("brushing=-6", "electrode=-6", "muscle=-9")
"""Artefacts that are put on sinus rhythm, dB: so loud that nobody can name the rhythm."""

_PLAIN = frozenset("NLR")
"""Beats of a sinus rhythm without anything else."""


@dataclass(frozen=True)
class Place:
    """Where a strip lies, and what it shows.

    Attributes
    ----------
    source : str
        Name, as `models.patients.opening.open_any` takes it.
    start, stop : int
        First sample, and the one after the last, of the source.
    fs : float
        Rate, Hz.
    finding : Finding
        What the annotations say.
    words : str
        In their words.
    """

    source: str
    start: int
    stop: int
    fs: float
    finding: Finding
    words: str

    @property
    def simulated(self) -> bool:
        """Whether it is no recording of a person."""
        return ":" in self.source

    @property
    def title(self) -> str:
        """Where it is from, for people: once it has been answered."""
        record, plus, artefact = self.source.partition("+")
        if plus:
            words = ARTEFACTS[artefact.partition("=")[0]].words
            return phrase(
                "{strip}, with: {artefact}", strip=replace(self, source=record).title, artefact=words
            )
        if self.simulated:
            kind = self.source.partition(":")[2].partition("?")[0]
            return phrase("Simulated: {what}", what=KINDS[kind].words)
        second = self.start // round(self.fs)
        return phrase(
            "MIT-BIH record {name}, {minute}:{second:02d}",
            name=self.source,
            minute=second // 60,
            second=second % 60,
        )


@dataclass(frozen=True)
class Strip:
    """A strip with its samples.

    Attributes
    ----------
    place : Place
        Where it lies.
    leads : tuple of str
        Names, one a column.
    samples : ndarray of float32, shape (n, n_leads)
        Signal, mV; NaN in gaps.
    beats : tuple of (int, str)
        Annotated beats: sample of the source, and symbol.
    """

    place: Place
    leads: tuple[str, ...]
    samples: npt.NDArray[np.float32]
    beats: tuple[tuple[int, str], ...]


def places_in(source: str, notes: Annotations, fs: float, n_samples: int, strip_s: float) -> list[Place]:
    """Find where strips of `strip_s` seconds can be taken from a source.

    Parameters
    ----------
    source : str
        Its name.
    notes : Annotations
        Of all of it.
    fs : float
        Rate, Hz.
    n_samples : int
        Length.
    strip_s : float
        Length of a strip, s.
    """
    length, guard = round(strip_s * fs), round(GUARD_S * fs)
    flutter = flutter_in(notes, n_samples).tolist()
    spans: list[tuple[Finding, str, int, int]] = [
        (Finding.VF, phrase("ventricular flutter or fibrillation"), a, b) for a, b in flutter
    ]
    for label, first, last in rhythms(notes, n_samples):
        finding = finding_of(label)
        if finding is not None and finding is not Finding.VF:
            spans.append((finding, label_words(label), first, last))
    found = []
    for finding, words, first, last in spans:
        for start in range(first + guard, last - guard - length + 2, length):
            stop = start + length
            if finding is not Finding.VF and any(a < stop + guard and b > start - guard for a, b in flutter):
                continue
            told = _told(finding, notes, start, stop, guard)
            if told is not None:
                said = words if told is finding else f"class V beats in {words}"
                found.append(Place(source, start, stop, fs, told, said))
    return found


def _told(finding: Finding, notes: Annotations, start: int, stop: int, guard: int) -> Finding | None:
    """What a strip within a rhythm shows; None where it is not of one kind."""
    first, last = np.searchsorted(notes.sample, (start - guard, stop + guard)).tolist()
    if "~" in notes.symbol[first:last] and finding is not Finding.ASYSTOLE:
        return None  # the annotators say that the signal's quality changes there
    beats = [
        (int(notes.sample[i]), notes.symbol[i]) for i in range(first, last) if notes.symbol[i] in AAMI_CLASS
    ]
    classes = {AAMI_CLASS[symbol] for _, symbol in beats}
    if finding in (Finding.SINUS, Finding.ECTOPY):
        if {symbol for _, symbol in beats} <= _PLAIN:
            return Finding.SINUS if finding is Finding.SINUS and beats else None
        within = [at for at, s in beats if AAMI_CLASS[s] == "V" and start + guard <= at < stop - guard]
        return Finding.ECTOPY if within and classes <= {"N", "V"} else None
    if finding is Finding.ATRIAL:
        return finding if classes == {"N"} else None
    if finding is Finding.PACED:
        return finding if {symbol for _, symbol in beats} == {"/"} else None
    return finding


def records_at_hand(data_dir: Path | None = None, cache_dir: Path | None = None) -> list[str]:
    """Give the records of `RECORDS` that the mirror or the cache has; nothing is downloaded."""
    found = []
    for name in RECORDS:
        header = header_at_hand(name, data_dir=data_dir, cache_dir=cache_dir)
        if header is not None and all(header.with_suffix(suffix).is_file() for suffix in (".dat", ".atr")):
            found.append(name)
    return found


def places_of_records(
    names: Iterable[str], strip_s: float, data_dir: Path | None = None, cache_dir: Path | None = None
) -> tuple[list[Place], list[str]]:
    """Find the strips in records; of those whose files are broken, a sentence each that says so."""
    found: list[Place] = []
    problems: list[str] = []
    for name in names:
        header = header_at_hand(name, data_dir=data_dir, cache_dir=cache_dir)
        if header is None:
            continue
        try:
            survey = survey_record(header)
        except AssetError as error:
            problems.append(f"No strip is drawn from record {name}: {error}")
            continue
        if survey.annotations is not None:
            found += places_in(name, survey.annotations, survey.fs, survey.n_samples, strip_s)
    return found, problems


def places_of_patients(finding: Finding, strip_s: float, chance: random.Random, n: int) -> list[Place]:
    """Find `n` strips of a finding in simulated patients, each another one."""
    found: list[Place] = []
    kinds = SIMULATED.get(finding, ())
    for i in range(n if kinds else 0):
        kind, _, options = kinds[i % len(kinds)].partition("?")
        seed = chance.randrange(1, 10_000)
        name = f"patient:{kind}?{'&'.join(filter(None, (options, f'seed={seed}', 'leads=3', 'minutes=1')))}"
        source = open_any(name)
        info = source.info
        assert info.n_samples is not None
        notes = source.annotations(0, info.n_samples)
        shown = [
            place
            for place in places_in(name, notes, info.fs, info.n_samples, strip_s)
            if place.finding is finding
        ]
        found += shown[len(shown) // 2 :][:1]
    return found


def disturbed(plain: Sequence[Place], chance: random.Random, n: int) -> list[Place]:
    """Put artefacts on `n` strips of sinus rhythm, another one on each."""
    found = []
    for i, place in enumerate(_by_turns(plain, n, chance)):
        artefact = DISTURBED[i % len(DISTURBED)]
        source = f"{place.source}+{artefact}+seed={chance.randrange(1, 10_000)}"
        kind = ARTEFACTS[artefact.partition("=")[0]].words
        words = phrase("{artefact} put on {rhythm}", artefact=kind, rhythm=place.words)
        found.append(replace(place, source=source, finding=Finding.ARTEFACT, words=words))
    return found


def load(place: Place, data_dir: Path | None = None) -> Strip:
    """Read a strip.

    Raises
    ------
    AssetError
        If its record cannot be opened.
    """
    source = open_any(place.source, data_dir=data_dir)
    block = source.between(place.start, place.stop)
    assert block is not None  # records and finite patients keep what they gave
    info, notes = source.info, block.annotations
    columns = [i for i, lead in enumerate(info.leads) if lead.kind is LeadKind.ECG][:MOST_LEADS]
    beats = tuple(
        (int(at), symbol)
        for at, symbol in zip(notes.sample, notes.symbol, strict=True)
        if symbol in AAMI_CLASS
    )
    samples = np.array(block.samples[:, columns], dtype=np.float32)
    source.close()
    return Strip(place, tuple(info.leads[i].name for i in columns), samples, beats)


def draw(places: Sequence[Place], n: int, seed: int, strip_s: float = USUAL_S) -> list[Place]:
    """Draw the strips of a quiz, the same for the same seed and the same records.

    Each finding comes as often as the others, or once more; records take turns, and simulated patients stand
    in where the records show a finding too seldom.

    Parameters
    ----------
    places : sequence of Place
        Strips of records; none where there are no records.
    n : int
        How many.
    seed : int
        Which quiz.
    strip_s : float
        Length of simulated strips, s.
    """
    chance = random.Random(seed)
    findings = list(Finding)
    chance.shuffle(findings)
    drawn: list[Place] = []
    for i, finding in enumerate(findings):
        wanted = n // len(findings) + (i < n % len(findings))
        plain = [place for place in places if place.finding is Finding.SINUS]
        if finding is Finding.ARTEFACT:
            plain = plain or places_of_patients(Finding.SINUS, strip_s, chance, wanted)
            drawn += disturbed(plain, chance, wanted)
            continue
        taken = _by_turns([place for place in places if place.finding is finding], wanted, chance)
        if len(taken) < wanted:
            taken += places_of_patients(finding, strip_s, chance, wanted - len(taken))
        drawn += taken
    chance.shuffle(drawn)
    return drawn


def _by_turns(places: Sequence[Place], n: int, chance: random.Random) -> list[Place]:
    """Take `n` of these, a record after the other."""
    records: dict[str, list[Place]] = {}
    for place in places:
        records.setdefault(place.source, []).append(place)
    names = sorted(records)
    chance.shuffle(names)
    for name in names:
        chance.shuffle(records[name])
    taken: list[Place] = []
    while len(taken) < n and any(records.values()):
        for name in names:
            if records[name] and len(taken) < n:
                taken.append(records[name].pop())
    return taken
