"""One verified download through pooch.

pooch has the transfer write a temporary file beside the target, compares its SHA-256 and only then moves it
into place, so that nothing half-written is ever found under the file's name.
"""

from __future__ import annotations

import time
from pathlib import Path

import pooch
import requests.exceptions as http

from assets.causes import reason
from assets.databases.registry import RemoteFile
from assets.databases.web.partial import Partial
from assets.databases.web.transfer import (
    CHUNK_BYTES,
    TIMEOUT,
    Cancelled,
    Progress,
    TooLarge,
    Transfer,
    host_of,
    sentence_of,
    watched,
)
from assets.errors import DownloadError
from assets.phrase import phrase
from assets.regular import check_regular

#: Seconds after which a temporary file of a transfer was left by a program that died: none takes that long.
STALE_SECONDS = 3600.0
#: Times that a transfer which broke off is gone on with, as long as each brought something.
MAX_ATTEMPTS = 8


def download(
    file: RemoteFile,
    base_url: str,
    folder: Path,
    *,
    what: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    resumed: bool = False,
) -> Path:
    """Fetch one file into `folder`, unless it is there already with the right hash.

    A server that sends less than `LEAST_RATE` from the first `START_SECONDS` on is given up, so the whole
    takes at most `START_SECONDS` and the time of its size at that rate.

    Parameters
    ----------
    file : RemoteFile
        The file, its size and SHA-256.
    base_url : str
        URL of its folder, with a closing slash.
    folder : Path
        Where to keep it; made if need be.
    what : str
        What is being fetched, to begin messages with (``Record 100``).
    progress : callable, optional
        Called as ``progress(done_bytes, total_bytes)``.
    cancelled : callable, optional
        Asked about every `POLL_SECONDS`; True stops the download.
    resumed : bool
        Whether what has come of it is kept, when it stops, and gone on with (`assets.databases.web.partial`).

    Returns
    -------
    Path
        The verified file.

    Raises
    ------
    DownloadError
        If the file cannot be fetched in time, is not the right one, or something else has its name.
    DownloadCancelled
        If `cancelled` said so.
    """
    _make_room(folder, file.name, what)
    # What is being fetched is shown to the user; pooch would also print it.
    pooch.get_logger().setLevel("WARNING")
    if not resumed:
        return _once(_Whole(file.most), file, base_url, folder, what, progress, cancelled)
    for _ in range(MAX_ATTEMPTS):
        transfer = Partial(folder / f".{file.name}.part", file.most)
        try:
            return _once(transfer, file, base_url, folder, what, progress, cancelled)
        except DownloadError as error:
            # What was kept of another file, or a connection that broke off after it had brought something.
            again = transfer.began_at > 0 if isinstance(error, _NotTheFile) else transfer.broke_off
            if not again:
                raise
            last = error
    raise last


class _NotTheFile(DownloadError):
    """What came is another file."""


class _Whole(Transfer):
    """Fetches a file from its beginning, as pooch's downloader."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __call__(self, url: str, output_file: str, _fetcher: pooch.Pooch) -> None:
        with (
            self.session() as session,
            session.get(url, stream=True, timeout=TIMEOUT) as response,
            open(output_file, "wb") as file,
        ):
            response.raise_for_status()
            for chunk in response.iter_content(CHUNK_BYTES):
                self.take(len(chunk))
                if self.done > self._most:
                    raise TooLarge
                file.write(chunk)


def _once(
    transfer: _Whole | Partial,
    file: RemoteFile,
    base_url: str,
    folder: Path,
    what: str,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Path:
    fetcher = pooch.create(
        path=folder, base_url=base_url, registry={file.name: f"sha256:{file.sha256}"}, retry_if_failed=0
    )
    future = watched(
        transfer,
        lambda: fetcher.fetch(file.name, downloader=transfer),
        what=what,
        url=base_url,
        total=file.size,
        progress=progress,
        cancelled=cancelled,
    )
    try:
        path = Path(future.result())
    except http.RequestException as error:
        raise sentence_of(error, what, base_url) from error
    except (TooLarge, ValueError) as error:
        # pooch raises ValueError for a wrong hash.
        raise _NotTheFile(
            phrase(
                "{what} was refused: what {host} sent is not the published file (its SHA-256 differs).",
                what=what,
                host=host_of(base_url),
            )
        ) from error
    except OSError as error:
        raise DownloadError(
            phrase(
                "{what} could not be saved in {folder}: {why}.", what=what, folder=folder, why=reason(error)
            )
        ) from error
    if progress is not None:
        progress(file.size, file.size)
    return path


def _make_room(folder: Path, name: str, what: str) -> None:
    """Refuse what is no file under the file's name, and remove what transfers of programs that died left."""
    try:
        for left in folder.glob("tmp????????"):  # as pooch names them
            if left.is_file() and time.time() - left.stat().st_mtime > STALE_SECONDS:
                left.unlink(missing_ok=True)
        check_regular(folder / name)
    except FileNotFoundError:
        return  # nothing there yet, or another program was faster
    except OSError as error:
        raise _unsaved(what, folder, error) from error


def _unsaved(what: str, folder: Path, error: OSError) -> DownloadError:
    where = f"{folder}: {Path(error.filename).name}" if error.filename else f"{folder}"
    return DownloadError(
        phrase("{what} could not be saved in {folder}: {why}.", what=what, folder=where, why=reason(error))
    )
