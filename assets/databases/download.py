"""One verified download through pooch, with progress, a deadline, and a cancel that takes effect at once.

pooch has the transfer write a temporary file beside the target, compares its SHA-256 and only then moves it
into place, so that nothing half-written is ever found under the file's name. The transfer runs in a thread of
its own, because a read from a server that stalls or drips cannot be interrupted from within: its connection
is shut down from outside. The callbacks are called in the caller's thread.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pooch
import requests
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from assets.databases.registry import RemoteFile
from assets.errors import DownloadCancelled, DownloadError
from assets.regular import check_regular

#: Seconds to wait for a connection, and for the next bytes of an open one.
TIMEOUT = (10.0, 20.0)
#: Seconds that a transfer may take beyond what its bytes take at `LEAST_RATE`.
START_SECONDS = 30.0
#: Bytes a second below which a server is given up: two megabytes, a record, then take four minutes.
LEAST_RATE = 8 * 1024
#: Bytes between two looks at progress and cancel.
CHUNK_BYTES = 8192
#: Seconds between two calls of the caller's predicate and progress callback.
POLL_SECONDS = 0.05
#: Seconds that a stopped transfer gets to clean up before the caller goes on; it ends on its own then.
CANCEL_GRACE_SECONDS = 0.5
#: Seconds after which a temporary file of a transfer was left by a program that died: none takes that long.
STALE_SECONDS = 3600.0

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class _TooLarge(Exception):
    """More bytes arrived than the file has."""


class _Stopped(Exception):
    """The transfer was told to stop."""


class _Transfer:
    """Fetches a file as pooch's downloader; another thread sees how far it is, and stops it."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.done = 0
        self._stop = threading.Event()
        self._socket: socket.socket | None = None

    def __call__(self, url: str, output_file: str, _fetcher: pooch.Pooch) -> None:
        with requests.Session() as session:
            for scheme in ("http://", "https://"):
                session.mount(scheme, _Adapter(self))
            with session.get(url, stream=True, timeout=TIMEOUT) as response, open(output_file, "wb") as file:
                response.raise_for_status()
                for chunk in response.iter_content(CHUNK_BYTES):
                    self._check()
                    self.done += len(chunk)
                    if self.done > self.most:
                        raise _TooLarge
                    file.write(chunk)

    def hold(self, opened: socket.socket) -> None:
        """Take hold of the socket of a connection that has been opened."""
        self._socket = opened
        self._check()

    def stop(self) -> None:
        """Stop it, waking it where it waits for bytes; may be called again while it has not ended."""
        self._stop.set()
        if self._socket is not None:
            # Its own thread may have closed it just now, which is what was wanted.
            with contextlib.suppress(OSError):
                # Not TLS's own shutdown, which says goodbye first, and waits.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _check(self) -> None:
        if self._stop.is_set():
            raise _Stopped


class _Adapter(HTTPAdapter):
    """Opens connections that the transfer knows of, so that it can be woken while it waits for an answer."""

    def __init__(self, transfer: _Transfer) -> None:
        self._pools = _pools(transfer)
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        manager = super().proxy_manager_for(*args, **options)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(transfer: _Transfer) -> dict[str, type]:
    """Give urllib3's pools by scheme, with connections that show their sockets."""

    def watched(pool: Any) -> type:
        class Connection(pool.ConnectionCls):
            def connect(self) -> None:
                super().connect()
                transfer.hold(self.sock)

        return type(pool.__name__, (pool,), {"ConnectionCls": Connection})

    return {"http": watched(HTTPConnectionPool), "https": watched(HTTPSConnectionPool)}


def download(
    file: RemoteFile,
    base_url: str,
    folder: Path,
    *,
    what: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
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
    stopped = f"The download of {_inside(what)} was stopped."
    if cancelled is not None and cancelled():
        raise DownloadCancelled(stopped)
    _make_room(folder, file.name, what)
    fetcher = pooch.create(
        path=folder, base_url=base_url, registry={file.name: f"sha256:{file.sha256}"}, retry_if_failed=0
    )
    # What is being fetched is shown to the user; pooch would also print it.
    pooch.get_logger().setLevel("WARNING")
    transfer = _Transfer(file.most)
    future = _begin(lambda: fetcher.fetch(file.name, downloader=transfer))
    began = time.monotonic()
    try:
        while not wait((future,), timeout=POLL_SECONDS).done:
            if progress is not None:
                progress(min(transfer.done, file.size), file.size)
            if cancelled is not None and cancelled():
                raise DownloadCancelled(stopped)
            if time.monotonic() - began > START_SECONDS + transfer.done / LEAST_RATE:
                raise DownloadError(
                    f"{what} could not be downloaded: {_host(base_url)} sends less than "
                    f"{LEAST_RATE / 1024:g} kB a second."
                )
    except BaseException:
        # Also where a callback fails, or Ctrl-C comes: the transfer must not go on unobserved.
        _end(transfer, future)
        raise
    path = _result(future, base_url, what, folder)
    if progress is not None:
        progress(file.size, file.size)
    return path


def _begin(work: Callable[[], str]) -> Future[str]:
    """Do `work` in a thread that keeps no program from ending."""
    future: Future[str] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="download", daemon=True).start()
    return future


def _end(transfer: _Transfer, future: Future[str]) -> None:
    until = time.monotonic() + CANCEL_GRACE_SECONDS
    while not future.done() and time.monotonic() < until:
        transfer.stop()  # once more each time: it may have been about to connect
        wait((future,), timeout=POLL_SECONDS)


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
    return DownloadError(f"{what} could not be saved in {where}: {error.strerror or error}.")


def _host(base_url: str) -> str:
    return urlsplit(base_url).hostname or base_url


def _inside(what: str) -> str:
    """`what` as it stands within a sentence: ``record 100``, but ``MNIST``."""
    return what if what[:2].isupper() else what[:1].lower() + what[1:]


def _result(future: Future[str], base_url: str, what: str, folder: Path) -> Path:
    """Return the finished transfer's path, or raise its error as one sentence."""
    import requests.exceptions as http  # slow, and only needed here

    host = _host(base_url)
    try:
        return Path(future.result())
    except http.HTTPError as error:
        status = error.response.status_code if error.response is not None else "an error"
        cause = f"{host} answered with status {status}"
        raise DownloadError(f"{what} could not be downloaded: {cause}.") from error
    except (http.ChunkedEncodingError, http.ContentDecodingError) as error:
        raise DownloadError(f"{what} could not be downloaded: the connection to {host} broke off.") from error
    except http.Timeout as error:
        raise DownloadError(f"{what} could not be downloaded: {host} does not answer.") from error
    except http.ConnectionError as error:
        raise DownloadError(f"{what} could not be downloaded: no connection to {host}.") from error
    except http.RequestException as error:
        raise DownloadError(f"{what} could not be downloaded from {host}.") from error
    except (_TooLarge, ValueError) as error:
        # pooch raises ValueError for a wrong hash.
        raise DownloadError(
            f"{what} was refused: what {host} sent is not the published file (its SHA-256 differs)."
        ) from error
    except OSError as error:
        raise DownloadError(f"{what} could not be saved in {folder}: {error.strerror or error}.") from error
