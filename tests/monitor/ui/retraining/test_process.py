"""A fit or a comparison that fails says why in the user's language, whatever its process's own is."""

import pytest

from monitor.retraining.request import comparison
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.retraining.process import TrainingProcess

LONG = 120_000
"""Torch is loaded by a machine that may be busy, in milliseconds."""


@pytest.fixture
def japanese(qapp):
    speak(wanted("ja"))
    yield
    speak(LANGUAGES[0])


@pytest.mark.slow
def test_a_comparison_that_fails_says_why_in_the_users_language(qtbot, japanese, tmp_path):
    missing = tmp_path / "1.safetensors"
    arguments = comparison(
        "beats", missing, None, str(tmp_path / "2.hea"), None, tmp_path / "f.json", tmp_path / "s.npz"
    )
    process = TrainingProcess(arguments)
    with qtbot.waitSignal(process.ended, timeout=LONG) as ended:
        process.start()
    assert ended.args == [2]
    assert process.problem.startswith("'2.hea'を開けません：")
    assert process.problem.endswith("にその記録はありません。")
