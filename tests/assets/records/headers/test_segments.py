"""Records of several segments, and the figures beside a record of waves."""

import numpy as np
import pytest

from assets.errors import RecordError
from assets.pieces.segments import SegmentedPieces
from assets.records.headers.segments import survey_any
from assets.records.open import open_record
from assets.records.reader import read_record
from assets.sources.pieces import PiecesSource

S25047 = "s25047/s25047-2704-05-04-10-44"


@pytest.fixture(scope="module")
def formats(data_dir):
    folder = data_dir / "formats"
    if not folder.is_dir():
        pytest.skip("no folder formats in the mirror that ECG_MONITOR_DATA names")
    return folder


@pytest.mark.parametrize("name", ["041s/041s", S25047, "fixed1/v102s"])
def test_every_lead_is_what_wfdb_reads(formats, name):
    import wfdb

    record = read_record(formats / name)
    # wfdb thins leads that are faster than a frame unless it is asked segment by segment.
    slow = wfdb.rdrecord(str(formats / name))
    assert list(record.leads[: slow.n_sig]) == slow.sig_name
    per_frame = round(record.fs / slow.fs)
    assert record.n_samples == slow.sig_len * per_frame
    for column, lead in enumerate(record.channels[: slow.n_sig]):
        if per_frame > 1 and lead.kind.value == "ecg":
            continue
        np.testing.assert_allclose(
            record.signals[::per_frame, column], slow.p_signal[:, column], atol=1e-4, equal_nan=True
        )


def test_fast_leads_of_segments_are_all_kept(formats):
    import wfdb

    record = read_record(formats / "041s/041s")
    parts = [
        wfdb.rdrecord(str(formats / "041s" / part), smooth_frames=False).e_p_signal
        for part in ("041s01", "041s02")
    ]
    assert record.fs == 500.0
    for column in range(3):
        whole = np.concatenate([part[column] for part in parts])
        np.testing.assert_allclose(record.signals[:, column], whole, atol=1e-6)


def test_units_and_kinds_of_an_icu_record(formats):
    channels = read_record(formats / "041s/041s").channels
    assert [(lead.name, lead.unit, lead.kind.value) for lead in channels[3:]] == [
        ("ABP", "mmHg", "pressure"),
        ("PAP", "mmHg", "pressure"),
        ("PLETH", "mV", "pleth"),
        ("RESP", "mV", "resp"),
    ]


def test_the_monitors_figures_follow_the_waves(formats):
    import wfdb

    record = read_record(formats / S25047)
    minute = round(60 * record.fs)
    spo2 = record.signals[:, record.lead_index("SpO2")]
    pressure = record.signals[:, record.lead_index("NBPMean")]
    assert np.nanmedian(spo2) > 95
    # Each value holds for the minute that begins with it.
    figures = wfdb.rdrecord(str(formats / f"{S25047}n"))
    expected = figures.p_signal[:, figures.sig_name.index("NBPMean")]
    for number in (0, 4, 5, 6, 7):
        held = pressure[number * minute : (number + 1) * minute]
        np.testing.assert_array_equal(held, np.full(minute, expected[number], np.float32))


def test_fits_are_given_the_ecg_alone(formats):
    assert open_record(str(formats / S25047)).leads == ("II", "V")


@pytest.mark.parametrize("name", ["041s/041s", S25047])
def test_in_pieces_it_is_what_the_whole_is(formats, name):
    survey = survey_any(formats / name)
    record, source = read_record(formats / name), PiecesSource(survey)
    rng = np.random.default_rng(3)
    for start in rng.integers(0, record.n_samples, 20).tolist():
        stop = start + int(rng.integers(1, 60_000))
        np.testing.assert_array_equal(source.between(start, stop).samples, record.signals[start:stop])
        lead = int(rng.integers(len(record.leads)))
        np.testing.assert_array_equal(source.glance(lead, start, stop), record.signals[start:stop, lead])
    source.close()


def test_few_segments_are_open_at_a_time(formats):
    pieces = SegmentedPieces(survey_any(formats / S25047))
    for start in range(0, 543_240, 5000):
        pieces.between(start, start + 1)
    assert 1 <= len(pieces._open) <= 8
    pieces.close()


