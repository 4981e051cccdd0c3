"""A line that gives way loses nothing."""

from monitor.ui.kit.text import CaptionLabel, ElidedLabel


def test_what_is_elided_says_all_of_it_to_whoever_asks(qtbot):
    label = ElidedLabel("<b>100</b> watched since yesterday, and for a long time yet")
    qtbot.addWidget(label)
    label.setToolTip("A record.")
    label.resize(80, 20)
    assert label.elided
    assert "&lt;b&gt;100&lt;/b&gt; watched since yesterday, and for a long time yet" in label.whole_tip
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
