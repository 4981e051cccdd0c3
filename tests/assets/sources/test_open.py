"""One way to name a source."""

import pytest

from assets.errors import RecordError
from assets.records.demo import DEMO_START
from assets.sources.open import SourceName, open_source
from assets.sources.source import Source


def test_the_demo_knows_whose_excerpt_it_is():
    info = open_source("demo").info
    assert (info.name, info.identity, info.offset) == ("208", "mitdb/208", DEMO_START)


def test_a_catalogue_record_and_its_excerpt_have_one_identity(data_dir):
    info = open_source(" 208 ", data_dir=data_dir).info
    assert (info.identity, info.offset, info.n_samples) == ("mitdb/208", 0, 650_000)


def test_a_file_is_known_by_where_it_lies_with_or_without_its_suffix(write_record):
    header = write_record([[0, 1], [2, 3]] * 200, name="mine")
    plain, whole = open_source(str(header.with_suffix(""))).info, open_source(str(header)).info
    assert plain.identity == whole.identity == f"file:{header.resolve().with_suffix('')}"
    assert whole.offset == 0


@pytest.mark.parametrize(
    ("text", "scheme", "rest"),
    [
        ("demo", "", "demo"),
        ("208", "", "208"),
        ("patient:vt?rate=180", "patient", "vt?rate=180"),
        ("lsl:A:B", "lsl", "A:B"),
        ("PATIENT:VT", "patient", "VT"),
        ("C:\\records\\208.hea", "", "C:\\records\\208.hea"),
        ("./odd:name", "", "./odd:name"),
    ],
)
def test_a_name_is_taken_apart(text, scheme, rest):
    assert SourceName.of(text) == SourceName(scheme, rest)


def test_an_unknown_scheme_is_refused_with_those_there_are():
    with pytest.raises(RecordError, match=r"no source tv:one; .*, lsl:NAME, patient:NAME\."):
        open_source("tv:one", schemes={"patient": open_source, "lsl": open_source})


def test_a_known_scheme_is_opened_by_its_opener():
    asked = []

    def opener(rest: str) -> Source:
        asked.append(rest)
        return open_source("demo")

    assert open_source("patient:sinus", schemes={"patient": opener}).info.name == "208"
    assert asked == ["sinus"]
