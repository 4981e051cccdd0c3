"""Figures, days and times have the forms of the language, and are read in either of two decimal marks."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from assets.phrase import joined, phrase
from monitor.ui.kit.figures import (
    FigureBox,
    day_and_time,
    fill,
    in_figures,
    neutral,
    written_at,
)
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock, lasting


def form(name):
    """Take the forms of a locale, also of one in whose language the program has no words."""
    QLocale.setDefault(QLocale(name))


WHEN = datetime(2026, 3, 4, 5, 6, 7)


@pytest.fixture(autouse=True)
def as_before(qapp):
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_numbers_take_the_marks_of_the_language():
    form("en_GB")
    assert (in_figures(1234.5, ",.1f"), in_figures(-0.25, "+.2f"), in_figures(3)) == ("1,234.5", "-0.25", "3")
    form("ja_JP")
    assert in_figures(1234.5, ",.1f") == "1,234.5"
    form("de_DE")
    assert (in_figures(1234.5, ",.1f"), in_figures(-0.25, "+.2f"), in_figures(3)) == ("1.234,5", "-0,25", "3")
    form("fr_FR")
    assert in_figures(1234.5, ",.1f") == f"1{QLocale().groupSeparator()}234,5"
    assert in_figures("MLII, V1.", "") == "MLII, V1."


def test_a_sentence_keeps_its_own_marks():
    form("de_DE")
    assert tr("{a:.1f} mV, {name}.").format(a=0.5, name="a.dat") == "0,5 mV, a.dat."
    inner = phrase("{n:,} beats", n=1200)
    assert tr(joined(", ", [phrase("{what} in {s:.1f} s.", what=inner, s=2.5), "V1.5"])) == (
        "1.200 beats in 2,5 s., V1.5"
    )
    assert fill("{} {x[0]:.{places}f}", 1.5, x=[0.25], places=1) == "1,5 0,2"
    assert str(inner) == "1,200 beats"


def test_times_in_a_record_take_the_decimal_mark():
    form("de_DE")
    assert (clock(62.5), clock(62.5, 0), lasting(0.84)) == ("01:02,5", "01:02", "0,8 s")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en_GB", "4 Mar 2026 05:06:07"),
        ("ja_JP", "2026/03/04 05:06:07"),
        ("de_DE", "04.03.2026 05:06:07"),
        ("fr_FR", "04/03/2026 05:06:07"),
        ("da_DK", "04.03.2026 05.06.07"),
    ],
)
def test_days_and_times(name: str, words: str):
    form(name)
    assert day_and_time(WHEN) == words
    assert written_at(WHEN.isoformat()) == words
    assert written_at("yesterday") == "yesterday"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0.5", "0.5"),
        ("0,5", "0.5"),
        (",5", ".5"),
        ("1.234,5 Hz", "1234.5 Hz"),
        ("1,234.5", "1234.5"),
        ("1,234,567.5", "1234567.5"),
        ("12", "12"),
        ("1.23,4", "1.23,4"),
        ("", ""),
    ],
)
def test_either_decimal_mark_is_read(typed: str, read: str):
    assert neutral(typed) == read


@pytest.mark.parametrize("name", ["en_GB", "de_DE", "ja_JP", "fr_FR"])
@pytest.mark.parametrize("text", ["360.5", "360,5"])
def test_a_box_takes_what_is_typed_or_pasted_with_either_mark(qtbot, name: str, text: str):
    form(name)
    box = FigureBox()
    qtbot.addWidget(box)
    box.setRange(0, 10_000)
    box.setSuffix(" Hz")
    shown = f"360{QLocale().decimalPoint()}50 Hz"
    box.selectAll()
    qtbot.keyClicks(box, text)
    box.interpretText()
    assert (box.value(), box.text()) == (360.5, shown)
    box.setValue(0)
    QGuiApplication.clipboard().setText(text)
    box.selectAll()
    box.lineEdit().paste()
    box.interpretText()
    assert (box.value(), box.text()) == (360.5, shown)


def test_a_box_refuses_what_is_no_number_of_its_own(qtbot):
    form("de_DE")
    box = FigureBox()
    qtbot.addWidget(box)
    box.setRange(0, 10_000)
    box.setDecimals(0)
    box.setSpecialValueText("not said, yet.")
    assert box.text() == "not said, yet."
    box.setValue(12)
    box.selectAll()
    QGuiApplication.clipboard().setText("1.5")
    box.lineEdit().paste()
    box.interpretText()
    assert box.value() == 12
