"""Every kind of alert has a colour in every theme, by its nature."""

import pytest
from PySide6.QtGui import QColor

from models.alerts.kinds import Kind, Nature
from models.signal.states import StateKind
from monitor.ui.kit.drawing.colours import event_colour, event_shade, ink_on, nature_colour
from monitor.ui.kit.drawing.palettes import DARK_APART, LIGHT_APART
from monitor.ui.kit.states.look import state_colour
from monitor.ui.kit.theme import DARK, LIGHT
from tests.alerts import an_alert

THEMES = (DARK, LIGHT, DARK_APART, LIGHT_APART)

pytestmark = pytest.mark.parametrize("theme", THEMES, ids=lambda t: f"{t.name} {t.palette}")


def luminance(colour):
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_the_colour_of_its_nature_or_that_of_the_urgent(theme, kind):
    event = an_alert(kind)
    usual = nature_colour(theme, kind.nature)
    assert event_colour(theme, event) == (theme.urgent if kind is Kind.FLUTTER else usual)
    shade, colour = event_shade(theme, event), QColor(event_colour(theme, event))
    assert shade.rgb() == colour.rgb(), "the span on the strip and the dot in the list belong together"
    assert 0 < shade.alphaF() < 0.5, "the trace is seen through it"
    assert event_shade(theme, event, 0.5).alphaF() == pytest.approx(shade.alphaF() / 2, abs=0.01)


def test_flutter_fast_runs_and_long_pauses_are_urgent_everywhere(theme):
    urgent = [
        an_alert(Kind.FLUTTER),
        an_alert(Kind.RUN, rate_bpm=150.0),
        an_alert(Kind.PAUSE, pause_s=3.4),
    ]
    assert {event_colour(theme, event) for event in urgent} == {theme.urgent}
    assert state_colour(theme, StateKind.FLUTTER) == theme.urgent
    others = [
        an_alert(Kind.ECTOPIC),
        an_alert(Kind.PAIR, rate_bpm=150.0),
        an_alert(Kind.RUN, rate_bpm=80.0),
        an_alert(Kind.PAUSE, pause_s=2.2),
    ]
    assert {event_colour(theme, event) for event in others} == {theme.alert}
    back, behind = luminance(theme.urgent), luminance(theme.panel)
    assert (max(back, behind) + 0.05) / (min(back, behind) + 0.05) >= 3, "WCAG 2.1, 1.4.11"


def test_each_nature_is_told_from_the_others(theme):
    kinds = {nature: next(k for k in Kind if k.nature is nature) for nature in Nature}
    shades = {event_shade(theme, an_alert(k)).rgba() for k in kinds.values()}
    assert len(shades) == len(Nature)
    assert len({nature_colour(theme, n) for n in Nature if n is not Nature.PROVISIONAL}) == len(Nature) - 1


@pytest.mark.parametrize("what", [*Nature, "urgent"])
def test_words_can_be_read_on_the_colour(theme, what):
    colour = theme.urgent if what == "urgent" else nature_colour(theme, what)
    back, ink = luminance(colour), luminance(ink_on(theme, colour))
    assert (max(back, ink) + 0.05) / (min(back, ink) + 0.05) >= 4.5, "WCAG 2.1, 1.4.3"