@pytest.mark.parametrize("name", ["041s/041s", S25047, "fixed1/v102s", "binformats", "flacformats"])
def test_every_sample_of_every_lead_is_wfdbs(formats, name):
    import wfdb

    record = read_record(formats / name)
    theirs = wfdb.rdrecord(str(formats / name), smooth_frames=False)
    for column, lead in enumerate(theirs.sig_name):
        whole = theirs.e_p_signal[column]
        # A slower lead is interpolated, and has each sample of its own.
        step = record.n_samples // len(whole)
        assert step * len(whole) == record.n_samples
        assert record.leads[column] == lead
        np.testing.assert_array_equal(record.signals[::step, column], whole.astype(np.float32), err_msg=lead)


def write(folder, name, text):
    (folder / f"{name}.hea").write_text(text, encoding="utf-8")


@pytest.fixture
def two_parts(tmp_path):
    for name, value in (("a", 1), ("b", 2)):
        (tmp_path / f"{name}.dat").write_bytes(np.full(20, value, "<i2").tobytes())
        write(tmp_path, name, f"{name} 1 250 20\n{name}.dat 16 1/mV 16 0 0 0 0 II\n")
    return tmp_path


def test_gaps_between_segments_are_gaps(two_parts):
    write(two_parts, "r", "r/3 1 250 50\na 20\n~ 10\nb 20\n")
    signal = read_record(two_parts / "r").signals[:, 0]
    np.testing.assert_array_equal(signal, [1.0] * 20 + [np.nan] * 10 + [2.0] * 20)


@pytest.mark.parametrize(
    ("header", "cause"),
    [
        ("r/2 1 250 40\na 20\n", "announces 2 segments and lists 1"),
        ("r/2 1 250 50\na 20\nb 20\n", "its segments add up to 40"),
        ("r/2 1 250 45\na 20\nb 25\n", "b.hea cannot be opened: it has 20 frames"),
        ("r/2 1 360 40\na 20\nb 20\n", "250 frames a second, and its record 360"),
        ("r/2 1 250 40\na 20\nr 20\n", "multi-segment record where one of a single segment"),
        ("r/2 1 250 40\na 20\n../b 20\n", "is not a name and a length"),
        ("r/2 1 250 40\na 20\nc 20\n", "c.hea cannot be opened"),
        ("r/1 1 250 20\n~ 20\n", "its segments hold no samples"),
        ("r/2 1\na 20\nb 20\n", "gives no sampling frequency"),
        ("r/2 1 250\na 20\n~ 999999999999999\n", "it lasts 46,296,296 days, gaps included"),
    ],
)
def test_what_does_not_fit_together_is_refused_in_a_sentence(two_parts, header, cause):
    write(two_parts, "r", header)
    with pytest.raises(RecordError) as caught:
        read_record(two_parts / "r")
    assert cause in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_record_of_figures_names_the_record_they_come_with(formats):
    with pytest.raises(RecordError, match=r"the figures of s25047-2704-05-04-10-44\.hea: open that"):
        survey_any(formats / f"{S25047}n")


def test_broken_figures_cost_only_the_figures(two_parts):
    write(two_parts, "an", "an 1 1/60 9\nan.dat 16 1/% 16 0 0 0 0 SpO2\n")
    record = read_record(two_parts / "a")
    assert record.leads == ("II",)
    assert len(record.warnings) == 1


@pytest.fixture
def three_leads(tmp_path):
    """Make a segment of three leads with 1, 2 and 3 mV, and one of the same whose second lead has no gain."""
    for name, gain in (("a", "1"), ("b", "1e-300")):
        (tmp_path / f"{name}.dat").write_bytes(np.tile(np.array([1, 2, 3], "<i2"), 20).tobytes())
        lines = [f"{name}.dat 16 {g}/mV 16 0 0 0 0 {lead}" for lead, g in (("I", 1), ("II", gain), ("V", 1))]
        write(tmp_path, name, f"{name} 3 250 20\n" + "\n".join(lines) + "\n")
    return tmp_path


