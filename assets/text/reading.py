"""A text file of numbers as a record."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.errors import RecordError
from assets.phrase import phrase
from assets.pieces.slower import divisor, slowed, told
from assets.records.headers.header import as_text, refused
from assets.records.headers.survey import check_rate
from assets.records.identity import file_identity
from assets.records.lead import LeadKind
from assets.records.record import Record
from assets.regular import open_regular
from assets.text.answers import Answers, Untold
from assets.text.cells import is_slashed, seconds, slashed
from assets.text.plan import Plan, plan
from assets.text.shape import MAX_LINE_BYTES, TextShape, shape_of
from assets.text.times import Coarse, in_order, placed

MAX_BYTES = 2**30
"""Size above which a text file is refused."""

MAX_CELLS = 2**26
"""Cells that are read of a file: three days of a lead at 250 Hz."""

MAX_TIME_WORDS = 2**22
"""Times that are written as dates or on a clock and read one by one: four hours at 250 Hz."""

MAX_VALUE = 1e12
"""A number beyond is none that was measured."""

_ROWS_AT_ONCE = 2**16
_SCAN_BYTES = 2**20


def read_text(path: str | Path, answers: Answers | None = None) -> Record:
    """Read the text file at `path`.

    Parameters
    ----------
    path : str or Path
        The file.
    answers : Answers, optional
        What the file does not say.

    Returns
    -------
    Record
        1 to 12 ECG leads in mV and what is shown beside them, at 100 to 1000 Hz, to which faster ones are
        brought; cells without a number are gaps, and rows whose times are uneven are interpolated;
        `Record.warnings` says what was done.

    Raises
    ------
    Untold
        If neither the file nor `answers` say the rate, or the unit.
    RecordError
        If it cannot be read; the message is one sentence with file and cause.
    """
    file, answers = Path(path).absolute(), answers or Answers()
    shape = shape_of(file)
    how = plan(shape, answers)
    rows = _checked(shape)
    columns = sorted({one.index for one in how.taken} | ({how.time} if how.time is not None else set()))
    if rows * len(columns) > MAX_CELLS:
        raise refused(
            shape.label,
            phrase("its {rows:,} rows are more than the {most:,} that are read of {n} columns", rows=rows,
                   most=MAX_CELLS // len(columns), n=len(columns)),
        )  # fmt: skip
    table = _table(shape, columns, rows)
    return _record(shape, how, {i: table[:, at] for at, i in enumerate(columns)}, answers)


def _record(
    shape: TextShape, how: Plan, columns: dict[int, npt.NDArray[np.float64]], answers: Answers
) -> Record:
    warnings = list(how.warnings)
    values = np.stack([columns[one.index] for one in how.taken], axis=1)
    rate = how.rate
    if rate is None:
        assert how.time is not None
        try:
            found = placed(columns[how.time] * how.scale, values, shape.label)
        except Coarse as error:
            why = phrase("its times are coarser than its samples")
            raise Untold(shape, answers, ("rate",), why) from error
        rate, values = found.rate, found.values
        warnings += found.warnings
        check_rate(rate, shape.label)
    comments: tuple[str, ...] = shape.header[:40]
    if (every := divisor(rate)) > 1:
        comments = (*told(shape.label, rate), *comments)
        warnings = [*comments[:1], *warnings]
        values = np.stack([slowed(column, every) for column in values.T], axis=1)
        rate /= every
    for at, one in enumerate(how.taken):
        if one.centred and np.isfinite(values[:, at]).any():
            values[:, at] -= np.nanmedian(values[:, at])
            warnings.append(
                phrase("The zero of {lead} is its median: steps of a converter do not say where it is.",
                       lead=one.lead.name)
            )  # fmt: skip
        values[:, at] *= one.factor
    if not any(
        np.isfinite(values[:, at]).any() for at, one in enumerate(how.taken) if one.lead.kind is LeadKind.ECG
    ):
        raise refused(shape.label, phrase("its ECG columns hold no numbers"))
    missing = int((~np.isfinite(values)).any(axis=1).sum())
    if missing and not warnings:
        warnings.append(
            phrase("{n} rows of {file} have no number somewhere: gaps.", n=missing, file=shape.label)
        )
    return Record(
        name=as_text(shape.path.stem),
        fs=rate,
        leads=tuple(one.lead.name for one in how.taken),
        signals=values.astype(np.float32),
        comments=comments,
        notes=phrase("text file from {folder}", folder=as_text(shape.path.parent)),
        identity=file_identity(shape.path),
        warnings=tuple(warnings),
        described=tuple(one.lead for one in how.taken),
    )


def _checked(shape: TextShape) -> int:
    """Look through the whole file for its size and its lines before any is held; the number of lines."""
    lines, since = 1, 0
    try:
        with open_regular(shape.path) as file:
            size = 0
            while block := file.read(_SCAN_BYTES):
                size += len(block)
                if size > MAX_BYTES:
                    raise refused(
                        shape.label,
                        phrase("it is larger than the {n} MiB that are read of text", n=MAX_BYTES >> 20),
                    )
                codes = np.frombuffer(block, dtype=np.uint8)
                ends = np.flatnonzero((codes == 10) | (codes == 13))
                edges = np.concatenate([[-since], ends, [len(block)]])
                if np.diff(edges).max() > MAX_LINE_BYTES:
                    raise refused(
                        shape.label, phrase("it has a line of more than {n} characters", n=MAX_LINE_BYTES)
                    )
                lines += int((codes == 10).sum()) or len(ends)
                since = int(edges[-1] - edges[-2]) if len(ends) else since + len(block)
    except OSError as error:
        raise refused(shape.label, phrase("it cannot be read ({why})", why=reason(error))) from error
    return lines


def _table(shape: TextShape, columns: Sequence[int], rows: int) -> npt.NDArray[np.float64]:
    """Read these columns, shape (n, n_columns); times are in seconds."""
    import pandas as pd  # slow to import

    words = [i for i in columns if shape.columns[i].times]
    if words and rows > MAX_TIME_WORDS:
        raise refused(
            shape.label,
            phrase("its {n:,} dates are too many to be read; tell its rate, and that no column is the time "
                   "(time=none)", n=rows),
        )  # fmt: skip
    n_columns = len(shape.columns)
    parts: list[npt.NDArray[np.float64]] = []
    months: dict[int, list[npt.NDArray[np.float64]]] = {i: [] for i in words}
    try:
        with (
            open_regular(shape.path) as raw,
            io.TextIOWrapper(raw, shape.encoding, "replace", newline=None) as file,
        ):
            for _ in range(shape.skip):
                file.readline()
            chunks = pd.read_csv(
                file,
                sep=r"\s+" if shape.delimiter == " " else shape.delimiter,
                header=None,
                names=list(range(n_columns)),
                usecols=list(columns),
                index_col=False,
                decimal=shape.decimal,
                dtype={i: str for i in words},
                skipinitialspace=True,
                chunksize=_ROWS_AT_ONCE,
            )
            for chunk in chunks:
                parts.append(_numbers(chunk, shape, columns))
                for i in words:
                    months[i].append(_month_first(chunk, i, parts[-1][:, columns.index(i)]))
    except RecordError:
        raise
    except OSError as error:
        raise refused(shape.label, phrase("it cannot be read ({why})", why=reason(error))) from error
    # pandas raises as it pleases on bad content, ParserError among others.
    except (ValueError, OverflowError, TypeError, LookupError) as error:
        why = str(error).strip().splitlines()[-1:] or [""]
        shown = "".join(c for c in why[0] if c.isprintable())[:80]
        raise refused(shape.label, phrase("its rows are not alike ({why})", why=shown)) from error
    if not parts:
        raise refused(shape.label, phrase("there are no rows of numbers in it"))
    table = np.concatenate(parts)
    for i, times in months.items():
        at = columns.index(i)
        table[:, at] = in_order(table[:, at], np.concatenate(times), shape.label)
    return table


def _month_first(chunk: object, i: int, times: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give a column's times anew, its dates with slashes read with the month first."""
    import pandas as pd

    assert isinstance(chunk, pd.DataFrame)
    cells = chunk[i]
    slashes = cells.str.contains("/", regex=False, na=False).to_numpy(dtype=bool)
    if not slashes.any():
        return times
    there = [is_slashed(cell) if has else False for cell, has in zip(cells, slashes, strict=True)]
    found = times.copy()
    found[there] = [slashed(cell, month_first=True) for cell in cells[there]]
    return found


def _day_first(cell: str) -> float | None:
    return slashed(cell, month_first=False) if is_slashed(cell) else seconds(cell)


def _numbers(chunk: object, shape: TextShape, columns: Sequence[int]) -> npt.NDArray[np.float64]:
    import pandas as pd

    assert isinstance(chunk, pd.DataFrame)
    found = np.full((len(chunk), len(columns)), np.nan)
    for at, i in enumerate(columns):
        column = chunk[i]
        if shape.columns[i].times:
            times = [_day_first(cell) if isinstance(cell, str) else None for cell in column]
            found[:, at] = [math.nan if time is None else time for time in times]
            continue
        if not pd.api.types.is_numeric_dtype(column):
            text = column.astype(str).str.strip(" \t\"'")
            column = pd.to_numeric(
                text.str.replace(",", ".") if shape.decimal == "," else text, errors="coerce"
            )
        found[:, at] = column.to_numpy(dtype=np.float64, na_value=math.nan)
    found[~(np.abs(found) <= MAX_VALUE)] = np.nan  # infinities too
    return found
