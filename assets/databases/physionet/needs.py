"""Which files a record needs: its header's signals, the segments of one of several, annotations, figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from assets.databases.physionet.name import is_file_name
from assets.errors import DownloadError, RecordError
from assets.phrase import phrase
from assets.records.headers.header import quoted, read_header, refused
from assets.records.headers.segments import GAP, segment_names

ANNOTATIONS = (".atr", ".qrs")
"""Endings of the annotations that are fetched: the reference, and beats that a detector found."""

MAX_FILES = 20_000
"""Files of one record at most."""

GetHeader = Callable[[str], Path]
"""Makes a header of the record's folder available, by its file name."""


def files_of(stem: str, listed: Collection[str], header_of: GetHeader) -> list[str]:
    """List the files of a record, all in one folder, its headers first.

    Parameters
    ----------
    stem : str
        The record's name, without its folder.
    listed : collection of str
        Files that there are in the folder.
    header_of : callable
        Brings a header; asked for the record's own first, then for those of its segments and its figures.

    Raises
    ------
    RecordError
        If a header is broken, or names what is no file of its folder.
    DownloadError
        If a file that is needed is not listed.
    """
    headers = [f"{stem}.hea"]
    own = header_of(_listed(headers[0], listed, stem))
    names = segment_names(own)
    signals: dict[str, None] = {}
    if names is None:
        signals.update(dict.fromkeys(_signals(own)))
    else:
        for name in dict.fromkeys(names):
            header = _listed(f"{_checked(name, own)}.hea", listed, stem)
            headers.append(header)
            signals.update(dict.fromkeys(_signals(header_of(header))))
            if len(headers) + len(signals) > MAX_FILES:
                raise refused(own.name, phrase("it has more than {most} files", most=MAX_FILES))
    figures = f"{stem}n.hea"
    if figures in listed and figures not in headers:
        try:
            beside = list(_signals(header_of(figures)))
        except RecordError:
            beside = []  # another file that happens to be called so
        if beside and all(name in listed for name in beside):
            headers.append(figures)
            signals.update(dict.fromkeys(beside))
    marks = [stem + ending for ending in ANNOTATIONS if stem + ending in listed]
    return [*headers, *marks, *(_listed(name, listed, stem) for name in signals)]


def _signals(header: Path) -> Iterator[str]:
    for spec in read_header(header).signals:
        if spec.file_name != GAP:
            yield _checked(spec.file_name, header)


def _checked(name: str, header: Path) -> str:
    if not is_file_name(name):
        raise refused(
            header.name, phrase("its file {name} is not a file in the record's own folder", name=quoted(name))
        )
    return name


def _listed(name: str, listed: Collection[str], stem: str) -> str:
    if name not in listed:
        raise DownloadError(
            phrase(
                "Record {stem} cannot be fetched: its database lists no file {name}.", stem=stem, name=name
            )
        )
    return name
