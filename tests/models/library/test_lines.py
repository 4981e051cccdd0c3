"""A long stretch is drawn in lines of a minute, of one lead, and every moment of it stands somewhere."""

import numpy as np
import pytest

import models
from models.judging.labels import BeatClass
from models.library.lines import LINE_S


@pytest.fixture(scope="module")
def account():
    return models.Watch("demo", duration_s=150).run()


@pytest.fixture(scope="module")
def axes(account):
    (found,) = models.plot(account).axes
    return found


def test_each_line_is_a_minute_and_says_when_it_begins(axes):
    assert [label.get_text() for label in axes.get_yticklabels()] == ["00:00", "01:00", "02:00"]
    lengths = [len(line.get_xdata()) for line in axes.lines[:3]]
    assert lengths == [60 * 360, 60 * 360, 30 * 360]
    assert axes.get_xlim() == (0, LINE_S)


def test_no_line_reaches_into_the_next_one(axes):
    for number, line in enumerate(axes.lines[:3]):
        assert np.abs(np.asarray(line.get_ydata()) + number).max() < 0.5


def test_v_beats_have_their_letter_over_themselves(account, axes):
    ectopic = [told is BeatClass.ECTOPIC for told in account.classes()]
    wanted = account.beats.index[np.array(ectopic)]
    drawn = [text.get_position() for text in axes.texts if text.get_text() == "V"]
    places = [(at % (60 * 360) / 360, 0.5 - at // (60 * 360)) for at in wanted.tolist()]
    assert len(drawn) > 20
    np.testing.assert_allclose(drawn, places)


def test_an_alert_is_shaded_where_it_is_and_in_each_line_that_it_reaches(account, axes):
    spans = sum(event.end // (60 * 360) - event.start // (60 * 360) + 1 for event in account.alerts)
    assert len(axes.collections) == spans


def test_up_to_a_minute_all_leads_are_drawn_as_before(account):
    figure = models.plot(account, 0, LINE_S)
    assert figure.axes[0].get_ylabel().startswith("MLII")
