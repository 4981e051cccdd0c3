"""A heart: it takes the steps of a rhythm, and gives dipole, labels and what it pumps."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.patients.kinds import KINDS, Kind
from models.patients.rhythms.step import Beat, Conditions, Step
from models.patients.shapes import forms
from models.patients.shapes.forms import Form
from models.patients.shapes.tones import Tone
from models.patients.shapes.waves import Dipole, Wave, Waves

AHEAD_S = 0.25
"""Steps are taken so far ahead of the signal, s: waves begin before what they belong to."""

_RECOVERS_S = 0.7
"""Between the end of ventricular flutter or fibrillation and what follows, s."""

_RISES_S, _FALLS_S, _ATRIAL_S = 0.4, 0.3, 1.0
"""A tone of the ventricles comes within so long, and goes within so long; one of the atria takes this, s."""

USUAL_FILLING_S = 0.8
_FILLS_S, _LEAST_FILLING_S = 0.42, 0.18


@dataclass(frozen=True)
class Label:
    """A WFDB annotation.

    Attributes
    ----------
    at : float
        When, s.
    symbol, aux_note : str
        As in `assets.records.record.Annotations`.
    """

    at: float
    symbol: str
    aux_note: str = ""


@dataclass(frozen=True)
class Order:
    """What is to come.

    Attributes
    ----------
    due : float
        From the first step on that begins no earlier than this, s.
    kind : str
        Name of what it is.
    options : mapping of str to float
        All of them.
    """

    due: float
    kind: str
    options: Mapping[str, float]


class Heart:
    """One heart.

    Parameters
    ----------
    order : Order
        With what it begins.
    rngs : sequence of Generator
        Chance: for its build, its rhythm, its beats and its tones.
    pulse_s : float
        Width of a pacing pulse, s.
    block_s : float
        Length of a block, s.
    breath : callable
        As for `Conditions`.
    pumped : callable
        Is told of each beat that pumps: its R peak, s, and how much, 1 for a usual one.
    """

    def __init__(
        self,
        order: Order,
        rngs: list[np.random.Generator],
        pulse_s: float,
        block_s: float,
        breath: Callable[[float], tuple[float, float]],
        pumped: Callable[[float, float], None],
    ) -> None:
        build, rhythm, self._chance, tones = rngs
        self._pulse_s, self._breath, self._pumped = pulse_s, breath, pumped
        self._build = _rotation(0.18 * build.normal(), 0.15 * build.normal())
        self._size, self._p_size, self._t_size = np.exp(0.10 * np.clip(build.normal(size=3), -2, 2))
        self._sway = float(build.uniform(0, 2 * math.pi))
        self._conditions = Conditions(order.options, rhythm, int(build.integers(len(forms.FOCI))), breath)
        scores = {id(kind.tone): kind.tone for kind in KINDS.values() if kind.tone is not None}
        self._tones = {
            key: Tone(score, rng, block_s)
            for (key, score), rng in zip(scores.items(), tones.spawn(len(scores)), strict=True)
        }
        self._waves = Waves()
        self._labels: list[tuple[float, int, Label]] = []  # of one moment the first that came is first
        self._labelled = 0
        self._orders: list[Order] = []
        self._cursor = 0.1 + 0.2 * float(build.random())
        self._last_r = -math.inf
        self._rr: float | None = None
        self.doing = order
        self._steps = self._begin(order, None)

    @property
    def kind(self) -> Kind:
        """What it has."""
        return KINDS[self.doing.kind]

    def order(self, order: Order) -> None:
        """Take an order; one that is due later than this is forgotten."""
        self._orders = [*(o for o in self._orders if o.due < order.due), order]

    def block(
        self, times: npt.NDArray[np.float64], start: float, end: float
    ) -> tuple[npt.NDArray[np.float64], list[Label]]:
        """Give the next block.

        Parameters
        ----------
        times : ndarray of float64, shape (n,)
            Those of its samples, s.
        start, end : float
            Where it begins and ends, s.

        Returns
        -------
        dipole : ndarray of float64, shape (n, 3)
            mV.
        labels : list of Label
            Those before `end`, in order.
        """
        while self._cursor < end + AHEAD_S:
            self._step()
        dipole = self._waves.between(times, end)
        for tone in self._tones.values():
            sound = tone.block(times, start)
            if sound is not None:
                dipole = dipole + sound @ self._build
        labels = []
        while self._labels and self._labels[0][0] < end:
            labels.append(heapq.heappop(self._labels)[2])
        return dipole, labels

    def _step(self) -> None:
        due = [order for order in self._orders if order.due <= self._cursor]
        if due:  # several may have come since the step before: the newest holds
            self._orders = self._orders[len(due) :]
            self._take(due[-1])
        self._conditions.now = self._cursor
        step = next(self._steps)
        at = self._cursor
        p = self._p_size * self._jitter(0.05)
        self._waves.add(
            wave._replace(at=at + wave.at, width=self._pulse_s)
            if not wave.width
            else Wave(at + wave.at, wave.width, self._turned(wave.dipole, p))
            for wave in step.waves
        )
        for beat in step.beats:
            self._add(beat, at + beat.at)
        self._cursor += step.lasts

    def _take(self, order: Order) -> None:
        """Begin what was ordered; where only options change, the rhythm goes on with them."""
        before, self.doing = self.doing, order
        if before.kind == order.kind:
            self._conditions.options = order.options
            self._set_tone(order)
        else:
            self._steps = self._begin(order, KINDS[before.kind])

    def _begin(self, order: Order, before: Kind | None) -> Iterator[Step]:
        kind = KINDS[order.kind]
        if before is not None and before.tone is not None and before.tone is not kind.tone:
            over = _FALLS_S if before.flutters else _ATRIAL_S
            self._tones[id(before.tone)].sound(0.0, self._cursor, over)
        if before is not None and before.flutters:
            self._label(self._cursor, "]")
            if not kind.flutters:
                self._cursor += _RECOVERS_S
        if kind.flutters:
            self._label(self._cursor, "[")
        self._label(self._cursor, "+", f"({kind.label}")
        if kind.tone is not None:
            self._set_tone(order)
            self._tones[id(kind.tone)].sound(1.0, self._cursor, _RISES_S if kind.flutters else _ATRIAL_S)
        self._conditions.restart(order.options)
        return kind.rhythm(self._conditions)

    def _set_tone(self, order: Order) -> None:
        """A tone's frequency follows the option that says it."""
        kind = KINDS[order.kind]
        if kind.tone is not None:
            a_minute = order.options.get("atrial", order.options.get("rate") if kind.flutters else None)
            if a_minute is not None:
                self._tones[id(kind.tone)].hz = a_minute / 60

    def _add(self, beat: Beat, r: float) -> None:
        interval = r - self._last_r
        self._last_r = self._conditions.last_r = r
        if math.isfinite(interval):
            rr = min(max(interval, 0.25), 1.5)
            self._rr = rr if self._rr is None else self._rr + 0.25 * (rr - self._rr)
        options = self.doing.options
        usual = min(max(60.0 / options["rate"], 0.25), 1.5) if "rate" in options else USUAL_FILLING_S
        qt = options.get("qt", 400.0) / 1000 * (self._rr or usual) ** (1 / 3)  # after Fridericia, 1920
        self._waves.add(self._shaped(beat, r, qt / forms.NORMAL_QT_S))
        self._label(r, beat.symbol)
        filled = min(interval, 3.0)
        self._pumped(r, beat.form.stroke * _filling(filled) / _filling(USUAL_FILLING_S))

    def _shaped(self, beat: Beat, r: float, stretch: float) -> Iterator[Wave]:
        phase, depth = self._breath(r)
        size = (
            beat.scale * self._size * self._jitter(0.02) * (1 + 0.05 * depth * math.sin(phase + self._sway))
        )
        late = beat.scale * self._t_size * self._jitter(0.04)
        turn = _turn(beat.turn)
        form: Form = beat.form
        for wave in form.qrs:
            yield Wave(r + wave.at, wave.width, self._turned(wave.dipole, size, turn))
        for wave in form.recovery:
            dipole = self._turned(wave.dipole, late, turn)
            yield Wave(r + stretch * wave.at, stretch * wave.width, dipole)

    def _turned(self, dipole: Dipole, size: float, turn: npt.NDArray[np.float64] | None = None) -> Dipole:
        own = self._build if turn is None else turn @ self._build
        x, y, z = (size * np.asarray(dipole) @ own).tolist()
        return x, y, z

    def _label(self, at: float, symbol: str, aux_note: str = "") -> None:
        self._labelled += 1
        heapq.heappush(self._labels, (at, self._labelled, Label(at, symbol, aux_note)))

    def _jitter(self, share: float) -> float:
        return 1.0 + share * float(np.clip(self._chance.normal(), -2.5, 2.5))


def _filling(seconds: float) -> float:
    """How full the ventricles are after so long without a beat, 0 to 1."""
    return -math.expm1(-max(seconds - _LEAST_FILLING_S, 0.0) / _FILLS_S)


def _turn(angle: float) -> npt.NDArray[np.float64] | None:
    """A turn in the frontal plane; None for none."""
    if not angle:
        return None
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])


def _rotation(frontal: float, horizontal: float) -> npt.NDArray[np.float64]:
    """How this heart lies in its chest: turned a little in the frontal and the horizontal plane, rad."""
    a, b = (max(-0.35, min(0.35, angle)) for angle in (frontal, horizontal))
    in_front = np.array([[math.cos(a), math.sin(a), 0], [-math.sin(a), math.cos(a), 0], [0, 0, 1]])
    across = np.array([[math.cos(b), 0, math.sin(b)], [0, 1, 0], [-math.sin(b), 0, math.cos(b)]])
    return in_front @ across
