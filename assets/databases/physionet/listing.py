"""Which records a database of PhysioNet has: its file ``RECORDS``, a name a line."""

from __future__ import annotations

from pathlib import Path

from assets.causes import reason
from assets.databases.fetch import cache, mirror
from assets.databases.physionet.fetch import COLLECTION, versions_of
from assets.databases.physionet.name import SCHEME, record_name
from assets.databases.physionet.site import MAX_LIST_BYTES, PHYSIONET, Site
from assets.databases.web.transfer import Cancelled
from assets.errors import DownloadError
from assets.phrase import phrase
from assets.regular import read_regular
from assets.write import write_bytes

FILE_NAME = "RECORDS"


def records_of(
    database: str,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    site: Site | None = None,
    cancelled: Cancelled | None = None,
    at_hand: bool = False,
) -> tuple[str, ...]:
    """List a database's records, as the mirror, the cache or else the server has them.

    Parameters
    ----------
    database : str
        Its name in PhysioNet's addresses (``afdb``).
    data_dir, cache_dir, site, cancelled
        As for `assets.databases.physionet.fetch.fetch_named`.
    at_hand : bool
        Whether no server is asked: there are no records then, where neither mirror nor cache has a list.

    Returns
    -------
    tuple of str
        Paths of its records within the database; folders and what is no name of a record are left out.

    Raises
    ------
    DownloadError
        If the list cannot be had.
    DownloadCancelled
        If `cancelled` said so.
    """
    local, kept = mirror(data_dir), cache(cache_dir) / COLLECTION / database
    roots = [] if local is None else [local / database, *_folders(local / database)]
    for root in [*roots, *_folders(kept)]:
        path = root / FILE_NAME
        if path.is_file():
            try:
                return _named(database, read_regular(path, MAX_LIST_BYTES))
            except OSError as error:
                raise DownloadError(
                    phrase("{path} cannot be read ({why}).", path=path, why=reason(error))
                ) from error
    if at_hand:
        return ()
    site = site or PHYSIONET
    version = site.newest(database, cancelled=cancelled)
    content = site.records(database, version, cancelled=cancelled)
    (kept / version).mkdir(parents=True, exist_ok=True)
    write_bytes(kept / version / FILE_NAME, content)
    return _named(database, content)


def _folders(root: Path) -> list[Path]:
    return [root / version for version in versions_of(root)]


def _named(database: str, content: bytes) -> tuple[str, ...]:
    lines = (line.strip() for line in content.decode("utf-8", "replace").splitlines())
    return tuple(line for line in lines if record_name(f"{SCHEME}:{database}/{line}") is not None)
