"""What is kept of an analysis, and what of it was known at a moment."""

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind
from models.alerts.reasons import CHANNELS, Channel
from models.pipeline import ScoreStream
from monitor.stream.archive import KEPT_ROWS_S, LeadArchive, row_store
from monitor.stream.following import Delivery
from tests.monitor.conftest import FS, EdgeScorer, make_record

HOP = 36


@pytest.fixture(scope="module")
def kept():
    """Forty seconds of the demo, and what was said after each hop."""
    signal = load_demo().signals[: 40 * 360, 0]
    scorer = ScoreStream.shipped(FS)
    analyzer = Analyzer(FS, scorer)
    archive, said = LeadArchive(0, FS, row_store(FS)), {}
    for start in range(0, len(signal), HOP):
        analysis = analyzer.push(signal[start : start + HOP])
        archive.take(Delivery(0, start, start + HOP, analysis, analysis.events, template=scorer.template))
        said[start + HOP] = analysis
    return archive, said


def test_rows_and_beats_come_back_as_they_were_said(kept):
    archive, said = kept
    for channel in CHANNELS:
        index, (score, expected) = archive.rows(channel, 0, 40 * FS)
        whole = [a.rows[channel] for a in said.values()]
        np.testing.assert_array_equal(index, np.concatenate([r.index for r in whole]))
        np.testing.assert_array_equal(score, np.concatenate([r.score for r in whole]))
        np.testing.assert_array_equal(expected, np.concatenate([r.expected for r in whole]))
    beats = archive.all_beats()
    for name in ("index", "emitted", "score", "template", "premature", "amplitude", "rr_s"):
        told = np.concatenate([getattr(a.beats, name) for a in said.values()])
        np.testing.assert_array_equal(getattr(beats, name), told)
    assert archive.n_beats == len(beats)


def test_the_rhythm_at_any_moment_is_the_one_that_was_said_then(kept):
    archive, said = kept
    assert len({a.rhythm.rate_bpm for a in said.values()}) > 20
    for at, analysis in said.items():
        assert archive.rhythm(at) == analysis.rhythm
    assert archive.rhythm(41 * 360) is None


def test_the_template_is_the_one_that_was_known_then(kept):
    archive, _ = kept
    assert archive.template(2 * 360) is None
    _, early = archive.template(14 * 360)
    _, late = archive.template(40 * 360)
    assert not np.array_equal(early, late)
    assert archive.template(41 * 360) is None


def test_an_alert_is_known_from_when_it_was_first_said_to_go_on(kept):
    archive, said = kept
    opened = {}
    for at, analysis in said.items():
        if analysis.open is not None:
            opened.setdefault(analysis.open.start, at)
    events = [e for a in said.values() for e in a.events if e.kind is not Kind.PREMATURE]
    assert len(events) > 5
    for event in events:
        known = archive.known_from(event)
        assert event.beats[0] < known <= opened[event.start]
        assert known < event.emitted


def test_a_gap_is_known_while_it_goes_on():
    signal = make_record(12).signals[:, 0].copy()
    signal[3 * 360 : 9 * 360] = np.nan
    analyzer, archive, events = Analyzer(FS, EdgeScorer()), LeadArchive(0, FS, row_store(FS)), []
    for start in range(0, len(signal), HOP):
        analysis = analyzer.push(signal[start : start + HOP])
        archive.take(Delivery(0, start, start + HOP, analysis, analysis.events))
        events += analysis.events
    (gap,) = (e for e in events if e.technical)
    assert archive.known_from(gap) < 4 * 360 < gap.emitted


def test_rows_of_six_hours_are_kept_over_all_leads():
    store = row_store(FS, kept_s=120.0)
    archives = [LeadArchive(lead, FS, store) for lead in (0, 1)]
    index = np.arange(0, 600 * 360, 3)
    ones = np.ones(len(index), dtype=np.float32)
    for part in np.split(np.arange(len(index)), 100):
        for archive in archives:
            for channel in CHANNELS:
                store.add((archive.lead, archive.lead, channel), index[part], ones[part], ones[part])
    assert len(store) <= 120 * 120 * 2
    assert len(archives[1].rows(Channel.FORECAST, 599 * 360, 600 * 360)[0])
    assert not len(archives[1].rows(Channel.FORECAST, 0, 400 * 360)[0])
    assert KEPT_ROWS_S == 6 * 3600
