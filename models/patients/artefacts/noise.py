"""Noise without an end: real where the noise records are at hand, else modelled; the same at every sample."""

from __future__ import annotations

import threading
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.databases.fetch import mirror, verified_at_hand
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.artefacts.ratio import noise_power
from models.patients.artefacts.recorded import Half, Noise, read_noise

Floats = npt.NDArray[np.float64]

_SEAM_S = 1.0
"""At the end of its time real noise is cross-faded with its beginning for so long, s."""

_MODELLED_S = 120.0
"""Modelled noise is of this length, s, and begins over again without a seam."""

_SEED = 1984
_GOLDEN = (5**0.5 - 1) / 2


class Loop:
    """A noise of two channels that begins over again at its end, and as many mixtures of them as leads.

    So a movement is seen in all leads at once, in each as another shape. The first lead has the first channel
    and the second the second, as ``nst`` pairs them.

    Parameters
    ----------
    signals : ndarray of float, shape (n, 2)
        Both channels, any unit.
    fs : float
        Their rate, Hz.
    real : bool
        Whether it was recorded.
    """

    def __init__(self, signals: npt.NDArray[np.floating], fs: float, *, real: bool) -> None:
        self._signals = (signals - signals.mean(axis=0)).astype(np.float32)
        self._fs, self.real = fs, real
        self._powers: dict[int, float] = {}

    def __len__(self) -> int:
        return len(self._signals)

    def power(self, lead: int) -> float:
        """Give the power of a lead's mixture (`noise_power`)."""
        if lead not in self._powers:
            self._powers[lead] = noise_power(self._signals @ _mixture(lead + 1)[:, lead], self._fs)
        return self._powers[lead]

    def between(self, start: int, stop: int, leads: int) -> Floats:
        """Give samples `start` to `stop` for so many leads, shape (stop - start, leads)."""
        taken = self._signals.take(np.arange(start, stop), axis=0, mode="wrap").astype(np.float64)
        one, other = _mixture(leads)
        # No matrix product: how that rounds depends on how many samples there are.
        return taken[:, :1] * one + taken[:, 1:] * other


@cache
def _mixture(leads: int) -> Floats:
    """How much of either channel each lead has, shape (2, leads)."""
    lead = np.arange(leads)
    angle = np.where(lead < 2, lead / 2, lead * _GOLDEN % 1) * np.pi
    return np.stack([np.cos(angle), np.sin(angle)])


class Noises:
    """Where noise is taken from; safe to use from several threads.

    Parameters
    ----------
    data_dir, cache_dir : str or Path, optional
        As for `assets.databases.fetch.fetch_record`; nothing is downloaded.
    """

    _lock = threading.Lock()
    _made: dict[tuple[str, float, tuple[str, ...]], Loop] = {}

    def __init__(self, data_dir: str | Path | None = None, cache_dir: str | Path | None = None) -> None:
        self._data_dir, self._cache_dir = data_dir, cache_dir

    def loop(self, kind: str, fs: float) -> Loop:
        """Give the noise of an artefact at a rate; what has been read or made once is kept.

        To read a noise record takes a second: who may not wait lets another thread ask first.

        Raises
        ------
        assets.errors.AssetError
            If the noise record is there, and is not the published one.
        """
        key = kind, fs, (str(mirror(self._data_dir)), str(self._cache_dir))
        with self._lock:
            if key not in self._made:
                self._made[key] = self._read(kind, fs) or modelled(kind, fs)
            return self._made[key]

    def _read(self, kind: str, fs: float) -> Loop | None:
        name = ARTEFACTS[kind].recorded
        if not name or verified_at_hand(name, data_dir=self._data_dir, cache_dir=self._cache_dir) is None:
            return None
        noise = read_noise(name, self._data_dir, self._cache_dir).part(Half.CHOOSING).at(fs)
        return Loop(_without_seam(noise), fs, real=True)


def _without_seam(noise: Noise) -> npt.NDArray[np.floating]:
    """Let the end of a noise go over into its beginning."""
    n = round(_SEAM_S * noise.fs)
    share = np.linspace(0, 1, n)[:, None]
    signals = noise.signals[:-n].astype(np.float64)
    signals[:n] = share * signals[:n] + (1 - share) * noise.signals[-n:]
    return signals


def modelled(kind: str, fs: float) -> Loop:
    """Make the noise of an artefact.

    Gaussian noise in the band of what it stands for, made in frequency, so that it begins over again without
    a seam: wander below 0.5 Hz (breath and electrodes), muscle noise from 20 to 150 Hz that swells and falls,
    electrode motion from 0.5 to 10 Hz in bursts. Brushing is a wave of 4.6 Hz that is not quite regular.
    """
    n = round(_MODELLED_S * fs / 2) * 2
    rng = np.random.default_rng([_SEED, zlib.crc32(kind.encode())])

    def band(low: float, high: float, slope: float = 0.0) -> Floats:
        hz = np.fft.rfftfreq(n, 1 / fs)
        inside = (hz >= low) & (hz <= min(high, 0.45 * fs))
        drawn = rng.normal(size=(2, len(hz), 2)) @ np.array([1, 1j])
        shape = np.where(inside, np.maximum(hz, low) ** -slope, 0.0)
        made: Floats = np.fft.irfft(drawn * shape, n).T
        return made / made.std(axis=0)

    if kind == "wander":
        signals = band(0.05, 0.5, 0.5)
    elif kind == "muscle":
        signals = band(20.0, 150.0) * np.exp(0.5 * band(0.05, 0.5))
    elif kind == "electrode":
        signals = band(0.5, 10.0, 0.7) * np.exp(0.9 * band(0.05, 0.4)[:, :1])
    else:
        phase = 2 * np.pi * 4.6 * np.arange(n) / fs + 0.8 * band(0.05, 0.8)[:, 0]
        swing = 1 + 0.15 * band(0.05, 0.6)
        wave = [np.sin(phase + a) + 0.35 * np.sin(2 * phase + b) for a, b in ((0.0, 0.9), (0.5, 1.6))]
        signals = np.stack(wave, axis=1) * swing + 0.06 * band(5.0, 40.0)
    return Loop(signals, fs, real=False)
