"""Reading a WFDB record as a whole into one plain `Record`, in physical units."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import phrase
from assets.pieces.pieces import Pieces, unchecked
from assets.pieces.slower import at_rate, divisor, length_of, stretches_of, told
from assets.records.headers.header import SignalSpec
from assets.records.headers.segments import Segmented, survey_any
from assets.records.headers.survey import Survey, physical
from assets.records.record import Record
from assets.records.samples import read_samples

#: Samples of all leads together that are read at once of a record that is brought to another rate.
_AT_ONCE = 2**20

#: Samples of all leads together above which a record is not read as a whole: 2**27 are 512 MiB as float32,
#: or 24 hours of three leads at 500 Hz.
MAX_VALUES = 2**27


def read_record(path: str | Path) -> Record:
    """Read the WFDB record at `path` as a whole.

    Pressures, pleth and respiration are read besides the ECG, in mmHg or their own unit. ECG leads after the
    twelfth are left out with a warning. A lead sampled slower than the fastest one of the record is
    interpolated linearly to its rate. One of more than 1000 Hz is brought below (`assets.pieces.slower`).
    Invalid samples become NaN.

    Parameters
    ----------
    path : str or Path
        As for `assets.records.headers.survey.survey_record`.

    Returns
    -------
    Record
        1 to 12 ECG leads in mV, and what else there is, at 100 to 1000 Hz, with the annotations of the
        ``.atr`` file beside it if that is there and readable; `Record.warnings` says what was left out or
        assumed.

    Raises
    ------
    RecordError
        If there is no such record, it cannot be read, or it has more than `MAX_VALUES` samples; the message
        is one sentence with file and cause.
    """
    return read_whole(survey_any(path))


def read_whole(survey: Survey | Segmented) -> Record:
    """Read all samples of a record that has been surveyed; as `read_record`."""
    if (every := divisor(survey.fs)) > 1:
        return _read_slower(survey, every)
    if survey.n_values > MAX_VALUES:
        raise _too_long(survey, survey.fs, survey.n_values)
    if isinstance(survey, Segmented):
        return _read_segments(survey)
    signals, damaged = read_signals(survey)
    if survey.numerics is not None:
        signals = np.hstack([signals, survey.numerics.held(0, survey.n_samples, survey.fs)])
    return Record(
        name=survey.name,
        fs=survey.fs,
        leads=survey.leads,
        signals=signals,
        annotations=survey.annotations,
        comments=survey.comments,
        notes=survey.notes,
        identity=survey.identity,
        warnings=(*survey.warnings, *damaged),
        described=survey.described,
        start=survey.start,
    )


def read_signals(survey: Survey) -> tuple[npt.NDArray[np.float32], list[str]]:
    """Read all samples of a survey's leads.

    Returns
    -------
    signals : ndarray of float32, shape (n_samples, n_leads)
        In each lead's unit.
    damaged : list of str
        A sentence for each lead whose samples differ from the header's checksum.
    """
    if survey.told:  # no WFDB record, so nothing for wfdb
        with closing(Pieces(survey)) as pieces:
            return pieces.between(0, survey.n_samples), []
    digital = read_samples(survey.header, survey.files, survey.n_frames, survey.keep, survey.label)
    signals = np.empty((survey.n_samples, len(survey.keep)), dtype=np.float32)
    for column, (spec, samples) in enumerate(zip(survey.specs, digital, strict=True)):
        signals[:, column] = _resample(_aligned(spec, samples), survey.per_frame, survey.n_frames, spec)
    return signals, _checksum_warnings(survey, digital)


def _read_segments(survey: Segmented) -> Record:
    """Read the segments of a record one after the other; where there is none, or none of a lead, is a gap."""
    signals = np.full((survey.n_samples, len(survey.described)), np.nan, dtype=np.float32)
    damaged: list[str] = []
    for part in survey.parts:
        if part.survey is not None:
            own, said = read_signals(part.survey)
            signals[part.start : part.stop, list(part.columns)] = own
            damaged += said
    if survey.numerics is not None:
        first = len(survey.described) - len(survey.numerics.leads)
        signals[:, first:] = survey.numerics.held(0, survey.n_samples, survey.fs)
    return Record(
        name=survey.name,
        fs=survey.fs,
        leads=survey.leads,
        signals=signals,
        annotations=survey.annotations,
        comments=survey.comments,
        notes=survey.notes,
        identity=survey.identity,
        warnings=(*survey.warnings, *damaged),
        described=survey.described,
        start=survey.start,
    )


def _read_slower(survey: Survey | Segmented, every: int) -> Record:
    """Read a record of a high rate stretch by stretch: what it comes to is held, never all of the file."""
    fs, n, n_leads = survey.fs / every, length_of(survey.n_samples, every), len(survey.described)
    if n * n_leads > MAX_VALUES:
        raise _too_long(survey, fs, n * n_leads)
    signals = np.empty((n, n_leads), dtype=np.float32)
    figures = 0 if survey.numerics is None else len(survey.numerics.leads)
    with closing(stretches_of(survey)) as pieces:
        step = max(1, _AT_ONCE // n_leads)
        for start in range(0, n, step):
            stop = min(n, start + step)
            signals[start:stop, : n_leads - figures] = pieces.between(start, stop)
    if survey.numerics is not None:
        signals[:, n_leads - figures :] = survey.numerics.held(0, n, fs)
    return Record(
        name=survey.name,
        fs=fs,
        leads=survey.leads,
        signals=signals,
        annotations=at_rate(survey.annotations, every, n),
        comments=(*told(survey.label, survey.fs), *survey.comments),
        notes=survey.notes,
        identity=survey.identity,
        warnings=(*told(survey.label, survey.fs), *survey.warnings, *unchecked(survey)),
        described=survey.described,
        start=survey.start,
    )


def _too_long(survey: Survey | Segmented, fs: float, n_values: int) -> RecordError:
    hours, n = survey.n_samples / survey.fs / 3600, len(survey.described)
    return RecordError(
        phrase(
            "{label} is too long to be read as a whole: its {hours:,.1f} h of {leads} "
            "at {fs:g} Hz take {size:,.1f} GiB, and at most "
            "{most:.1f} GiB can be held.",
            label=survey.label,
            hours=hours,
            leads=phrase("{n} leads", n=n) if n > 1 else phrase("1 lead"),
            fs=fs,
            size=n_values * 4 / 2**30,
            most=MAX_VALUES * 4 / 2**30,
        )
    )


def _checksum_warnings(survey: Survey, digital: Sequence[npt.NDArray[np.int32]]) -> list[str]:
    """Compare the sums of the samples with the header's."""
    return [
        phrase(
            "The samples of {name} differ from the checksum in {file}, so the file may be damaged.",
            name=spec.name,
            file=survey.label,
        )
        for spec, checksum, samples in zip(survey.specs, survey.checksums, digital, strict=True)
        if checksum is not None and (int(samples.sum(dtype=np.int64)) - checksum) % 65536
    ]


def _aligned(spec: SignalSpec, samples: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Turn ADC values into physical ones where they belong in time; lost to skew is NaN; shape is kept."""
    values = physical(spec, samples)
    lag = min(spec.skew * spec.samples_per_frame, len(values))
    if lag:
        # The signal's first `lag` samples belong before the record's start.
        values = np.concatenate((values[lag:], np.full(lag, np.nan)))
    return values


def _resample(
    values: npt.NDArray[np.float64], fastest: int, n_frames: int, spec: SignalSpec
) -> npt.NDArray[np.float64]:
    """Bring a lead to `fastest` samples a frame by linear interpolation; a gap spreads to its neighbours."""
    if spec.samples_per_frame == fastest:
        return values
    slow = np.arange(len(values)) / spec.samples_per_frame
    return np.interp(np.arange(n_frames * fastest) / fastest, slow, values)
