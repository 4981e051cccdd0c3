"""Which alert mutes which: each sentence of the rule."""

from dataclasses import replace

import numpy as np
import pytest

from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind
from models.alerts.muting import (
    PERSISTS_S,
    foremost,
    is_classified,
    is_ectopic_alert,
    is_premature_alert,
    is_unexpected_course,
    takes_place_of,
)
from tests.alerts import an_alert
from tests.monitor.conftest import FS, EdgeScorer, StateScorer, make_record, rippled


def test_a_technical_alert_comes_before_one_about_the_heart():
    run, gap = an_alert(Kind.RUN), an_alert(Kind.GAP)
    assert foremost([run, None, gap]) is gap
    assert foremost([run, None]) is run
    assert foremost([None]) is None


def test_an_alert_that_a_gap_mutes_is_still_completed():
    signal = 0.05 * np.sin(np.arange(4000, dtype=np.float32))
    signal[1000:1020] = 2.5  # an ectopic beat, and within the time for a second one the lead is lost
    signal[1300:4000] = np.nan
    analyzer = Analyzer(FS, EdgeScorer())
    assert analyzer.push(signal[:1300]).open.kind is Kind.ECTOPIC
    found = analyzer.push(signal[1300:])
    assert found.open.kind is Kind.GAP
    assert [e.kind for e in found.events] == [Kind.ECTOPIC]


@pytest.mark.parametrize(
    ("supraventricular", "classified", "irregular", "told"),
    [
        (True, True, False, True),
        (True, True, True, False),
        (True, False, False, False),
        (False, True, False, False),
    ],
)
def test_a_premature_beat_is_told_if_it_was_classified_and_the_rhythm_is_regular(
    supraventricular, classified, irregular, told
):
    given = {"supraventricular": supraventricular, "classified": classified, "irregular": irregular}
    assert is_premature_alert(**given) is told


@pytest.mark.parametrize(
    ("ectopic", "supraventricular", "irregular", "told"),
    [
        (True, False, False, True),
        (True, True, False, False),
        (True, True, True, True),
        (False, True, False, False),
    ],
)
def test_a_beat_from_above_is_ectopic_in_an_irregular_rhythm_alone(
    ectopic, supraventricular, irregular, told
):
    given = {"ectopic": ectopic, "supraventricular": supraventricular, "irregular": irregular}
    assert is_ectopic_alert(**given) is told


def test_a_classified_beat_withdraws_the_provisional_alert_about_it():
    event = an_alert(Kind.PROVISIONAL)
    assert is_classified(event, [event.start])
    assert is_classified(event, [0, event.end])
    assert not is_classified(event, [event.start - 1, event.end + 1])


def test_only_what_lasts_without_a_classified_beat_is_an_unexpected_course():
    event = an_alert(Kind.PROVISIONAL)
    lasting = replace(event, end=event.start + round(PERSISTS_S * FS))
    assert is_unexpected_course(lasting, [], FS)
    assert not is_unexpected_course(lasting, [event.start + 100], FS)
    assert not is_unexpected_course(replace(lasting, end=lasting.end - 1), [], FS)


def test_an_alert_takes_the_place_of_the_provisional_one_it_overlaps():
    provisional = an_alert(Kind.PROVISIONAL)
    assert takes_place_of(an_alert(Kind.ECTOPIC, start=provisional.end), provisional)
    assert not takes_place_of(an_alert(Kind.ECTOPIC, start=provisional.end + 1), provisional)
    assert not takes_place_of(provisional, provisional)


def test_an_unusable_signal_withholds_alerts_and_one_lead_of_several_does_not():
    """At 15 s a tall spike stands in a stretch that `StateScorer` calls unusable."""
    signal = rippled(make_record(20)).signals[:, 0]

    def raised(named):
        class Named(StateScorer):
            def _states(self, first, stop):
                return (replace(state, lead=named) for state in super()._states(first, stop))

        analyzer = Analyzer(FS, Named(), lead="MLII")
        return {round(e.peak / FS) for e in (*analyzer.push(signal).events, *analyzer.finish())}

    assert raised("V1") - raised("") == {15}
