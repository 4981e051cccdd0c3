"""Other weights take over while a session goes on."""

from threading import Event

from assets.sources.record import RecordSource
from models.alerts.reasons import Channel
from tests.monitor.conftest import EdgeScorer, make_record, rippled


def test_renewed_models_go_on_where_the_old_ones_stopped(make_window, play, qtbot):
    made = []

    class Threshold(EdgeScorer):
        def __init__(self, fs, leads=1):
            super().__init__(fs, leads)
            made.append(self)
            self.thresholds = {**EdgeScorer.thresholds, "ectopy": 1.0 + 0.5 * len(made)}

    window = make_window(Threshold)
    window.put_on(RecordSource(make_record(60)))
    play(window, 10)
    before = list(window.session.log)
    window.session.renew_models()
    qtbot.waitUntil(lambda: len(made) == 2)
    play(window, 10)
    assert window.session.analysed == window.session.head
    assert len(made[1]._seen) == window.session.head, "it was shown what had been played"
    assert list(window.session.log)[: len(before)] == before, "no alert came twice"
    assert window.session.default_thresholds["ectopy"] == 2.0


def renewable(made, wait=None):
    """A scorer whose thresholds grow with each one made; pushes of the second wait, if asked to."""

    class Renewable(EdgeScorer):
        def __init__(self, fs, leads=1):
            super().__init__(fs, leads)
            made.append(self)
            self.nth = len(made)
            self.thresholds = {name: t * self.nth for name, t in EdgeScorer.thresholds.items()}

        def push(self, samples):
            if self.nth == 2 and wait is not None:
                wait.wait(0.4)
            return super().push(samples)

    return Renewable


def test_weights_let_go_at_once_do_not_learn_the_patient_first(make_window, play, qtbot):
    made, never = [], Event()
    window = make_window(renewable(made, never))
    window.put_on(RecordSource(make_record(60)))
    play(window, 50)
    session, lane = window.session, window.pages.made["monitor"].board.lanes[Channel.FORECAST]
    session.renew_models()
    qtbot.waitUntil(lambda: lane.threshold == 2.0)
    session.renew_models()
    # The 25 bites of what was played would keep the second scorer for ten seconds.
    qtbot.waitUntil(lambda: lane.threshold == 3.0)
    never.set()
    play(window, 5)
    assert session.analysed == session.head


def test_a_threshold_set_by_hand_outlasts_new_weights_and_the_others_follow_theirs(make_window, play, qtbot):
    made = []
    window = make_window(renewable(made))
    window.put_on(RecordSource(rippled(make_record(60))))
    play(window, 10)
    session = window.session
    session.set_threshold(Channel.FORECAST, 1.3)
    session.renew_models()
    qtbot.waitUntil(lambda: session.default_thresholds[Channel.FORECAST] == 2.0)
    assert window.pages.made["monitor"].board.lanes[Channel.FORECAST].threshold == 1.3
    assert window.pages.made["monitor"].board.lanes[Channel.RECONSTRUCTION].threshold == 4.0
    session.set_threshold(Channel.ECTOPY, 0.4)
    session.renew_models()
    qtbot.waitUntil(lambda: len(made) == 3)
    window.session.log.clear()
    play(window, 3)
    assert session.open_alert is not None, "the analysis has the threshold that was set, not the default"
    window.session.set_sensitivity(0)
    session.renew_models()
    qtbot.waitUntil(lambda: session.thresholds[Channel.ECTOPY] == 4.0)
    assert session.thresholds == session.default_thresholds
