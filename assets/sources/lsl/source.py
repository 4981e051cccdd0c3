"""A stream of the network as a source: ``lsl:NAME``, live, without an end or a way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from assets.phrase import phrase
from assets.sources.link import Link
from assets.sources.lsl.choosing import Choice, choose
from assets.sources.lsl.described import Described
from assets.sources.lsl.finding import find, whole
from assets.sources.lsl.library import SCHEME
from assets.sources.lsl.naming import StreamName
from assets.sources.lsl.receiving import Receiver
from assets.sources.source import Source, SourceBlock, SourceInfo


def open_stream(text: str, *, cancelled: Callable[[], bool] = lambda: False) -> LslSource:
    """Open what stands after ``lsl:``; the stream is looked for, for some seconds.

    Parameters
    ----------
    text : str
        The stream's name, and channels, unit and rate where it does not tell them (`StreamName`).
    cancelled : callable
        Asked now and then whether to leave off.

    Raises
    ------
    RecordError
        If there is no such stream, it cannot be shown, or ``pylsl`` is not installed.
    DownloadCancelled
        If `cancelled` said so.
    """
    name = StreamName.of(text)
    short, info, n_alike = find(name, cancelled)
    stream = whole(info)
    warnings: tuple[str, ...] = ()
    if n_alike > 1:
        warnings = (
            phrase(
                "{n} streams are called {name}; this is the newest, on {host}.",
                n=n_alike,
                name=stream.name,
                host=short.host,
            ),
        )
    return LslSource(stream, info, choose(stream, name), warnings)


class LslSource(Source):
    """A stream, from the first sample that comes once it is read.

    Parameters
    ----------
    stream : Described
        What it says of itself.
    info : pylsl.StreamInfo
        What an inlet is made of.
    choice : Choice
        What is taken of it.
    warnings : tuple of str
        What whoever watches should know.
    """

    def __init__(self, stream: Described, info: Any, choice: Choice, warnings: tuple[str, ...] = ()) -> None:
        self._receiver = Receiver(stream, info, choice)
        self._at = 0
        begun = datetime.now(UTC)
        self._info = SourceInfo(
            name=stream.name,
            # Sample 0 is another moment each time: a mark of one watch must hold in no other.
            identity=f"{SCHEME}:{stream.name}@{begun:%Y-%m-%dT%H:%M:%S.%fZ}",
            fs=choice.fs,
            leads=choice.leads,
            live=True,
            comments=(phrase("Received from the network since {at} UTC.", at=f"{begun:%Y-%m-%d %H:%M:%S}"),),
            warnings=warnings,
            notes=phrase("A stream of {host}, received by the Lab Streaming Layer.", host=stream.host or "?"),
        )

    @property
    def info(self) -> SourceInfo:
        """What it says of itself."""
        return self._info

    @property
    def link(self) -> Link:
        """How the line is."""
        return self._receiver.link

    def read(self, n: int) -> SourceBlock:
        """Give what has come, `n` samples at most; the first call begins to receive."""
        self._receiver.start()
        samples = self._receiver.take(n)
        block = SourceBlock(self._at, samples)
        self._at = block.stop
        return block

    @property
    def ended(self) -> bool:
        """Never: a stream that stops may come back."""
        return False

    def close(self) -> None:
        """End the connection."""
        self._receiver.close()
