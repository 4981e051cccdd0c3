"""The streams that there are: the network is asked in the background, and whoever wants to know looks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assets.errors import DownloadCancelled, RecordError
from assets.phrase import listed, phrase
from assets.sources.lsl.described import Described, described
from assets.sources.lsl.library import SCHEME, library
from assets.sources.lsl.naming import StreamName, telling

FORGET_S = 3.0
"""A stream that answers no more is forgotten after so long, s."""

LOOK_S = 0.05
"""How often one looks whether the stream that is waited for has answered, s."""

FIND_S = 5.0
"""So long a stream that is to be opened is looked for, s."""

MORE_S = 0.7
"""Once it has answered, so long others of its name are waited for, s."""

MOST_TOLD = 200
"""Of the names of other streams so many letters are told."""

MOST_LISTED = 6
"""So many streams of one name are listed."""

TELL_S = 5.0
"""So long a stream may take to describe itself, s."""


class Finder:
    """Asks the network, again and again, which streams there are; `streams` never waits.

    Which parts of the network are asked is set in liblsl's own file (``lsl_api.cfg``, or the one that the
    environment variable LSLAPICFG names).

    Raises
    ------
    NoLibraryError
        If there is no library for it.
    """

    def __init__(self) -> None:
        self._resolver = library().ContinuousResolver(forget_after=FORGET_S)

    def found(self) -> list[tuple[Described, Any]]:
        """The streams that answered of late, each with what an inlet is made of."""
        return [(described(info), info) for info in self._resolver.results()]

    def streams(self) -> tuple[Described, ...]:
        """The streams that answered of late, by name and host; their channels are not told yet."""
        told = (one for one, _ in self.found())
        return tuple(sorted(told, key=lambda one: (one.name.casefold(), one.host, one.uid)))


def find(
    name: StreamName,
    cancelled: Callable[[], bool] = lambda: False,
    within_s: float = FIND_S,
) -> tuple[Described, Any, int]:
    """Find a stream by its name.

    Returns
    -------
    Described, pylsl.StreamInfo, int
        What it says of itself, in short; what an inlet is made of; and how many there are of its name and
        device, of which this is the one that was made last.

    Raises
    ------
    RecordError
        If none of that name answers, or none that can be shown, or several devices' have it.
    DownloadCancelled
        If `cancelled` said so.
    """
    finder, began = Finder(), time.monotonic()
    known: list[tuple[Described, Any]] = []
    until = began + within_s
    while time.monotonic() < until:
        if cancelled():
            raise DownloadCancelled(phrase("{name} is no longer looked for.", name=name.name))
        before = len(known)
        known = [(one, info) for one, info in finder.found() if _is_meant(one, info, name)]
        if known and not before:
            until = min(until, time.monotonic() + MORE_S)
        time.sleep(LOOK_S)
    if not known:
        others = ", ".join(dict.fromkeys(one.name for one in finder.streams()))
        if not others:
            raise RecordError(
                phrase("There is no stream {name} on the network: none answers.", name=name.name)
            )
        raise RecordError(
            phrase(
                "There is no stream {name} on the network; there are {others}.",
                name=name.name,
                others=others[:MOST_TOLD],
            )
        )
    shown = [(one, info) for one, info in known if not one.refusal]
    if not shown:
        raise RecordError(
            phrase("The stream {name} cannot be shown: {why}.", name=name.name, why=known[0][0].refusal)
        )
    devices = sorted({(one.source_id, one.host) for one, _ in shown})
    if len(devices) > 1:
        raise RecordError(_several(name, devices))
    one, info = max(shown, key=lambda pair: pair[0].created_at)
    return one, info, len(shown)


def _is_meant(one: Described, info: Any, name: StreamName) -> bool:
    return (
        is_called(one, info, name.name)
        and name.source_id in (None, one.source_id)
        and name.host in ("", one.host)
    )


def _several(name: StreamName, devices: list[tuple[str, str]]) -> str:
    """Say in a sentence how each of several devices' streams of one name is named."""
    each = []
    for device in devices[:MOST_LISTED]:
        source_id, host = telling(device, devices)
        each.append(f"{SCHEME}:{replace(name, source_id=source_id, host=host)}")
    more = phrase(" and {n} more", n=len(devices) - MOST_LISTED) if len(devices) > MOST_LISTED else ""
    return phrase(
        "{n} streams of the network are called {name}; say which one: {each}{more}.",
        n=len(devices),
        name=name.name,
        each=listed(each),
        more=more,
    )


def is_called(one: Described, info: Any, name: str) -> bool:
    """Whether a stream has this name, as it is or as it is shown."""
    return name in (one.name, info.name())


def whole(info: Any, timeout_s: float = TELL_S) -> Described:
    """Ask a stream for its whole description, channels included; waits for it.

    Raises
    ------
    RecordError
        If it does not answer.
    """
    pylsl = library()
    name = described(info).name
    try:
        inlet = pylsl.StreamInlet(info, max_buflen=1, recover=False)
        return described(inlet.info(timeout=timeout_s))
    except RuntimeError as error:
        raise RecordError(
            phrase("The stream {name} does not say what it is ({why}).", name=name, why=_why(error))
        ) from error


def _why(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__
