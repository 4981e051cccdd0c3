"""Real noise mixed into records by the protocol of the noise-stress test.

Moody GB, Muldrow WE, Mark RG. A noise stress test for arrhythmia detectors. *Computers in Cardiology*
11:381-384, 1984; the noise and its ratio are those of `models.patients.artefacts`.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import numpy as np

from assets.records.record import Record
from models.patients.artefacts.ratio import noise_gain, noise_power
from models.patients.artefacts.recorded import Half, Noise
from training.evaluation.robustness import record_power

LEARN_S, TURN_S = 300.0, 120.0
"""Without noise for the first so many s, then with and without it in turn for so many s each."""

_SEED = 1984


def noisy_spans(n_samples: int, fs: float) -> list[tuple[int, int]]:
    """Give the stretches with noise of a record, from the first sample to before the second."""
    learn, turn = round(LEARN_S * fs), round(TURN_S * fs)
    return [(start, min(start + turn, n_samples)) for start in range(learn, n_samples, 2 * turn)]


@dataclass(frozen=True)
class Stress:
    """Noise added to every lead of a record; a function from record to record, the same each time.

    Attributes
    ----------
    noise : Noise
        Where the noise is from; its channels are paired with the record's leads in turn.
    ratio_db : float
        Signal-to-noise ratio, dB.
    half : Half
        Which half of the noise's time is taken; it is begun at a place that depends on the record's name,
        and over again at its end.
    """

    noise: Noise
    ratio_db: float
    half: Half = Half.JUDGING

    def __call__(self, record: Record) -> Record:
        """Add the noise.

        Raises
        ------
        ValueError
            If the record has no beats to take the signal's power from.
        """
        noise = self.noise.part(self.half).at(record.fs)
        rng = np.random.default_rng([_SEED, zlib.crc32(record.name.encode())])
        begin = int(rng.integers(len(noise.signals)))
        signals = record.signals.astype(np.float64)
        for lead in range(signals.shape[1]):
            channel = noise.signals[:, lead % noise.signals.shape[1]].astype(np.float64)
            power = noise_power(channel, noise.fs)
            gain = noise_gain(record_power(record, signals[:, lead]), power, self.ratio_db)
            at = begin
            for start, stop in noisy_spans(record.n_samples, record.fs):
                added = gain * channel.take(range(at, at + stop - start), mode="wrap")
                signals[start:stop, lead] += added - added[0]  # no step where it begins, as in ``nst``
                at += stop - start
        return replace(record, signals=signals.astype(np.float32))


def shortened(record: Record, seconds: float) -> Record:
    """Give the first so many seconds of a record, with their annotations."""
    n = min(record.n_samples, round(seconds * record.fs))
    notes = record.annotations
    if notes is not None:
        kept = int(np.searchsorted(notes.sample, n))
        notes = replace(
            notes, sample=notes.sample[:kept], symbol=notes.symbol[:kept], aux_note=notes.aux_note[:kept]
        )
    return replace(record, signals=record.signals[:n], annotations=notes)
