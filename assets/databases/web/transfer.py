"""A transfer over HTTP in a thread of its own, with progress, a deadline, and a cancel that acts at once.

A read from a server that stalls or drips cannot be interrupted from within: its connection is shut down from
outside. The callbacks are called in the caller's thread. Redirects are few, and stay with the host that was
asked.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import requests.exceptions as http
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from assets.causes import words_of
from assets.databases.web.at_hand import may_ask
from assets.errors import DownloadCancelled, DownloadError
from assets.phrase import phrase

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
#: Redirects that are followed.
MAX_REDIRECTS = 3

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
T = TypeVar("T")


class TooLarge(Exception):
    """More bytes arrived than the file has."""


class _Stopped(Exception):
    """The transfer was told to stop."""


class _Astray(http.RequestException):
    """The server sends us to another one."""


class Transfer:
    """What is going on over the network: another thread sees how far it is, and stops it.

    Attributes
    ----------
    done : int
        Bytes that are there, those of an earlier transfer included.
    arrived : int
        Bytes that have come over the network.
    """

    def __init__(self) -> None:
        self.done = 0
        self.arrived = 0
        self._stop = threading.Event()
        self._socket: socket.socket | None = None

    def session(self) -> requests.Session:
        """Open a session whose connections this transfer can shut down."""
        session = _Session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, _Adapter(self))
        return session

    def take(self, n_bytes: int) -> None:
        """Count bytes that have arrived, and end here if the transfer was told to stop."""
        self.check()
        self.arrived += n_bytes
        self.done += n_bytes

    def check(self) -> None:
        """End here if the transfer was told to stop."""
        if self._stop.is_set():
            raise _Stopped

    def hold(self, opened: socket.socket) -> None:
        """Take hold of the socket of a connection that has been opened."""
        self._socket = opened
        self.check()

    def stop(self) -> None:
        """Stop it, waking it where it waits for bytes; may be called again while it has not ended."""
        self._stop.set()
        if self._socket is not None:
            # Its own thread may have closed it just now, which is what was wanted.
            with contextlib.suppress(OSError):
                # Not TLS's own shutdown, which says goodbye first, and waits.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class _Session(requests.Session):
    """Follows few redirects, and none to another host or out of TLS."""

    def __init__(self) -> None:
        super().__init__()
        self.max_redirects = MAX_REDIRECTS

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        target = super().get_redirect_target(resp)
        if target is None:
            return None
        here, there = urlsplit(resp.url), urlsplit(urljoin(resp.url, target))
        same = (there.hostname or "").removeprefix("www.") == (here.hostname or "").removeprefix("www.")
        if not same or there.scheme not in {"https", here.scheme}:
            resp.close()
            raise _Astray(there.hostname or target)
        return target


class _Adapter(HTTPAdapter):
    """Opens connections that the transfer knows of, so that it can be woken while it waits for an answer."""

    def __init__(self, transfer: Transfer) -> None:
        self._pools = _pools(transfer)
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        manager = super().proxy_manager_for(*args, **options)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(transfer: Transfer) -> dict[str, type]:
    """Give urllib3's pools by scheme, with connections that show their sockets."""

    def watched(pool: Any) -> type:
        class Connection(pool.ConnectionCls):
            def connect(self) -> None:
                super().connect()
                transfer.hold(self.sock)

        return type(pool.__name__, (pool,), {"ConnectionCls": Connection})

    return {"http": watched(HTTPConnectionPool), "https": watched(HTTPSConnectionPool)}


def watched(
    transfer: Transfer,
    work: Callable[[], T],
    *,
    what: str,
    url: str,
    total: int = 0,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Future[T]:
    """Do `work` in a thread of its own, and look after it until it has ended.

    Parameters
    ----------
    transfer : Transfer
        What `work` uses.
    work : callable
        What is done.
    what : str
        What is being fetched, to begin messages with (``Record 100``).
    url : str
        Whom it is asked of.
    total : int
        Bytes that are expected, for `progress`.
    progress : callable, optional
        Called as ``progress(done_bytes, total_bytes)``.
    cancelled : callable, optional
        Asked about every `POLL_SECONDS`; True stops the transfer.

    Returns
    -------
    Future
        Ended, with the work's result or its error (`sentence_of` says it in words).

    Raises
    ------
    DownloadError
        If it sends less than `LEAST_RATE` from the first `START_SECONDS` on, or nothing is to be asked
        (`assets.databases.web.at_hand`).
    DownloadCancelled
        If `cancelled` said so.
    """
    if not may_ask():
        raise DownloadError(
            phrase("{what} is not on this computer, and {host} was not asked for it.", what=what,
                   host=host_of(url))
        )  # fmt: skip
    if cancelled is not None and cancelled():
        raise stopped(what)
    future = _begin(work)
    began = time.monotonic()
    try:
        while not wait((future,), timeout=POLL_SECONDS).done:
            if progress is not None:
                progress(min(transfer.done, total), total)
            if cancelled is not None and cancelled():
                raise stopped(what)
            if time.monotonic() - began > START_SECONDS + transfer.arrived / LEAST_RATE:
                raise DownloadError(
                    phrase(
                        "{what} could not be downloaded: {host} sends less than {least:g} kB a second.",
                        what=what,
                        host=host_of(url),
                        least=LEAST_RATE / 1024,
                    )
                )
    except BaseException:
        # Also where a callback fails, or Ctrl-C comes: the transfer must not go on unobserved.
        _end(transfer, future)
        raise
    return future


def _begin(work: Callable[[], T]) -> Future[T]:
    """Do `work` in a thread that keeps no program from ending."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="download", daemon=True).start()
    return future


def _end(transfer: Transfer, future: Future[T]) -> None:
    until = time.monotonic() + CANCEL_GRACE_SECONDS
    while not future.done() and time.monotonic() < until:
        transfer.stop()  # once more each time: it may have been about to connect
        wait((future,), timeout=POLL_SECONDS)


def stopped(what: str) -> DownloadCancelled:
    """Say that a download was stopped."""
    return DownloadCancelled(phrase("{what}: the download was stopped.", what=what))


def host_of(url: str) -> str:
    """Say whom an URL asks."""
    return urlsplit(url).hostname or url


def sentence_of(error: http.RequestException, what: str, url: str) -> DownloadError:
    """Say in a sentence what went wrong over the network."""
    host = host_of(url)
    if isinstance(error, http.HTTPError):
        status = error.response.status_code if error.response is not None else "?"
        return DownloadError(
            phrase(
                "{what} could not be downloaded: {host} answered with status {status}.",
                what=what,
                host=host,
                status=status,
            )
        )
    if isinstance(error, http.ChunkedEncodingError | http.ContentDecodingError):
        return DownloadError(
            phrase(
                "{what} could not be downloaded: the connection to {host} broke off.", what=what, host=host
            )
        )
    if isinstance(error, http.Timeout):
        return DownloadError(
            phrase("{what} could not be downloaded: {host} does not answer.", what=what, host=host)
        )
    if isinstance(error, http.ConnectionError):
        return DownloadError(
            phrase("{what} could not be downloaded: no connection to {host}.", what=what, host=host)
        )
    if isinstance(error, _Astray):
        return DownloadError(
            phrase(
                "{what} could not be downloaded: {host} sends us on to {error}.",
                what=what,
                host=host,
                error=words_of(error),
            )
        )
    return DownloadError(phrase("{what} could not be downloaded from {host}.", what=what, host=host))
