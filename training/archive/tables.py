"""Tables as Parquet files, each written whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from assets.write import write_bytes
from models.alerts.events import Event
from models.beats.scores import BeatScores

if TYPE_CHECKING:
    import pyarrow as pa

Columns = Mapping[str, Sequence[Any] | npt.NDArray[Any]]

BEAT_COLUMNS = {
    "key": "string",
    "sample": "int64",
    "time_s": "float64",
    "label": "string",
    "score": "float32",
    "premature": "float32",
    "rr_s": "float32",
    "amplitude_mv": "float32",
}
"""A row a beat: its R peak in the recording's samples and seconds, its label, what was measured of it."""

ALERT_COLUMNS = {
    "key": "string",
    "kind": "string",
    "lead": "string",
    "start": "int64",
    "peak": "int64",
    "end": "int64",
    "start_s": "float64",
    "end_s": "float64",
    "beats": "int64",
    "rate_bpm": "float64",
    "strength": "float64",
    "technical": "bool",
    "why": "string",
    "true": "bool",
}
"""A row an alert: where it lies, what it says, and where there is a reference whether it is true."""


def beat_columns(key: str, beats: BeatScores, labels: Sequence[str], fs: float, offset: int) -> Columns:
    """Give the columns of beats, in the identity's own samples."""
    sample = beats.index + offset
    return {
        "key": [key] * len(beats),
        "sample": sample,
        "time_s": sample / fs,
        "label": [str(label) for label in labels],
        "score": beats.score,
        "premature": beats.premature,
        "rr_s": beats.rr_s,
        "amplitude_mv": beats.amplitude,
    }


def alert_columns(
    key: str, alerts: Sequence[Event], fs: float, true: Sequence[bool | None] | None = None
) -> Columns:
    """Give the columns of alerts, in the identity's own samples."""
    return {
        "key": [key] * len(alerts),
        "kind": [alert.kind.name.lower() for alert in alerts],
        "lead": [alert.lead for alert in alerts],
        "start": [alert.start + alert.offset for alert in alerts],
        "peak": [alert.peak + alert.offset for alert in alerts],
        "end": [alert.end + alert.offset for alert in alerts],
        "start_s": [(alert.start + alert.offset) / fs for alert in alerts],
        "end_s": [(alert.end + alert.offset) / fs for alert in alerts],
        "beats": [len(alert.beats) for alert in alerts],
        "rate_bpm": [alert.rate_bpm for alert in alerts],
        "strength": [alert.strength for alert in alerts],
        "technical": [alert.technical for alert in alerts],
        "why": [alert.why() for alert in alerts],
        "true": [None] * len(alerts) if true is None else list(true),
    }


def write_columns(path: Path, columns: Columns, types: Mapping[str, str]) -> None:
    """Write columns of these types; NaN is no value.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    import pyarrow as pa

    schema = pa.schema([(name, _type(kind)) for name, kind in types.items()])
    arrays = [pa.array(columns[name], type=schema.field(name).type, from_pandas=True) for name in types]
    _write(path, pa.Table.from_arrays(arrays, schema=schema))


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows of plain values, which need not all have the same columns.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    import pyarrow as pa

    rows = list(rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: [row.get(name) for row in rows] for name in names}
    _write(path, pa.table({name: pa.array(values, _kind(values)) for name, values in columns.items()}))


def _kind(values: Sequence[Any]) -> pa.DataType:
    """The type that holds all of these: whole numbers beside others become real ones."""
    import pyarrow as pa

    types = {type(value) for value in values if value is not None}
    if types == {bool}:
        return pa.bool_()
    if types == {int}:
        return pa.int64()
    if types and types <= {int, float, np.float64}:
        return pa.float64()
    return pa.list_(pa.string()) if types == {list} else pa.string()


def _type(name: str) -> pa.DataType:
    import pyarrow as pa

    return pa.type_for_alias(name)


def _write(path: Path, table: pa.Table) -> None:
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    write_bytes(path, file.getvalue())
