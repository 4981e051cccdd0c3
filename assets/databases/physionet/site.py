"""PhysioNet as a server: the newest version of a database, its list of hashes, its list of records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from assets.databases.physionet.name import is_version
from assets.databases.physionet.sums import FILE_NAME, MAX_BYTES, is_list
from assets.databases.web.asking import Answer, get
from assets.databases.web.transfer import Cancelled, host_of
from assets.errors import DownloadError
from assets.phrase import phrase
from assets.write import write_bytes

#: Bytes of a database's page, and of its list of records, at most.
MAX_PAGE_BYTES, MAX_LIST_BYTES = 4 * 10**6, 16 * 10**6

_TOLD = re.compile(r"Version:\s{0,200}(?:<[^>]{0,80}>\s{0,200}){0,8}(\d{1,4}(?:\.\d{1,4}){0,3})", re.ASCII)


@dataclass(frozen=True)
class Site:
    """Where PhysioNet lies.

    Attributes
    ----------
    url : str
        Its address with a closing slash: files lie below ``files/DATABASE/VERSION/``, and the page of a
        database, ``content/DATABASE/``, leads to its newest version.
    """

    url: str = "https://physionet.org/"

    def newest(self, database: str, *, cancelled: Cancelled | None = None) -> str:
        """Find the newest version of a database.

        Raises
        ------
        DownloadError
            If there is no such database, it is not open, or the server cannot be reached.
        DownloadCancelled
            If `cancelled` said so.
        """
        page = f"content/{database}/"
        answer = self._get(page, MAX_PAGE_BYTES, database, cancelled)
        # The page of the newest version is where the database's own address leads to.
        ahead = re.search(rf"/content/{re.escape(database)}/([\d.]+)(?:/|$)", answer.url)
        if ahead is not None and is_version(ahead[1]):
            return ahead[1]
        told = _TOLD.search(answer.content.decode("utf-8", "replace"))
        if told is None:
            raise DownloadError(
                phrase("{database} cannot be fetched: its page tells no version.", database=database)
            )
        return told[1]

    def bring_sums(
        self, database: str, version: str, folder: Path, *, cancelled: Cancelled | None = None
    ) -> Path:
        """Give the list of hashes of a version, fetched into `folder` unless it is there.

        Raises
        ------
        DownloadError, DownloadCancelled
            As `newest`, or if what comes is no such list.
        WriteError
            If it cannot be kept.
        """
        path = folder / FILE_NAME
        if not path.is_file():
            answer = self._get(f"files/{database}/{version}/{FILE_NAME}", MAX_BYTES, database, cancelled)
            if not is_list(answer.content):  # it would be kept, and believed from then on
                raise DownloadError(
                    phrase(
                        "{database} cannot be fetched: what {host} sent is no list of hashes.",
                        database=database,
                        host=host_of(self.url),
                    )
                )
            folder.mkdir(parents=True, exist_ok=True)
            write_bytes(path, answer.content)
        return path

    def records(self, database: str, version: str, *, cancelled: Cancelled | None = None) -> bytes:
        """Get a version's list of records.

        Raises
        ------
        DownloadError, DownloadCancelled
            As `newest`.
        """
        return self._get(f"files/{database}/{version}/RECORDS", MAX_LIST_BYTES, database, cancelled).content

    def folder_url(self, database: str, version: str, folder: str) -> str:
        """Address of a folder of a version, with a closing slash."""
        return f"{self.url}files/{database}/{version}/{quote(folder)}"

    def _get(self, path: str, most: int, database: str, cancelled: Cancelled | None) -> Answer:
        answer = get(
            f"{self.url}{path}",
            most,
            what=phrase(
                "Database {name}",
                name=database,
            ),
            cancelled=cancelled,
        )
        host = host_of(self.url)
        if answer.status == 404:
            raise DownloadError(
                phrase(
                    "{host} has no {path}: perhaps there is no database {database}.",
                    host=host,
                    path=path.removesuffix("/"),
                    database=database,
                )
            )
        if answer.status in {401, 403}:
            raise DownloadError(
                phrase(
                    "{database} is not an open database: {host} wants an account for it.",
                    database=database,
                    host=host,
                )
            )
        if answer.status != 200:
            raise DownloadError(
                phrase(
                    "Database {database} could not be asked for: {host} answered with status {status}.",
                    database=database,
                    host=host,
                    status=answer.status,
                )
            )
        return answer


PHYSIONET = Site()
"""The one there is."""
