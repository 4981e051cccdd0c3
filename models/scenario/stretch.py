"""Minutes of a record, in the leads and at the sampling frequency of a scenario."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import listed, phrase
from assets.records.record import Annotations
from assets.sources.source import Source, SourceBlock

SAME = {"ii": "mlii", "mlii": "ii"}
"""A modified limb lead II is looked at as lead II is, and stands for it."""

ROOM_S = 1.0
"""So much of the record is read on each side besides, where there is some, s: resampling has edges."""

MOST_RATIO = 1000
"""Sampling frequencies are taken to stand to one another as whole numbers no larger than this."""


class Stretch:
    """Samples of a record with their annotations, from sample 0 on.

    Parameters
    ----------
    source : Source
        The record; it can be looked into.
    leads : tuple of str
        Names of the leads wanted; ``II`` takes MLII where there is no II.
    fs : float
        Sampling frequency wanted, Hz.
    start_s, lasts_s : float
        From where, and how long, s.
    tail_s : float
        So much besides, in which it may fade out, s; where the record ends before, its last sample stands.

    Attributes
    ----------
    resampled : bool
        Whether the record has another sampling frequency.

    Raises
    ------
    RecordError
        If the record has not those leads, or not those minutes.
    """

    def __init__(
        self,
        source: Source,
        leads: tuple[str, ...],
        fs: float,
        start_s: float,
        lasts_s: float,
        tail_s: float = 0.0,
    ) -> None:
        info = source.info
        columns = [_column(info.name, info.lead_names, lead) for lead in leads]
        if info.n_samples is None:
            raise RecordError(
                phrase("{name} is no recording, of which minutes could be played.", name=info.name)
            )
        if start_s + lasts_s > info.n_samples / info.fs:
            raise RecordError(
                phrase(
                    "{name} lasts {seconds:.0f} s; it has no {lasts_s:g} s from {start_s:g} s on.",
                    name=info.name,
                    seconds=info.n_samples / info.fs,
                    lasts_s=lasts_s,
                    start_s=start_s,
                )
            )
        first = round(start_s * info.fs)
        stop = min(info.n_samples, round((start_s + lasts_s + tail_s) * info.fs))
        room = round(ROOM_S * info.fs)
        block = source.between(max(0, first - room), min(info.n_samples, stop + room))
        if block is None:
            raise RecordError(phrase("{name} cannot be looked into.", name=info.name))
        n = round((lasts_s + tail_s) * fs)
        ratio = Fraction(fs / info.fs).limit_denominator(MOST_RATIO)
        self.resampled = ratio != 1
        samples = block.samples[:, columns]
        lead_in = (first - block.start) * ratio
        if self.resampled:
            samples = _resampled(samples, ratio)
        at = round(lead_in)
        self._samples = np.ascontiguousarray(samples[at : at + n])
        if len(self._samples) < n:  # the record ends there
            self._samples = np.pad(self._samples, ((0, n - len(self._samples)), (0, 0)), mode="edge")
        self._samples.flags.writeable = False
        self._annotations = _moved(source, first, stop, float(ratio), n)

    def __len__(self) -> int:
        return len(self._samples)

    def between(self, start: int, stop: int) -> SourceBlock:
        """Samples `start` to `stop`, as far as there are such, with their annotations."""
        known = self._annotations
        lo, hi = (int(i) for i in np.searchsorted(known.sample, (start, stop)))
        inside = Annotations(known.sample[lo:hi], known.symbol[lo:hi], known.aux_note[lo:hi])
        return SourceBlock(start, self._samples[start:stop], inside)


def _column(name: str, there: tuple[str, ...], lead: str) -> int:
    known = {each.casefold(): i for i, each in enumerate(there)}
    wanted = lead.casefold()
    for called in (wanted, SAME.get(wanted, wanted)):
        if called in known:
            return known[called]
    raise RecordError(
        phrase("{name} has no lead {lead}; its leads are {names}.", name=name, lead=lead, names=listed(there))
    )


def _resampled(samples: npt.NDArray[np.float32], ratio: Fraction) -> npt.NDArray[np.float32]:
    """By a polyphase filter without delay; a gap stays one."""
    from scipy.signal import resample_poly  # takes a while to import

    gap = np.isnan(samples)
    made = resample_poly(
        np.where(gap, 0.0, samples), ratio.numerator, ratio.denominator, axis=0, padtype="line"
    ).astype(np.float32)
    if gap.any():
        nearest = np.minimum(np.round(np.arange(len(made)) / float(ratio)).astype(int), len(samples) - 1)
        made[gap[nearest]] = np.nan
    return made


def _moved(source: Source, first: int, stop: int, ratio: float, n: int) -> Annotations:
    """Annotations in the stretch's own samples, each in one of its own; it begins with the rhythm that is."""
    symbols: list[tuple[int, str, str]] = []
    rhythm = ""
    before = source.annotations(0, first)
    for symbol, aux in zip(before.symbol, before.aux_note, strict=True):
        rhythm = aux if symbol == "+" else rhythm
    if rhythm:
        symbols.append((0, "+", rhythm))
    inside = source.annotations(first, stop)
    for sample, symbol, aux in zip(inside.sample.tolist(), inside.symbol, inside.aux_note, strict=True):
        at = round((sample - first) * ratio)
        if symbols and at <= symbols[-1][0]:
            at = symbols[-1][0] + 1
        if at < n:
            symbols.append((at, symbol, aux))
    if not symbols:
        return Annotations(np.zeros(0, dtype=np.int64), (), ())
    samples, names, auxes = zip(*symbols, strict=True)
    return Annotations(np.array(samples, dtype=np.int64), names, auxes)
