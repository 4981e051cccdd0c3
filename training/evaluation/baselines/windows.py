"""What the baselines share: the front end's rows, and windows over them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import FrontEnd, FrontEndRows

_CHUNK_S = 20.0


def front_end_rows(signal: npt.NDArray[np.float32], fs: float) -> FrontEndRows:
    """Put a lead through the front end (120 Hz, drift removed), as the monitor does."""
    frontend = FrontEnd(fs)
    chunk = round(_CHUNK_S * fs)
    parts = [frontend.push(signal[i : i + chunk]) for i in range(0, max(len(signal), 1), chunk)]
    return FrontEndRows(
        *(np.concatenate([getattr(p, name) for p in parts]) for name in FrontEndRows.__dataclass_fields__)
    )


def valid_values(rows: FrontEndRows) -> npt.NDArray[np.float64]:
    """Values in mV, NaN where they are not valid."""
    return np.where(rows.valid, rows.value, np.nan).astype(np.float64)


def trailing_windows(value: npt.NDArray[np.float64], length: int, step: int = 1) -> npt.NDArray[np.float64]:
    """Windows that end with rows ``length - 1``, ``length - 1 + step``, …; shape (k, length), a view."""
    if len(value) < length:
        return np.zeros((0, length))
    return np.lib.stride_tricks.sliding_window_view(value, length)[::step]
