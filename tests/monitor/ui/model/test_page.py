"""The model view: one moment seen by each model, and who remembers longer."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from models.contract.fits import COMPARED_CODES
from models.explain.insight import look
from models.explain.memory_comparison import Memory
from models.running.weights import AUTOENCODER, FORECASTER
from monitor.ui.kit.language import LANGUAGES, speak
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.model.beat_view import beat_under
from monitor.ui.model.forecast_view import fan_words, gate_shades
from monitor.ui.model.memory_panel import MemoryPanel
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import Session
from monitor.ui.session.worker import shipped_scorer
from monitor.ui.shell.app import application
from monitor.ui.shell.window import MainWindow
from tests.monitor.conftest import FakeTime


@pytest.fixture(scope="module")
def shown(qapp, tmp_path_factory):
    """A window that all tests look at in turn, and its clock: the models take seconds to load."""
    application()
    clock = FakeTime()
    settings = QSettings(str(tmp_path_factory.mktemp("model") / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Session(shipped_scorer, now=clock), Settings(settings))
    window.resize(1280, 800)
    window.show()
    window.put_on(RecordSource(load_demo()))
    yield window, clock
    window.close()
    window.deleteLater()


@pytest.fixture
def time(shown):
    return shown[1]


@pytest.fixture
def page(shown, play, qtbot):
    """The page, live, at 20 s or later, as whoever opens it finds it."""
    window, _ = shown
    qtbot.waitUntil(lambda: window.session.ready)
    play(window, max(0.5, 20 - window.session.head / 360))
    window.show_page("model")
    made = window.pages.made["model"]
    window._show_slow_things()
    qtbot.waitUntil(lambda: made._views is not None)
    slider = made._views[1].code
    window._show_slow_things()
    qtbot.waitUntil(lambda: made._seen is not None)
    slider.choose(next(code.size for code in slider._codes if code.in_use))
    made.go_live()
    qtbot.waitUntil(lambda: made._seen[0].at == made.at and not made._turns)
    return window, made


def test_live_it_follows_the_stream_and_a_step_holds_the_moment(page, play, qtbot):
    window, made = page
    first = made._seen[0].at
    play(window, 2)
    window._show_slow_things()
    qtbot.waitUntil(lambda: made._seen[0].at == first + 720)
    made._step(-0.02)
    held = made.at
    assert held == pytest.approx(first + 720 - 7, abs=1)
    qtbot.waitUntil(lambda: made._seen[0].at == held)
    assert "held" in made._where.text()
    play(window, 2)
    window._show_slow_things()
    assert made.at == held
    made.go_live()
    assert made.at > held


def test_every_picture_has_its_sentence(page, qtbot):
    _, made = page
    qtbot.waitUntil(lambda: not made._turns)
    forecast, beat, _ = made._views
    assert forecast.fan.words.startswith("Forecast: where the LSTM")
    assert [p.words.split(":")[0] for p in forecast._plots[1:]] == [
        "Forget gate",
        "Input gate",
        "Output gate",
    ]
    assert "redraws a second" in beat.window_plot.words
    share = made._seen[1].redrawn_share
    assert ("is redrawn, off by" in beat.window_plot.words) == (share is not None)
    assert "usual beat" in beat.beat_plot.words


def test_the_code_is_chosen_by_a_slider_and_changes_this_picture_alone(page, qtbot):
    window, made = page
    made._step(-0.02)
    qtbot.waitUntil(lambda: made._seen[0].at == made.at)
    beat, in_use = made._views[1], window.session.networks
    assert beat.code.chosen.network is in_use[1]
    assert "The one in use; of other patients" in beat.window_plot.words
    before = made._seen[1].redrawn
    beat.code.choose(COMPARED_CODES[-1])
    qtbot.waitUntil(lambda: "from 32 numbers" in beat.window_plot.words)
    assert "too wide" in beat.window_plot.words
    assert not np.allclose(made._seen[1].redrawn, before)
    assert window.session.networks is in_use
    beat.code.choose(COMPARED_CODES[0])
    qtbot.waitUntil(lambda: "from 2 numbers" in beat.window_plot.words)
    assert "too narrow" in beat.window_plot.words
    made._forget()
    assert beat.code.numbers == COMPARED_CODES[0], "the choice stays with another record"


def test_the_alert_can_be_looked_at(page, qtbot):
    window, made = page
    event = window.session.log[0]
    window.context.review(event)
    window.show_page("model")
    made.go_to_alert()
    assert made.at == event.peak - round(0.06 * 360)
    qtbot.waitUntil(lambda: made._seen[0].at == made.at)
    seen = made._seen[1]
    peak = 0.06 + seen.lag_s
    assert np.mean(seen.counted) == pytest.approx(peak, abs=0.01), "what is redrawn lies about the R peak"
    made._step(0.02)
    qtbot.waitUntil(lambda: made._seen[0].at == made.at)
    assert np.mean(made._seen[1].counted) == pytest.approx(peak, abs=0.02), "and moves along"
    made._move(0.0)
    qtbot.waitUntil(lambda: np.mean(made._seen[1].counted) == pytest.approx(0, abs=0.01))


def test_seeking_lets_a_held_moment_go(page):
    window, made = page
    made._step(-0.02)
    window.session.seek(0)
    assert made.at is None
    assert made._live.isChecked()


@pytest.mark.slow
def test_a_comparison_fits_both_networks_and_says_how_far_they_remember(page, qtbot):
    _, made = page
    made.compare()
    assert made._comparison is not None
    qtbot.waitUntil(lambda: "LSTM,&nbsp;trained" in made._views[2].words)
    made.restyle(LIGHT)
    made.compare()  # a second click stops it
    qtbot.waitUntil(lambda: made._comparison is None)
    assert made._views[2]._button.text() == "Compare again"


def test_too_little_signal_for_a_comparison_is_said_and_is_nothing_for_the_log(page, qtbot, caplog):
    _, made = page
    made._hold(5 * 360)
    made.compare()
    qtbot.waitUntil(lambda: "needs 10 s" in made._views[2].words)
    qtbot.waitUntil(lambda: made._comparison is None)
    assert not caplog.records


def test_too_little_signal_for_a_comparison_is_said_in_the_users_language(page, qtbot):
    _, made = page
    made._hold(5 * 360)
    speak(LANGUAGES[1])
    try:
        made.compare()
        qtbot.waitUntil(lambda: "比較には10秒の信号が必要です。" in made._views[2].words)
    finally:
        speak(LANGUAGES[0])


def test_the_panel_shows_a_curve_for_each_network(qtbot):
    panel = MemoryPanel(DARK)
    qtbot.addWidget(panel)
    assert "plain RNN" in panel.words, "what it would compare"
    norm = np.exp(-np.arange(240) / 10).astype(np.float32)
    panel.show_memories(1.0, tuple(Memory(f"network {i}", norm) for i in range(5)))
    assert "network&nbsp;4&nbsp;383&nbsp;ms" in panel.words
    assert panel._button.text() == "Stop (100 %)"
    assert f"<span style='color:{DARK.forecast}'>" in panel.words, "the marks have their curves' colours"


def test_figures_of_a_comparison_that_still_runs_are_said_to_be_of_so_far(qtbot):
    panel = MemoryPanel(DARK)
    qtbot.addWidget(panel)
    norm = np.exp(-np.arange(240) / 10).astype(np.float32)
    memories = tuple(Memory(f"network {i}", norm) for i in range(5))
    panel.begin()
    panel.show_memories(0.4, memories)
    assert panel.words.startswith("So far: ")
    panel.end()
    assert panel.words.startswith("Stopped early: ")
    panel.show_memories(0.4, memories)
    panel.show_memories(1.0, memories)
    panel.end()
    assert panel.words.startswith("<span"), "final"


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_an_open_gate_is_brighter_than_a_shut_one(theme):
    shades = gate_shades(theme).astype(int).sum(axis=1)
    assert shades[0] < shades[len(shades) // 2] < shades[-1]


def test_the_beat_is_the_newest_whole_one_and_lies_over_the_template():
    record = load_demo()
    models = FORECASTER.shipped().network, AUTOENCODER.shipped().network
    at = 20 * 360
    seen = look(*models, record.fs, record.signals[:at, 0], record.signals[at : at + 180, 0])
    times = np.arange(-10, 20) / 120
    usual = np.interp(-0.5 + times, seen.time, seen.signal)
    usual -= usual.mean()
    # The R peak is given two rows late; the beat is moved to where it fits.
    beat, peak = beat_under((times, usual), seen, np.array([-1.5, -0.5 + 2 / 120, 0.44]))
    assert peak == pytest.approx(-0.5 + 2 / 120)
    np.testing.assert_allclose(beat, usual, atol=1e-3)
    assert beat_under((times, usual), seen, np.zeros(0)) is None
    assert "standard deviations. This time" in fan_words(seen)


def test_live_all_plots_change_together(page, play, qtbot):
    window, made = page
    qtbot.waitUntil(lambda: not made._turns)
    plots = made._plots()
    assert len(plots) == 6
    shown = []

    def note():
        if all(p._still.isVisible() for p in plots):
            shown.append((made._seen[0].at, [p._still.pixmap().cacheKey() for p in plots]))

    looking = QTimer()
    looking.timeout.connect(note)
    looking.start(5)
    for _ in range(4):
        play(window, 0.5)
        window._show_slow_things()
        qtbot.waitUntil(lambda: not made._turns and made._next is None)
    assert len({at for at, _ in shown}) >= 3
    for (_, before), (_, after) in itertools.pairwise(shown):
        changed = [a != b for a, b in zip(before, after, strict=True)]
        assert all(changed) or not any(changed)


def test_held_the_plots_themselves_are_shown_and_can_be_clicked(page, qtbot):
    _, made = page
    made._step(-0.02)
    qtbot.waitUntil(lambda: made._seen[0].at == made.at)
    assert not any(p._still.isVisible() for p in made._plots())
    made.go_live()
    qtbot.waitUntil(lambda: all(p._still.isVisible() for p in made._plots()))
    assert all(p._still.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for p in made._plots())
