"""A stretch as EDF+, for programs that read polysomnographies and long-term ECGs.

Kemp B, Olivan J. European data format "plus" (EDF+), an EDF alike standard format for the exchange of
physiological data. *Clinical Neurophysiology* 114(9):1755-1761, 2003.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assets.edf.gaps import ENDED, WRITER
from assets.phrase import joined, phrase
from assets.recording.signals import GAINS, USUAL_GAIN, reach_of
from assets.records.began import EDF_YEARS
from assets.records.lead import Lead, LeadKind
from assets.together import written_together
from assets.version import app_version
from models.contract.marks import Mark
from models.library.account import Account
from monitor.alerts.export import ExportError
from monitor.keeping.gaps import Gaps
from monitor.keeping.notes import notes
from monitor.keeping.pieces import Going, pieces

if TYPE_CHECKING:
    from edfio import EdfAnnotation, EdfSignal

INVALID, FAR = -32768, 32767
"""Stands for a gap, and the largest number of a sample, of either sign."""

MOST_VALUES = 2**28
"""Samples of all leads together that are held in memory to be written, at 2 bytes: 512 MiB."""

MOST_RECORD_S = 60
"""A data record is no longer, s."""

LABEL_CHARS, UNIT_CHARS, RANGE_CHARS = 16, 8, 8
MOST_WORDS = 200
"""An annotation is cut there."""


@dataclass(frozen=True)
class Scale:
    """How a lead becomes whole numbers: units of the file in one of the lead's, and what the file says."""

    gain: float
    unit: str
    per_unit: float

    @property
    def range(self) -> tuple[float, float]:
        """What the lowest and the highest number stand for, in `unit`."""
        return INVALID * self.per_unit / self.gain, FAR * self.per_unit / self.gain


def files_of(path: Path) -> tuple[Path, ...]:
    """The one file."""
    return (path,)


