"""The quick median is the median."""

from __future__ import annotations

from collections import deque

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.signal.median import median


@given(
    arrays(
        st.sampled_from([np.float32, np.float64]),
        st.integers(1, 70),
        elements=st.floats(-1e3, 1e3, width=32, allow_nan=False) | st.just(np.nan),
    )
)
def test_it_is_that_of_numpy(values: np.ndarray) -> None:
    np.testing.assert_array_equal(median(values), np.median(values))
    np.testing.assert_array_equal(median(deque(values.tolist())), np.median(values.astype(np.float64)))
