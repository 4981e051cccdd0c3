"""The class of each beat follows from the alerts and from what could be classified."""

from dataclasses import replace

import numpy as np
import pytest

from models.alerts.kinds import Kind
from models.judging.labels import beat_classes
from tests.alerts import an_alert
from tests.beats import make_beats


def test_a_beat_is_what_its_alert_says():
    beats = make_beats([100, 400, 500, 600, 900, 1200], score=[0.1, 1.5, 1.2, 1.1, 0.3, np.nan])
    events = [an_alert(Kind.RUN, 380, beats=(400, 500, 600)), an_alert(Kind.PREMATURE, 880, beats=(900,))]
    assert beat_classes(beats, events) == ["N", "V", "V", "V", "S", "Q"]
    assert beat_classes(beats, []) == ["N", "N", "N", "N", "N", "Q"]


def test_within_a_technical_alert_no_beat_is_told():
    beats = make_beats([100, 400, 540, 541])
    gap = an_alert(Kind.GAP, 400)
    assert (gap.start, gap.end) == (400, 540)
    assert beat_classes(beats, [gap]) == ["N", "Q", "Q", "N"]
    assert beat_classes(beats, [gap, an_alert(Kind.ECTOPIC, 380, beats=(400,))]) == ["N", "Q", "Q", "N"]


def test_a_lead_that_is_off_leaves_the_beats_to_the_others():
    beats = make_beats([400, 540, 1000], score=[1.5, 0.2, 0.2])
    ectopic = an_alert(Kind.ECTOPIC, 360, beats=(400,), lead="II", together=("II", "V5"))
    off = an_alert(Kind.FLAT, 380, lead="V5", together=("II", "V5"), speaking=("V5",))
    assert beat_classes(beats, [off, ectopic]) == ["V", "N", "N"]
    other = an_alert(Kind.GAP, 500, lead="II", together=("II", "V5"), speaking=("II",))
    assert (off.end, other.end) == (520, 640)
    assert beat_classes(beats, [off, ectopic, other]) == ["V", "N", "N"]
    longer = replace(off, end=700)
    assert beat_classes(beats, [longer, ectopic, other]) == ["V", "Q", "N"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_alert_is_understood(kind):
    event = an_alert(kind)
    told = beat_classes(make_beats([event.peak]), [event])
    assert told == [{"premature": "S", "technical": "Q"}.get(kind.nature, "V" if kind.has_beats else "N")]


def test_no_beats_have_no_classes():
    assert beat_classes(make_beats([5]).none(), [an_alert(Kind.ECTOPIC)]) == []
