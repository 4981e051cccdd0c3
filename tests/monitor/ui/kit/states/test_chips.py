"""Chips of what goes on: the longest words for which there is room, a shape of its own for each, and why."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from models.signal.states import State, StateKind
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.kit.states.chips import StateChips, chip_width, fitting
from monitor.ui.kit.states.look import draw_shape, state_colour, told
from monitor.ui.kit.theme import DARK, LIGHT
from tests.monitor.conftest import FS, pixels

AF = State(StateKind.IRREGULAR, 6 * 360, 9 * 360, 7 * 360, None, "RR varies by 21 %")
NOISE = State(StateKind.DOUBTFUL, 8 * 360, 9 * 360, 8 * 360, None, "muscle noise", "<b>V1</b>")


def picture(kind):
    image = QImage(24, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    draw_shape(painter, QRectF(4, 4, 16, 12), kind, QColor("white"))
    painter.end()
    return pixels(image)[..., 0] > 100


def test_no_two_states_have_one_shape(qapp):
    for a, b in combinations(StateKind, 2):
        assert (picture(a) != picture(b)).sum() >= 12, f"{a} and {b} look alike"


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_every_state_has_a_colour_of_the_theme(theme):
    assert all(QColor(state_colour(theme, kind)).isValid() for kind in StateKind)


def test_words_get_shorter_as_room_gets_less(qapp):
    font = qapp.font()
    whole = chip_width(font, AF.kind.words)
    assert fitting([AF], font, whole) == ["Irregular: atrial fibrillation?"]
    assert fitting([AF], font, whole - 1) == ["Irregular: AF?"]
    assert fitting([AF], font, 40) == [""]
    assert fitting([AF, NOISE], font, 10_000)[1] == "Doubtful signal <b>V1</b>"


def test_the_chips_say_since_when_and_why_and_take_nothing_for_markup(qtbot):
    chips = StateChips(DARK)
    qtbot.addWidget(chips)
    chips.show_states([AF, NOISE], FS)
    assert chips.isVisibleTo(None)
    assert chips.accessibleName() == (
        "Irregular: atrial fibrillation? since 00:06: RR varies by 21 %; "
        "Doubtful signal in <b>V1</b> since 00:08: muscle noise"
    )
    assert "<b>" not in chips.toolTip()
    chips.resize(chips.sizeHint())
    assert chips.said == ["Irregular: atrial fibrillation?", "Doubtful signal <b>V1</b>"]
    chips.set_room(chips.sizeHint().width() - 10)
    chips.resize(chips.sizeHint())
    assert chips.said == ["Irregular: atrial fibrillation?", "Doubtful <b>V1</b>"], "the heart comes first"
    chips.set_room(chips.short_px)
    chips.resize(chips.sizeHint())
    assert chips.said == ["Irregular: AF?", "Doubtful <b>V1</b>"]
    chips.set_room(chips.short_px - 10)
    chips.resize(chips.sizeHint())
    assert chips.said == ["Irregular: AF?", ""]
    chips.resize(chips.minimumSizeHint())
    assert chips.said == ["", ""]
    chips.show_states([], FS)
    assert chips.isHidden()


def test_the_chips_are_drawn_in_the_room_they_ask_for(qtbot):
    chips = StateChips(DARK)
    qtbot.addWidget(chips)
    chips.show_states([AF], FS)
    chips.resize(chips.sizeHint().width() + 60, 24)
    lit = (np.abs(pixels(chips.grab().toImage()) - pixels(chips.grab().toImage())[0, -1]) > 30).any(
        axis=(0, 2)
    )
    assert np.flatnonzero(lit).max() < chips.sizeHint().width()


def test_told_without_a_reason_or_a_lead():
    assert told(State(StateKind.BIGEMINY, 720, 800, 730, None), FS) == "Bigeminy since 00:02"


def test_a_state_is_told_in_the_language_that_is_spoken(qtbot):
    chips = StateChips(DARK)
    qtbot.addWidget(chips)
    speak(wanted("ja"))
    try:
        chips.show_states([State(StateKind.BIGEMINY, 720, 800, 730, None)], FS)
        chips.resize(400, 24)
        assert chips.said == ["二段脈"]
        assert chips.accessibleName() == "00:02 から二段脈"
    finally:
        speak(LANGUAGES[0])
