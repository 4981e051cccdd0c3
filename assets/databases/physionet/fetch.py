"""A record of PhysioNet: from a local mirror where there is one, else from the cache, else downloaded.

Every file is compared with the hash that its database lists. A mirror without a list is the user's own word
for its files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from assets.databases.fetch import cache, mirror, telling
from assets.databases.physionet.agreed import LIMIT, check_size
from assets.databases.physionet.name import RecordName, is_version
from assets.databases.physionet.needs import files_of
from assets.databases.physionet.sums import FILE_NAME, read_sums
from assets.databases.registry import RemoteFile
from assets.errors import AssetError, DownloadError
from assets.phrase import phrase
from assets.regular import open_regular

if TYPE_CHECKING:
    from assets.databases.download import Cancelled, Progress
    from assets.databases.physionet.site import Site

COLLECTION = "physionet"
"""Folder of the cache."""

Bring = Callable[[RemoteFile, "Progress | None"], Path]
"""Fetches one file, unless it is there."""

HEADER_BYTES = 2**14
"""A header is about so long; four times as much is let through."""


def fetch_named(
    name: RecordName,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    site: Site | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Make the files of a record available.

    Parameters
    ----------
    name : RecordName
        The record.
    data_dir : str or Path, optional
        Local mirror, looked into first (``data_dir/afdb/04015.hea``, ``data_dir/afdb/1.0.0/04015.hea``);
        ``ECG_MONITOR_DATA`` where not given.
    cache_dir : str or Path, optional
        Where downloads are kept; the user's cache folder where not given.
    site : Site, optional
        PhysioNet where not given.
    progress : callable, optional
        Called in this thread as ``progress(done_bytes, total_bytes)`` while downloading.
    cancelled : callable, optional
        Asked in this thread while downloading; True stops it, and the next time it goes on from there.

    Returns
    -------
    Path
        The header file (``.hea``), with all that it needs beside it, and annotations where there are any.

    Raises
    ------
    DownloadError
        If a file cannot be fetched, is not the published one, or is not listed; `LargeDownload` if it is
        larger than what is fetched without asking.
    RecordError
        If a header is broken or names files elsewhere.
    DownloadCancelled
        If `cancelled` said so.
    """
    for header in _mirrored(name, data_dir):
        found = _at_hand(name, header, header.parents[name.path.count("/")], trusted=True)
        if found is not None:
            return found
    kept = cache(cache_dir) / COLLECTION / name.database
    for version in [name.version] if name.version else versions_of(kept):
        root = kept / version
        if (root / FILE_NAME).is_file():
            found = _at_hand(name, root / f"{name.path}.hea", root, trusted=False)
            if found is not None:
                return found
    return _download(name, kept, site, progress, cancelled)


def _mirrored(name: RecordName, data_dir: str | Path | None) -> Iterator[Path]:
    """Headers that a mirror has of the record, with or without a folder of the version."""
    local = mirror(data_dir)
    if local is None:
        return
    root = local / name.database
    versions = [name.version] if name.version else ["", *versions_of(root)]
    for version in versions:
        header = root / version / f"{name.path}.hea"
        if header.is_file():
            yield header


def versions_of(folder: Path) -> list[str]:
    """Versions of which there is a folder, the newest first."""
    if not folder.is_dir():
        return []
    names = [path.name for path in folder.iterdir() if path.is_dir() and is_version(path.name)]
    return sorted(names, key=lambda name: [int(part) for part in name.split(".")], reverse=True)


def _at_hand(name: RecordName, header: Path, root: Path, *, trusted: bool) -> Path | None:
    """Give the header where all files of the record lie in its folder, and are those that the list has.

    Where a folder is `trusted`, one that has no list is taken as it is, and an altered file is refused; else
    it is fetched again.
    """
    folder = header.parent
    if not header.is_file():
        return None
    sums = root / FILE_NAME
    if not sums.is_file():
        return header if trusted else None
    hashes = read_sums(sums, name.folder)

    def beside(file: str) -> Path:
        if not _intact(folder / file, hashes.get(file)):
            raise _Missing(folder / file)
        return folder / file

    try:
        for file in files_of(name.stem, hashes, beside):
            beside(file)
    except _Missing as missing:
        if trusted and missing.path.is_file():
            raise DownloadError(
                phrase(
                    "Record {name} was refused: {path} is not the published file (its SHA-256 differs).",
                    name=name,
                    path=missing.path,
                )
            ) from missing
        return None
    return header


class _Missing(AssetError):
    """A file is not there, or is another one."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not there.")
        self.path = path


def _intact(path: Path, sha256: str | None) -> bool:
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _download(
    name: RecordName,
    kept: Path,
    site: Site | None,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Path:
    # requests and pooch take a while to import, and neither a mirror nor the cache needs them.
    from assets.databases.download import download
    from assets.databases.physionet.site import PHYSIONET
    from assets.databases.web.asking import sizes

    site, what = site or PHYSIONET, phrase("Record {name}", name=name)
    version = name.version or site.newest(name.database, cancelled=cancelled)
    root = kept / version
    hashes = read_sums(site.bring_sums(name.database, version, root, cancelled=cancelled), name.folder)
    folder, url = root / name.folder, site.folder_url(name.database, version, name.folder)

    def bring(file: RemoteFile, report: Progress | None = None) -> Path:
        if _intact(folder / file.name, file.sha256):
            return folder / file.name
        return download(file, url, folder, what=what, progress=report, cancelled=cancelled, resumed=True)

    def header_of(file: str) -> Path:
        return bring(RemoteFile(file, HEADER_BYTES, hashes[file], exact=False))

    files = files_of(name.stem, hashes, header_of)
    missing = [file for file in files if not _intact(folder / file, hashes[file])]
    asked = sizes([url + file for file in missing], what=what, cancelled=cancelled)
    remote = [_remote(file, hashes, size) for file, size in zip(missing, asked, strict=True)]
    total = sum(file.size for file in remote)
    check_size(name, total - sum(_part(folder, file) for file in remote))
    _bring_all(remote, bring, telling(what, total, progress))
    return folder / f"{name.stem}.hea"


def _bring_all(files: list[RemoteFile], bring: Bring, tell: AbstractContextManager[Progress]) -> None:
    total, before = sum(file.size for file in files), 0
    with tell as report:
        for file in files:

            def one(done: int, _size: int, before: int = before) -> None:
                report(before + done, total)

            bring(file, one)
            before += file.size


def _remote(file: str, hashes: Mapping[str, str], size: int | None) -> RemoteFile:
    # Of a file whose size the server does not tell, no more comes than is fetched without asking.
    return RemoteFile(file, LIMIT // 4 if size is None else size, hashes[file], exact=size is not None)


def _part(folder: Path, file: RemoteFile) -> int:
    """Bytes that an earlier download left of a file."""
    try:
        return min((folder / f".{file.name}.part").stat().st_size, file.size)
    except OSError:
        return 0
