"""One door opens records, patients, and either with artefacts."""

from __future__ import annotations

import pytest

from assets.errors import RecordError
from assets.sources.source import Source
from models.patients.artefacts.source import Artefacts
from models.patients.opening import open_any
from models.patients.source import PatientSource


def test_without_artefacts_it_is_the_source_itself() -> None:
    assert open_any("demo").info.identity == "mitdb/208"
    assert isinstance(open_any("patient:sinus"), PatientSource)
    assert open_any("demo+seed=3").info.identity == "mitdb/208"


def test_with_artefacts_it_is_another_signal_of_the_same_place() -> None:
    source = open_any("demo+polarity")
    assert isinstance(source, Artefacts)
    plain = open_any("demo")
    assert source.info.identity == "mitdb/208+polarity+seed=1"
    assert source.info.offset == plain.info.offset
    assert (source.read(1000).samples == -plain.read(1000).samples).all()


def test_a_source_that_cannot_have_them_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []
    monkeypatch.setattr("assets.sources.source.Source.close", lambda source: closed.append(source))
    with pytest.raises(RecordError, match="needs two leads"):
        open_any("demo+swap-leads")
    assert len(closed) == 1
    assert isinstance(closed[0], Source)


def test_other_schemes_may_be_named() -> None:
    source = open_any("made:up+off", schemes={"made": lambda _: open_any("demo")})
    assert source.info.identity == "mitdb/208+off+seed=1"
