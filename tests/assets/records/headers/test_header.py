import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.records.headers.header import MAX_HEADER_BYTES, MAX_LINE_CHARS, Header, parse_header, read_header

VALID = b"""100 2 360 650000
100.dat 212 200 11 1024 995 -22131 0 MLII
100.dat 212 200 11 1024 1011 20052 0 V5
# 69 M 1085 1629 x1
# Aldomet, Inderal
"""


def parsed(text):
    return parse_header(text.encode(), "r.hea")


def test_header_of_record_100():
    header = parse_header(VALID, "100.hea")
    assert (header.fs, header.n_frames) == (360.0, 650_000)
    assert [signal.name for signal in header.signals] == ["MLII", "V5"]
    first = header.signals[0]
    assert (first.file_name, first.fmt, first.gain, first.baseline) == ("100.dat", "212", 200.0, 1024)
    assert (first.initial_value, first.checksum) == (995, -22131)
    assert header.comments == ("69 M 1085 1629 x1", "Aldomet, Inderal")
    assert header.warnings == ()


def test_all_fields():
    header = parsed(
        "r 1 125.5/1000(12.5) 99 10:00:00 01/02/2003\nr.dat 16x4:3+512 -50.5(-7)/uV 16 1 2 3 0 lead I\n"
    )
    signal = header.signals[0]
    assert (header.fs, header.n_frames) == (125.5, 99)
    assert (signal.samples_per_frame, signal.skew, signal.offset) == (4, 3, 512)
    assert (signal.gain, signal.baseline, signal.units, signal.name) == (-50.5, -7, "uV", "lead I")


def test_defaults_are_said():
    header = parsed("r 1\nr.dat 16\n")
    assert (header.fs, header.n_frames) == (250.0, None)
    assert (header.signals[0].gain, header.signals[0].name) == (200.0, "lead 1")
    assert any("250 Hz" in warning for warning in header.warnings)
    assert any("200 units per mV" in warning for warning in header.warnings)


@pytest.mark.parametrize("gain", ["0", "0.0(12)", "-0/mV", "0e3(12)/uV"])
def test_a_gain_of_0_stands_for_an_uncalibrated_lead(gain):
    header = parsed(f"r 1 128 9\nr.dat 16 {gain} 10 0 0 0 0 ECG1\n")
    signal = header.signals[0]
    assert (signal.gain, signal.units.casefold() in ("", "mv")) == (200.0, True)
    assert header.warnings == (
        "r.hea gives no gain for ECG1: 200 units per mV were assumed, so the amplitude is not calibrated.",
    )


def test_leads_without_a_gain_are_named_in_one_sentence():
    lines = "".join(f"r.dat 16 0 10 0 0 0 0 {name}\n" for name in ("I", "II", "III", "V1", "V2"))
    (said,) = parsed(f"r 5 128 9\n{lines}").warnings
    assert "for I, II and 3 more:" in said


def test_a_signal_in_another_unit_needs_no_gain():
    header = parsed("r 2 360 9\nr.dat 16 200\nr.dat 16 0/mmHg 16 0 0 0 0 ABP\n")
    assert (header.signals[1].units, header.warnings) == ("mmHg", ())


def test_leads_without_or_with_the_same_name_get_their_own():
    header = parsed(
        "r 4 360 9\n" + "r.dat 16 200 16 0 0 0 0 ECG\n" * 2 + "r.dat 16 200 16 0 0 0 0 ecg\nr.dat 16\n"
    )
    assert [signal.name for signal in header.signals] == ["ECG", "ECG (2)", "ecg (3)", "lead 4"]


