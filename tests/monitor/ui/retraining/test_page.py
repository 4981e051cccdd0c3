"""The Retraining page, driven by a process that pretends, and once by the real one."""

import textwrap

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from assets.databases.mitbih import DS1
from assets.sources.open import open_source
from assets.sources.record import RecordSource
from models.contract.marks import MISSED, NORMAL
from models.contract.messages.fitting import LeftOut, Start
from monitor.retraining.request import QUICK_STEPS
from monitor.ui.retraining.comparison import NAMES, Compared
from monitor.ui.retraining.process import TrainingProcess
from monitor.ui.retraining.words import left_out_words
from tests.monitor.conftest import make_record

PRETENDS = textwrap.dedent(
    """
    import json, pathlib, signal, sys, time
    def say(**event): print(json.dumps(event), flush=True)
    stop = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(1))
    out = sys.argv[sys.argv.index("--out") + 1]
    if "autoencoder" in sys.argv:
        say(event="error", text="The records hold no normal rhythm."); sys.exit(2)
    kept = pathlib.Path(out + ".kept")
    done = 3 if kept.exists() else 0
    plan = dict(records=["101"], held_out=["106"], epochs=2, steps=3, device="cpu", done=done)
    say(event="start", kind="forecaster", **plan)
    print("no event at all")
    if "--data" in sys.argv: say(event="left out", record="rec7", why="Its signal file ends early.")
    for i in range(1 + done, 7 if "--seed" not in sys.argv else 10_000):
        if stop:
            kept.write_text("kept"); time.sleep(0.3)
            say(event="interrupted", kind="forecaster", kept="x"); sys.exit(130)
        step = dict(epoch=1, step=i, done=i, total=6, loss=1.0 / i, seconds_left=1.0)
        say(event="step", kind="forecaster", **step)
        time.sleep(0.02)
    for epoch, auc in ((1, 0.9), (2, None)):
        told = dict(loss=0.5, held_out_loss=0.1, auc=auc, average_precision=auc, best=epoch == 1)
        say(event="epoch", kind="forecaster", epoch=epoch, **told)
    say(event="done", kind="forecaster", file=out, metrics={})
    """
)


@pytest.fixture
def page(make_window, monkeypatch, tmp_path):
    script = tmp_path / "pretends.py"
    script.write_text(PRETENDS)
    real = TrainingProcess.__init__

    def pretending(self, arguments, parent=None, program=()):
        real(self, arguments, parent, (str(script),))

    monkeypatch.setattr(TrainingProcess, "__init__", pretending)
    window = make_window()
    window.put_on(RecordSource(make_record(60)))
    window.show_page("retraining")
    page = window.pages.need("retraining")

    def not_compared(kind, file, held_out, left_out=()):
        page.outcome.new = kind, file
        page.outcome.refresh()

    monkeypatch.setattr(page.outcome, "compare", not_compared)
    return page


def test_a_fit_is_watched_to_its_end(page, qtbot):
    page.start()
    assert page.running
    assert not page.choices.start.isEnabled()
    qtbot.waitUntil(lambda: not page.running)
    assert len(page.loss.values) == 6
    assert len(page.ranking.values) == 1
    said = page.log.toPlainText()
    assert "Learns from 101; held out: 106; on cpu." in said
    assert "AUC 0.9000, the best so far" in said
    assert "no V beats to rank" in said
    assert page.outcome.adopt_button.isEnabled()
    page.outcome.discard()
    assert not page.outcome.adopt_button.isEnabled()
    assert "The weights in use stay" in page.words.text()


def test_a_fit_is_cancelled_and_another_one_fails(page, qtbot):
    page.choices.seed.setValue(3)
    page.start()
    qtbot.waitUntil(lambda: len(page.loss.values) > 1)
    assert not page.choices.start.isEnabled()
    page.cancel()
    qtbot.waitUntil(lambda: not page.running)
    assert "The fit is kept" in page.words.text()
    page.choices.kind.setCurrentIndex(1)
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    assert "The records hold no normal rhythm." in page.words.text()
    assert page.choices.start.isEnabled()


def test_a_fit_that_goes_on_keeps_its_curves(page, qtbot):
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    assert len(page.loss.values) == 6
    page._on_message(Start("forecaster", ("101",), ("106",), 2, 3, "cpu", 4))
    assert page.loss.at.tolist() == [1, 2, 3, 4], "what came after is not in the kept fit"
    assert page.ranking.at.tolist() == [1]
    page._on_message(Start("forecaster", ("101",), ("106",), 2, 3, "cpu", 0))
    assert not len(page.loss.values)


