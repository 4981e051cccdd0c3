"""A patient: samples without an end, labelled, and steered while they run."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.record import Annotations
from assets.sources.source import Lead, LeadKind, SourceBlock
from models.patients.body import BREATHS_A_MINUTE, Breathing, Circulation, Electrodes, Transducers, breath
from models.patients.figures import NIBP_LEADS, SPO2_LEAD, Cuff, Oximeter
from models.patients.heart import Heart, Label, Order
from models.patients.kinds import settled
from models.patients.leads import of_dipole, of_electrodes

BLOCK_S = 0.2
"""The signal is made in blocks of this length, s, whatever is read: so it is the same however it is read."""

LEAST_FS, MOST_FS = 100.0, 1000.0
"""Sampling frequencies, Hz: those that the front end takes."""

VITALS = (
    Lead("ABP", "mmHg", LeadKind.PRESSURE),
    Lead("PLETH", "NU", LeadKind.PLETH),
    Lead("RESP", "Ohm", LeadKind.RESPIRATION),
)
"""What may be given beside the ECG."""

_PULSE_S = 0.0012
"""A pacing pulse is so wide, s, and no narrower than the sampling can show."""


class Patient:
    """An endless ECG with its labels; the same for the same arguments, however it is read.

    Parameters
    ----------
    kind : str
        One of `models.patients.kinds.KINDS`.
    options : mapping of str to float, optional
        Of the kind; the others have their usual value.
    seed : int
        Which patient: the same heart for every kind.
    leads : tuple of str
        Names of leads, as `models.patients.leads.named_leads` gives them.
    fs : float
        Sampling frequency, Hz.
    vitals : bool
        Whether `VITALS` follow the ECG.
    spo2 : float, optional
        Saturation while all is well, %: it follows then as a figure.
    nibp : float, optional
        A cuff measures every so many minutes: its three figures follow then.
    breaths : float
        Breaths a minute; 0 for none.

    Raises
    ------
    RecordError
        If the kind, an option or the sampling frequency cannot be.
    """

    def __init__(
        self,
        kind: str,
        options: Mapping[str, float] | None = None,
        *,
        seed: int = 1,
        leads: tuple[str, ...] = ("II",),
        fs: float = 250.0,
        vitals: bool = False,
        spo2: float | None = None,
        nibp: float | None = None,
        breaths: float = BREATHS_A_MINUTE,
    ) -> None:
        if not LEAST_FS <= fs <= MOST_FS:
            raise RecordError(
                phrase(
                    "A patient's fs must be from {least:g} to {most:g} Hz, not {fs:g}.",
                    least=LEAST_FS,
                    most=MOST_FS,
                    fs=fs,
                )
            )
        order = Order(0.0, kind, settled(kind, options or {}))
        self.fs, self.vitals = float(fs), vitals
        self._oximeter = None if spo2 is None else Oximeter(spo2, BLOCK_S)
        self._cuff = None if nibp is None else Cuff(60 * nibp)
        self.leads = (
            *(Lead(name) for name in leads),
            *(VITALS if vitals else ()),
            *((SPO2_LEAD,) if spo2 is not None else ()),
            *(NIBP_LEADS if nibp is not None else ()),
        )
        build, rhythm, beats, tones, chest, electrodes, others = np.random.default_rng(seed).spawn(7)
        # Where nothing pumps, it has not for a while.
        pumps = kind not in NO_OUTPUT
        self._breathing = Breathing(chest, BLOCK_S, breathes=pumps, a_minute=breaths)
        self._circulation = Circulation(self.fs, pumps=pumps)
        self._electrodes = Electrodes(self.fs, electrodes)
        self._transducers = Transducers(others)
        self._heart = Heart(
            order,
            [build, rhythm, beats, tones],
            max(_PULSE_S, 0.6 / self.fs),
            BLOCK_S,
            self._breathing.at,
            self._circulation.beat,
        )
        self._dipole, self._electric = of_dipole(leads), of_electrodes(leads)
        self._blocks = 0
        self._at = 0
        self._ready = np.zeros((0, len(self.leads)), np.float32)
        self._first = 0  # sample of _ready[0]
        self._labels: list[tuple[int, str, str]] = []
        self._last_label = -1

    @property
    def at(self) -> int:
        """The sample that is read next."""
        return self._at

    @property
    def kind(self) -> str:
        """Name of what the patient has at the latest beat that is known."""
        return self._heart.doing.kind

    def steer(self, kind: str, options: Mapping[str, float] | None = None, in_s: float = 0.0) -> None:
        """Let the patient have something else, from the next beat on, without a jump in the signal.

        What was asked for and is due later is forgotten. The same kind with other options goes on with them;
        a sinus node comes to another rate within seconds.

        Parameters
        ----------
        kind : str
            As for the patient.
        options : mapping of str to float, optional
            As for the patient.
        in_s : float
            So many seconds after the next sample.

        Raises
        ------
        RecordError
            If the kind or an option cannot be.
        ValueError
            If `in_s` is no time to come.
        """
        if not (math.isfinite(in_s) and in_s >= 0):
            raise ValueError(f"in_s must be 0 or more, not {in_s!r}.")
        self._heart.order(Order(self._at / self.fs + in_s, kind, settled(kind, options or {})))

    def measure(self) -> None:
        """Let the cuff measure now; without one nothing happens."""
        if self._cuff is not None:
            self._cuff.ask()

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples with the labels that lie in them."""
        stop = self._at + n
        parts, there = [self._ready[self._at - self._first :]], self._first + len(self._ready)
        while there < stop:
            parts.append(self._block())
            there += len(parts[-1])
        samples = np.concatenate(parts) if len(parts) > 1 else parts[0]
        self._ready, self._first = samples[n:], stop
        given = [label for label in self._labels if label[0] < stop]
        self._labels = self._labels[len(given) :]
        block = SourceBlock(self._at, samples[:n], _annotations(given))
        block.samples.flags.writeable = False
        self._at = stop
        return block

    def _block(self) -> npt.NDArray[np.float32]:
        start, end = self._blocks * BLOCK_S, (self._blocks + 1) * BLOCK_S
        # Whether a sample lies in a block is asked of its number alone: rounding may not give one twice.
        first, stop = (
            math.ceil(block * BLOCK_S * self.fs - 1e-6) for block in (self._blocks, self._blocks + 1)
        )
        self._blocks += 1
        times = np.arange(first, stop) / self.fs
        dipole, labels = self._heart.block(times, start, end)
        phase, depth = self._breathing.block(times, self._circulation.output)
        breaths = breath(phase) * depth
        signal = dipole @ self._dipole + self._electrodes.block(times, breaths) @ self._electric
        artery, pulse = self._circulation.block(times, start, end)
        if self.vitals:
            pressure = artery * (1 - 0.02 * breaths)
            beside = np.column_stack([pressure, pulse, breaths]) + self._transducers.at(times)
            signal = np.column_stack([signal, beside])
        figures = self._figures(times, artery, end)
        if figures:
            signal = np.column_stack([signal, np.tile(figures, (len(times), 1))])
        for label in labels:
            self._note(label)
        return signal.astype(np.float32)

    def _figures(
        self, times: npt.NDArray[np.float64], artery: npt.NDArray[np.float64], end: float
    ) -> list[float]:
        """What clip and cuff show after a block."""
        flow, made = self._circulation, []
        if self._oximeter is not None:
            made.append(self._oximeter.block(self._breathing.depth, flow.output, flow.perfusion))
        if self._cuff is not None:
            made += self._cuff.block(times, artery, flow.beats_since(end - Cuff.HEARS_S))
        return made

    def _note(self, label: Label) -> None:
        """No two annotations have one sample, as WFDB wants it."""
        self._last_label = max(round(label.at * self.fs), self._last_label + 1)
        self._labels.append((self._last_label, label.symbol, label.aux_note))


NO_OUTPUT = frozenset({"vf", "vf-fine", "ventricular-flutter", "asystole", "agonal"})
"""With these the heart pumps nothing."""


def _annotations(labels: list[tuple[int, str, str]]) -> Annotations:
    sample, symbol, aux = zip(*labels, strict=True) if labels else ((), (), ())
    return Annotations(np.array(sample, dtype=np.int64), symbol, aux)
