"""All beats of a source, however they were delivered."""

import numpy as np

from monitor.ui.session.beats import JOINED, BeatLog
from tests.monitor.alarms.conftest import make_beats

FS = 360.0


def test_beats_come_back_in_the_order_of_time_lead_by_lead():
    log = BeatLog()
    log.add("MLII", make_beats([3000, 3400]))
    log.add("MLII", make_beats([100, 500]))
    log.add("V1", make_beats([7]))
    log.add("V1", make_beats([7]).none())
    found = log.by_lead(FS)
    assert {lead: beats.index.tolist() for lead, beats in found.items()} == {
        "MLII": [100, 500, 3000, 3400],
        "V1": [7],
    }
    log.clear()
    assert log.by_lead(FS) == {}


def test_a_stretch_analysed_twice_is_listed_as_it_was_analysed_last():
    log = BeatLog()
    log.add("MLII", make_beats([100, 460, 820], score=0.1))
    log.add("MLII", make_beats([463, 818], score=0.9))
    (beats,) = log.by_lead(FS).values()
    assert beats.index.tolist() == [100, 463, 818]
    assert beats.score.tolist() == [np.float32(s) for s in (0.1, 0.9, 0.9)]


def test_thousands_of_deliveries_are_all_kept():
    log = BeatLog()
    for i in range(3 * JOINED + 7):
        log.add("MLII", make_beats([300 * i]))
    (beats,) = log.by_lead(FS).values()
    assert beats.index.tolist() == [300 * i for i in range(3 * JOINED + 7)]
    assert max(len(parts) for parts in log._parts.values()) < 2 * JOINED
