"""Any stretch, read in pieces, is to the sample what the whole record has there."""

import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.pieces import files, pieces
from assets.pieces.pieces import Pieces
from assets.records.headers.survey import survey_record
from assets.records.reader import read_record
from tests.assets.encoding import encode

RNG = np.random.default_rng(9)


@pytest.fixture
def small_blocks(monkeypatch):
    """Blocks of a few samples, so that a stretch spans several."""
    monkeypatch.setattr(pieces, "BLOCK_VALUES", 100)
    monkeypatch.setattr(files, "_AT_ONCE", 64)


def write(folder: Path, header: str, **data: bytes) -> Path:
    (folder / "r.hea").write_text(header)
    for name, content in data.items():
        (folder / f"{name}.dat").write_bytes(content)
    return folder / "r"


def check(path, stretches) -> None:
    """Compare stretches of a record, given as shares of it, with the whole."""
    whole = read_record(path).signals
    survey = survey_record(path)
    read = Pieces(survey, cache_bytes=4000)
    for a, b in stretches:
        start, stop = sorted((round(a * len(whole)), round(b * len(whole))))
        np.testing.assert_array_equal(read.between(start, stop), whole[start:stop])
        for lead in range(whole.shape[1]):
            np.testing.assert_array_equal(read.glance(lead, start, stop), whole[start:stop, lead])
    read.close()


SHARES = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4)
EACH = settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@EACH
@given(stretches=SHARES)
@pytest.mark.parametrize("name", ["mitdb/114", "svdb/804"])
def test_stretches_of_real_records(data_dir, name, stretches):
    check(data_dir / name, [(a, a + 0.002) for a, _ in stretches])


@pytest.mark.slow
@EACH
@given(stretches=SHARES)
@pytest.mark.parametrize("name", ["binformats", "flacformats", "041s/041s01", "s25047/3234460_0010"])
def test_stretches_of_real_records_in_other_formats(small_blocks, data_dir, name, stretches):
    path = data_dir / "formats" / name
    if not path.with_suffix(".hea").is_file():
        pytest.skip(f"no {path} in the local mirror (ECG_MONITOR_DATA)")
    check(path, [*stretches, (0, 1)])


@EACH
@given(
    fmt=st.sampled_from(["8", "16", "24", "32", "61", "80", "160", "212", "310", "311"]),
    layout=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 30)), min_size=1, max_size=3),
    n_frames=st.integers(1, 300),
    seed=st.integers(0, 99),
    stretches=SHARES,
)
def test_any_layout(small_blocks, tmp_path, fmt, layout, n_frames, seed, stretches):
    """Several samples a frame, leads slower than others, skew, gaps, and a second file beside the first."""
    rng = np.random.default_rng(seed)
    per_frame = sum(spf for spf, _ in layout)
    digital = rng.integers(-60, 60, (n_frames, per_frame))
    if fmt == "8":
        data = digital.astype("<i1").tobytes()
    else:
        if fmt in {"16", "212"}:
            digital[rng.random(digital.shape) < 0.05] = {"16": -(2**15), "212": -(2**11)}[fmt]
        data = encode(fmt, digital.reshape(-1, 1))
    fs = 400 / max(spf for spf, _ in layout)
    header = f"r {len(layout) + 1} {fs} {n_frames}\n"
    header += "".join(f"a.dat {fmt}x{spf}:{skew} 10(3)/mV 12 0 7 0 0\n" for spf, skew in layout)
    header += "b.dat 16 20 16 0 0 0 0\n"
    other = encode("16", rng.integers(-500, 500, (n_frames, 1)))
    check(write(tmp_path, header, a=data, b=other), [*stretches, (0, 1)])


@pytest.mark.parametrize(("fmt", "subtype"), [("508", "PCM_S8"), ("516", "PCM_16"), ("524", "PCM_24")])
def test_compressed_formats(small_blocks, tmp_path, fmt, subtype):
    soundfile = pytest.importorskip("soundfile")
    bits = {"508": 8, "516": 16, "524": 24}[fmt]
    digital = RNG.integers(-100, 100, (4000, 2))
    shifted = (digital << (32 - bits)).astype(np.int32)
    soundfile.write(str(tmp_path / "a.dat"), shifted, 360, format="FLAC", subtype=subtype)
    path = write(tmp_path, f"r 2 180 1990\na.dat {fmt}x2+7 10\na.dat {fmt}x2+7 10\n")
    check(path, [(0, 1), (0.3, 0.4), (0.99, 1), (0, 0.01)])


def test_stretches_beyond_the_record_are_cut(write_record):
    read = Pieces(survey_record(write_record(np.arange(200).reshape(-1, 1))))
    assert read.between(-5, 3).shape == (3, 1)
    assert read.between(198, 300).shape == (2, 1)
    assert read.between(300, 400).shape == (0, 1)
    assert read.between(7, 7).shape == (0, 1)
    assert read.glance(0, 198, 300).shape == (2,)


