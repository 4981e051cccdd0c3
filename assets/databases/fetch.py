"""The databases' records and MNIST: from a local mirror where there is one, else downloaded once and kept.

Every file is compared with its published SHA-256, wherever it comes from.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets.causes import reason
from assets.databases.published import Database, database_of
from assets.databases.registry import RemoteFile, registry
from assets.errors import AssetError, DownloadError
from assets.phrase import phrase

if TYPE_CHECKING:
    from assets.databases.download import Cancelled, Progress

#: Environment variable that names a local mirror: a folder with ``mitdb/``, ``svdb/``, ``mnist/``, …
MIRROR_VARIABLE: Final = "ECG_MONITOR_DATA"
#: Mirrors of MNIST; the original host no longer serves it.
MNIST_URLS: Final = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
Teller = Callable[[str, int], "AbstractContextManager[Progress]"]
"""Told what is fetched and its size in bytes, it gives a context of what takes the progress."""

_teller: Teller | None = None


def fetch_record(
    number: str,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    base_url: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Make the files of a database's record available.

    Parameters
    ----------
    number : str
        The record (``208``, ``800``, ``em``).
    data_dir : str or Path, optional
        Local mirror, looked into first (``data_dir/mitdb/208.hea``); ``ECG_MONITOR_DATA`` where not given.
    cache_dir : str or Path, optional
        Where downloads are kept; the user's cache folder where not given.
    base_url : str, optional
        URL of the folder of the database; PhysioNet's where not given.
    progress : callable, optional
        Called in this thread as ``progress(done_bytes, total_bytes)`` while downloading.
    cancelled : callable, optional
        Asked in this thread while downloading; True stops it.

    Returns
    -------
    Path
        The header file (``.hea``), with ``.dat`` and, where there is one, ``.atr`` beside it, all verified.

    Raises
    ------
    AssetError
        If there is no such record.
    DownloadError
        If a file cannot be fetched, or is not the published one (also in the mirror).
    DownloadCancelled
        If `cancelled` said so.
    """
    database = _database(number)
    urls = (base_url or database.url,)
    files = _record_files(database, number)
    folder = _fetch(files, database.key, f"Record {number}", data_dir, cache_dir, urls, progress, cancelled)
    return folder / f"{number}.hea"


