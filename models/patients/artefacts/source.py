"""Any source, plus what disturbs it: set and cleared while it plays."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from assets.phrase import listed, phrase, unstopped
from assets.records.record import Annotations
from assets.sources.link import Link
from assets.sources.source import Source, SourceBlock, SourceInfo
from models.patients.artefacts.chain import Chain
from models.patients.artefacts.course import Disturbance, Played, Setting
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.artefacts.levels import KNOWN_S, MEASURED_S, Swings, from_annotations
from models.patients.artefacts.naming import Asked
from models.patients.artefacts.noise import Noises

Floats = npt.NDArray[np.float64]

_RELEARNT_S = 1.0


class Artefacts(Source):
    """A source with artefacts, the same however it is read and as often as it is asked for.

    What is set holds from the next sample on that has not been handed out. What has been stays as it was,
    also where the stream goes back: so history, analysis and picture agree. `set` and `clear` may be called
    from another thread than `read`.

    Parameters
    ----------
    source : Source
        What is disturbed; it is read by nobody else, and closed with this.
    noises : Noises, optional
        Where noise is taken from.
    seed : int
        Where in the noise it begins.
    label : str
        What is known of the artefacts beforehand: a part of the identity, so that no mark or alert of this
        signal is taken for one of the source's own. Empty for the source's own identity: nothing is on, and
        whoever sets something asks what is disturbed (`touched`).

    Attributes
    ----------
    source : Source
        What is disturbed: a patient is steered there.
    """

    def __init__(
        self, source: Source, noises: Noises | None = None, *, seed: int = 1, label: str = "artefacts"
    ) -> None:
        self.source = source
        info = source.info
        self._info = replace(info, identity=f"{info.identity}+{label}") if label else info
        self._noises, self._seed = noises or Noises(), seed
        self._chain = Chain(info, self._noises, seed, self._levels)
        self._played, self._at = Played(), 0
        self._lock = threading.RLock()
        self._looks_back = source.between(0, 0) is not None
        self._swings = Swings(len(info.leads), info.fs)
        self._powers: Floats | None = None
        window = self._swings.window
        self._known_at = -(-round(KNOWN_S * info.fs) // window) * window

    # What is on -----------------------------------------------------------------------------------

    @property
    def on(self) -> dict[str, Setting]:
        """What is on at the sample that is read next, by kind."""
        return self._chain.on(self._at)

    def is_real(self, kind: str) -> bool:
        """Whether the noise of a kind that was set is a recorded one, or else modelled."""
        return self._chain.is_real(kind)

    def touched(self, start: int, stop: int) -> bool:
        """Whether any of the samples `start` to `stop` is another than the source's."""
        return self._chain.touches(start, stop)

    def disturbances(self, start: int, stop: int) -> tuple[Disturbance, ...]:
        """Say which artefacts are on between samples `start` and `stop`, in the order of time."""
        return tuple(self._chain.disturbances(start, stop))

    def prepare(self) -> None:
        """Read the noise now, in a thread that may wait for it, so that `set` need not; nor need who reads.

        Raises
        ------
        assets.errors.AssetError
            If a noise record is there, and is not the published one.
        """
        Chain(self.source.info, self._noises, self._seed, self._levels).prepare()

    def set(self, kind: str, amount: float | None = None, leads: Sequence[str] | None = None) -> int | None:
        """Let an artefact come, or let it be another amount or in other leads.

        Parameters
        ----------
        kind : str
            One of `models.patients.artefacts.kinds.ARTEFACTS`.
        amount : float, optional
            In its unit; the usual one where not given. A noise's is its signal-to-noise ratio in each lead,
            dB.
        leads : sequence of str, optional
            Names of the leads that have it, and no others; all that it can be in, where not given.

        Returns
        -------
        int or None
            Sample from which on it holds: the next, or the first after what has been handed out already; None
            where all of a recording has been.

        Raises
        ------
        RecordError
            If there is no such artefact, amount or lead; or a noise record is damaged.
        """
        return self.set_at(self._at, kind, amount, leads)

    def set_at(
        self, sample: int, kind: str, amount: float | None = None, leads: Sequence[str] | None = None
    ) -> int | None:
        """As `set`, from a sample on; one that has been handed out already is left as it is."""
        with self._lock:
            where = self._played.to_come(max(sample, 0), self._info.n_samples)
            self._chain.set(kind, amount, leads, where)
        return where[0][0] if where else None

    def clear(self, kind: str | None = None) -> int | None:
        """Let an artefact go, or all of them; returns and raises as `set`."""
        return self.clear_at(self._at, kind)

    def clear_at(self, sample: int, kind: str | None = None) -> int | None:
        """As `clear`, from a sample on; one that has been handed out already is left as it is."""
        with self._lock:
            where = self._played.to_come(max(sample, 0), self._info.n_samples)
            self._chain.clear(kind, where)
        return where[0][0] if where else None

    def begin(self, asked: Iterable[Asked]) -> None:
        """Let artefacts be there from the beginning, or when they say; name and notes tell of them.

        Raises
        ------
        RecordError
            As `set`.
        """
        asked = tuple(asked)
        for one in asked:
            self.set_at(round(one.from_s * self._info.fs), one.kind, one.amount, one.leads or None)
            if one.to_s is not None:
                self.clear_at(round(one.to_s * self._info.fs), one.kind)
        told = listed(self._told(one) for one in asked)
        self._info = replace(
            self._info,
            name="_".join([self._info.name, *dict.fromkeys(one.kind for one in asked)]),
            notes=phrase("{notes}, with artefacts: {told}.", notes=unstopped(self._info.notes), told=told),
        )

    def _told(self, one: Asked) -> str:
        own = ARTEFACTS[one.kind]
        said = own.words
        if own.unit:
            said = phrase("{what} {amount:g} {unit}", what=said, amount=one.amount, unit=own.unit)
        if not own.is_noise or own.mains_hz:
            return said
        return (
            phrase("{what} (recorded)", what=said)
            if self.is_real(one.kind)
            else phrase("{what} (modelled)", what=said)
        )

    # As a source ----------------------------------------------------------------------------------

    @property
    def info(self) -> SourceInfo:
        """What it says of itself: as the source, with an identity of its own."""
        return self._info

    def read(self, n: int) -> SourceBlock:
        """Give the next samples, disturbed."""
        block = self.source.read(n)
        with self._lock:
            if not self._looks_back:
                self._hear(block)
            self._played.add(block.start, block.stop)
            self._at = block.stop
        return self._disturbed(block)

    @property
    def link(self) -> Link | None:
        """How the source is connected."""
        return self.source.link

    @property
    def ended(self) -> bool:
        """Whether the source has."""
        return self.source.ended

    def seek(self, sample: int) -> None:
        """Go to a sample."""
        self.source.seek(sample)
        with self._lock:
            self._at = min(max(sample, 0), self._info.n_samples or 0)

    def skip_to(self, sample: int) -> None:
        """Go on to a later sample; what lies between has been handed out."""
        self.source.skip_to(sample)
        with self._lock:
            self._played.add(self._at, sample)
            self._at = sample

    def between(self, start: int, stop: int) -> SourceBlock | None:
        """Samples `start` to `stop`: as they were handed out, others as they would be now."""
        block = self.source.between(start, stop)
        return None if block is None else self._disturbed(block)

    def annotations(self, start: int, stop: int) -> Annotations:
        """Annotations from sample `start` up to `stop`."""
        return self.source.annotations(start, stop)

    def glance(self, lead: int, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples of one lead that are looked at once."""
        glance = super().glance if self._chain.ever else self.source.glance
        return glance(lead, start, stop)

    def close(self) -> None:
        """Let go of the source."""
        self.source.close()

    def _disturbed(self, block: SourceBlock) -> SourceBlock:
        if not self._chain.ever:
            return block
        return replace(block, samples=self._chain.disturbed(block.samples, block.start))

    def _levels(self) -> Floats:
        """Power of the QRS complexes in each lead, mV²."""
        if not self._looks_back:
            return self._swings.powers()
        if self._powers is None:
            block = self.source.between(0, round(MEASURED_S * self._info.fs))
            assert block is not None
            self._powers = from_annotations(block.samples, block.annotations, self._info.fs)
            if self._powers is None:
                self._swings.hear(block.samples)
                self._powers = self._swings.powers()
        return self._powers

    def _hear(self, block: SourceBlock) -> None:
        """Learn how large a stream's complexes are; noise that came before that was known is set right."""
        first = min(max(0, self._known_at - block.start), len(block.samples))
        self._swings.hear(block.samples[:first])
        if first and block.start + first == self._known_at:
            self._chain.renew(self._known_at, round(_RELEARNT_S * self._info.fs))
        self._swings.hear(block.samples[first:])
