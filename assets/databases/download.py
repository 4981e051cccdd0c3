"""One verified download through pooch, with progress and a cancel that takes effect at once.

pooch streams into a temporary file beside the target, compares its SHA-256 and only then moves it into
place, so that nothing half-written is ever found under the file's name. The transfer runs in a thread of its
own because a read from a stalled server cannot be interrupted from within; the callbacks are called in the
caller's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pooch

from assets.databases.registry import RemoteFile
from assets.errors import DownloadCancelled, DownloadError

#: Seconds to wait for a connection, and for the next bytes of an open one.
TIMEOUT = (10.0, 20.0)
#: Bytes between two looks at progress and cancel.
CHUNK_BYTES = 8192
#: Seconds between two calls of the caller's predicate and progress callback.
POLL_SECONDS = 0.05
#: Seconds that a cancelled transfer gets to clean up before the caller goes on; one that still waits for
#: an answer (at most `TIMEOUT`) then cleans up on its own.
CANCEL_GRACE_SECONDS = 2.0

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class _TooLarge(Exception):
    """More bytes arrived than the file has."""


class _Stopped(Exception):
    """The transfer was told to stop."""


class _Meter:
    """pooch's progress bar protocol, and the handle by which a transfer is stopped."""

    total = 0

    def __init__(self, size: int) -> None:
        self.size = size
        self.done = 0
        self._stop = threading.Event()
        self._response: Any = None

    def attach(self, response: Any, *_args: Any, **_kwargs: Any) -> None:
        """Take hold of the open response (a hook of requests)."""
        self._response = response
        self._check()

    def update(self, n_bytes: int) -> None:
        self._check()
        self.done += n_bytes
        # pooch reports whole chunks, so the last one may overshoot.
        if self.done > self.size + 2 * CHUNK_BYTES:
            raise _TooLarge

    def reset(self) -> None:
        self.done = 0

    def close(self) -> None:
        self.done = self.size

    def stop(self) -> None:
        """Stop the transfer, waking it if it waits for bytes (urllib3 2.3 and later)."""
        self._stop.set()
        shutdown = getattr(getattr(self._response, "raw", None), "shutdown", None)
        if shutdown is not None:
            try:
                shutdown()
            except (OSError, ValueError, RuntimeError):
                # The response has just been closed by its own thread, which is what was wanted.
                return

    def release(self) -> None:
        """Close the connection, which pooch leaves open where a transfer fails."""
        if self._response is not None:
            self._response.close()

    def _check(self) -> None:
        if self._stop.is_set():
            raise _Stopped


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
        If the file cannot be fetched or is not the right one.
    DownloadCancelled
        If `cancelled` said so.
    """
    if cancelled is not None and cancelled():
        raise DownloadCancelled(f"The download of {_inside(what)} was stopped.")
    meter = _Meter(file.size)
    fetcher = pooch.create(
        path=folder, base_url=base_url, registry={file.name: f"sha256:{file.sha256}"}, retry_if_failed=0
    )
    http = pooch.HTTPDownloader(
        progressbar=meter, chunk_size=CHUNK_BYTES, timeout=TIMEOUT, hooks={"response": meter.attach}
    )
    # What is being fetched is shown in the window; pooch would also print it.
    pooch.get_logger().setLevel("WARNING")

    def transfer(url: str, output_file: str, fetching: pooch.Pooch) -> None:
        try:
            http(url, output_file, fetching)
        finally:
            meter.release()

    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="download")
    try:
        future: Future[str] = executor.submit(fetcher.fetch, file.name, downloader=transfer)
        try:
            while not wait((future,), timeout=POLL_SECONDS).done:
                if progress is not None:
                    progress(min(meter.done, file.size), file.size)
                if cancelled is not None and cancelled():
                    raise DownloadCancelled(f"The download of {_inside(what)} was stopped.")
        except BaseException:
            # Also where a callback fails: the transfer must not go on unobserved.
            meter.stop()
            wait((future,), timeout=CANCEL_GRACE_SECONDS)
            raise
        path = _result(future, base_url, what, folder)
    finally:
        executor.shutdown(wait=False)
    if progress is not None:
        progress(file.size, file.size)
    return path


def _inside(what: str) -> str:
    """`what` as it stands within a sentence: ``record 100``, but ``MNIST``."""
    return what if what[:2].isupper() else what[:1].lower() + what[1:]


def _result(future: Future[str], base_url: str, what: str, folder: Path) -> Path:
    """Return the finished transfer's path, or raise its error as one sentence."""
    import requests.exceptions as http  # slow, and only needed here

    host = urlsplit(base_url).hostname or base_url
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
