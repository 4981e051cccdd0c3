"""What was watched of a stream goes out whole, though its oldest part goes meanwhile."""

from types import SimpleNamespace

import numpy as np

from assets.sources.source import Lead, Source, SourceBlock, SourceInfo
from models.beats.scores import BeatScores
from models.vitals.readings import Readings
from monitor.stream.past.history import SignalHistory
from monitor.ui.session.account import account_of

FS = 100.0


class Stream(Source):
    """A stream that keeps nothing; its history is fed by hand."""

    info = SourceInfo("stream", "stream", FS, (Lead("II", "mV"),), live=True)
    ended = False

    def read(self, n):
        raise AssertionError("nobody reads it here")


def hear(history, start_s, stop_s):
    n = round((stop_s - start_s) * FS)
    history.append(SourceBlock(round(start_s * FS), np.ones((n, 1), np.float32)))


def test_half_a_minute_in_which_a_file_is_chosen_makes_no_gap():
    source = Stream()
    history = SignalHistory(source, kept_s=200)
    hear(history, 0, 300)
    session = SimpleNamespace(
        info=source.info,
        source=source,
        heard=source,
        history=history,
        archive=SimpleNamespace(
            stretches=(SimpleNamespace(start=0, stop=30_000),),
            columns=(0,),
            beats=lambda *_: BeatScores.none(),
        ),
        head=30_000,
        pass_start=0,
        alerts=list,
        alarms=SimpleNamespace(raised=()),
        states_between=lambda *_: (),
        vitals_between=lambda *_: Readings.none(),
    )
    account = account_of(session)
    hear(history, 300, 330)
    assert account.stop == 30_000
    assert account.seconds >= 120
    assert np.isfinite(account.samples()).all()
