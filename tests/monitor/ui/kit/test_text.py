"""A line that gives way loses nothing."""

import pytest
from PySide6.QtGui import QAccessible, Qt

from monitor.ui.kit.text import TIP_CHARS, CaptionLabel, ElidedLabel, plain_tip


def test_what_is_elided_says_all_of_it_to_whoever_asks(qtbot):
    label = ElidedLabel("<b>100</b> watched since yesterday, and for a long time yet")
    qtbot.addWidget(label)
    label.setToolTip("A record.")
    label.resize(80, 20)
    assert label.elided
    assert "<\u2060b>100<\u2060/b> watched since yesterday, and for a long time yet" in label.whole_tip
    assert "A record." in label.whole_tip
    label.resize(800, 20)
    assert not label.elided
    assert "watched" not in label.whole_tip
    assert label.minimumSizeHint().width() < 60


def test_a_caption_asks_for_the_height_of_its_words(qtbot):
    label = CaptionLabel("Short.")
    qtbot.addWidget(label)
    label.resize(200, 20)
    with qtbot.waitExposed(label):
        label.show()
    low = label.minimumHeight()
    label.setText("Many words that need more than one line at this width, and more than two of them, too.")
    high = label.minimumHeight()
    assert high >= label.heightForWidth(200) > low
    label.setText("Short.")
    assert label.minimumHeight() == high, "what stands under it does not jump"
    label.resize(800, 20)
    assert label.minimumHeight() < high


def test_japanese_wraps_without_spaces_and_no_line_begins_with_a_stop(qtbot):
    text = "3拍に1拍がこの患者の通常の拍と異なります。1拍だけではアラートになりません。 V1 の区間"
    label = ElidedLabel(text, lines=9)
    qtbot.addWidget(label)
    for width in range(60, 200, 10):
        label.resize(width, 300)
        lines = label.shown_lines
        assert all(label.fontMetrics().horizontalAdvance(line) <= width for line in lines)
        assert not any(line.startswith("。") for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_tip_is_the_text_itself_in_lines_that_are_not_too_long():
    assert plain_tip("QT < 440 ms & 'no' tags") == "QT < 440 ms & 'no' tags"
    words = " ".join(["word"] * 40)
    lines = plain_tip(f"First.\n{words}").split("\n")
    assert lines[0] == "First."
    assert " ".join(lines[1:]) == words
    assert max(map(len, lines)) <= TIP_CHARS
    japanese = "心電図" * 40
    assert plain_tip(japanese).replace("\n", "") == japanese
    assert max(map(len, plain_tip(japanese).split("\n"))) <= TIP_CHARS / 2
    harmful = plain_tip("<img src='file:///x.png'>")
    assert harmful.startswith("<\u2060img"), "it is no tag"
    assert plain_tip(harmful) == harmful


@pytest.mark.parametrize("name", ["<b>x</b>", "a &lt;b&gt; c", "&lt;", "x <img src=y>", "x < img src=y>"])
def test_no_name_of_a_file_is_taken_for_markup(name):
    assert Qt.mightBeRichText(name)
    assert not Qt.mightBeRichText(plain_tip(name))
    assert plain_tip(name).replace("\u2060", "") == name


def test_a_screen_reader_is_told_a_tooltip_without_tags(qtbot):
    label = ElidedLabel("208")
    qtbot.addWidget(label)
    label.setToolTip(plain_tip("Record 208.\nIt's from <mitdb>."))
    said = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Description)
    assert said.replace("\u2060", "") == "Record 208.\nIt's from <mitdb>."
