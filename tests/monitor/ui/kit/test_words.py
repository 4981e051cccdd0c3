"""What speaks for an alert is told in few words, whatever its kind and however little is known."""

import pytest

from models.alerts.kinds import Kind
from models.alerts.reasons import Channel, Reason
from monitor.ui.kit.words import measure
from tests.alerts import an_alert

FS = 360.0


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_alert_has_its_short_words(kind):
    said = measure(an_alert(kind), FS)
    assert ("0.39 s" in said) == (not kind.has_beats)
    assert said.strip(" ·") == said != ""


@pytest.mark.parametrize("kind", Kind)
def test_an_alert_of_which_only_the_span_is_known_is_told_by_how_long_it_lasts(kind):
    bare = an_alert(kind, reasons={}, premature=None, scores={}, thresholds={})
    assert measure(bare, FS) == "0.39 s"


def test_a_beat_too_little_early_to_be_called_so_is_told_by_its_score():
    little = an_alert(
        Kind.PREMATURE,
        reasons={Reason.RHYTHM: 1.6},
        premature=0.08,
        scores={Channel.PREMATURE: 0.08},
        thresholds={Channel.PREMATURE: 0.05},
    )
    assert measure(little, FS) == "1.6× threshold"
