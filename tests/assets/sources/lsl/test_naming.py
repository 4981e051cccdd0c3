"""A stream's name says which it is, and what it does not tell itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.sources.lsl.naming import StreamName, telling


def test_a_name_is_taken_apart():
    name = StreamName.of("My amp?channels=I,V 2,3&unit=µV&rate=250")
    assert name == StreamName("My amp", ("I", "V 2", "3"), "uV", 250.0)
    assert StreamName.of("Amp") == StreamName("Amp")


@given(st.text(min_size=1, max_size=12).map(str.strip).filter(bool), st.sampled_from(["", "uV", "V"]))
def test_what_is_written_is_read(name, unit):
    made = StreamName(name, ("I", "a,b", "c&d"), unit, 500.0)
    assert StreamName.of(str(made)) == made
    assert "+" not in str(made)  # behind it stand artefacts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "A stream is named by lsl:"),
        ("?unit=mV", "A stream is named by lsl:"),
        ("Amp?unit=furlong", "The unit of a stream is uV, mV or V, not 'furlong'."),
        ("Amp?rate=nan", "The rate of a stream is 100 to 1000 Hz, not 'nan'."),
        ("Amp?rate=5000", "The rate of a stream is 100 to 1000 Hz"),
        ("Amp?colour=red", "may stand channels=, unit=, rate=, source_id= and host=, not 'colour=red'"),
        ("x" * 1001, "at most 1000 letters, not 1001"),
    ],
)
def test_what_is_no_name_is_a_sentence(text, said):
    with pytest.raises(RecordError, match=r"^[A-Z].*\.$") as refused:
        StreamName.of(text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("alike", "each"),
    [
        ([("a", "pc")], [(None, "")]),
        ([("a", "pc"), ("b", "pc")], [("a", ""), ("b", "")]),
        ([("", "pc"), ("b", "pc")], [("", ""), ("b", "")]),
        ([("a", "pc"), ("a", "mac")], [(None, "pc"), (None, "mac")]),
        ([("a", "pc"), ("a", "mac"), ("b", "mac")], [(None, "pc"), ("a", "mac"), ("b", "")]),
    ],
)
def test_a_stream_is_told_from_others_of_its_name_by_as_little_as_will_do(alike, each):
    assert [telling(one, alike) for one in alike] == each
    for source_id, host in each:
        made = StreamName("Amp", source_id=source_id, host=host)
        assert StreamName.of(str(made)) == made
