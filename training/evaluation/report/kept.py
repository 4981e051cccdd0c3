"""Rows that stay when tables are measured anew without them: plainer detectors know nothing of weights."""

from __future__ import annotations

from collections.abc import Collection, Iterator


def keep_rows(old: str, new: str, names: Collection[str]) -> str:
    """Give new tables with rows of old ones.

    Parameters
    ----------
    old, new : str
        Markdown: tables, each below a caption.
    names : collection of str
        First cells of rows that stay.

    Returns
    -------
    str
        The new tables. Each ends with the rows of these names that it lacks, and that the old one of the same
        caption and columns has.
    """
    kept = {
        (caption, header): [row for row in rows if _first(row) in names]
        for caption, header, rows in _tables(old.splitlines())
    }
    lines = new.splitlines()
    ends = {}
    at = 0
    for caption, header, rows in _tables(lines):
        at = lines.index(header, lines.index(caption, at) if caption else at) + 1 + len(rows)
        there = {_first(row) for row in rows}
        ends[at] = [row for row in kept.get((caption, header), []) if _first(row) not in there]
    return "\n".join(text for i, line in enumerate(lines, 1) for text in (line, *ends.get(i, [])))


def _first(row: str) -> str:
    return row.strip("|").split("|")[0].strip()


def _tables(lines: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Caption, header and the other rows of each table, the rule below the header among them."""
    caption, table = "", list[str]()
    for line in [*lines, ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield caption, table[0], table[1:]
            table = []
        if line.strip():
            caption = line
