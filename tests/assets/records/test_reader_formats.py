"""Every storage format of WFDB signal files."""

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.reader import read_record
from tests.assets.encoding import encode

RNG = np.random.default_rng(20)
RAMP = np.arange(-100, 100).reshape(-1, 1)


def refusal(path):
    """Return the sentence with which `path` is refused."""
    with pytest.raises(RecordError) as caught:
        read_record(path)
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 300
    return message


def write(folder, header, data=b"", name="r", file="r.dat"):
    (folder / f"{name}.hea").write_text(header, encoding="utf-8")
    if file is not None:
        (folder / file).write_bytes(data)
    return folder / f"{name}.hea"


@pytest.mark.slow
@pytest.mark.parametrize("fmt", ["8", "16", "24", "32", "61", "80", "160", "212", "310", "311"])
@pytest.mark.parametrize("n_samples", [1, 2, 3, 100, 101])
@pytest.mark.parametrize("n_leads", [1, 2, 3])
def test_every_storage_format(tmp_path, fmt, n_samples, n_leads):
    digital = RNG.integers(-60, 60, (n_samples, n_leads))
    line = f"r.dat {fmt} 10(0)/mV 12 0 {{}} 0 0\n"
    header = f"r {n_leads} 360 {n_samples}\n" + "".join(line.format(value) for value in digital[0])
    content = encode(fmt, digital)
    path = write(tmp_path, header, content)
    np.testing.assert_allclose(read_record(path).signals, digital / 10, atol=1e-6)
    # The same without a number of samples: it follows from the size of the file, or one more where
    # the padding of the last block could hold a sample.
    write(tmp_path, header.replace(f" 360 {n_samples}", " 360"), content)
    np.testing.assert_allclose(read_record(path).signals[:n_samples], digital / 10, atol=1e-6)
    # And with the last byte missing, where that byte is needed.
    write(tmp_path, header, content[:-1])
    if not (fmt in {"310", "311"} and (n_samples * n_leads) % 3):
        assert "too short" in refusal(path)


@pytest.mark.parametrize(("fmt", "subtype"), [("508", "PCM_S8"), ("516", "PCM_16"), ("524", "PCM_24")])
def test_compressed_formats(tmp_path, fmt, subtype):
    soundfile = pytest.importorskip("soundfile")
    digital = RNG.integers(-100, 100, (500, 2))
    bits = {"508": 8, "516": 16, "524": 24}[fmt]
    soundfile.write(
        str(tmp_path / "r.dat"),
        (digital << (32 - bits)).astype(np.int32),
        360,
        format="FLAC",
        subtype=subtype,
    )
    header = f"r 2 360 500\nr.dat {fmt} 10 16 0 0 0 0 I\nr.dat {fmt} 10 16 0 0 0 0 II\n"
    path = write(tmp_path, header, file=None)
    np.testing.assert_allclose(read_record(path).signals, digital / 10, atol=1e-6)
    write(tmp_path, header.replace("500", "501"), file=None)
    assert "too short" in refusal(path)
    write(tmp_path, header.replace("r 2", "r 1").rsplit("r.dat", 1)[0], file=None)
    assert "2 channels" in refusal(path)
    content = (tmp_path / "r.dat").read_bytes()
    write(tmp_path, header, content[: len(content) // 2])
    refusal(path)
    write(tmp_path, header, b"not flac")
    assert "FLAC" in refusal(path)


def test_several_signal_files(tmp_path):
    (tmp_path / "b.dat").write_bytes(encode("16", RAMP * 2))
    path = write(tmp_path, "r 2 360 200\nr.dat 212 200\nb.dat 16 200\n", encode("212", RAMP))
    np.testing.assert_allclose(read_record(path).signals, np.hstack([RAMP, RAMP * 2]) / 200, atol=1e-6)


def test_gaps_of_format_212(tmp_path):
    path = write(tmp_path, "r 1 360 4\nr.dat 212 200\n", encode("212", np.array([[1], [-2048], [3], [4]])))
    assert np.isnan(read_record(path).signals[:, 0]).tolist() == [False, True, False, False]
