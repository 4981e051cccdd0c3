"""How an alert looks: its words, its colour, its reasons, and the provisional alert that comes before it."""

from assets.sources.record import RecordSource
from models.alerts.events import Event, Meanwhile
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel, Reason
from models.signal.states import StateKind
from monitor.ui.kit.theme import DARK
from monitor.ui.kit.words import measure
from monitor.ui.live.side import WhyPanel, spoken
from tests.alerts import an_alert
from tests.monitor.conftest import rippled

FLAT = an_alert(Kind.FLAT, level_mv=0.12)
ALL = {r: 1.5 + i / 2 for i, r in enumerate(Reason)}


def event(kind, **more):
    given = {"scores": {}, "thresholds": {}, **more}
    return Event(kind, 360, 400, 500, 520, **given)


PAIR = event(Kind.PAIR, beats=(400, 560), reasons=ALL, premature=0.41, rate_bpm=135.0)
PREMATURE = event(
    Kind.PREMATURE, beats=(400,), reasons={Reason.TEMPLATE: 0.4, Reason.RHYTHM: 1.3}, premature=0.26
)


def test_the_second_line_says_number_rate_and_the_strongest_reason():
    assert measure(PAIR, 360) == "2 × 135/min · beat autoencoder 3.0×"
    assert measure(PREMATURE, 360) == "premature 26 %"
    assert measure(event(Kind.GAP), 360) == "0.39 s"
    one = event(Kind.ECTOPIC, beats=(400,), reasons={Reason.TEMPLATE: 2.04}, premature=0.05)
    assert measure(one, 360) == "template 2.0×"
    course = event(Kind.UNEXPECTED, scores={Channel.FORECAST: 3.0}, thresholds={Channel.FORECAST: 1.5})
    assert measure(course, 360) == "2.0× threshold · 0.39 s"


def test_the_side_panel_gives_every_reason_that_counted_a_bar(qtbot):
    panel = WhyPanel(DARK)
    qtbot.addWidget(panel)
    panel.show_event(PAIR)
    height = panel.sizeHint().height()
    assert list(panel.shown.values()) == ["1.5×", "2.0×", "2.5×", "3.0×", "3.5×"]
    panel.show_event(PREMATURE)
    assert panel.shown == {"rhythm": "1.3×"}, "what did not count is not named"
    assert panel.sizeHint().height() == height, "the list below stays where it is"
    panel.show_event(None)
    assert panel.shown == {}
    course = event(Kind.UNEXPECTED, scores={Channel.FORECAST: 3.0}, thresholds={Channel.FORECAST: 1.5})
    assert spoken(course) == {Reason.FORECAST: 2.0}


def test_however_long_a_reason_is_the_list_stays_where_it_is(qtbot):
    panel = WhyPanel(DARK)
    qtbot.addWidget(panel)
    panel.resize(276, 300)
    panel.show()
    for short in (False, True):
        panel.set_short(short)
        panel.show_event(PAIR)
        height = panel.sizeHint().height()
        unusable = Meanwhile(StateKind.UNUSABLE, "electrode motion", "MLII")
        long = an_alert(Kind.FLUTTER, scores={}, thresholds={}, meanwhile=(unusable,) * 6)
        panel.show_event(long)
        assert panel.sizeHint().height() == height
        shown = panel._instead if short else panel._words
        assert shown.isVisible(), "an alert without bars has its words, in a low window too"
        qtbot.waitUntil(lambda shown=shown: shown.width() > 200)
        assert len(shown.shown_lines) == 5
        assert shown.shown_lines[-1].endswith("…")
        assert "electrode motion" in shown.whole_tip


