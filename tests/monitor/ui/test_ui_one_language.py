"""In another language no English is left: on no page, pane or dialog, in no menu, tooltip or spoken name."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget

from assets.databases.catalogue import load_catalogue
from assets.databases.physionet.known import COLLECTIONS
from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.shell.app import application
from monitor.ui.shell.stage import Stage
from tests.monitor.ui.dialogs import DIALOGS
from tests.monitor.ui.spoken import latin, painted, words

pytestmark = pytest.mark.slow

ALLOWED = set(
    # units, and figures named as everywhere
    "mV mm ms Hz min nat dB mmHg dpi log SpO QTc Se "
    # functions of mathematics, and what is named by two letters in a formula
    "max tanh tr dz ji "
    # keys of a keyboard
    "Ctrl Shift Alt Space Enter Return Esc Home End "
    # endings of files and formats
    "hea csv edf pdf png svg Markdown rdann LightWAVE "
    # names of persons, programs, places and networks
    "Monitor PhysioNet MiB Lab Streaming Layer ReLU Wenckebach Mobitz Hinton Salakhutdinov Fréchet Fantasia "
    "Chen et al slerp Adam Hubert Arabie "
    # the names of the languages, which are the same in each
    "English Language".split()
)
"""Words that are not translated; whatever is in capitals alone is an abbreviation, and is not either."""

TYPED = ("20秒後：vtを15秒、次にsinus 60", "ecg-train", "patient:af", "208+muscle=6")
"""What is typed in as it stands."""

NEVER_SHOWN = ("Export...", "Export")
"""pyqtgraph makes a menu and a dialog of its own a plot, and the plots here never open them."""

FROM_FILES = re.compile(
    r"twelve leads\.csv|\ble(?:a(?:d(?: \d+)?)?)?\b|<p>(?:(?!</p>).)*<i>.*?</p>", re.DOTALL
)
"""Names in the files of the dialogs here, the last of which may be cut, and paragraphs that cite."""


def outside():
    """Words of records and databases, longest first."""
    drugs = {one.medication for one in load_catalogue()}
    return sorted({*drugs, *(one.key for one in COLLECTIONS)} - {""}, key=len, reverse=True)


def english(text, known):
    if text in NEVER_SHOWN:
        return []
    for one in (*known, *TYPED):
        text = text.replace(one, "")
    return [one for one in latin(FROM_FILES.sub(" ", text)) if not one.isupper() and one not in ALLOWED]


@pytest.fixture
def japanese(qapp):
    application()
    speak(wanted("ja"))
    yield
    speak(LANGUAGES[0])


def test_nothing_is_left_in_english(japanese, tmp_path):
    said, drugs = {}, outside()
    with painted() as drawn, Stage(RecordSource(load_demo()), size=(1366, 768)) as stage:
        stage.go_to(25.0)
        (folder := tmp_path / "1").mkdir()

        def look(where, whole: QWidget):
            whole.grab()
            for text in {*words(whole), *drawn}:
                if found := english(text, drugs):
                    said.setdefault(" ".join(text.split())[:200], f"{where}: {' '.join(found[:8])}")
            drawn.clear()

        seen = 0
        for spec in PAGE_SPECS:
            for pane in stage.window.pages.need(spec.name).pane_names or (None,):
                stage.show(spec.name, pane)
                look(pane or spec.name, stage.window)
                seen += 1
        for name, make in DIALOGS.items():
            dialog = make(stage.window, folder)
            dialog.open()
            stage.settle(0.1)
            look(name, dialog)
            dialog.done(0)
        stage.window.context.actions["show_instructor"].trigger()
        stage.settle(0.5)
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not stage.window:
                look(type(other).__name__, other)
        assert stage.window.instructor.shown is not None
        stage.window.instructor.shown.close()
    assert seen > len(PAGE_SPECS)
    assert not said, "\n".join(f"{where} | {text}" for text, where in said.items())


def test_a_word_of_english_is_found_wherever_it_stands(japanese, qtbot):
    whole, label, box = QWidget(), QLabel("拍 beat"), QComboBox()
    box.addItem("anything")
    label.setToolTip("<b>told</b> at length")
    layout = QVBoxLayout(whole)
    layout.addWidget(label)
    layout.addWidget(box)
    qtbot.addWidget(whole)
    assert {one for text in words(whole) for one in english(text, [])} == {
        *("beat", "anything", "told", "at", "length")
    }
