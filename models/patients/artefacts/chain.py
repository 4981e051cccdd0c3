"""What a signal goes through: electrodes exchanged, noise, gain, leads off, gaps; each by its course."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from assets.causes import words_of
from assets.errors import RecordError
from assets.phrase import phrase
from assets.sources.source import LeadKind, SourceInfo
from models.patients.artefacts.course import Course, Disturbance, Setting, Stretches
from models.patients.artefacts.kinds import ARTEFACTS, artefact_named, settled_amount
from models.patients.artefacts.noise import Loop, Noises
from models.patients.artefacts.ratio import noise_gain
from models.patients.artefacts.swaps import swapped

Floats = npt.NDArray[np.float64]

SINE_POWER = 0.5
"""Of a sine that swings from -1 to 1."""


class Chain:
    """Artefacts by kind, and what they make of samples. Changed by one thread at a time, read by any.

    Parameters
    ----------
    info : SourceInfo
        Of what is disturbed.
    noises : Noises
        Where noise is taken from.
    seed : int
        Where in the noise it begins.
    levels : callable
        Gives the power of the QRS complexes in each lead, mV².
    """

    def __init__(self, info: SourceInfo, noises: Noises, seed: int, levels: Callable[[], Floats]) -> None:
        self._info, self._noises, self._seed, self._levels = info, noises, seed, levels
        self._n = len(info.leads)
        self.ecg = [i for i, lead in enumerate(info.leads) if lead.kind is LeadKind.ECG]
        self._courses: dict[str, Course] = {}
        self._loops: dict[str, Loop] = {}
        self._starts: dict[str, int] = {}
        self._matrices: dict[str, Floats] = {}

    # What is set ----------------------------------------------------------------------------------

    @property
    def ever(self) -> bool:
        """Whether anything has ever been on."""
        return any(course.ever for course in tuple(self._courses.values()))

    def on(self, sample: int) -> dict[str, Setting]:
        """What is on at a sample, by kind."""
        found = {kind: course.at(sample).setting for kind, course in tuple(self._courses.items())}
        return {kind: setting for kind, setting in found.items() if setting is not None}

    def touches(self, start: int, stop: int) -> bool:
        """Whether anything is on somewhere between two samples."""
        courses = tuple(self._courses.values()) if stop > start else ()
        return any(course.strength(start, stop) is not None for course in courses)

    def disturbances(self, start: int, stop: int) -> list[Disturbance]:
        """Say which artefacts are on between two samples, in the order of time."""
        courses = tuple(self._courses.values())
        found = [one for course in courses for one in course.disturbances(start, stop)]
        return sorted(found, key=lambda one: (one.start, one.stop))

    def is_real(self, kind: str) -> bool:
        """Whether the noise of a kind that was set is a recorded one."""
        return kind in self._loops and self._loops[kind].real

    def prepare(self) -> None:
        """Read all noise."""
        for kind, own in ARTEFACTS.items():
            if own.recorded and self.ecg:
                self._strengths(Setting(kind, own.usual, tuple(self._info.lead_names[i] for i in self.ecg)))

    def set(self, kind: str, amount: float | None, leads: Sequence[str] | None, where: Stretches) -> None:
        """Let an artefact be on in some stretches, from the beginning of each of them.

        Raises
        ------
        RecordError
            If there is no such artefact, amount or lead; or a noise record is damaged.
        """
        own, value = artefact_named(kind), settled_amount(kind, amount)
        columns = self._columns(kind, leads)
        setting = Setting(kind, value, tuple(self._info.lead_names[i] for i in columns))
        strengths = np.zeros(self._n)
        if own.swaps:
            self._matrices[kind] = swapped(kind, self._info.lead_names, self.ecg)
            strengths[:] = 1.0
            for other in [k for k in self._courses if ARTEFACTS[k].swaps and k != kind]:
                self.clear(other, where)
        elif own.is_noise:
            strengths = self._strengths(setting)
        else:
            strengths[columns] = value - 1 if kind == "gain" else 1.0
        if kind not in self._courses:
            self._courses[kind] = Course(self._n)
        self._courses[kind].change(strengths, self._over(kind), setting, where)

    def clear(self, kind: str | None, where: Stretches) -> None:
        """Let one of them be no more in some stretches, or all."""
        if kind is not None:
            artefact_named(kind)
        for known in self._courses if kind is None else {kind} & set(self._courses):
            self._courses[known].change(np.zeros(self._n), self._over(known), None, where)

    def renew(self, sample: int, over: int) -> None:
        """The levels are known better from a sample on: let noise have the ratio that was asked for."""
        for kind, course in self._courses.items():
            if ARTEFACTS[kind].is_noise:
                course.renew(sample, over, self._strengths)

    def _over(self, kind: str) -> int:
        return round(ARTEFACTS[kind].onset_s * self._info.fs)

    def _columns(self, kind: str, leads: Sequence[str] | None) -> list[int]:
        own = artefact_named(kind)
        if leads is None:
            columns = list(range(self._n)) if own.every_lead else self.ecg
            if not columns:
                raise RecordError(
                    phrase("{name} has no lead for the artefact {kind}.", name=self._info.name, kind=kind)
                )
            return columns
        if own.swaps:
            raise RecordError(phrase("The artefact {kind} is of all leads: none can be chosen.", kind=kind))
        try:
            columns = sorted({self._info.lead_index(name) for name in leads})
        except ValueError as error:
            raise RecordError(words_of(error)) from error
        if not columns:
            raise RecordError(
                phrase("The artefact {kind} needs a lead; leave leads out for all of them.", kind=kind)
            )
        for other in (self._info.lead_names[i] for i in columns if own.is_noise and i not in self.ecg):
            raise RecordError(
                phrase(
                    "The artefact {kind} is added to leads of the ECG, not to {other}.",
                    kind=kind,
                    other=other,
                )
            )
        return columns

    def _strengths(self, setting: Setting) -> Floats:
        """The factor of a noise in every lead."""
        kind, fs = setting.kind, self._info.fs
        own = ARTEFACTS[kind]
        columns = [self._info.lead_names.index(name) for name in setting.leads]
        powers = np.full(self._n, SINE_POWER)
        if own.mains_hz:
            if own.mains_hz >= fs / 2:
                raise RecordError(
                    phrase(
                        "The artefact {kind} cannot be in a signal of {fs:g} samples a second.",
                        kind=kind,
                        fs=fs,
                    )
                )
        else:
            loop = self._loops[kind] = self._noises.loop(kind, fs)
            powers[columns] = [loop.power(self.ecg.index(i)) for i in columns]
            if kind not in self._starts:
                place = np.random.default_rng([self._seed, list(ARTEFACTS).index(kind)])
                self._starts[kind] = int(place.integers(len(loop)))
        levels, strengths = self._levels(), np.zeros(self._n)
        strengths[columns] = [noise_gain(levels[i], powers[i], setting.amount) for i in columns]
        return strengths

    # What it makes of samples ---------------------------------------------------------------------

    def disturbed(self, samples: npt.NDArray[np.float32], start: int) -> npt.NDArray[np.float32]:
        """Give samples as they are with all that is on.

        Parameters
        ----------
        samples : ndarray of float32, shape (n, leads)
            Undisturbed; they are not written to.
        start : int
            Index of the first.

        Returns
        -------
        ndarray of float32, shape (n, leads)
            The very samples where nothing is on.
        """
        stop = start + len(samples)
        courses = tuple(self._courses.items()) if len(samples) else ()
        found = {kind: course.strength(start, stop) for kind, course in courses}
        strengths = {kind: strength for kind, strength in found.items() if strength is not None}
        if not strengths:
            return samples
        given = samples.astype(np.float64)
        x, noise = given.copy(), np.zeros_like(given)
        for kind, own in ARTEFACTS.items():
            strength = strengths.get(kind)
            if strength is None:
                continue
            if own.swaps:
                x += strength * _exchanged(given, self._matrices[kind])
            elif own.is_noise:
                noise += strength * self._noise(kind, start, stop)
            elif kind == "polarity":
                x *= 1 - 2 * strength
            elif kind == "gain":
                x, noise = x * (1 + strength), noise * (1 + strength)
            elif kind == "off":
                x, noise = x * (1 - strength), noise * (1 - strength)
            else:
                x[strength > 0] = np.nan
        made = (x + noise).astype(np.float32)
        made.flags.writeable = False
        return made

    def _noise(self, kind: str, start: int, stop: int) -> Floats:
        """The noise of a kind in every lead, as it would be at a factor of 1."""
        own = ARTEFACTS[kind]
        noise = np.zeros((stop - start, self._n))
        if own.mains_hz:
            # Of the number of the sample alone, and small before the sine: the same wherever it is cut.
            turns = np.arange(start, stop) * (own.mains_hz / self._info.fs) % 1.0
            noise[:, self.ecg] = np.sin(2 * np.pi * turns)[:, None]
        else:
            at = self._starts[kind]
            noise[:, self.ecg] = self._loops[kind].between(start + at, stop + at, len(self.ecg))
        return noise


def _exchanged(given: Floats, matrix: Floats) -> Floats:
    """What exchanging electrodes changes; a gap in one lead is one in those alone that come from it."""
    change = matrix - np.eye(len(matrix))
    changed = np.zeros_like(given)
    for other, lead in np.argwhere(change):
        changed[:, lead] += given[:, other] * change[other, lead]
    return changed
