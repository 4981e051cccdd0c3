"""One way to name a source, wherever one is named: ``demo``, ``208``, a path, or ``SCHEME:NAME``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assets.databases.physionet.name import SCHEME as PHYSIONET
from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.demo import load_demo
from assets.records.open import DEMO, survey_named, text_named
from assets.sources.record import RecordSource
from assets.sources.source import Source

if TYPE_CHECKING:
    from assets.databases.download import Cancelled, Progress

HELD_VALUES = 2**24
"""Samples of all leads together that are held in memory, 64 MiB; a longer record is read in pieces."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]+):(.*)", re.DOTALL)  # two letters or more: C:\ is a drive


@dataclass(frozen=True)
class SourceName:
    """A source's name, taken apart.

    Attributes
    ----------
    scheme : str
        What kind of source; empty for a record.
    rest : str
        The name without its scheme.
    """

    scheme: str
    rest: str

    @classmethod
    def of(cls, text: str) -> SourceName:
        """Take a name apart, its scheme in any letters; a file's with a colon is told by ``./`` before it."""
        found = _SCHEME.fullmatch(text.strip())
        return cls(found[1].lower(), found[2]) if found else cls("", text)


Opener = Callable[[str], Source]
"""Opens what stands after a scheme's colon."""


def open_source(
    name: str,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    schemes: Mapping[str, Opener] | None = None,
) -> Source:
    """Open the source that `name` names.

    Parameters
    ----------
    name : str
        What `assets.records.open.open_record` opens, or ``SCHEME:NAME`` for one of `schemes`.
    data_dir, cache_dir, progress, cancelled
        As for `assets.databases.fetch.fetch_record`.
    schemes : mapping of str to callable, optional
        What can be opened besides records: by scheme, or by how a file's name ends (``.toml``).

    Raises
    ------
    RecordError
        If there is no such source, or it is broken.
    DownloadError
        If its files cannot be had.
    DownloadCancelled
        If `cancelled` said so.
    """
    asked, known = SourceName.of(name), schemes or {}
    if asked.scheme in known:
        return known[asked.scheme](asked.rest)
    ending = Path(asked.rest.strip()).suffix.lower()
    if not asked.scheme and ending in known:
        return known[ending](asked.rest.strip())
    if asked.scheme and asked.scheme != PHYSIONET:
        named = sorted(scheme for scheme in known if not scheme.startswith("."))
        others = f", {', '.join(f'{scheme}:NAME' for scheme in named)}" if named else ""
        raise RecordError(
            phrase(
                "There is no source {scheme}:{rest}; sources are demo, the name of a record of "
                "the catalogue, the path of a WFDB, EDF, BDF or text file, "
                "{network}:DATABASE/RECORD{others}.",
                scheme=asked.scheme,
                rest=asked.rest,
                network=PHYSIONET,
                others=others,
            )
        )
    if asked.rest.strip() == DEMO:
        return RecordSource(load_demo())
    if not asked.scheme and (text := text_named(asked.rest)) is not None:
        from assets.text.reading import read_text  # so that what is rarely read is loaded when it is

        return RecordSource(read_text(*text), text[:1])
    survey = survey_named(
        name if asked.scheme else asked.rest,
        data_dir=data_dir,
        cache_dir=cache_dir,
        progress=progress,
        cancelled=cancelled,
    )
    from assets.records.reader import read_whole  # brings wfdb, which the demo does without

    if survey.n_values > HELD_VALUES:
        from assets.sources.pieces import PiecesSource

        return PiecesSource(survey)
    return RecordSource(read_whole(survey), survey.paths)
