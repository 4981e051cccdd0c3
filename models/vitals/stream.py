"""The vital signs of a source as it streams: one row of readings a second, the same however it is cut."""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from assets.sources.source import Lead, LeadKind
from models.vitals.breath import LEAST_OHM, BreathMeter
from models.vitals.pressure import HIGHEST, LEAST_RISE, LOWEST, PulseMeter
from models.vitals.readings import PressureBeat, Readings
from models.vitals.signs import Quality, Sign

TICK_S = 1.0
"""There is a row of readings each second, at the first sample from a whole second of the source on."""

PERFUSION_S = 60.0
"""What a usual pulse of the pleth is, is told by those of so many seconds."""

WEAK = 0.08
"""A pleth that swings by less than this share of the usual has no pulse."""

LEAST_NU = 0.025
"""A pleth in the unit NU reaches from 0 to about 1; an upstroke of less than this is none."""

OHM = ("ohm", "ohms")
"""The unit of an impedance, in lower case; other units of a breath mean nothing that is known."""

_ARTERIAL = re.compile(r"\b(abp|art\d?|ao|bp|ibp|fap|uap|rad\w*|p1)\b", re.IGNORECASE)
_PULMONARY = re.compile(r"\bpap?\b", re.IGNORECASE)
_VENOUS = re.compile(r"\b(cvp|rap|uvp)\b", re.IGNORECASE)

_FIGURES: tuple[tuple[re.Pattern[str], Sign], ...] = (
    (re.compile(r"%?sp?a?o2", re.IGNORECASE), Sign.SPO2),
    (re.compile(r"pulse|pr\b", re.IGNORECASE), Sign.PULSE),
    (re.compile(r"resp|rr\b", re.IGNORECASE), Sign.RESPIRATION),
    (re.compile(r"ni?bp[ _-]?s", re.IGNORECASE), Sign.NIBP_SYSTOLIC),
    (re.compile(r"ni?bp[ _-]?d", re.IGNORECASE), Sign.NIBP_DIASTOLIC),
    (re.compile(r"ni?bp[ _-]?m", re.IGNORECASE), Sign.NIBP_MEAN),
)

Row = dict[Sign, tuple[float | None, Quality]]

_ABP = (Sign.ABP_SYSTOLIC, Sign.ABP_DIASTOLIC, Sign.ABP_MEAN)
CUFF = (Sign.NIBP_SYSTOLIC, Sign.NIBP_DIASTOLIC, Sign.NIBP_MEAN)
"""What a cuff measures now and then: nothing before the first time, and 0 where it found no pressure."""

_PAP = (Sign.PAP_SYSTOLIC, Sign.PAP_DIASTOLIC, Sign.PAP_MEAN)


def is_arterial(name: str) -> bool:
    """Whether a lead of this name is an arterial pressure."""
    return _ARTERIAL.search(name.replace("_", " ")) is not None


