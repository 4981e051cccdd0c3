import numpy as np
import pytest

from models.heartbeats.model import Landings
from models.heartbeats.shape import ROWS, Shapes
from models.heartbeats.usual import FEWEST
from models.heartbeats.weights import HEARTBEATS
from monitor.ui.lab.heart.alarm.scores import KEPT, Heard, scores_of
from monitor.ui.lab.heart.reader import LandedBeat
from training.heartbeats.data import PatientShapes
from training.heartbeats.measures import MEASURES, measured


def landed(shapes, kinds=None, aami=None):
    """Give beats of one lead as the reader does."""
    from models.heartbeats.model import land

    found = land(HEARTBEATS.shipped().network, shapes)
    one = np.ones(1, np.float32)
    return [
        LandedBeat(
            1, 400 * i, "" if aami is None else aami[i], "N" if kinds is None else kinds[i],
            Shapes(shapes[i], one, one),
            Landings(found.mean[i], found.std[i], found.redrawn[i], found.error[i]),
        )
        for i in range(len(shapes))
    ]  # fmt: skip


@pytest.fixture
def shapes():
    """Give beats of shape (n, 1, ROWS) in their own sizes."""
    raw = np.random.default_rng(3).normal(size=(FEWEST + 6, 1, ROWS)).cumsum(axis=2)
    raw -= raw.mean(axis=2, keepdims=True)
    return (raw / raw.std(axis=2, keepdims=True)).astype(np.float32)


def test_a_beat_has_the_scores_that_were_measured_of_thousands(shapes):
    heard = Heard(("MLII",))
    for beat in landed(shapes):
        heard.take(beat)
    n = len(shapes)
    normal = np.full(n, True)
    patient = PatientShapes("one", ("MLII",), 400 * np.arange(n), shapes, np.full(n, "N"), normal)
    values = measured(HEARTBEATS.shipped().network, patient).values
    known = [one.scores for one in heard.beats["N"]][FEWEST:]
    assert [one["error"] for one in known] == pytest.approx(values[MEASURES[0]])
    assert np.log([one["against_usual"] for one in known]) == pytest.approx(values[MEASURES[1]], abs=1e-4)
    assert [one["far"] for one in known] == pytest.approx(values[MEASURES[3]], abs=1e-5)


def test_before_it_is_known_what_is_usual_only_the_error_can_be_told():
    assert scores_of(np.zeros(2), 0.25, (None, None)) == {"error": 0.25}


def test_beats_are_kept_by_the_records_word_and_else_by_the_monitors(shapes):
    heard = Heard(("MLII",))
    for beat in landed(shapes[:4], kinds="NVSN", aami=["V", "", "", "F"]):
        heard.take(beat)
    assert [[one.told for one in heard.beats[kind]] for kind in "NVS"] == [[], ["N", "V"], ["S"]]
    for beat in landed(np.repeat(shapes, 6, axis=0)):
        heard.take(beat)
    assert len(heard.beats["N"]) == KEPT


def test_a_beat_without_a_shape_in_the_lead_cannot_be_asked_for(shapes):
    heard = Heard(("MLII",))
    shapes[0] = np.nan
    for beat in landed(shapes[:2]):
        heard.take(beat)
    assert len(heard.beats["N"]) == 1
