"""One door to all sources there are: records, patients, and either with artefacts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assets.sources.open import Opener, open_source
from assets.sources.source import Source
from models.patients.artefacts.naming import DisturbedName
from models.patients.artefacts.noise import Noises
from models.patients.artefacts.source import Artefacts
from models.patients.source import SCHEMES

if TYPE_CHECKING:
    from assets.databases.download import Cancelled, Progress


def open_any(
    name: str,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    schemes: Mapping[str, Opener] = SCHEMES,
) -> Source:
    """Open the source that `name` names, with the artefacts that stand behind it (``208+muscle=6``).

    Parameters
    ----------
    name : str
        As `assets.sources.open.open_source` takes it, and behind it artefacts, each after a plus sign
        (`DisturbedName`). A file whose name looks like that is told by its extension.
    data_dir, cache_dir, progress, cancelled
        As for `assets.databases.fetch.fetch_record`.
    schemes : mapping of str to callable
        What can be opened besides records.

    Raises
    ------
    RecordError
        If there is no such source or artefact, or it is broken.
    DownloadError
        If its files cannot be had.
    DownloadCancelled
        If `cancelled` said so.
    """
    asked = DisturbedName.of(name)
    source = open_source(
        asked.source,
        data_dir=data_dir,
        cache_dir=cache_dir,
        progress=progress,
        cancelled=cancelled,
        schemes=schemes,
    )
    if not asked.asked:
        return source
    made = Artefacts(source, Noises(data_dir, cache_dir), seed=asked.seed, label=asked.label)
    try:
        made.begin(asked.asked)
    except BaseException:
        source.close()
        raise
    return made