def test_a_fit_started_while_another_stops_begins_as_soon_as_it_has(page, qtbot):
    page.choices.seed.setValue(3)
    page.start()
    qtbot.waitUntil(lambda: len(page.loss.values) > 1)
    first = page.process
    qtbot.mouseClick(page.choices.cancel, Qt.MouseButton.LeftButton)
    assert page.choices.start.isEnabled()
    page.choices.seed.setValue(-1)
    qtbot.mouseClick(page.choices.start, Qt.MouseButton.LeftButton)
    assert page.words.text() == "Starts as soon as the fit before it has stopped."
    assert page.process is first, "one fit at a time"
    qtbot.waitUntil(lambda: page.process is not first)
    qtbot.waitUntil(lambda: not page.running)
    assert page.outcome.adopt_button.isEnabled(), "it ran to its end"


def test_a_fit_that_waits_can_be_called_off(page, qtbot):
    page.choices.seed.setValue(3)
    page.start()
    qtbot.waitUntil(lambda: len(page.loss.values) > 1)
    page.cancel()
    page.start()
    assert not page.choices.start.isEnabled()
    assert "Cancel stops it" in " ".join(page.choices.start.toolTip().split())
    page.cancel()
    qtbot.waitUntil(lambda: not page.running)
    assert "The fit is kept" in page.words.text()
    assert page.choices.start.isEnabled()


def test_a_fit_that_goes_on_in_another_window_shows_its_whole_curve(page, qtbot):
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    page._request.kept.write_text("kept")
    request = page._request
    page._request = None  # as after a new start of the program
    page._forget_course()
    page.start()
    assert page._request == request
    qtbot.waitUntil(lambda: not page.running)
    assert page.loss.at.tolist() == [1, 2, 3, 4, 5, 6]
    assert page.ranking.at.tolist()[:1] == [1]


@pytest.mark.parametrize(("auc", "adopt"), [(0.879, False), (0.990, True)])
def test_the_figures_decide_which_button_stands_out(page, qtbot, monkeypatch, tmp_path, auc, adopt):
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    assert page.outcome.adopt_button.objectName() == page.outcome.discard_button.objectName() == ""
    old = dict(auc=0.991, average_precision=0.9, found=9, ventricular=10, alarms_per_minute=0.1)
    index = np.arange(0, 6000, 100)
    arrays = {f"{name}_{field}": index * 0.0 for name in NAMES for field in ("score", "expected")}
    arrays |= {f"{name}_index": index for name in NAMES}
    spread = dict(auc=0.01, found=1.0, alarms_per_minute=0.1)
    compared = Compared({"old": old, "new": {**old, "auc": auc}}, arrays, spread)
    monkeypatch.setattr("monitor.ui.retraining.outcome.read_compared", lambda *_: compared)
    monkeypatch.setattr("monitor.ui.retraining.outcome.open_record", lambda *_, **__: make_record(60))
    page.outcome._comparing = TrainingProcess([], page)
    page.outcome._on_compared(0)
    green, plain = page.outcome.adopt_button, page.outcome.discard_button
    if not adopt:
        green, plain = plain, green
    assert (green.objectName(), plain.objectName()) == ("primary", "")
    assert page.words.text().startswith("Done. The new weights are" if adopt else "Done. Keep the present")
    assert adopt or "AUC 0.879 against 0.991" in page.words.text()
    page.outcome.discard()
    assert page.outcome.adopt_button.objectName() == page.outcome.discard_button.objectName() == ""


def test_recordings_that_were_left_out_are_named_with_the_reason(page, qtbot, tmp_path):
    page.choices.use_folder(tmp_path)
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    assert "Left out: rec7. Its signal file ends early." in page.log.toPlainText()
    said = left_out_words(page._left_out)
    assert said == " 1 recording was left out. rec7: Its signal file ends early."
    many = left_out_words([LeftOut(f"r{i}", "It is broken.") for i in range(5)])
    assert many.startswith(" 5 recordings were left out. r0: It is broken.")
    assert many.endswith("And 2 more; What the fit says names them.")