class VitalsStream:
    """Reads pressures, pulse, breath and figures from all leads of a source.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    leads : sequence of Lead
        All columns of the source; those of the ECG are not looked at.
    start : int
        The first sample that it will be given.

    Attributes
    ----------
    signs : tuple of Sign
        What the source's leads can tell, in the table's order.
    """

    def __init__(self, fs: float, leads: Sequence[Lead], start: int = 0) -> None:
        self.fs = float(fs)
        self._meters: list[tuple[int, float, Callable[[npt.NDArray[np.float32], int], Row]]] = []
        self._beats: list[PressureBeat] = []
        self._perfusion: deque[tuple[int, float]] = deque()
        found: dict[Sign, int] = {}
        self._choose(leads, found)
        self.signs = tuple(sign for sign in Sign if sign in found)
        self._columns = sorted({column for column, _, _ in self._meters})
        longest = max((seconds for _, seconds, _ in self._meters), default=0.0)
        self._kept = math.ceil(longest * self.fs) + 1
        self.start_at(start)

    def start_at(self, sample: int) -> None:
        """Forget the samples so far; the next one is this one of the source."""
        self._next = sample
        self._held = np.zeros((0, len(self._columns)), dtype=np.float32)
        self._tick = math.ceil(sample / self.fs / TICK_S - 1e-9)
        self._measured = sample > 0  # what a cuff did before is not known

    @property
    def reads(self) -> bool:
        """Whether there is anything to read."""
        return bool(self._meters)

    def push(self, samples: npt.NDArray[np.floating]) -> Readings:
        """Take the next samples of the source.

        Parameters
        ----------
        samples : ndarray of float, shape (n, n_leads)
            All columns, NaN in gaps.

        Returns
        -------
        Readings
            The rows that became known.
        """
        if not self._meters:
            self._next += len(samples)
            return Readings.none()
        new = np.asarray(samples, dtype=np.float32)[:, self._columns]
        held = np.concatenate([self._held, new])
        first = self._next - len(self._held)  # sample of held[0]
        self._next += len(samples)
        at: list[int] = []
        rows: list[Row] = []
        self._beats = []
        while (due := math.ceil(self._tick * TICK_S * self.fs - 1e-9)) < self._next:
            if due >= first:
                at.append(due)
                rows.append(self._read(held, first, due))
            self._tick += 1
        self._held = held[-self._kept :].copy()
        return self._told(at, rows)

    def _read(self, held: npt.NDArray[np.float32], first: int, due: int) -> Row:
        row: Row = {}
        for column, seconds, read in self._meters:
            begin = max(0, due + 1 - first - round(seconds * self.fs))
            own = held[begin : due + 1 - first, self._columns.index(column)]
            for sign, told in read(own, due).items():
                # Where the first lead that tells it has no figure, the next one may have.
                if sign not in row or (row[sign][0] is None and told[0] is not None):
                    row[sign] = told
        self._look_at_cuff(row)
        if row.get(Sign.SPO2) == (None, Quality.GAP) and row.get(Sign.PULSE) == (None, Quality.NO_PULSE):
            row[Sign.SPO2] = None, Quality.NO_PULSE  # a clip reads no saturation without one
        return row

    def _look_at_cuff(self, row: Row) -> None:
        """That there is no measurement yet is said only where there never was one."""
        cuff = {sign: row[sign] for sign in CUFF if sign in row}
        self._measured = self._measured or any(why is not Quality.UNTAKEN for _, why in cuff.values())
        if self._measured:
            for sign, (value, why) in cuff.items():
                row[sign] = value, Quality.NO_NEW if why is Quality.UNTAKEN else why

    def _told(self, at: list[int], rows: list[Row]) -> Readings:
        values = np.full((len(at), len(Sign)), np.nan, dtype=np.float32)
        quality = np.full((len(at), len(Sign)), int(Quality.ABSENT), dtype=np.int8)
        for i, row in enumerate(rows):
            for sign, (value, why) in row.items():
                quality[i, sign.column] = int(why)
                if value is not None:
                    values[i, sign.column] = value
        return Readings(np.array(at, dtype=np.int64), values, quality, tuple(self._beats))

    # Which lead tells what --------------------------------------------------------------------------

    def _choose(self, leads: Sequence[Lead], found: dict[Sign, int]) -> None:
        """Give each sign the first lead that tells it: waves before another monitor's figures."""

        def take(column: int, seconds: float, signs: Sequence[Sign], read: Callable[..., Row]) -> None:
            self._meters.append((column, seconds, read))
            for sign in signs:
                found.setdefault(sign, column)

        of_kind = {kind: [i for i, lead in enumerate(leads) if lead.kind is kind] for kind in LeadKind}
        for column in of_kind[LeadKind.PLETH][:1]:
            relative = leads[column].unit.lower() == "nu"
            meter = PulseMeter(self.fs, LEAST_NU if relative else 0.0)
            take(column, meter.window_s, (Sign.PULSE,), self._pleth(meter))
        for column in of_kind[LeadKind.PRESSURE]:
            name = leads[column].name.replace("_", " ")
            meter = PulseMeter(self.fs, LEAST_RISE)
            if is_arterial(name) and Sign.ABP_MEAN not in found:
                signs = (*_ABP, Sign.PULSE)
                take(column, meter.window_s, signs, self._pressure(meter, _ABP, arterial=True))
            elif _PULMONARY.search(name) and Sign.PAP_MEAN not in found:
                take(column, meter.window_s, _PAP, self._pressure(meter, _PAP))
            elif _VENOUS.search(name) and Sign.CVP_MEAN not in found:
                take(column, meter.window_s, (Sign.CVP_MEAN,), self._venous(meter))
        for column in of_kind[LeadKind.RESPIRATION][:1]:
            in_ohm = leads[column].unit.lower() in OHM
            breath = BreathMeter(self.fs, LEAST_OHM if in_ohm else 0.0)
            told = (Sign.RESPIRATION, Sign.BREATHLESS)
            take(column, breath.window_s, told, _breathing(breath))
        for column in of_kind[LeadKind.NUMERIC]:
            for pattern, sign in _FIGURES:
                if pattern.match(leads[column].name):
                    take(column, TICK_S, (sign,), _figure(sign))
                    break

    def _pressure(
        self, meter: PulseMeter, signs: tuple[Sign, Sign, Sign], *, arterial: bool = False
    ) -> Callable[[npt.NDArray[np.float32], int], Row]:
        def read(samples: npt.NDArray[np.float32], at: int) -> Row:
            figures, beats = meter.read(samples, at)
            if arterial:
                self._beats.extend(beats)
            quality = figures.quality
            lowest = 0.0 if arterial else LOWEST
            if figures.mean is not None and not lowest <= figures.mean <= HIGHEST:
                return dict.fromkeys(signs, (None, Quality.RANGE))
            without = Quality.GOOD if figures.mean is not None else quality
            row: Row = {
                signs[0]: (figures.systolic, quality),
                signs[1]: (figures.diastolic, quality),
                signs[2]: (figures.mean, without),
            }
            if arterial:
                row[Sign.PULSE] = figures.rate, quality
            return row

        return read

    def _venous(self, meter: PulseMeter) -> Callable[[npt.NDArray[np.float32], int], Row]:
        def read(samples: npt.NDArray[np.float32], at: int) -> Row:
            figures, _ = meter.read(samples, at)
            if figures.quality in (Quality.WAITING, Quality.GAP, Quality.FLAT, Quality.CLIPPED):
                return {Sign.CVP_MEAN: (None, figures.quality)}
            mean = float(np.nanmean(samples))
            if not LOWEST <= mean <= HIGHEST:
                return {Sign.CVP_MEAN: (None, Quality.RANGE)}
            return {Sign.CVP_MEAN: (mean, Quality.GOOD)}

        return read

    def _pleth(self, meter: PulseMeter) -> Callable[[npt.NDArray[np.float32], int], Row]:
        def read(samples: npt.NDArray[np.float32], at: int) -> Row:
            figures, _ = meter.read(samples, at)
            if figures.quality is not Quality.GOOD or figures.amplitude is None:
                return {Sign.PULSE: (None, figures.quality)}
            self._perfusion.append((at, figures.amplitude))
            while self._perfusion[0][0] < at - PERFUSION_S * self.fs:
                self._perfusion.popleft()
            usual = float(np.quantile([amplitude for _, amplitude in self._perfusion], 0.75))
            if figures.amplitude < WEAK * usual:
                return {Sign.PULSE: (None, Quality.NO_PULSE)}
            return {Sign.PULSE: (figures.rate, Quality.GOOD)}

        return read


def _breathing(meter: BreathMeter) -> Callable[[npt.NDArray[np.float32], int], Row]:
    def read(samples: npt.NDArray[np.float32], at: int) -> Row:
        figures = meter.read(samples, at)
        heard = Quality.GOOD if figures.since_s is not None else figures.quality
        return {
            Sign.RESPIRATION: (figures.rate, figures.quality),
            Sign.BREATHLESS: (figures.since_s, heard),
        }

    return read


def _figure(sign: Sign) -> Callable[[npt.NDArray[np.float32], int], Row]:
    def read(samples: npt.NDArray[np.float32], at: int) -> Row:
        value = float(samples[-1])
        if sign in CUFF and not value > 0:
            return {sign: (None, Quality.UNTAKEN if math.isnan(value) else Quality.FAILED)}
        if math.isfinite(value):
            return {sign: (value, Quality.HELD)}
        return {sign: (None, Quality.GAP)}

    return read
