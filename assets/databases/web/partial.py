"""A transfer that goes on where an earlier one stopped: RFC 9110, section 14, range requests.

What has come is kept beside the file's place, and nothing is believed of it: the file's hash is compared when
it is complete, and one that differs is fetched anew from its beginning.
"""

from __future__ import annotations

import os
import re
import threading
from collections import defaultdict
from pathlib import Path

import pooch
import requests
import requests.exceptions as http

from assets.databases.web.transfer import CHUNK_BYTES, TIMEOUT, TooLarge, Transfer
from assets.regular import check_regular

_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)", re.ASCII)
_LOCK_POLL_SECONDS = 0.05

_locks: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)


class Partial(Transfer):
    """Fetches a file as pooch's downloader, from where an earlier transfer stopped.

    Parameters
    ----------
    part : Path
        What has come so far is kept there.
    most : int
        Bytes beyond which what arrives cannot be the file.

    Attributes
    ----------
    began_at : int
        Bytes that were there already.
    broke_off : bool
        Whether the connection ended before the file did, and brought something.
    """

    def __init__(self, part: Path, most: int) -> None:
        super().__init__()
        self._part, self._most = part, most
        self.began_at = 0
        self.broke_off = False

    def __call__(self, url: str, output_file: str, _fetcher: pooch.Pooch) -> None:
        """Fetch what is missing, and put the whole where pooch wants it."""
        lock = _locks[self._part]
        # One that was stopped may not have ended yet.
        while not lock.acquire(timeout=_LOCK_POLL_SECONDS):
            self.check()
        try:
            with self.session() as session:
                self._fetch(session, url)
            os.replace(self._part, output_file)
        except TooLarge:
            self._part.unlink(missing_ok=True)
            raise
        except http.RequestException:
            self.broke_off = self.arrived > 0
            raise
        finally:
            lock.release()

    def _fetch(self, session: requests.Session, url: str) -> None:
        begin = self._there()
        with self._ask(session, url, begin) as response:
            if begin and not _goes_on(response, begin):
                response.close()
                begin = 0
                with self._ask(session, url, begin) as anew:
                    self._write(anew, begin)
            else:
                self._write(response, begin)

    def _ask(self, session: requests.Session, url: str, begin: int) -> requests.Response:
        # Ranges are of the bytes as they lie there: nothing may be compressed on the way.
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={begin}-"} if begin else {})
        return session.get(url, stream=True, timeout=TIMEOUT, headers=headers)

    def _write(self, response: requests.Response, begin: int) -> None:
        response.raise_for_status()
        self.began_at = self.done = begin
        with open(self._part, "ab" if begin else "wb") as file:
            for chunk in response.iter_content(CHUNK_BYTES):
                self.take(len(chunk))
                if self.done > self._most:
                    raise TooLarge
                file.write(chunk)

    def _there(self) -> int:
        """Bytes that an earlier transfer left; something else of that name is no part of it."""
        try:
            size = check_regular(self._part).st_size
        except FileNotFoundError:
            return 0
        if size > self._most:
            self._part.unlink()
            return 0
        return size


def _goes_on(response: requests.Response, begin: int) -> bool:
    """Whether the server sends what comes after byte `begin`: one may know no ranges, or send another."""
    found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return response.status_code == requests.codes.partial and found is not None and int(found[1]) == begin
