"""Samples out of bytes, for every format, from any block on."""

import numpy as np
import pytest

from assets.pieces.decode import decode
from assets.records.headers.layout import BLOCKS, bytes_for
from tests.assets.encoding import encode

RANGES = {"8": 127, "16": 2**15 - 1, "24": 2**23 - 1, "32": 2**31 - 1, "61": 2**15 - 1}
RANGES |= {"80": 127, "160": 2**15 - 1, "212": 2047, "310": 511, "311": 511}


@pytest.mark.parametrize("fmt", list(BLOCKS))
@pytest.mark.parametrize("n", [1, 2, 3, 4, 300])
def test_the_whole_range_of_every_format(fmt, n):
    top = RANGES[fmt]
    samples = np.linspace(-top - 1, top, max(n, 2)).round().astype(np.int64)[:n]
    if fmt == "8":
        data = samples.astype("<i1").tobytes()
    else:
        data = encode(fmt, samples[:, np.newaxis])
    np.testing.assert_array_equal(decode(fmt, data[: bytes_for(fmt, n)], n), samples)


def test_bits_that_belong_to_no_sample_do_not_count():
    np.testing.assert_array_equal(decode("311", b"\0\0\0\xc0", 3), [0, 0, 0])
