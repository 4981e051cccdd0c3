"""An EDF, EDF+ or BDF file as a record in frames, checked against its real size before any sample is read.

A data record holds so many samples of the first signal, then those of the second: it is what a frame is in a
WFDB record, so such files are read as those are, in pieces where they are long, and signals of different
rates are brought to that of the fastest lead in the same way.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from assets.causes import reason
from assets.edf.choosing import Choice, choose
from assets.edf.header import EdfHeader, read_edf_header
from assets.edf.timing import placed
from assets.phrase import listed, phrase
from assets.records.headers.header import DEFAULT_GAIN, Header, SignalSpec, as_text, quoted, refused
from assets.records.headers.layout import SignalFile
from assets.records.headers.segments import Segmented
from assets.records.headers.survey import (
    MAX_GAIN,
    MAX_LEADS,
    MAX_VITALS,
    MIN_GAIN,
    Survey,
    check_rate,
    label_of,
)
from assets.records.lead import MILLIVOLTS, Lead, LeadKind, factor_of, lead_of

FORMATS = {2: ("16", -(2**15)), 3: ("24", -(2**23))}
"""Storage format of signal(5) and lowest number, by the bytes of a sample."""


def survey_edf(path: str | Path) -> Survey | Segmented:
    """Check the EDF, EDF+ or BDF file at `path`.

    Parameters
    ----------
    path : str or Path
        The file.

    Returns
    -------
    Survey or Segmented
        Of 1 to 12 ECG leads at 100 to 20480 Hz and what is shown beside them, with its annotations;
        of several parts where time passes between data records (EDF+D).

    Raises
    ------
    RecordError
        If it cannot be shown rightly; the message is one sentence with file and cause.
    """
    file = Path(path).absolute()
    header = read_edf_header(file)
    whole = _File(file, header).survey()
    return placed(whole, file, header)


class _File:
    """One file on its way to a survey."""

    def __init__(self, path: Path, header: EdfHeader) -> None:
        self.path, self.header, self.label = path, header, label_of(path)
        self.warnings: list[str] = []
        self.n_records = self._count()

    def _count(self) -> int:
        """Data records to read: those that are there, of those announced."""
        try:
            size = self.path.stat().st_size
        except OSError as error:
            raise refused(self.label, phrase("it cannot be read ({why})", why=reason(error))) from error
        there, told = (size - self.header.size) // self.header.record_bytes, self.header.n_records
        if there < 1 or told == 0:
            raise refused(self.label, phrase("it holds no data record"))
        if told is not None and there < told:
            self.warnings.append(
                phrase(
                    "{file} announces {told} data records and ends after {there}: these were read.",
                    file=self.label,
                    told=told,
                    there=there,
                )
            )
        elif told is not None and there > told:
            self.warnings.append(
                phrase(
                    "{file} holds {there} data records and announces {told}: these were read.",
                    file=self.label,
                    told=told,
                    there=there,
                )
            )
        return min(there, told or there)

    def survey(self) -> Survey:
        """Check it, as one stretch without a gap and without annotations."""
        header, label = self.header, self.label
        if not header.record_s:
            raise refused(label, phrase("its data records last no time, as in a file of annotations alone"))
        choice = choose(header.signals)
        keep = self._kept(choice)
        leads = {i: choice.leads[i] for i in keep}
        signals = tuple(self._spec(i, leads.get(i)) for i in range(len(header.signals)))
        comments = (f"Recording: {header.recording}",) if _says_something(header.recording) else ()
        layout = Header(1 / header.record_s, self.n_records, signals, comments, (), start=header.start)
        fmt, _ = FORMATS[header.sample_bytes]
        files = (SignalFile(self.path, fmt, header.size, 0, len(signals), self.n_records),)
        whole = Survey(
            name=as_text(self.path.stem),
            label=label,
            header=layout,
            files=files,
            n_frames=self.n_records,
            keep=keep,
            annotations=None,
            notes=phrase(
                "{format} file from {folder}",
                format="BDF" if header.sample_bytes == 3 else "EDF",
                folder=as_text(self.path.parent),
            ),
            warnings=(),
            told=tuple(
                Lead(signals[i].name, lead_of("", signals[i].units).unit, leads[i].kind) for i in keep
            ),
        )
        check_rate(whole.fs, label)
        for i in keep:
            if signals[i].samples_per_frame != whole.per_frame:
                slow = layout.fs * signals[i].samples_per_frame
                self.warnings.append(
                    phrase(
                        "{lead} was interpolated from {slow:g} Hz to {fs:g} Hz.",
                        lead=signals[i].name,
                        slow=slow,
                        fs=whole.fs,
                    )
                )
        if choice.left_out:
            self.warnings.append(_left_out(choice.left_out))
        return replace(whole, warnings=tuple(self.warnings))

    def _kept(self, choice: Choice) -> tuple[int, ...]:
        """Choose the signals that are read: with a believable range, as many as the monitor shows."""
        ecg: list[int] = []
        vitals: list[int] = []
        odd: list[int] = []
        for i, lead in choice.leads.items():
            if not self._believable(i, lead):
                if lead.kind is LeadKind.ECG:
                    odd.append(i)
                self.warnings.append(
                    phrase("{lead} was left out: its range is out of all proportion.", lead=lead.name)
                )
            else:
                (ecg if lead.kind is LeadKind.ECG else vitals).append(i)
        if odd and not ecg:
            signal = self.header.signals[odd[0]]
            raise refused(
                self.label,
                phrase(
                    "the range of its ECG {lead} is out of all proportion: digital "
                    "{least_step:g} … {most_step:g} for physical {least:g} … {most:g}",
                    lead=quoted(signal.label),
                    least_step=signal.digital[0],
                    most_step=signal.digital[1],
                    least=signal.physical[0],
                    most=signal.physical[1],
                ),
            )
        if not ecg:
            labels = (quoted(signal.label) for signal in self.header.signals)
            raise refused(
                self.label,
                phrase(
                    "none of its signals is an ECG by its label and unit (they are {names})",
                    names=listed(labels, most=4),
                ),
            )
        if len(ecg) > MAX_LEADS:
            self.warnings.append(
                phrase("Only the first {most} of {n} leads were read.", most=MAX_LEADS, n=len(ecg))
            )
        if len(vitals) > MAX_VITALS:
            self.warnings.append(
                phrase(
                    "Only the first {most} of {n} signals beside the ECG were read.",
                    most=MAX_VITALS,
                    n=len(vitals),
                )
            )
        if choice.guessed:
            names = listed((choice.leads[i].name for i in ecg), most=3)
            self.warnings.append(
                phrase(
                    "No label in {file} says ECG: {names} was taken for it by its unit.",
                    file=self.label,
                    names=names,
                )
            )
        return tuple(sorted([*ecg[:MAX_LEADS], *vitals[:MAX_VITALS]]))

    def _believable(self, index: int, lead: Lead) -> bool:
        signal = self.header.signals[index]
        span = signal.physical[1] - signal.physical[0]
        steps = signal.digital[1] - signal.digital[0]
        if not (math.isfinite(span) and math.isfinite(steps) and span and steps):
            return False
        return MIN_GAIN <= abs(steps / span / factor_of(lead.unit)) <= MAX_GAIN

    def _spec(self, index: int, lead: Lead | None) -> SignalSpec:
        """Say of a signal what a line of a WFDB header says; of one that is not read, its length alone."""
        signal = self.header.signals[index]
        fmt, lowest = FORMATS[self.header.sample_bytes]
        gain, baseline, unit = 1.0, 0.0, signal.unit
        # The lowest number there is stands for "no sample" where the signal is said not to reach it.
        gaps = not signal.digital[0] <= lowest <= signal.digital[1]
        if lead is not None and self._believable(index, lead):
            gain = (signal.digital[1] - signal.digital[0]) / (signal.physical[1] - signal.physical[0])
            baseline = signal.digital[0] - signal.physical[0] * gain
            # So it does where numbers were kept as they stood in a WFDB file: 0 is 0 mV there.
            gaps = gaps or abs(baseline) < 1e-3
            uncalibrated = not unit and signal.physical == signal.digital
            if lead.kind is LeadKind.ECG and (uncalibrated or unit.casefold() not in MILLIVOLTS):
                gain, baseline, unit = DEFAULT_GAIN, 0.0, ""
                self.warnings.append(
                    phrase(
                        "{file} gives no voltage for {lead}: {gain:g} units per mV were assumed, so the "
                        "amplitude is not calibrated.",
                        file=self.label,
                        lead=lead.name,
                        gain=DEFAULT_GAIN,
                    )
                )
        return SignalSpec(
            file_name=self.path.name,
            fmt=fmt,
            samples_per_frame=signal.n,
            skew=0,
            offset=self.header.size,
            gain=gain,
            baseline=baseline,
            units=unit,
            initial_value=0,
            checksum=None,
            name=f"signal {index + 1}" if lead is None else lead.name,
            gaps=gaps,
        )


def _left_out(names: tuple[str, ...], most: int = 3) -> str:
    shown = listed(names[:most])
    if len(names) <= most:
        return phrase("Neither an ECG nor shown beside one, and left out: {names}.", names=shown)
    return phrase(
        "Neither an ECG nor shown beside one, and left out: {names} and {n} more.",
        names=shown,
        n=len(names) - most,
    )


def _says_something(recording: str) -> bool:
    """Whether the field says more than that nothing is known; its subfields are then X (EDF+)."""
    return bool(set(recording.casefold().split()) - {"startdate", "x", "not", "recorded"})