def test_own_weights_are_deleted_only_after_a_question(page, qtbot, tmp_path):
    page.outcome.store.folder.mkdir(parents=True)
    own = page.outcome.store.path("beats")
    for answer, there in (("Keep mine", True), ("Delete mine", False)):
        own.write_bytes(b"weights")
        page.outcome.refresh()
        qtbot.mouseClick(page.outcome.back_button, Qt.MouseButton.LeftButton)
        (box,) = page.findChildren(QMessageBox)
        assert "your own weights of the beat autoencoder" in box.text()
        (pressed,) = (b for b in box.buttons() if b.text() == answer)
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
        assert own.exists() == there
        qtbot.waitUntil(lambda: not page.findChildren(QMessageBox))


def test_the_focus_goes_from_start_to_cancel_and_back(page, qtbot):
    page.window().activateWindow()
    page.choices.start.setFocus()
    page.choices.set_running(True)
    assert page.choices.focusWidget() is page.choices.cancel
    page.choices.set_running(False)
    assert page.choices.focusWidget() is page.choices.start


def test_all_ticks_are_taken_off_at_once(page, qtbot):
    choices = page.choices
    assert not choices.none.isEnabled(), "the shipped fit's records are not for changing"
    choices._chosen.setChecked(True)
    assert len(choices._ticked()) == len(DS1)
    qtbot.mouseClick(choices.none, Qt.MouseButton.LeftButton)
    assert not choices._ticked()
    page.start()
    assert "at least one record" in page.words.text()


def test_the_space_key_ticks_a_record_and_does_not_pause_the_stream(page, qtbot):
    window, choices = page.window(), page.choices
    window.activateWindow()
    choices._chosen.setChecked(True)
    item = choices.records.item(0)
    choices.records.setCurrentItem(item)
    choices.records.setFocus()
    playing, before = window.session.playing, item.checkState()
    qtbot.keyClick(choices.records, Qt.Key.Key_Space)
    assert item.checkState() != before
    assert window.session.playing == playing
    choices.quick.setFocus()
    qtbot.keyClick(choices.quick, Qt.Key.Key_Space)
    assert not choices.quick.isChecked()
    assert window.session.playing == playing


def test_a_new_fit_ends_the_comparison_of_the_one_before(page, qtbot, monkeypatch):
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    monkeypatch.undo()
    waits = TrainingProcess([], page, ("-c", "import time; time.sleep(60)"))
    waits.ended.connect(page.outcome._on_compared)
    page.outcome._comparing = waits
    with qtbot.waitSignal(waits._process.started):
        waits.start()
    with qtbot.waitSignal(waits.ended):
        page.outcome.discard()
    assert "The comparison ended" not in page.words.text()
    assert page.outcome._comparing is None


def test_closing_the_window_ends_the_process(page, qtbot):
    page.choices.seed.setValue(3)
    page.start()
    qtbot.waitUntil(lambda: len(page.loss.values) > 1)
    process = page.process
    page.window().close()
    assert not process.running


def test_what_cannot_be_asked_for_is_said(page, tmp_path):
    page.choices.tick({"106"})
    page.start()
    assert "at least one record" in page.words.text()
    page.choices._own.setChecked(True)
    page.start()
    assert "Choose the folder" in page.words.text()
    page.choices._ds1.setChecked(True)
    page.choices.held_out.setCurrentText("208")
    page.start()
    assert "Hold another record out" in page.words.text()
    assert not page.running


def test_a_running_model_is_offered_a_held_out_record_that_the_shipped_one_does_not_know(page):
    choices = page.choices
    for kind in range(2):
        choices.kind.setCurrentIndex(kind)
        assert choices.held_out.currentText() not in choices._known()
        assert "old and new weights are compared on it" in choices._held_out_words.text()


