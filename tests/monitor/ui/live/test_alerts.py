"""How an alert looks: its words, its colour, its reasons, and the marks that come before it."""

import pytest

from assets.sources.record import RecordSource
from models.alerts.events import Channel, Event, Kind, Reason
from monitor.ui.kit.colours import event_colour, event_shade
from monitor.ui.kit.theme import DARK, THEMES
from monitor.ui.kit.words import measure
from monitor.ui.live.banner import Banner
from monitor.ui.live.side import WhyPanel, spoken

ALL = {r: 1.5 + i / 2 for i, r in enumerate(Reason)}


def event(kind, **more):
    given = {"scores": {}, "thresholds": {}, **more}
    return Event(kind, 360, 400, 500, 520, **given)


PAIR = event(Kind.PAIR, beats=(400, 560), reasons=ALL, premature=0.41, rate_bpm=135.0)
PREMATURE = event(Kind.PREMATURE, beats=(400,), reasons={Reason.RHYTHM: 1.3}, premature=0.26)


def test_the_second_line_says_number_rate_and_the_strongest_reason():
    assert measure(PAIR, 360) == "2 × 135/min · beat autoencoder 3.0×"
    assert measure(PREMATURE, 360) == "premature 26 %"
    assert measure(event(Kind.GAP), 360) == "0.39 s"
    one = event(Kind.ECTOPIC, beats=(400,), reasons={Reason.TEMPLATE: 2.04}, premature=0.05)
    assert measure(one, 360) == "template 2.0×"
    course = event(Kind.UNEXPECTED, scores={Channel.FORECAST: 3.0}, thresholds={Channel.FORECAST: 1.5})
    assert measure(course, 360) == "2.0× threshold · 0.39 s"


def test_the_banner_names_the_kind_with_number_and_rate(qtbot):
    banner = Banner(DARK)
    qtbot.addWidget(banner)
    banner.show_alert(PAIR, 360, "MLII")
    assert banner.text == (
        "!! ECTOPIC PAIR?  2 beats at 135/min 00:01.1 in MLII: all four models fail; premature by 41 %"
    )
    alert = banner.styleSheet()
    banner.show_alert(PREMATURE, 360, "MLII")
    assert banner.text.startswith("! PREMATURE BEAT? 00:01.1 in MLII: its shape is usual; premature by 26 %")
    assert banner.styleSheet() != alert, "it has a colour of its own"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_each_sort_of_alert_has_its_colour(theme):
    kinds = (Kind.ECTOPIC, Kind.PREMATURE, Kind.GAP)
    assert len({event_colour(theme, event(k)) for k in kinds}) == len(kinds)
    shades = (*kinds, Kind.PROVISIONAL)
    assert len({event_shade(theme, event(k)).rgba() for k in shades}) == len(shades)


def test_the_side_panel_gives_every_reason_a_bar(qtbot):
    panel = WhyPanel(DARK)
    qtbot.addWidget(panel)
    panel.show_event(PAIR)
    assert [value.text() for value in panel._values.values()] == ["1.5×", "2.0×", "2.5×", "3.0×", "3.5×"]
    panel.show_event(PREMATURE)
    assert [value.text() for value in panel._values.values()] == ["–", "–", "–", "–", "1.3×"]
    panel.show_event(None)
    assert {value.text() for value in panel._values.values()} == {"–"}
    course = event(Kind.UNEXPECTED, scores={Channel.FORECAST: 3.0}, thresholds={Channel.FORECAST: 1.5})
    assert spoken(course) == {Reason.FORECAST: 2.0}


def test_a_mark_lights_the_strip_before_the_beat_is_judged_and_becomes_an_alert(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    spans = []
    window.session.span_changed.connect(lambda first, last: spans.append((first, last)))
    play(window, 5.3)  # the spike at 5 s is over, its judgement comes 0.35 s after it
    (mark,) = window.session.provisional
    assert mark.provisional
    assert 5 * 360 <= mark.start < 5.1 * 360
    assert window.session.shades_between(0, 10 * 360) == [(mark, 1.0)]
    assert not window.session.alerts_between(0, 10 * 360), "a mark is no alert yet"
    assert any(first <= mark.start <= last for first, last in spans), "the strips draw it"
    shades = []
    for _ in range(15):
        play(window, 0.1)
        shades += [how for e, how in window.session.shades_between(0, 10 * 360) if e.provisional]
    assert set(shades) <= {1.0}, "the alert takes its place; it does not fade beside it"
    assert not window.session.provisional
    assert [e.kind for e in window.session.log] == [Kind.ECTOPIC]


def test_a_mark_whose_beat_is_found_usual_fades(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 0.5)
    window.session.set_threshold(Channel.FORECAST, 0.5)  # below the usual beats' 0.9 mV
    play(window, 0.8)
    (mark, *_) = window.session.provisional
    assert (mark, 1.0) in window.session.shades_between(0, mark.end), "while it waits"
    shades = []
    for _ in range(20):
        play(window, 0.1)
        shades += [how for other, how in window.session.shades_between(0, mark.end) if other == mark]
    assert not len(window.session.log)
    assert shades == sorted(shades, reverse=True)
    assert len({how for how in shades if how < 1}) >= 3, "it fades in steps"
    assert not window.session.shades_between(0, mark.end), "and is gone"