def test_zero_samples_means_unknown():
    assert parsed("r 1 360 0\nr.dat 16 200\n").n_frames is None


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n"])
def test_line_endings_of_other_systems(ending):
    header = parse_header(VALID.replace(b"\n", ending.encode()), "100.hea")
    assert len(header.signals) == 2


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"# only a comment\n", "no record line"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "neither in UTF-8 nor in Latin-1"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(128)), "binary"),
        ("r 1 360 9\nr.dat 16 200\n".encode("utf-16"), "binary"),
        (b"r 1 360 9\n#" + b"x" * (MAX_LINE_CHARS + 1), "line of more than"),
        (b"# comment\n" * (MAX_HEADER_BYTES // 8), "larger than"),
        (b"r\n", "record line"),
        (b"hello world\n", "record line"),
        (b"../r 1 360 9\nr.dat 16\n", "record line"),
        (b"r 0 360 9\n", "announces 0 signals"),
        (b"r -1 360 9\n", "record line"),
        (b"r 999999 360 9\n", "announces 999999 signals"),
        (b"r 2 360 9\nr.dat 16\n", "announces 2 signals and lists 1"),
        (b"r 1 360 9\nr.dat 16\nr.dat 16\n", "announces 1 signals and lists 2"),
        (b"r/3 2 360 9\na 3\nb 3\nc 3\n", "multi-segment"),
        (b"r 1 nan 9\nr.dat 16\n", "sampling frequency 'nan'"),
        (b"r 1 inf 9\nr.dat 16\n", "sampling frequency 'inf'"),
        (b"r 1 1e9999 9\nr.dat 16\n", "sampling frequency"),
        (b"r 1 0 9\nr.dat 16\n", "sampling frequency '0'"),
        (b"r 1 -360 9\nr.dat 16\n", "sampling frequency '-360'"),
        (b"r 1 360 -9\nr.dat 16\n", "number of samples '-9'"),
        (b"r 1 360 9.5\nr.dat 16\n", "number of samples '9.5'"),
        (b"r 1 360 " + b"9" * 40 + b"\nr.dat 16\n", "number of samples"),
        (b"r 1 360 9\nr.dat\n", "no storage format"),
        (b"r 1 360 9\nr.dat abc\n", "no storage format"),
        (b"r 1 360 9\nr.dat 16x0\n", "0 samples in a frame"),
        (b"r 1 360 9\nr.dat 16x99999999\n", "99999999 samples in a frame"),
        (b"r 1 360 9\nr.dat 16 nan\n", "gain of signal 1, 'nan', is not a number"),
        (b"r 1 360 9\nr.dat 16 inf(0)/mV\n", "'inf', is not a number"),
        (b"r 1 360 9\nr.dat 16 1e999\n", "not a finite number"),
        (b"r 1 360 9\nr.dat 16 200(1.5)/mV\n", "baseline of signal 1"),
        (b"r 1 360 9\nr.dat 16 200 16 x\n", "ADC zero of signal 1"),
        (b"r 1 360 9\nr.dat 16 200 16 0 99999999999\n", "initial value"),
    ],
)
def test_broken_header_is_refused_in_a_sentence(content, cause):
    with pytest.raises(RecordError) as caught:
        parse_header(content, "r.hea")
    message = str(caught.value)
    assert cause in message
    assert message.startswith("r.hea cannot be opened: ")
    assert message.endswith(".")
    assert "\n" not in message
    assert len(message) < 200


def test_unreadable_header_is_refused(tmp_path):
    with pytest.raises(RecordError, match=r"r\.hea cannot be opened: it cannot be read"):
        read_header(tmp_path / "r.hea")
    with pytest.raises(RecordError, match="not an ordinary file"):
        read_header(tmp_path)


def only_record_error(content):
    try:
        header = parse_header(content, "r.hea")
    except RecordError as error:
        message = str(error)
        assert message.isprintable()
        assert len(message) < 250
        return
    assert isinstance(header, Header)
    assert header.signals
    assert header.fs > 0
    assert all(signal.gain for signal in header.signals)
    assert len({signal.name.casefold() for signal in header.signals}) == len(header.signals)


@settings(deadline=20_000)
@given(st.binary(max_size=400))
def test_any_bytes_parse_or_are_refused(content):
    only_record_error(content)


@settings(deadline=20_000)
@given(st.text(max_size=300))
def test_any_text_parses_or_is_refused(text):
    only_record_error(text.encode("utf-8", "surrogatepass"))


@settings(deadline=20_000)
@given(
    st.lists(
        st.tuples(st.integers(0, len(VALID)), st.integers(0, 8), st.binary(max_size=8)),
        min_size=1,
        max_size=4,
    )
)
def test_mutated_header_parses_or_is_refused(edits):
    content = VALID
    for at, cut, patch in edits:
        content = content[:at] + patch + content[at + cut :]
    only_record_error(content)


token = st.one_of(
    st.integers(-(10**20), 10**20).map(str),
    st.floats().map(str),
    st.sampled_from(
        ["r", "r.dat", "16", "212", "x", "200(0)/mV", "/", "(", ")", "1e308", "-0", "+5", ":", "é"]
    ),
)


@settings(deadline=20_000)
@given(st.lists(st.lists(token, max_size=12).map(" ".join), max_size=6).map("\n".join))
def test_lines_of_likely_tokens_parse_or_are_refused(text):
    only_record_error(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252"])
def test_letters_beyond_ascii_are_read_as_an_old_system_wrote_them(encoding):
    text = "r 1 360 9\nr.dat 16 200/µV 16 0 0 0 0 dérivation\n# Zürich, 37 °C\n"
    header = parse_header(text.encode(encoding), "r.hea")
    assert (header.signals[0].name, header.signals[0].units) == ("dérivation", "µV")
    assert header.comments == ("Zürich, 37 °C",)


def test_quotes_that_latin_1_has_not_are_those_of_windows():
    content = b"r 1 360 9\nr.dat 16\n# the patient\x92s own words\n"
    assert parse_header(content, "r.hea").comments == ("the patient’s own words",)
