"""Reading a WFDB record as a whole into one plain `Record`, in mV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.records.header import SignalSpec
from assets.records.record import Record
from assets.records.samples import read_samples
from assets.records.survey import Survey, millivolts, survey_record

#: Samples of all leads together above which a record is not read as a whole: 2**27 are 512 MiB as float32,
#: or 24 hours of three leads at 500 Hz.
MAX_VALUES = 2**27


def read_record(path: str | Path) -> Record:
    """Read the WFDB record at `path` as a whole.

    Leads that are not voltages (respiration, pressure) are left out with a warning, and so are voltages
    after the twelfth. A lead sampled slower than the fastest one of the record is interpolated linearly to
    its rate. Invalid samples become NaN.

    Parameters
    ----------
    path : str or Path
        As for `assets.records.survey.survey_record`.

    Returns
    -------
    Record
        1 to 12 leads in mV at 100 to 1000 Hz, with the annotations of the ``.atr`` file beside it if that
        is there and readable; `Record.warnings` says what was left out or assumed.

    Raises
    ------
    RecordError
        If there is no such record, it cannot be read, or it has more than `MAX_VALUES` samples; the message
        is one sentence with file and cause.
    """
    return read_whole(survey_record(path))


def read_whole(survey: Survey) -> Record:
    """Read all samples of a record that has been surveyed; as `read_record`."""
    if survey.n_values > MAX_VALUES:
        raise _too_long(survey)
    digital = read_samples(survey.header, survey.files, survey.n_frames, survey.keep, survey.label)
    fastest = survey.per_frame
    signals = np.empty((survey.n_samples, len(survey.keep)), dtype=np.float32)
    for column, (spec, samples) in enumerate(zip(survey.specs, digital, strict=True)):
        signals[:, column] = _resample(_aligned(spec, samples), fastest, survey.n_frames, spec)
    return Record(
        name=survey.name,
        fs=survey.fs,
        leads=survey.leads,
        signals=signals,
        annotations=survey.annotations,
        comments=survey.header.comments,
        notes=survey.notes,
        identity=survey.identity,
        warnings=(*survey.warnings, *_checksum_warnings(survey, digital)),
    )


def _too_long(survey: Survey) -> RecordError:
    hours, n = survey.n_samples / survey.fs / 3600, len(survey.keep)
    return RecordError(
        f"{survey.label} is too long to be read as a whole: its {hours:,.1f} h of {n} lead{'s' * (n > 1)} at "
        f"{survey.fs:g} Hz take {survey.n_values * 4 / 2**30:,.1f} GiB, and at most "
        f"{MAX_VALUES * 4 / 2**30:.1f} GiB can be held."
    )


def _checksum_warnings(survey: Survey, digital: Sequence[npt.NDArray[np.int32]]) -> list[str]:
    """Compare the sums of the samples with the header's."""
    return [
        f"The samples of {spec.name} differ from the checksum in {survey.label}, so the file may be damaged."
        for spec, checksum, samples in zip(survey.specs, survey.checksums, digital, strict=True)
        if checksum is not None and (int(samples.sum(dtype=np.int64)) - checksum) % 65536
    ]


def _aligned(spec: SignalSpec, samples: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Turn ADC values into mV where they belong in time; those lost to skew become NaN; shape is kept."""
    values = millivolts(spec, samples)
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
