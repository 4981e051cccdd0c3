"""Names of files are shown as one line, and look like what they are."""

import pytest

from assets.lines import one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("night 1.hea", "night 1.hea"),
        ("夜間 心電図.csv", "夜間 心電図.csv"),
        ("a\nb\r\tc", "a␊b␍␉c"),
        ("\x1b[31mred", "␛[31mred"),
        ("exe\u202etxt.csv", "exe\ufffdtxt.csv"),
        ("a\u2028b\x85c\x7f", "a\ufffdb\ufffdc\ufffd"),
        ("\udc80.csv", "\ufffd.csv"),
    ],
)
def test_what_would_break_a_line_or_turn_letters_is_shown(text, shown):
    assert one_line(text) == shown
    assert len(one_line(text).splitlines()) == 1