def test_a_provisional_alert_lights_the_strip_until_the_beat_is_classified(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(rippled(record)))
    spans = []
    window.session.span_changed.connect(lambda first, last: spans.append((first, last)))
    play(window, 5.3)  # the spike at 5 s is over, it is classified 0.35 s after it
    (waiting,) = window.session.provisional
    assert waiting.provisional
    assert 5 * 360 <= waiting.start < 5.1 * 360
    assert window.session.shades_between(0, 10 * 360) == [(waiting, 1.0)]
    assert not window.session.alerts_between(0, 10 * 360), "it is no alert yet"
    assert any(first <= waiting.start <= last for first, last in spans), "the strips draw it"
    shades = []
    for _ in range(15):
        play(window, 0.1)
        shades += [how for e, how in window.session.shades_between(0, 10 * 360) if e.provisional]
    assert set(shades) <= {1.0}, "the alert takes its place; it does not fade beside it"
    assert not window.session.provisional
    assert [e.kind for e in window.session.log] == [Kind.ECTOPIC]


def test_a_provisional_alert_whose_beat_is_found_ordinary_fades(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 0.5)
    window.session.set_threshold(Channel.FORECAST, 0.5)  # below the ordinary beats' 0.9 mV
    play(window, 0.8)
    (waiting, *_) = window.session.provisional
    assert (waiting, 1.0) in window.session.shades_between(0, waiting.end), "while it waits"
    shades = []
    for _ in range(20):
        play(window, 0.1)
        shades += [how for other, how in window.session.shades_between(0, waiting.end) if other == waiting]
    assert not len(window.session.log)
    assert shades == sorted(shades, reverse=True)
    assert len({how for how in shades if how < 1}) >= 3, "it fades in steps"
    assert not window.session.shades_between(0, waiting.end), "and is gone"


def test_the_panel_explains_a_technical_alert_without_reasons(qtbot):
    panel = WhyPanel(DARK)
    qtbot.addWidget(panel)
    panel.show_event(FLAT)
    assert panel.shown == {}
    assert panel._words.text() == "The signal stands still at 0.12 mV; beat alerts are withheld."
    panel.show_event(an_alert(Kind.FLAT, level_mv=-0.001))
    assert "at 0.00 mV" in panel._words.text()


def test_what_did_not_count_has_no_row():
    late = event(Kind.ECTOPIC, beats=(400,), reasons={Reason.TEMPLATE: 1.2, Reason.RHYTHM: -4.0})
    assert set(spoken(late)) == {Reason.TEMPLATE}
    usual = event(Kind.PREMATURE, beats=(400,), reasons={Reason.TEMPLATE: 1.1, Reason.RHYTHM: 1.3})
    assert set(spoken(usual)) == {Reason.RHYTHM}


def test_what_crossed_the_line_of_a_premature_beat_is_what_its_bar_shows():
    """Within a fast run the usual interval is as short: the beat hardly came early, and yet it counted."""
    hardly = event(
        Kind.PREMATURE,
        beats=(400,),
        scores={Channel.PREMATURE: 1.24},
        thresholds={Channel.PREMATURE: 1.0},
        reasons={Reason.TEMPLATE: 0.4, Reason.RHYTHM: 0.2},
        premature=0.04,
    )
    assert spoken(hardly) == {Reason.RHYTHM: 1.24}
    assert hardly.why() == "its shape is usual; its moment and what comes before it are not"


def test_a_value_that_does_not_fail_is_not_rounded_up_to_one_that_does(qtbot):
    panel = WhyPanel(DARK)
    qtbot.addWidget(panel)
    panel.show_event(event(Kind.ECTOPIC, beats=(400,), reasons={Reason.TEMPLATE: 0.97, Reason.FORECAST: 1.0}))
    assert panel.shown == {"forecast": "1.0×", "template": "0.9×"}
    assert panel._words.text() == "The forecast missed it."


def test_the_list_names_an_alert_as_soon_as_it_is_open(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(rippled(record)))
    model = window.pages.made["monitor"].alerts._model
    window.session.open_alert_changed.connect(
        lambda: seen.append((window.session.open_alert, model.rowCount()))
    )
    seen = []
    for _ in range(80):
        play(window, 0.1)
    first = next(rows for event, rows in seen if event is not None)
    assert first == 1, "not when it is over"
    assert len(window.session.log) == 1
    window._show_slow_things()
    assert model.rowCount() == 1
