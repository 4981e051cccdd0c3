"""What is kept of a class, and how its source is found again."""

from dataclasses import replace

import numpy as np
import pytest

from assets.errors import WriteError
from assets.records.demo import load_demo
from assets.sources.open import open_source
from assets.sources.record import RecordSource
from models.patients.source import SCHEMES
from monitor.bedside.teaching.debrief import made, opening_name, record_stretch
from monitor.bedside.teaching.file import read_class, write_class
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.scoring import score
from monitor.bedside.teaching.truth import truth
from monitor.stream.past.history import SignalHistory
from tests.monitor.bedside.teaching.conftest import FS
from tests.monitor.conftest import EndlessSource

INFO = replace(RecordSource(load_demo()).info, fs=FS)


def test_marks_are_kept_with_what_became_of_them(minute, tmp_path):
    true = truth(minute, FS, 0, 6000)
    marks = [Mark("Ada", 2200, Finding.VT), Mark("Ada", 4500, Finding.VF), Mark("Bob", 505)]
    kept = made(INFO, true, marks=marks, results=score(true, marks, ["Ada", "Bob"]))
    assert [(m.learner, m.finding, m.verdict) for m in kept.marks] == [
        ("Ada", "vt", "right"),
        ("Ada", "vf", "wrong"),
        ("Bob", "", "right"),
    ]
    assert [(span.who, span.kind) for span in kept.missed] == [("Bob", "vt")]
    assert "vt" in {span.kind for span in kept.truth}
    write_class(tmp_path / "c.json", kept)
    assert read_class(tmp_path / "c.json") == kept


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("demo", "demo"),
        ("patient:sinus?minutes=0.5", "patient:sinus?rate=75&seed=1&leads=3&fs=250&minutes=0.5"),
        ("patient:sinus", ""),
    ],
)
def test_a_source_is_opened_again_by_a_name_where_it_is_the_same(name, again):
    info = open_source(name, schemes=SCHEMES).info
    assert opening_name(info) == again
    if again:
        found = open_source(again, schemes=SCHEMES).info
        assert (found.identity, found.offset, found.n_samples) == (info.identity, info.offset, info.n_samples)


@pytest.mark.parametrize("identity", ["mitdb/208+conducted", "mitdb/201", "file:/somewhere/r.hea"])
def test_a_bed_of_a_ward_is_no_record_that_could_be_opened_again(identity):
    info = replace(open_source("demo").info, identity=identity, offset=7200, n_samples=None, live=True)
    assert opening_name(info) == ""


def test_a_stream_that_keeps_nothing_is_written_beside_the_class(tmp_path):
    source = EndlessSource()
    history = SignalHistory(source)
    for _ in range(30):
        history.append(source.read(360))
    start, stop = 1800, 9000
    header = record_stretch(
        source.info, history.between, history.annotations(0, stop), start, stop, tmp_path, "kept"
    )
    again = open_source(str(header))
    block = again.between(0, stop - start)
    assert np.allclose(block.samples, history.between(start, stop), atol=0.005)
    kept = history.annotations(start, stop)
    assert (again.annotations(0, stop).sample + start).tolist() == kept.sample.tolist()


def test_where_it_cannot_be_written_a_sentence_says_so(tmp_path):
    source = EndlessSource()
    history = SignalHistory(source)
    history.append(source.read(3600))
    with pytest.raises(WriteError):
        record_stretch(
            source.info, history.between, history.annotations(0, 3600), 0, 3600, tmp_path / "gone", "kept"
        )