def test_what_is_given_cannot_be_written_to(small_blocks, write_record):
    read = Pieces(survey_record(write_record(np.arange(2000).reshape(-1, 1))))
    for stretch in (read.between(0, 10), read.between(0, 1000)):
        with pytest.raises(ValueError, match="read-only"):
            stretch[0, 0] = 1


def test_blocks_are_kept_up_to_a_bound_and_the_oldest_goes(small_blocks, write_record, monkeypatch):
    read = Pieces(survey_record(write_record(np.arange(2000).reshape(-1, 1))), cache_bytes=3 * 400)
    assembled = []
    assemble = Pieces._assemble
    monkeypatch.setattr(
        Pieces,
        "_assemble",
        lambda self, first, *rest: assembled.append(first) or assemble(self, first, *rest),
    )
    for at in (0, 100, 200, 0, 300, 0, 100):
        read.between(at, at + 10)
    assert assembled == [0, 100, 200, 300, 100]
    assert len(read._blocks) == 3


def test_a_wide_frame_makes_a_short_block(tmp_path):
    """64 signals of 1024 samples a frame: the block is one frame, not many."""
    width = 64 * 1024
    data = np.zeros((4, width), "<i2").tobytes()
    path = write(tmp_path, "r 64 0.5 4\n" + "a.dat 16x1024 10\n" * 64, a=data)
    read = Pieces(survey_record(path))
    assert read._block_frames == 1
    assert read.between(0, 10).shape == (10, 12)


def test_several_threads_read_what_one_reads(small_blocks, tmp_path):
    digital = RNG.integers(-1000, 1000, (5000, 2))
    header = "r 2 360 5000\na.dat 16 10\na.dat 16 10\n"
    read = Pieces(survey_record(write(tmp_path, header, a=encode("16", digital))), cache_bytes=2000)
    wrong = []

    def look(seed: int) -> None:
        rng = np.random.default_rng(seed)
        for _ in range(60):
            start = int(rng.integers(0, 4900))
            found = read.between(start, start + 90)
            if not np.array_equal(found, (digital[start : start + 90] / 10).astype(np.float32)):
                wrong.append(start)

    threads = [threading.Thread(target=look, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_file_cut_short_while_it_is_open_is_said(small_blocks, write_record, tmp_path):
    read = Pieces(survey_record(write_record(np.arange(2000).reshape(-1, 1))))
    read.between(0, 10)
    (tmp_path / "r.dat").write_bytes(b"\0" * 100)
    with pytest.raises(RecordError, match=r"r\.dat cannot be read any more \(it is damaged or has become"):
        read.between(1500, 1600)
    assert len(read.between(0, 10)) == 10  # what was read before is kept


def test_a_deleted_file_can_be_read_on_where_the_system_lets_it(small_blocks, write_record, tmp_path):
    read = Pieces(survey_record(write_record(np.arange(2000).reshape(-1, 1))))
    try:
        (tmp_path / "r.dat").unlink()
    except PermissionError:
        pytest.skip("this system does not delete files that are open")
    assert read.between(1999, 2000)[0, 0] == np.float32(1999 / 200)


def test_closed_it_refuses_and_says_so(small_blocks, write_record):
    read = Pieces(survey_record(write_record(np.arange(2000).reshape(-1, 1))))
    read.close()
    with pytest.raises(RecordError, match=r"r\.dat cannot be read any more"):
        read.between(0, 10)


def test_a_compressed_file_whose_head_promises_too_much_is_refused(tmp_path):
    soundfile = pytest.importorskip("soundfile")
    soundfile.write(str(tmp_path / "a.dat"), np.zeros((4000, 1), np.int16), 360, format="FLAC")
    content = bytearray((tmp_path / "a.dat").read_bytes())
    content[21] |= 0x0F  # the 36 bits of STREAMINFO that hold the length
    content[22:26] = b"\xff\xff\xff\xff"
    survey = survey_record(write(tmp_path, "r 1 360\na.dat 516 10\n", a=bytes(content)))
    assert survey.n_frames == 2**36 - 1
    with pytest.raises(RecordError, match=r"r\.hea cannot be opened: its signal files are damaged"):
        Pieces(survey)


def test_differences_are_read_up_to_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_DIFFERENCE_BYTES", 100)
    survey = survey_record(write(tmp_path, "r 1 360 101\na.dat 8 10\n", a=b"\1" * 101))
    with pytest.raises(RecordError, match=r"r\.hea cannot be opened: it is in format 8, .* a\.dat is larger"):
        Pieces(survey)


def test_a_terabyte_opens_and_is_read_at_its_end(tmp_path):
    """A sparse file: nothing is asked for but what is read."""
    size = 2**40
    with (tmp_path / "a.dat").open("wb") as file:
        try:
            file.truncate(size)
        except OSError as error:
            pytest.skip(f"this folder takes no sparse file of a terabyte ({error})")
    read = Pieces(survey_record(write(tmp_path, "r 12 500\n" + "a.dat 16 10\n" * 12)))
    end = size // 24
    assert read.between(end - 500, end + 9).shape == (500, 12)
