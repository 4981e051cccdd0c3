"""What a session keeps of what the analysis says."""

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from models.alerts.analyzer import Analyzer
from models.pipeline import ScoreStream
from monitor.stream.replay import MAX_SPEED
from monitor.ui.session.worker import shipped_scorer


def test_the_window_lists_what_the_analysis_raises(make_window, qtbot):
    """All of it: an alert that overlaps another one was once dropped."""
    record = load_demo()
    window = make_window(shipped_scorer)
    window.put_on(RecordSource(record))
    window.session.set_speed(MAX_SPEED)
    qtbot.waitUntil(lambda: window.session.analysed == record.n_samples, timeout=60_000)
    analyzer = Analyzer(record.fs, ScoreStream.shipped(record.fs))
    raised = [*analyzer.push(record.signals[:, 0]).events, *analyzer.finish()]
    qtbot.waitUntil(lambda: len(window.session.log) == len(raised), timeout=10_000)
    listed = [(e.kind, e.start, e.peak) for e in window.session.log]
    assert sorted(listed, key=lambda e: e[1:]) == sorted(
        ((e.kind, e.start, e.peak) for e in raised), key=lambda e: e[1:]
    )
