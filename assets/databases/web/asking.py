"""Small texts and sizes from a server: at most so many bytes, and stopped at any moment."""

from __future__ import annotations

from dataclasses import dataclass

import requests.exceptions as http

from assets.databases.web.transfer import (
    CHUNK_BYTES,
    TIMEOUT,
    Cancelled,
    Progress,
    TooLarge,
    Transfer,
    sentence_of,
    watched,
)
from assets.errors import DownloadError
from assets.phrase import phrase


@dataclass(frozen=True)
class Answer:
    """What a server answered.

    Attributes
    ----------
    status : int
        HTTP status, such as 200 or 404.
    url : str
        Where it came from, after redirects.
    content : bytes
        What it sent; empty where it refused.
    size : int or None
        Bytes that it announced; None where it announced none.
    """

    status: int
    url: str
    content: bytes
    size: int | None


def get(
    url: str,
    most: int,
    *,
    what: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Answer:
    """Get a text.

    Parameters
    ----------
    url : str
        Its URL.
    most : int
        Bytes beyond which it is refused.
    what : str
        What it is, to begin messages with.
    progress, cancelled : callable, optional
        As for `assets.databases.download.download`.

    Raises
    ------
    DownloadError
        If the server cannot be reached, breaks off or sends more; a status such as 404 is an answer.
    DownloadCancelled
        If `cancelled` said so.
    """
    transfer = Transfer()

    def work() -> Answer:
        with transfer.session() as session, session.get(url, stream=True, timeout=TIMEOUT) as response:
            size = _announced(response.headers.get("Content-Length"))
            if not response.ok:
                return Answer(response.status_code, response.url, b"", size)
            if size is not None and size > most:
                raise TooLarge
            content = bytearray()
            for chunk in response.iter_content(CHUNK_BYTES):
                transfer.take(len(chunk))
                content += chunk
                if len(content) > most:
                    raise TooLarge
            return Answer(response.status_code, response.url, bytes(content), size)

    future = watched(transfer, work, what=what, url=url, total=most, progress=progress, cancelled=cancelled)
    try:
        return future.result()
    except http.RequestException as error:
        raise sentence_of(error, what, url) from error
    except TooLarge as error:
        raise DownloadError(
            phrase("{what} was refused: it has more than {most:g} MB.", what=what, most=most / 1e6)
        ) from error


def sizes(urls: list[str], *, what: str, cancelled: Cancelled | None = None) -> list[int | None]:
    """Ask how large files are, over one connection; None for one of which the server says nothing.

    Raises
    ------
    DownloadError
        If the server cannot be reached, or has not one of them.
    DownloadCancelled
        If `cancelled` said so.
    """
    transfer = Transfer()

    def work() -> list[int | None]:
        found = []
        with transfer.session() as session:
            for url in urls:
                # As they lie there: a server that compresses would announce another size.
                asked = session.head(
                    url, timeout=TIMEOUT, allow_redirects=True, headers={"Accept-Encoding": "identity"}
                )
                if asked.status_code not in {405, 501}:  # a server that knows no HEAD
                    asked.raise_for_status()
                transfer.take(CHUNK_BYTES)  # an answer is a sign of life
                found.append(_announced(asked.headers.get("Content-Length")) if asked.ok else None)
        return found

    future = watched(transfer, work, what=what, url=urls[0], cancelled=cancelled) if urls else None
    try:
        return [] if future is None else future.result()
    except http.RequestException as error:
        raise sentence_of(error, what, urls[0]) from error


def _announced(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 16 else None
