"""Records to learn from: of the catalogue or a user's own, annotated or not, with the user's marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.databases.mitbih import AAMI_CLASS
from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.open import ENDINGS, open_record, records_in
from assets.records.record import Annotations, Record
from assets.text.answers import parted
from assets.text.shape import texts_in
from models.beats.qrs.detector import QrsDetector
from models.contract.fits import HELD_OUT, HELD_OUT_SVDB
from models.contract.marks import NORMAL, Mark
from models.signal.frontend import MODEL_FS, FrontEnd
from training.data.dataset import held_out_records, training_records
from training.data.division import divide

MARK_REACH_S = 0.35
"""A mark belongs to the beat that is nearest to it and no farther away than this, s."""

HALF_BEAT_S = 0.25
"""Half the stretch about an R peak that is compared with the record's median beat, s."""

LEAST_CORRELATION = 0.75
"""A beat that is less like the record's median beat than this is an outlier."""

AMPLITUDE_LIMIT = 4.0
"""A beat's height is an outlier's so many robust standard deviations from the record's median."""

RR_TOLERANCE = 0.3
"""An RR interval is an outlier's where it differs by more than this share from the running median."""

RR_MEDIAN = 15
"""Beats of the running median."""

Log = Callable[[str], None]


def choose(
    data: Path | None,
    records: Sequence[str],
    held_out: Sequence[str],
    databases: Sequence[str] = ("mitdb",),
    log: Log = lambda _: None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say which records to learn from and which to hold out.

    A folder is searched to the bottom, as everywhere: archives have a folder a patient.

    Without any choice these are the shipped fit's: DS1 of de Chazal et al. (2004) less five patients. Where
    records were named, or a folder was, those that were not named as held out are learnt from; if none was
    held out, the usual ones are, as far as they are among them, else about a fifth
    (`training.data.division.divide`).

    Parameters
    ----------
    data : Path or None
        Folder of records, each by its header ``*.hea`` or in one file ``*.edf`` or ``*.bdf``; where there is
        none, of text files of numbers. One that does not say its rate or unit is named, with both.
    records : sequence of str
        Catalogue numbers or paths, or names within `data`; if empty, all of `data`, else the shipped fit's.
    held_out : sequence of str
        The same, for those held out.
    databases : sequence of str
        Keys of `training.data.dataset.LEARNT`: where nothing was named, what is learnt from.
    log : callable
        Is told how much is held out and why, where nobody said what.

    Returns
    -------
    learn, held_out : tuple of str
        What `assets.records.open.open_record` opens.

    Raises
    ------
    RecordError
        If the folder holds no record, or fewer than two are left to divide.
    """

    def spec(name: str) -> str:
        if data is None:
            return name
        whole = name.lower().endswith(ENDINGS) or parted(name) is not None
        return str(data / (name if whole else f"{name}.hea"))

    if data is not None and not data.is_dir():
        raise RecordError(phrase("There is no folder {data} to read records from.", data=data))
    if data is None and not records:
        usual = held_out_records(databases)
        kept = tuple(held_out) or usual
        return tuple(name for name in (*training_records(databases), *usual) if name not in kept), kept
    named = [spec(name) for name in records]
    if data is not None and not records:
        # Beside records of another kind a table of numbers is what somebody made of them.
        named = [str(path) for path in records_in(data, below=True) or texts_in(data)]
        if not named:
            raise RecordError(
                phrase(
                    "The folder {data} holds no recording: there is no *.hea, *.edf or *.bdf in it "
                    "or below, nor a text file of numbers.",
                    data=data,
                )
            )
    for name in (*records, *held_out) if data is not None else ():
        path = text[0] if (text := parted(spec(name))) is not None else Path(spec(name))
        if not path.is_file():
            raise RecordError(
                phrase("There is no record {name} in the folder {data}.", name=path.name, data=data)
            )
    kept = tuple(spec(name) for name in held_out)
    if not kept:
        if len(named) < 2:
            raise RecordError(
                phrase("At least two records are needed: one to learn from, and one held out to judge by.")
            )
        kept = tuple(n for n in named if n in (*HELD_OUT, *HELD_OUT_SVDB)) if data is None else ()
        if not 0 < len(kept) < len(named):
            division = divide(named, data)
            log(division.why)
            return division.learn, division.held_out
    learn = tuple(name for name in named if name not in kept)
    if not learn:
        raise RecordError(phrase("Every record is held out: none is left to learn from."))
    return learn, kept


def read_record(spec: str, data_dir: Path | None, marks: Sequence[Mark], log: Log) -> Record:
    """Open a record for learning: beats are assumed where there are none, and the user's marks applied.

    What was wrong with its files and could be lived with goes to the log.

    Raises
    ------
    assets.errors.AssetError
        If the record cannot be had.
    ValueError
        If it holds too few beats.
    """
    record = open_record(spec, data_dir=data_dir)
    for warning in record.warnings:
        log(phrase("Record {name}: {warning}", name=record.name, warning=warning))
    if record.annotations is None:
        record = assume_beats(record, log)
    return mark(record, marks, log)


def assume_beats(record: Record, log: Log) -> Record:
    """Annotate a record that has no annotations: every beat found is normal unless it is an outlier.

    An outlier is unlike the record's median beat, far from its usual height, or out of its rhythm; it is
    annotated as unclassifiable (``Q``), so that neither it nor what is near it is learnt from.

    Raises
    ------
    ValueError
        If too few beats are found.
    """
    lead = record.signals[:, 0]
    beats = QrsDetector(record.fs).push(lead)
    if len(beats) < RR_MEDIAN:
        raise ValueError(
            phrase(
                "Record {name} has no annotations, and only {n} beats were found in its lead "
                "{leads}: too few to learn from.",
                name=record.name,
                n=len(beats),
                leads=record.leads[0],
            )
        )
    odd = {
        "shape": _odd_shape(lead, record.fs, beats.index),
        "height": _odd_height(beats.amplitude),
        "rhythm": _odd_rhythm(beats.index / record.fs),
    }
    outlier = np.logical_or.reduce([*odd.values()])
    log(
        phrase(
            "Record {name} has no annotations: {n} beats found and taken as "
            "normal, but for {outliers} outliers (some by more than one sign: "
            "{shape} by shape, {height} by height, {rhythm} by rhythm).",
            name=record.name,
            n=len(beats),
            outliers=int(outlier.sum()),
            shape=int(odd["shape"].sum()),
            height=int(odd["height"].sum()),
            rhythm=int(odd["rhythm"].sum()),
        )
    )
    symbols = tuple("Q" if which else "N" for which in outlier.tolist())
    return replace(record, annotations=Annotations(beats.index, symbols, ("",) * len(beats)))


def _odd_shape(
    lead: npt.NDArray[np.float32], fs: float, beats: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Beats that are unlike the median beat; those too near the record's ends count as such."""
    rows = FrontEnd(fs).push(lead)
    half = round(HALF_BEAT_S * MODEL_FS)
    centre = np.floor(beats * (MODEL_FS / fs) + 0.5).astype(np.int64)
    inside = (centre >= half) & (centre + half < len(rows))
    cut = rows.value[centre[inside, None] + np.arange(-half, half + 1)].astype(np.float64)
    whole = np.isfinite(cut).all(axis=1)
    odd = np.ones(len(beats), dtype=bool)
    if whole.any():
        cut = cut[whole] - cut[whole].mean(axis=1, keepdims=True)
        usual = np.median(cut, axis=0)
        usual = usual - usual.mean()
        likeness = cut @ usual / np.sqrt((cut**2).sum(axis=1) * (usual @ usual) + 1e-12)
        odd[np.flatnonzero(inside)[whole]] = likeness < LEAST_CORRELATION
    return odd


def _odd_height(amplitude: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    away = np.abs(amplitude - np.median(amplitude))
    spread = 1.4826 * np.median(away) + 0.02
    return np.asarray(away > AMPLITUDE_LIMIT * spread)


def _odd_rhythm(time: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Beats on either side of an RR interval that is out of the running median."""
    rr = np.diff(time)
    half = RR_MEDIAN // 2
    padded = np.pad(rr, half, mode="reflect" if len(rr) > half else "edge")
    usual = np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1), axis=1)
    odd = np.abs(rr - usual) > RR_TOLERANCE * usual
    return np.append(odd, False) | np.append(False, odd)


def mark(record: Record, marks: Sequence[Mark], log: Log) -> Record:
    """Apply a user's marks: what is normal for this patient is learnt from, what was missed is not.

    A mark is of this record only if it is of the same signal (`Record.identity`), whatever the record's name;
    one made on an excerpt lands on the same beat of the whole. A beat marked normal becomes one of class N.
    One marked missed becomes one of class V: nothing near it is learnt from, and where its record is held
    out, it is to be found.
    """
    own = [m for m in marks if m.source == (record.identity or record.name)]
    if not own or record.annotations is None:
        return record
    beats = np.array([i for i, s in enumerate(record.annotations.symbol) if s in AAMI_CLASS], dtype=np.int64)
    where = record.annotations.sample[beats]
    symbols = list(record.annotations.symbol)
    used = 0
    for m in own:
        if not len(where):
            break
        at = m.sample - record.offset  # a mark counts in the samples of the whole, a record in its own
        nearest = int(np.abs(where - at).argmin())
        if abs(int(where[nearest]) - at) <= MARK_REACH_S * record.fs:
            symbols[int(beats[nearest])] = "N" if m.mark == NORMAL else "V"
            used += 1
    log(
        phrase(
            "Record {name}: {used} of {n} marks lie at a beat and are followed.",
            name=record.name,
            used=used,
            n=len(own),
        )
    )
    return replace(record, annotations=replace(record.annotations, symbol=tuple(symbols)))
