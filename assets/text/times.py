"""A column of times: how fast its rows were sampled, and where each belongs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.records.headers.header import refused

Times = npt.NDArray[np.float64]

DAY_S = 86400.0
SCALES = {"s": 1.0, "sec": 1.0, "seconds": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ns": 1e-9}
"""Seconds in one of a unit of time."""

MIN_RATE, MAX_RATE = 100.0, 20_480.0
"""Rates among which a unit of time is told apart by its steps, Hz."""

MAX_SAME = 0.05
"""Share of rows with the time of the row before above which the times are too coarse to give a rate."""

MAX_UNEVEN = 0.2
"""Share of steps of less than half or more than twice the usual one above which there is no one rate."""

MAX_GAP_STEPS = 3.0
"""Over a step of more than so many usual ones nothing is interpolated: it is a gap."""

MAX_GROWTH = 2**27
"""Samples that a file with gaps may come to."""


@dataclass(frozen=True)
class Placed:
    """Rows brought to one rate.

    Attributes
    ----------
    rate : float
        Hz.
    values : ndarray of float64, shape (n, n_columns)
        NaN in gaps.
    warnings : tuple of str
        What had to be done.
    """

    rate: float
    values: npt.NDArray[np.float64]
    warnings: tuple[str, ...] = ()


def in_order(day_first: Times, month_first: Times, label: str) -> Times:
    """Choose between the two ways in which dates with slashes can be read.

    The one is right in which all of them are dates; where all are in both, the one in which time goes on from
    day to day and does not leap by months. On one day alone it makes no difference.

    Parameters
    ----------
    day_first, month_first : ndarray of float64, shape (n,)
        In seconds; NaN for what is no date.
    label : str
        Name of the file, for messages.

    Raises
    ------
    RecordError
        If it cannot be told.
    """
    known = [int(np.isfinite(times).sum()) for times in (day_first, month_first)]
    if known[0] != known[1]:
        return day_first if known[0] > known[1] else month_first
    steps = [np.diff(times[np.isfinite(times)]) for times in (day_first, month_first)]
    if np.array_equal(steps[0], steps[1]):
        return day_first
    goes_on = [bool(((step >= 0) & (step <= DAY_S)).all()) for step in steps]
    if goes_on[0] == goes_on[1]:
        raise refused(
            label,
            phrase("its dates may begin with the day or with the month, and both make sense; write them as "
                   "2024-03-05, or tell its rate and that no column is the time (time=none)"),
        )  # fmt: skip
    return day_first if goes_on[0] else month_first


class Coarse(Exception):
    """The times are coarser than the samples, and give no rate."""


def scale_of(times: Times, unit: str) -> float:
    """Say how many seconds one of a column's times is: by its unit, or by what makes a rate of its steps."""
    if unit.casefold() in SCALES:
        return SCALES[unit.casefold()]
    steps = np.diff(times[np.isfinite(times)])
    steps = steps[steps > 0]
    if len(steps):
        usual = float(np.median(steps))
        for scale in (1.0, 1e-3, 1e-6, 1e-9):
            if MIN_RATE * 0.999 <= 1 / (usual * scale) <= MAX_RATE * 1.001:
                return scale
    return 1.0


def rate_of_steps(times: Times) -> float | None:
    """Give the rate of times in seconds, None where they are too coarse, too uneven, or stand still."""
    times = times[np.isfinite(times)]
    steps = np.diff(times)
    if len(steps) < 2 or np.mean(steps == 0) > MAX_SAME or not (steps > 0).any():
        return None
    usual = float(np.median(steps[steps > 0]))
    near = steps[(steps > 0.5 * usual) & (steps < 1.5 * usual)]
    if not len(near):
        return None  # of two kinds of steps the median is neither
    return _whole(float(len(near) / near.sum()), float(near.sum()))