def test_beats_are_compared_on_a_record_that_the_fit_leaves_out_and_the_old_weights_advantage_is_said(
    page, tmp_path
):
    choices = page.choices
    choices.kind.setCurrentIndex(2)
    asked = choices.request(tmp_path / "w", None, None)
    assert asked.held_out == "106"
    assert set(asked.learnt) == set(DS1) - {"106"}
    assert (
        "The shipped model has learnt from it, which favours the old weights"
        in choices._held_out_words.text()
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize("source", ["_ds1", "_chosen"])
def test_no_test_record_is_learnt_from_or_held_out_unless_it_is_asked_for(page, tmp_path, kind, source):
    page.choices.kind.setCurrentIndex(kind)
    getattr(page.choices, source).setChecked(True)
    asked = page.choices.request(tmp_path / "w", None, None)
    assert asked.held_out in DS1
    assert set(asked.learnt) <= set(DS1)


def test_a_fit_on_own_recordings_is_compared_on_what_it_held_out(page, qtbot, tmp_path):
    page.choices.use_folder(tmp_path)
    assert page.choices.held_out.isHidden()
    page.start()
    qtbot.waitUntil(lambda: not page.running)
    assert page._compared_on == str(tmp_path / "106.hea")
    page.choices.kind.setCurrentIndex(2)
    assert not page.choices.held_out.isHidden(), "beats learn from all of the folder"
    page._request = page.choices.request(tmp_path / "w", None, None)
    page._compared_on = page._request.held_out
    page._on_message(Start("beats", ("a",), (), 3, 3, "cpu", 0))
    assert page._compared_on == "106"
    assert "each scored by a fit without it" in page.log.toPlainText()


def test_a_program_that_is_not_there_is_said(qtbot, tmp_path):
    process = TrainingProcess(["forecaster"], program=("-m", "no_such_module"))
    with qtbot.waitSignal(process.ended):
        process.start()
    assert "no_such_module" in process.problem


def test_marks_from_review_are_listed_and_followed(make_window, play):
    window = make_window()
    window.put_on(RecordSource(make_record(60)))
    play(window, 20)
    window.context.actions["mark_normal"].trigger()
    assert window.context.home.marks.all() == ()
    window.context.actions["next_alert"].trigger()
    event = window.context.reviewed
    assert event is not None
    window.context.actions["mark_normal"].trigger()
    at = window.session.info.fs
    window.pages.made["review"].move_calipers(9.0, 10.0)
    window.context.actions["mark_missed"].trigger()
    marks = window.context.home.marks.all()
    assert {m.mark for m in marks} == {NORMAL, MISSED}
    assert round(10.0 * at) in {m.sample for m in marks if m.mark == MISSED}
    window.show_page("retraining")
    choices = window.pages.need("retraining").choices
    assert choices.marks.tree.topLevelItem(0).text(0) == "made: 2 marks, left out"
    assert choices.followed == set(), "the record is none that the fit learns from"
    choices.marks.use({"made"})
    assert choices.followed == set(marks)


@pytest.mark.slow
def test_a_real_fit_is_compared_and_adopted(make_window, data_dir, qtbot, monkeypatch):
    monkeypatch.setitem(QUICK_STEPS, "forecaster", 5)
    monkeypatch.setattr("monitor.retraining.request.QUICK_EPOCHS", 1)
    window = make_window(data_dir=data_dir)
    window.put_on(open_source("demo"))
    window.show_page("retraining")
    page = window.pages.need("retraining")
    page.choices.tick({"101", "108"})
    page.start()
    qtbot.waitUntil(lambda: not page.running, timeout=200_000)
    qtbot.waitUntil(lambda: page.outcome._comparing is None, timeout=100_000)
    assert "on record 106" in page.outcome.advice.sentence
    assert page.words.text() == f"Done. {page.outcome.advice.sentence}"
    page.outcome.adopt()
    assert page.outcome.store.adopted("forecaster") is not None
    assert "your own forecaster" in page.outcome.in_use.text()
    page.outcome.back_to_shipped()
    assert page.outcome.store.adopted("forecaster") is None


def test_lists_are_named_by_their_labels_for_screen_readers(page):
    choices = page.choices
    buddies = {label.buddy(): label.text() for label in choices.findChildren(QLabel) if label.buddy()}
    assert buddies[choices.kind] == "Model"
    assert buddies[choices.held_out] == "Held-out record"


def test_a_folder_of_folders_is_said_to_be_searched(page, tmp_path):
    below = tmp_path / "patients" / "a"
    below.mkdir(parents=True)
    (below / "r.edf").touch()
    page.choices.use_folder(tmp_path / "patients")
    said = " ".join(label.text() for label in page.choices.findChildren(QLabel))
    assert "those in the folders within it are taken" in said
    page.choices.use_folder(below)
    said = " ".join(label.text() for label in page.choices.findChildren(QLabel))
    assert "1 recording in the folder." in said
    (tmp_path / "patients" / "first.edf").touch()
    page.choices.use_folder(tmp_path / "patients")
    said = " ".join(label.text() for label in page.choices.findChildren(QLabel))
    assert "1 recording in the folder itself; those in the folders within it, too." in said
    assert "longer than five minutes" in said
