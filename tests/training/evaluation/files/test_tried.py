"""Every file of a folder, beside wfdb."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assets.sources.open import open_source
from training.evaluation.files.beside import beside_wfdb
from training.evaluation.files.tried import files_of, summary, table, try_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record that opens, one that wfdb alone opens, one that nobody opens, and no record."""
    (tmp_path / "good.dat").write_bytes(np.arange(-50, 50, dtype="<i2").tobytes())
    (tmp_path / "good.hea").write_text("good 1 250 100\ngood.dat 16 200/mV 16 0 0 0 0 II\n")
    (tmp_path / "slow.hea").write_text("slow 1 25 100\ngood.dat 16 200/mV 16 0 0 0 0 II\n")
    (tmp_path / "none.hea").write_text("none 1 250 100\nabsent.dat 16 200/mV 16 0 0 0 0 II\n")
    (tmp_path / "ask.csv").write_text("1\n2\n3\n" * 200)
    (tmp_path / "SHA256SUMS.txt").write_text("00  good.dat\n")
    return tmp_path


def test_what_opens_is_told_and_compared(folder: Path) -> None:
    tried = {one.name: one for one in try_files(files_of([folder]))}
    assert list(tried) == ["ask.csv", "good.hea", "none.hea", "slow.hea"]
    assert (tried["ask.csv"].opens, tried["ask.csv"].asks) == (False, True)
    assert (tried["good.hea"].opens, tried["good.hea"].what) == (True, "1 ECG, 250 Hz, 0:00.4")
    assert "sampled at 25 Hz" in tried["slow.hea"].what
    good, slow, none = (tried[f"{name}.hea"].beside for name in ("good", "slow", "none"))
    assert good is not None
    assert slow is not None
    assert none is not None
    assert (good.opens, good.leads, good.same) == (True, 1, 1)
    assert slow.opens
    assert not none.opens
    said = summary(list(tried.values()))
    assert said.startswith(
        "1 of 4 files open, and 1 more once what they do not say is told. "
        "Of the 3 WFDB headers among them 1 open here and 2 in wfdb"
    )
    assert "| slow.hea | WFDB | **no** |" in table(list(tried.values()))


def test_a_sample_that_differs_is_found(folder: Path) -> None:
    source = open_source(str(folder / "good.hea"))
    samples = np.arange(-50, 50, dtype="<i2")
    samples[70] += 1
    (folder / "good.dat").write_bytes(samples.tobytes())
    beside = beside_wfdb(folder / "good.hea", source)
    assert (beside.leads, beside.same) == (1, 0)
    samples[70] = -(2**15)  # a gap in theirs alone
    (folder / "good.dat").write_bytes(samples.tobytes())
    assert beside_wfdb(folder / "good.hea", source).same == 0


def test_all_records_at_hand_are_what_wfdb_reads(data_dir: Path) -> None:
    if not (data_dir / "formats").is_dir():
        pytest.skip("no folder formats in the mirror that ECG_MONITOR_DATA names")
    files = [(path, folder) for path, folder in files_of([data_dir / "formats"]) if path.suffix == ".hea"]
    whole = [file for file in files if not file[0].name.startswith("3234460_00")]  # the segments of s25047
    for one in try_files(whole):
        assert one.beside is not None
        assert one.opens or one.name.endswith(("3234460_layout.hea", "44n.hea")), one.what
        assert one.beside.same == one.beside.leads, one.name
        assert one.beside.leads > 0 or not one.opens, one.name
