"""Without pylsl there is one sentence, and all else goes on."""

import sys

import pytest

from assets.errors import RecordError
from assets.sources.lsl.library import library
from models.scenario.opening import open_any


def test_without_pylsl_the_sentence_names_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pylsl", None)
    with pytest.raises(RecordError) as refused:
        open_any("lsl:Amp")
    assert str(refused.value) == (
        "Streams of the network need pylsl, which is not installed: pip install 'ecg-monitor[lsl]'."
    )


def test_a_library_that_cannot_be_loaded_or_is_too_old_is_a_sentence(monkeypatch):
    class Old:
        @staticmethod
        def library_version():
            return 114

    monkeypatch.setitem(sys.modules, "pylsl", Old)
    with pytest.raises(RecordError, match=r"liblsl is too old \(1\.14\)"):
        library()


def test_nothing_imports_it_until_it_is_needed():
    assert "pylsl" not in open_any.__globals__
