"""Stretches: which samples something has been done with."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from monitor.stream.past.stretches import Stretch, Stretches

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=12)


@given(SPANS, st.integers(-2, 80))
def test_they_are_what_a_set_of_samples_would_be(spans, sample):
    stretches, samples = Stretches(), set()
    for start, length in spans:
        stretches.add(start, start + length)
        samples |= set(range(start, start + length))
    held = list(stretches)
    assert {i for s in held for i in range(s.start, s.stop)} == samples
    assert all(a.stop < b.start for a, b in pairwise(held)), "those that touch are one"
    assert len(stretches) == len(held)
    inside = stretches.at(sample)
    assert (inside is not None) == (sample in samples)
    assert inside is None or inside.start <= sample < inside.stop
    assert stretches.before(sample) == max(
        (s for s in held if s.stop <= sample), key=lambda s: s.stop, default=None
    )
    assert stretches.after(sample) == min(
        (s for s in held if s.start >= sample), key=lambda s: s.start, default=None
    )


def test_stretches_that_touch_join():
    stretches = Stretches()
    stretches.add(0, 10)
    stretches.add(20, 30)
    stretches.add(10, 20)
    assert list(stretches) == [Stretch(0, 30)]