def placed(times: Times, values: npt.NDArray[np.float64], label: str) -> Placed:
    """Bring rows to one rate: as they are where their times are even, else on a grid, or interpolated.

    Parameters
    ----------
    times : ndarray of float64, shape (n,)
        In seconds.
    values : ndarray of float64, shape (n, n_columns)
        The rows.
    label : str
        Name of the file, for messages.

    Raises
    ------
    RecordError
        If the times go back, or make no recording at one rate.
    Coarse
        If they are too coarse to give a rate.
    """
    there = np.flatnonzero(np.isfinite(times))
    if len(there) < 3:
        raise refused(label, phrase("its column of times holds fewer than three times"))
    rows = np.arange(len(times), dtype=np.float64)
    times = np.interp(rows[there[0] : there[-1] + 1], there, times[there])
    values = values[there[0] : there[-1] + 1]
    if times[-1] < times[-2] and not np.isfinite(values[-1]).any():
        # A line that was being written when the file was taken ends within its time.
        times, values = times[:-1], values[:-1]
    steps = np.diff(times)
    # A clock begins anew at midnight.
    times = times + np.concatenate([[0.0], np.cumsum(np.where(steps < -DAY_S / 2, DAY_S, 0.0))])
    steps = np.diff(times)
    if (steps < 0).any():
        raise refused(label, phrase("its times go back at row {row}", row=int(np.argmax(steps < 0)) + 2))
    rate = rate_of_steps(times)
    if rate is None:
        raise Coarse
    since = (times - times[0]) * rate
    if np.abs(since - np.arange(len(times))).max() <= 0.75:
        return Placed(rate, values)
    return _gapped(rate, since, values, label) or _interpolated(rate, since, values, label)


def _gapped(rate: float, since: Times, values: npt.NDArray[np.float64], label: str) -> Placed | None:
    """Place rows that lie on the grid but for gaps between them; None where they do not."""
    steps = np.diff(since)
    at = np.concatenate([[0], np.cumsum(np.where(steps < 1.5, 1, np.rint(steps)))])
    if np.abs(since - at).max() > 0.75:
        return None
    whole = _empty(int(at[-1]) + 1, values, label)
    whole[at.astype(np.int64)] = values
    n = int((steps >= 1.5).sum())
    return Placed(rate, whole, (phrase("There are {n} gaps in the times of {file}.", n=n, file=label),))


def _interpolated(rate: float, since: Times, values: npt.NDArray[np.float64], label: str) -> Placed:
    steps = np.diff(since)
    if np.mean((steps < 0.5) | (steps > 2.0)) > MAX_UNEVEN:
        raise refused(label, phrase("its times are too uneven for a recording at one rate"))
    n = int(since[-1]) + 1
    whole = _empty(n, values, label)
    grid = np.arange(n, dtype=np.float64)
    for i in range(values.shape[1]):
        whole[:, i] = np.interp(grid, since, values[:, i])
    after = np.clip(np.searchsorted(since, grid, side="left"), 1, len(since) - 1)
    inside = (grid > since[after - 1]) & (grid < since[after])
    whole[inside & (steps[after - 1] > MAX_GAP_STEPS)] = np.nan
    said = phrase(
        "The times of {file} are uneven, with steps of {low:.3g} to {high:.3g} ms: it was interpolated to "
        "{fs:g} Hz.",
        file=label, low=1000 * steps.min() / rate, high=1000 * steps.max() / rate, fs=rate,
    )  # fmt: skip
    return Placed(rate, whole, (said,))


def _empty(n: int, values: npt.NDArray[np.float64], label: str) -> npt.NDArray[np.float64]:
    if n * values.shape[1] > MAX_GROWTH:
        raise refused(label, phrase("its times reach over {n:,} samples, most of which are gaps", n=n))
    return np.full((n, values.shape[1]), np.nan)


def _whole(rate: float, length: float) -> float:
    """Take a rate for the whole number beside it, where rounded times cannot tell them apart."""
    near = round(rate)
    return float(near) if near and abs(rate - near) <= rate * (1e-4 + 1e-6 / length) else rate
