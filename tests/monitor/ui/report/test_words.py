"""What became of an alarm is said in the user's language."""

from types import SimpleNamespace

import pytest

from monitor.ui.kit.language import LANGUAGES, speak
from monitor.ui.report.words import state_words


@pytest.mark.parametrize("state", ["active", "over", "noted", "latched", "acknowledged"])
@pytest.mark.parametrize("now", [True, False])
def test_every_state_has_its_words(qapp, state, now):
    logged = SimpleNamespace(state=state, acknowledged=None)
    english = state_words(logged, now=now)
    speak(next(one for one in LANGUAGES if one.name == "ja"))
    try:
        japanese = state_words(logged, now=now)
    finally:
        speak(LANGUAGES[0])
    assert english.isascii()
    assert not japanese.isascii()
