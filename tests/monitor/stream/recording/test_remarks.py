"""What a recording says of artefacts: each change once, however the stream is cut, and again in each file."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.artefacts.source import Artefacts
from monitor.stream.recording.remarks import ArtefactRemarks

END = 40 * 360


@pytest.fixture
def source() -> Artefacts:
    made = Artefacts(RecordSource(load_demo()))
    made.set_at(3600, "muscle", 6.0)
    made.set_at(5400, "off", leads=["MLII"])
    made.set_at(7200, "muscle", 12.0)
    made.clear_at(9000, "muscle")
    made.clear_at(10800, "off")
    made.set_at(12600, "wander")
    return made


def gone(sample: int, kind: str) -> int:
    """Where an artefact that goes at a sample has faded out."""
    return sample + round(ARTEFACTS[kind].onset_s * 360)


def whole(source: Artefacts) -> list[tuple[int, str]]:
    leads = ", ".join(lead.name for lead in source.info.leads)
    wander = ARTEFACTS["wander"]
    return [
        (3600, f"artefact: {ARTEFACTS['muscle'].words}, 6 dB ({leads})"),
        (5400, f"artefact: {ARTEFACTS['off'].words} (MLII)"),
        (7200, f"artefact: {ARTEFACTS['muscle'].words}, 12 dB ({leads})"),
        (gone(9000, "muscle"), f"no more: {ARTEFACTS['muscle'].words}"),
        (gone(10800, "off"), f"no more: {ARTEFACTS['off'].words}"),
        (12600, f"artefact: {wander.words}, {wander.usual:g} {wander.unit} ({leads})"),
    ]


def told(source: Artefacts, cuts: list[int]) -> list[tuple[int, str]]:
    remarks = ArtefactRemarks(source.disturbances)
    return [one for start, stop in pairwise(cuts) for one in remarks.take(start, stop)]


def test_each_comes_once_and_goes_once_and_another_amount_is_told_alone(source: Artefacts) -> None:
    assert told(source, [0, END]) == whole(source)


@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_same_wherever_the_stream_is_cut(source: Artefacts, seed: int) -> None:
    rng = np.random.default_rng(seed)
    edges = {int(at) for at, _ in whole(source)}
    cuts = sorted({0, END, *edges, *(one + 1 for one in edges), *rng.integers(1, END, 200).tolist()})
    assert told(source, cuts) == whole(source)
    assert told(source, sorted({0, END, *rng.integers(1, END, 20).tolist()})) == whole(source)


def test_what_is_on_is_told_at_the_beginning_of_each_file(source: Artefacts) -> None:
    remarks = ArtefactRemarks(source.disturbances)
    first = remarks.take(6000, 6100)
    assert [at for at, _ in first] == [6000, 6000]
    assert remarks.take(6100, 6200) == []
    remarks.begin()
    assert [(at, words) for at, words in remarks.take(6200, 6300)] == [(6200, words) for _, words in first]
