"""Trends are kept by their moment, in bounded memory, and gaps stay gaps."""

from types import SimpleNamespace

import numpy as np
import pytest

from models.signal.states import State, StateKind
from models.vitals.readings import Readings
from models.vitals.signs import Sign
from monitor.stream.trends import SLOT_S, Trends

FS = 100


def said(first_s, last_s, *, rate=60.0, ectopic_every=0, states=(), pulse=None):
    """What an analysis says of some seconds: beats at a rate, of which each n-th is ectopic."""
    index = np.arange(first_s * FS, last_s * FS, 60 * FS / rate).astype(np.int64)
    ectopic = np.zeros(len(index), bool)
    if ectopic_every:
        ectopic[::ectopic_every] = True

    class Beats(SimpleNamespace):
        def __len__(self):
            return len(self.index)

    beats = Beats(index=index, rr_s=np.full(len(index), 60 / rate))
    vitals = Readings.none()
    if pulse is not None:
        at = np.arange(first_s, last_s) * FS
        values = np.full((len(at), len(Sign)), np.nan, np.float32)
        values[:, Sign.PULSE.column] = pulse
        vitals = Readings(at, values, np.zeros(values.shape, np.int8))
    return SimpleNamespace(beats=beats, ectopic=ectopic, states=states, vitals=vitals)


def took(trends, first_s, last_s, **options):
    trends.take(first_s * FS, last_s * FS, said(first_s, last_s, **options))


def test_rate_and_ectopic_beats_of_each_slot():
    trends = Trends(FS)
    took(trends, 0, 120, rate=75, ectopic_every=5)
    table = trends.table(0, 119)
    assert table.seconds.tolist() == [5.0 + 10 * i for i in range(12)]
    np.testing.assert_allclose(table.heart_rate, 75, rtol=0.02)
    np.testing.assert_allclose(table.ectopic[6:], 15, atol=1.5)


def test_what_was_told_is_known_without_looking_at_the_values():
    trends = Trends(FS)
    assert trends.told == frozenset()
    took(trends, 0, 60, rate=75)
    assert trends.told == frozenset()
    took(trends, 60, 100, rate=75, pulse=61.0)
    assert trends.told == {Sign.PULSE}


def test_in_pieces_it_is_what_it_is_at_once():
    whole, pieces = Trends(FS), Trends(FS)
    took(whole, 0, 100, rate=60, pulse=61.0)
    for second in range(0, 100, 4):
        took(pieces, second, second + 4, rate=60, pulse=61.0)
    a, b = whole.table(), pieces.table()
    np.testing.assert_allclose(a.heart_rate[:10], b.heart_rate[:10], rtol=1e-5)
    np.testing.assert_allclose(a.signs[Sign.PULSE][:10], b.signs[Sign.PULSE][:10])


def test_what_was_not_analysed_is_a_gap_that_may_be_filled_in_later():
    trends = Trends(FS)
    took(trends, 200, 300, pulse=80.0)
    table = trends.table(0, 299)
    for values in (table.heart_rate, table.ectopic, table.fibrillation, table.signs[Sign.PULSE]):
        assert np.isnan(values[:20]).all()
        assert np.isfinite(values[20:]).all()
    took(trends, 0, 200, rate=90)
    np.testing.assert_allclose(trends.table(0, 199).heart_rate, 90, rtol=0.02)


def test_where_no_beat_is_seen_for_a_minute_none_is_said_to_be_ectopic_or_irregular():
    trends = Trends(FS)
    took(trends, 0, 60, ectopic_every=5)
    silent = said(0, 0)
    trends.take(60 * FS, 180 * FS, silent)
    table = trends.table(0, 179)
    assert np.isfinite(table.ectopic[:6]).all()
    assert np.isfinite(table.fibrillation[:6]).all()
    assert table.ectopic[10] > 0, "the minute that ends there had beats"
    assert np.isnan(table.ectopic[12:]).all()
    assert np.isnan(table.fibrillation[12:]).all()
    took(trends, 180, 190)
    assert trends.table(0, 189).ectopic[18] == 0


def test_share_of_fibrillation_over_a_minute():
    trends = Trends(FS)
    took(trends, 0, 120)
    going_on = State(StateKind.IRREGULAR, 60 * FS, 180 * FS, 75 * FS, None)
    took(trends, 120, 180, states=(going_on,))
    share = trends.table(0, 179).fibrillation
    assert share[5] == 0
    assert share[8] == pytest.approx(50)
    assert share[17] == 100


def test_memory_is_bounded_and_the_newest_stays():
    trends = Trends(FS, kept_s=600)
    for start in range(0, 7200, 120):
        took(trends, start, start + 120, rate=60 + start / 100)
    assert len(trends) <= 600 / SLOT_S
    table = trends.table()
    assert table.seconds[-1] == 7195.0
    assert np.isfinite(table.heart_rate).all()
    took(trends, 0, 60)  # too old to be kept
    assert trends.table().seconds[-1] == 7195.0
    far = Trends(FS, kept_s=600)
    took(far, 10**6, 10**6 + 20)
    assert len(far) <= 60


def test_in_the_first_minute_ectopic_beats_are_counted_and_not_made_more():
    trends = Trends(FS)
    took(trends, 0, 10, rate=60, ectopic_every=10)
    assert trends.table().ectopic[0] == 1
    took(trends, 10, 60, rate=60, ectopic_every=10)
    assert (np.diff(trends.table().ectopic) >= 0).all()
    assert trends.table().ectopic[-1] == 6