def write(path: Path, account: Account, marks: tuple[Mark, ...], going: Going) -> str:
    """Write ``NAME.edf``: EDF+C, everything that was said as annotations, no word of a patient.

    An ECG has a microvolt a step: what came with 200 units a millivolt, or any gain that divides 1000, comes
    back to the sample, and any other to half a microvolt. A lead that leaves ±32.767 mV has steps of ten. EDF
    has no gaps: a missing sample is the lowest number, -32768, and each gap an annotation, which names the
    signal where others go on. The last data record is filled up in the same way. Day and time of the header
    are the record's own, where it has them, to the second; else those that stand for none.

    Raises
    ------
    ExportError, WriteError
        If it cannot be written, or was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    info = account.info
    n, record = account.stop - account.start, record_samples(info.fs)
    whole = -(-n // record) * record
    if whole * len(info.leads) > MOST_VALUES:
        raise ExportError(
            phrase(
                "{seconds:.1f} h of {n} leads are too much for one EDF+ file here: write a "
                "shorter stretch, or WFDB.",
                seconds=account.seconds / 3600,
                n=len(info.leads),
            )
        )
    labels = labels_of(info.leads)
    reach, empty = np.zeros(len(info.leads)), Gaps(labels)
    for start, samples in pieces(account, going, 0.0, 0.3):
        reach = np.maximum(reach, reach_of(samples))
        empty.take(samples, start)
    scales = [scale_of(lead, far) for lead, far in zip(info.leads, reach, strict=True)]
    digits = np.full((len(info.leads), whole), INVALID, dtype=np.int16)
    for start, samples in pieces(account, going, 0.3, 0.8):
        at = start - account.start
        digits[:, at : at + len(samples)] = _whole(samples, scales).T
    from edfio import Edf, Recording  # slow to import, and needed only here

    signals = [
        _signal(row, info.fs, label, scale) for row, label, scale in zip(digits, labels, scales, strict=True)
    ]
    told = [*empty.told(), *([(ENDED, account.stop, account.start + whole)] if whole > n else [])]
    annotations = [*_annotations(account, marks), *_gap_notes(account, told)]
    began = _began(account)
    going(0.9)
    with written_together([path]) as folder:
        Edf(
            signals,
            recording=Recording(
                startdate=None if began is None else began.date(),
                equipment_code=f"{WRITER}{app_version()}",
            ),
            starttime=None if began is None else began.time(),
            data_record_duration=record / info.fs,
            annotations=annotations,
        ).write(folder / path.name)
    said = phrase(
        "{seconds:.0f} s of {name} with {n} annotations written to {path}.",
        seconds=account.seconds,
        name=info.name,
        n=len(annotations),
        path=path,
    )
    cut = [(lead, label) for lead, label in zip(info.leads, labels, strict=True) if label != _label(lead)]
    if not cut:
        return said
    each = joined(
        phrase(", "), [phrase("{lead} is called {label}", lead=lead.name, label=label) for lead, label in cut]
    )
    short = phrase("EDF+ has {most} letters for a name: {each} there.", most=LABEL_CHARS, each=each)
    return joined(" ", (said, short))


def _began(account: Account) -> datetime | None:
    """When the stretch began, to the second, where that is known and the header has room for the year."""
    moment = account.info.moment(account.start)
    if moment is None:
        return None
    whole = (moment + timedelta(seconds=0.5)).replace(microsecond=0)
    return whole if whole.year in EDF_YEARS else None


def labels_of(leads: Sequence[Lead]) -> list[str]:
    """Name leads in the letters that EDF has room for; two that begin alike get numbers."""
    found: list[str] = []
    for lead in leads:
        label, number = _label(lead)[:LABEL_CHARS].rstrip(), 1
        while label in found:
            number += 1
            label = f"{_label(lead)[: LABEL_CHARS - len(str(number)) - 1].rstrip()}~{number}"
        found.append(label)
    return found


def _label(lead: Lead) -> str:
    name = _ascii(lead.name) or "lead"
    return f"ECG {name}" if lead.kind is LeadKind.ECG and not name.upper().startswith("ECG") else name


def record_samples(fs: float) -> int:
    """Samples of a data record: of the shortest whole number of seconds that has whole samples.

    Raises
    ------
    ExportError
        If no such number up to `MOST_RECORD_S` has.
    """
    rate = Fraction(fs).limit_denominator(10**6)
    if rate.denominator > MOST_RECORD_S or abs(float(rate) - fs) > 1e-9 * fs:
        raise ExportError(
            phrase(
                "EDF+ counts whole samples in whole seconds: at {fs:g} Hz there are none. Write WFDB or CSV.",
                fs=fs,
            )
        )
    return rate.numerator


def scale_of(lead: Lead, far: float) -> Scale:
    """Choose how a lead that reaches so far from zero is written.

    Raises
    ------
    ExportError
        If it reaches farther than EDF can say.
    """
    gain = GAINS.get(lead.unit.casefold(), USUAL_GAIN)
    while far * gain > FAR:
        gain /= 10
    told = [Scale(gain, lead.unit or "NU", 1.0)]
    if lead.unit.casefold() == "mv":
        told.insert(0, Scale(gain, "uV", 1000.0))
    for scale in told:
        if all(len(f"{end:.12g}") <= RANGE_CHARS for end in scale.range):
            return scale
    raise ExportError(
        phrase(
            "{name} reaches {far:g} {unit}: more than EDF+ can hold. Write WFDB or CSV.",
            name=lead.name,
            far=far,
            unit=lead.unit,
        )
    )


def _whole(samples: npt.NDArray[np.float32], scales: list[Scale]) -> npt.NDArray[np.int16]:
    scaled = np.rint(samples.astype(np.float64) * [scale.gain for scale in scales])
    told = np.where(np.isfinite(samples), np.clip(scaled, -FAR, FAR), INVALID)
    whole: npt.NDArray[np.int16] = told.astype(np.int16)
    return whole


def _signal(digits: npt.NDArray[np.int16], fs: float, label: str, scale: Scale) -> EdfSignal:
    from edfio import EdfSignal

    low, high = (float(f"{end:.12g}") for end in scale.range)
    return EdfSignal.from_digital(
        digits,
        fs,
        label=label,
        physical_dimension=_ascii(scale.unit)[:UNIT_CHARS],
        physical_range=(low, high),
        digital_range=(INVALID, FAR),
    )


def _ascii(text: str) -> str:
    plain = text.replace("µ", "u").replace("μ", "u").encode("ascii", "replace").decode()
    return "".join(char if char.isprintable() else " " for char in plain).strip()


def _annotations(account: Account, marks: tuple[Mark, ...]) -> Iterator[EdfAnnotation]:
    from edfio import EdfAnnotation

    for note in notes(account, marks):
        start = max(note.start, account.start)
        lasts = (min(note.end, account.stop - 1) - start + 1) / account.fs if note.end > note.start else None
        text = "".join(char if char.isprintable() else " " for char in note.text)
        yield EdfAnnotation(
            _seconds(account, start), None if lasts is None else round(lasts, 6), text[:MOST_WORDS]
        )


def _gap_notes(account: Account, told: Iterable[tuple[str, int, int]]) -> Iterator[EdfAnnotation]:
    from edfio import EdfAnnotation

    for words, start, stop in told:
        yield EdfAnnotation(_seconds(account, start), round((stop - start) / account.fs, 6), words)


def _seconds(account: Account, sample: int) -> float:
    return round((sample - account.start) / account.fs, 6)