def fetch_mnist(
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    base_urls: Sequence[str] = MNIST_URLS,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Make the four MNIST files available.

    Parameters
    ----------
    data_dir : str or Path, optional
        Local mirror, looked into first (``data_dir/mnist``); ``ECG_MONITOR_DATA`` where not given.
    cache_dir : str or Path, optional
        Where downloads are kept; the user's cache folder where not given.
    base_urls : sequence of str, optional
        URLs to try, in this order.
    progress, cancelled : callable, optional
        As for `fetch_record`.

    Returns
    -------
    Path
        The folder with the four ``.gz`` files, all verified.

    Raises
    ------
    DownloadError
        If a file cannot be fetched from any of the URLs, or is not the published one.
    DownloadCancelled
        If `cancelled` said so.
    """
    files = sorted(registry("mnist").values(), key=lambda file: file.size)
    return _fetch(files, "mnist", "MNIST", data_dir, cache_dir, base_urls, progress, cancelled)


def mnist_at_hand(*, data_dir: str | Path | None = None, cache_dir: str | Path | None = None) -> bool:
    """Whether the mirror or the cache has the four MNIST files; they are not read, and nothing is fetched.

    Parameters
    ----------
    data_dir, cache_dir
        As for `fetch_mnist`.
    """
    folders = [folder / "mnist" for folder in (mirror(data_dir), cache(cache_dir)) if folder is not None]
    return any(all((folder / name).is_file() for name in registry("mnist")) for folder in folders)


def verified_in_mirror(number: str, data_dir: str | Path) -> Path:
    """Return the header of a record in the mirror `data_dir`, without downloading anything.

    Raises
    ------
    AssetError
        If there is no such record, or the mirror has it not, or altered.
    """
    database = _database(number)
    folder = Path(data_dir) / database.key
    if not _in_mirror(_record_files(database, number), folder, f"Record {number}"):
        raise AssetError(phrase("Record {number} is not complete in {folder}.", number=number, folder=folder))
    return folder / f"{number}.hea"


def header_at_hand(
    number: str, *, data_dir: str | Path | None = None, cache_dir: str | Path | None = None
) -> Path | None:
    """Return the header of a database's record where the mirror or the cache has it; nothing is fetched.

    Parameters
    ----------
    number, data_dir, cache_dir
        As for `fetch_record`.

    Raises
    ------
    AssetError
        If there is no such record.
    """
    database = _database(number)
    for folder in (mirror(data_dir), cache(cache_dir)):
        if folder is not None and (path := folder / database.key / f"{number}.hea").is_file():
            return path
    return None


def verified_at_hand(
    number: str, *, data_dir: str | Path | None = None, cache_dir: str | Path | None = None
) -> Path | None:
    """As `header_at_hand`, where all files of the record are there and are the published ones.

    Raises
    ------
    AssetError
        If there is no such record, or one of its files is altered or cannot be read.
    """
    database = _database(number)
    for folder in (mirror(data_dir), cache(cache_dir)):
        if folder is not None and _in_mirror(
            _record_files(database, number), folder / database.key, f"Record {number}"
        ):
            return folder / database.key / f"{number}.hea"
    return None


def _database(number: str) -> Database:
    database = database_of(number)
    if database is None:
        raise AssetError(phrase("There is no record {number!r} in the catalogue.", number=number[:20]))
    return database


def _record_files(database: Database, number: str) -> list[RemoteFile]:
    return [registry(database.key)[number + suffix] for suffix in database.suffixes]


def mirror(data_dir: str | Path | None = None) -> Path | None:
    """Return the local mirror: `data_dir`, else ``ECG_MONITOR_DATA``, else None."""
    named = data_dir or os.environ.get(MIRROR_VARIABLE)
    return Path(named).expanduser() if named else None


def tell_downloads(teller: Teller | None) -> None:
    """Set who is told of the downloads of this process that nobody watches with a `progress` of his own.

    Parameters
    ----------
    teller : callable or None
        Such as `assets.databases.telling.on_stderr`; None for nobody, as it is at the start.
    """
    global _teller
    _teller = teller


def _fetch(
    files: Sequence[RemoteFile],
    collection: str,
    what: str,
    data_dir: str | Path | None,
    cache_dir: str | Path | None,
    base_urls: Sequence[str],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Path:
    """Return the folder in which all of `files` lie, verified."""
    local = mirror(data_dir)
    if local is not None and _in_mirror(files, local / collection, what):
        return local / collection
    folder = cache(cache_dir) / collection
    missing = [file for file in files if not _is_cached(file, folder, what)]
    if not missing:
        return folder
    total = sum(file.size for file in missing)
    said = what if local is None else phrase("{what} (which is not in {local})", what=what, local=local)
    with telling(what, total, progress) as tell:
        _download_all(missing, base_urls, folder, said, tell, cancelled)
    return folder


def _download_all(
    files: Sequence[RemoteFile],
    base_urls: Sequence[str],
    folder: Path,
    what: str,
    tell: Progress,
    cancelled: Cancelled | None,
) -> None:
    """Fetch files one after the other; a server that failed is not asked for the next one."""
    # pooch and requests take a while to import, and neither a mirror nor the cache needs them.
    from assets.databases.download import download

    urls = list(base_urls)
    before, total = 0, sum(file.size for file in files)
    for file in files:

        def report(done: int, _size: int, before: int = before) -> None:
            tell(before + done, total)

        while True:
            try:
                download(file, urls[0], folder, what=what, progress=report, cancelled=cancelled)
                break
            except DownloadError:
                del urls[0]
                if not urls:
                    raise
        before += file.size


def telling(what: str, total: int, progress: Progress | None) -> AbstractContextManager[Progress]:
    """Give whoever is told how far a download is: `progress`, else whom `tell_downloads` set, else nobody."""
    if progress is not None:
        return nullcontext(progress)
    return nullcontext(_nobody) if _teller is None else _teller(what, total)


def _nobody(_done: int, _total: int) -> None:
    return


def cache(cache_dir: str | Path | None) -> Path:
    """Return the folder in which downloads are kept: `cache_dir`, else the user's cache folder."""
    if cache_dir is not None:
        return Path(cache_dir)
    import pooch

    return Path(pooch.os_cache("ecg-monitor"))


def _is_cached(file: RemoteFile, folder: Path, what: str) -> bool:
    """Whether the cache has the very file; a damaged one is fetched again.

    Raises
    ------
    DownloadError
        If something has its name that is no file, or cannot be read.
    """
    path = folder / file.name
    try:
        return file.matches(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise DownloadError(
            phrase(
                "{what} was refused: {path} cannot be read ({why}).", what=what, path=path, why=reason(error)
            )
        ) from error


def _in_mirror(files: Sequence[RemoteFile], folder: Path, what: str) -> bool:
    """Whether the mirror has all of `files`.

    Raises
    ------
    DownloadError
        If it has one of them altered, or one that cannot be read.
    """
    for file in files:
        path = folder / file.name
        try:
            if not path.exists():
                return False
            intact = file.matches(path)
        except OSError as error:
            raise DownloadError(
                phrase(
                    "{what} was refused: {path} cannot be read ({why}).",
                    what=what,
                    path=path,
                    why=reason(error),
                )
            ) from error
        if not intact:
            raise DownloadError(
                phrase(
                    "{what} was refused: {path} is not the published file (its SHA-256 differs).",
                    what=what,
                    path=path,
                )
            )
    return True