def test_a_lead_that_is_out_of_proportion_in_a_segment_is_a_gap_there(three_leads):
    write(three_leads, "r", "r/2 3 250 40\na 20\nb 20\n")
    record = read_record(three_leads / "r")
    expected = np.tile(np.array([1, 2, 3], np.float32), (40, 1))
    expected[20:, 1] = np.nan
    np.testing.assert_array_equal(record.signals, expected)
    assert record.warnings == ("II was left out: its gain, 1e-300, is out of all proportion.",)


def test_a_record_opens_without_the_lead_that_is_out_of_proportion(three_leads):
    record = read_record(three_leads / "b")
    assert record.leads == ("I", "V")
    np.testing.assert_array_equal(record.signals, np.tile(np.array([1, 3], np.float32), (20, 1)))
    assert record.warnings == ("II was left out: its gain, 1e-300, is out of all proportion.",)


def test_signals_come_and_go_in_any_order_and_unit(tmp_path):
    layout = "layout 3 250 0\n~ 0 1/mV 16 0 0 0 0 II\n~ 0 1/mmHg 16 0 0 0 0 ABP\n~ 0 1/mV 16 0 0 0 0 V\n"
    write(tmp_path, "layout", layout)
    parts = {"a": (("V", 5, "mV"), ("II", 6, "mV")), "b": (("ABP", 80, "mmHg"),), "c": (("ABP", 9, "mV"),)}
    for name, leads in parts.items():
        (tmp_path / f"{name}.dat").write_bytes(
            np.tile(np.array([v for _, v, _ in leads], "<i2"), 10).tobytes()
        )
        lines = [f"{name}.dat 16 1/{unit} 16 0 0 0 0 {lead}" for lead, _, unit in leads]
        write(tmp_path, name, f"{name} {len(leads)} 250 10\n" + "\n".join(lines) + "\n")
    write(tmp_path, "r", "r/5 3 250 40\nlayout 0\na 10\n~ 10\nb 10\nc 10\n")
    record = read_record(tmp_path / "r")
    assert record.leads == ("II", "ABP", "V")
    nan = np.nan
    expected = [[6, nan, 5], [nan, nan, nan], [nan, 80, nan], [nan, nan, nan]]
    np.testing.assert_array_equal(record.signals[::10], np.array(expected, np.float32))
    assert "it is in mV there, and in mmHg in the record" in record.warnings[0]


def test_of_a_segment_with_many_signals_those_of_the_record_are_read(tmp_path):
    names = [f"ABP{n}" for n in range(9)]
    layout = ["~ 0 1/mV 16 0 0 0 0 II", *(f"~ 0 1/mmHg 16 0 0 0 0 {name}" for name in names)]
    write(tmp_path, "layout", "layout 10 250 0\n" + "\n".join(layout) + "\n")
    # The first eight of the layout are read; of this segment the last eight are those.
    lines = [f"a.dat 16 1/mmHg 16 0 0 0 0 {name}" for name in reversed(names)]
    (tmp_path / "a.dat").write_bytes(np.arange(9, dtype="<i2").tobytes())
    write(tmp_path, "a", "a 9 250 1\n" + "\n".join(lines) + "\n")
    write(tmp_path, "r", "r/2 10 250 1\nlayout 0\na 1\n")
    record = read_record(tmp_path / "r")
    assert record.leads == ("II", *names[:8])
    np.testing.assert_array_equal(record.signals[0, 1:], np.arange(8, 0, -1, dtype=np.float32))


def test_a_layout_is_no_record(tmp_path):
    write(tmp_path, "layout", "layout 1 250 0\n~ 0 1/mV 16 0 0 0 0 II\n")
    with pytest.raises(RecordError, match="it is the layout of a record of several segments"):
        read_record(tmp_path / "layout")


def test_slower_leads_of_segments_are_said_to_be_interpolated(formats):
    assert survey_any(formats / "041s/041s").warnings[0] == "ABP was interpolated from 125 Hz to 500 Hz."
