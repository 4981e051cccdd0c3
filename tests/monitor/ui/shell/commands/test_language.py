"""The language is switched while the stream goes on, and nothing is lost by it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QMetaMethod
from PySide6.QtWidgets import QMenu, QPushButton

from assets.phrase import Phrase, phrase
from assets.sources.record import RecordSource
from monitor.__main__ import parser
from monitor.ui.kit.language import LANGUAGES, SYSTEM, language, speak, wanted
from monitor.ui.kit.work.background import left_behind
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.actions.table import ACTIONS, HEADINGS
from monitor.ui.pages.messages import Message
from monitor.ui.shell.commands.language import chosen
from monitor.ui.trends.page import TrendsPage
from monitor.ui.ward.worker import WardWorker


@pytest.fixture(autouse=True)
def english():
    yield
    speak(LANGUAGES[0])


def settle():
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def receivers(window):
    """How many hear each signal of what outlives a change of the language."""
    context, session = window.context, window.session
    lasting = [session, session.alarms, context, context.marks, context.recording, context.messages]
    lasting += [context.journal, window.instructor.desk, *context.actions.values()]
    found = {}
    for one in lasting:
        meta = one.metaObject()
        for i in range(meta.methodCount()):
            method = meta.method(i)
            if method.methodType() == QMetaMethod.MethodType.Signal:
                name = bytes(method.methodSignature().data()).decode()
                if name not in ("destroyed()", "destroyed(QObject*)"):
                    found[one.objectName(), type(one).__name__, name] = one.receivers(f"2{name}")
    return found


def test_the_page_shown_is_made_anew_in_a_turn_of_its_own_and_shown_in_another(make_window, qtbot):
    window = make_window()
    window.show_page("trends")
    old = window.pages.made["trends"]
    window.languages.choose("ja")
    assert window.header.findChildren(QPushButton)
    assert window.pages.made == {"monitor": window.pages.made["monitor"], "trends": old}
    assert window.pages.currentWidget() is old
    qtbot.waitUntil(lambda: window.pages.made["trends"] is not old)
    assert window.pages.currentWidget() is old
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.made["trends"])
    window.languages.choose("en")
    window.languages.choose("ja")
    new = window.pages.need("trends")  # whoever asks for it meanwhile gets it in the language
    assert new.accessibleName() == window.pages.need("trends").accessibleName()
    window.pages.settle()
    assert window.pages.currentWidget() is new
    assert set(window.pages.made) == {"monitor", "trends"}


def test_a_page_made_anew_prepares_itself_while_the_old_one_is_shown(make_window, qtbot, monkeypatch):
    window = make_window()
    window.show_page("trends")
    old, prepared = window.pages.made["trends"], []
    monkeypatch.setattr(
        TrendsPage, "prepare", lambda page: prepared.append((page, window.pages.currentWidget()))
    )
    window.languages.choose("ja")
    qtbot.waitUntil(lambda: window.pages.currentWidget() not in (old, None))
    assert prepared == [(window.pages.currentWidget(), old)]
    assert prepared[0][0] is window.pages.made["trends"]


def test_a_page_left_before_it_is_made_anew_is_let_go(make_window):
    window = make_window()
    window.show_page("trends")
    window.languages.choose("ja")
    window.show_page("monitor")
    window.languages.choose("en")
    window.pages.settle()
    assert set(window.pages.made) == {"monitor"}
    old = window.pages.need("trends")
    window.show_page("trends")
    window.languages.choose("ja")
    window.show_page("monitor")
    window.pages.settle()
    assert window.pages.need("trends") is not old
    assert window.pages.currentWidget() is window.pages.need("monitor")


@pytest.mark.slow
def test_ten_changes_lose_no_sample_and_leave_nothing_behind(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 6)
    for spec in PAGE_SPECS:
        window.show_page(spec.name)
    window.instructor.show_instructor()
    window.languages.choose("ja")
    window.pages.settle()
    settle()
    window.show_page("monitor")
    before, buttons = receivers(window), len(window.findChildren(QPushButton))
    for turn in range(10):
        page = PAGE_SPECS[turn % len(PAGE_SPECS)].name
        window.show_page(page)
        made = dict(window.pages.made)
        window.languages.choose(("en", "ja")[turn % 2])
        window.pages.settle()
        assert window.context.page == page
        assert all(window.pages.made.get(name) is not made[name] for name in made)
        assert window.pages.currentWidget() is window.pages.made[page]
        settle()
        play(window, 0.5)
        window._show_slow_things()
    window.show_page("monitor")
    window.languages.choose("en")
    window.languages.choose("ja")
    window.pages.settle()
    settle()
    assert receivers(window) == before
    assert len(window.findChildren(QPushButton)) <= buttons
    play(window, 2)
    assert [e.peak // 360 for e in window.session.log] == [5, 10]
    assert window.session.history.span == (0, window.session.head)
    assert window.session.analysed == window.session.head
    window.instructor.shown.close()


def test_the_pane_shown_stays(make_window):
    window = make_window()
    window.show_page("class")
    window.pages.need("class").show_pane("quiz")
    window.languages.choose("ja")
    page = window.pages.need("class")
    assert page.pane is page.panes["quiz"]


def test_the_transport_and_the_notice_say_what_is_so(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    window.context.set_speed(2.0)
    play(window, 1)
    window.context.messages.say(Message(phrase("Unusable signal"), button=phrase("Understood")))
    window.languages.choose("ja")
    settle()
    transport = window.pages.need("monitor").transport
    assert (transport.speed.currentText(), transport._play.accessibleName()) == ("2×", "一時停止")
    assert "了解" in {button.text() for button in window.messages.findChildren(QPushButton)}


def test_everything_a_user_can_do_is_called_in_the_language(make_window):
    window = make_window()
    window.languages.choose("ja")
    settle()
    actions = window.context.actions
    assert actions["toggle_play"].text() == "再生／一時停止"
    tabs = {tab.text() for tab in window.header.tabs.findChildren(QPushButton)}
    assert {"モニター", "トレンド", "病棟"} <= tabs
    assert all(isinstance(text, Phrase) for spec in ACTIONS for text in (spec.text, spec.help))
    assert {spec.group for spec in ACTIONS} == set(HEADINGS)
    window.languages.choose("en")
    assert actions["toggle_play"].text() == "Play / pause"


def test_the_menu_names_each_language_as_its_speakers_do(make_window, qtbot):
    window = make_window()
    (menu,) = (menu for menu in window.header.findChildren(QMenu) if menu.title() == "Language")
    assert [action.text() for action in menu.actions()] == ["As the system", "English", "日本語"]
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: language().name == "ja")
    settle()
    assert chosen(window.context.settings) == "ja"
    assert window.languages.actions["ja"].isChecked()


def test_a_page_on_which_something_goes_on_follows_afterwards(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 2)
    window.show_page("retraining")
    page = window.pages.need("retraining")
    page.outcome._below.setCurrentWidget(page.outcome.comparison)
    window.languages.choose("ja")
    assert window.pages.need("retraining") is page
    page.outcome.discard()
    window._show_slow_things()
    window.pages.settle()
    assert window.pages.need("retraining") is not page
    assert window.pages.currentWidget() is window.pages.need("retraining")


def test_hidden_pages_are_let_go_one_by_one_and_made_anew_when_they_are_asked_for(make_window):
    window = make_window()
    window.show_page("trends")
    old = {name: window.pages.need(name) for name in ("monitor", "trends", "alarms")}
    window.show_page("alarms")
    window.languages.choose("ja")
    assert all(window.pages.made[name] is page for name, page in old.items()), "nothing in the same turn"
    trends = window.pages.need("trends")
    assert trends is not old["trends"]
    window.pages.settle()
    assert window.pages.need("trends") is trends, "it was in the language already"
    assert not set(old.values()) & set(window.pages.made.values())


def test_the_beds_of_the_ward_go_on(make_window, qtbot):
    window = make_window()
    window.show_page("ward")
    page = window.pages.need("ward")
    page.open_beds(["patient:sinus", "patient:vt"])
    ward = page.ward
    window.languages.choose("ja")
    settle()
    new = window.pages.need("ward")
    assert new is not page
    assert new.ward is ward
    qtbot.waitUntil(lambda: new.ready, timeout=60_000)
    assert [tile.bed for tile in new.grid.tiles] == list(ward.beds)


@pytest.mark.parametrize("shown", ["ward", "monitor"])
def test_a_window_that_closes_while_its_pages_are_made_anew_ends_the_ward(make_window, qtbot, shown):
    window = make_window()
    window.show_page("ward")
    page = window.pages.need("ward")
    page.open_beds(["patient:sinus"])
    qtbot.waitUntil(lambda: page.ready)
    worker = page._worker
    window.show_page(shown)
    window.languages.choose("ja")
    window.close()
    qtbot.waitUntil(worker.isFinished)
    settle()
    assert not [one for one in left_behind() if isinstance(one, WardWorker)], "nor is another begun"


def test_a_start_without_a_choice_speaks_the_systems_language(monkeypatch, settings):
    class Japanese:
        def uiLanguages(self):
            return ["ja-JP", "ja", "en"]

    monkeypatch.setattr(QLocale, "system", staticmethod(Japanese))
    assert wanted(SYSTEM).name == "ja"
    assert wanted("en").name == "en"


def test_the_command_line_knows_the_languages_that_there_are():
    (option,) = (one for one in parser()._actions if one.dest == "language")
    assert tuple(option.choices) == tuple(one.name for one in LANGUAGES)
