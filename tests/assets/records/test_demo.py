import importlib.resources
import subprocess
import sys

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.demo import DEMO_SAMPLES, DEMO_START, load_demo


def test_demo_is_five_minutes_of_one_lead():
    record = load_demo()
    assert (record.name, record.fs, record.leads) == ("208", 360.0, ("MLII",))
    assert record.signals.shape == (108_000, 1)
    assert record.signals.dtype == np.float32
    assert record.duration == 300.0
    assert np.isfinite(record.signals).all()


def test_demo_is_the_part_of_record_208_that_it_says(data_dir):
    from assets.records.reader import read_record

    whole = read_record(data_dir / "mitdb" / "208")
    part = whole.signals[DEMO_START : DEMO_START + DEMO_SAMPLES, whole.lead_index("MLII")]
    np.testing.assert_array_equal(load_demo().signals[:, 0], part)


def test_demo_opens_without_the_heavy_libraries():
    code = (
        "import sys; from assets.records.open import open_record; open_record('demo');"
        "import assets.databases.catalogue;"
        "assets.databases.catalogue.load_catalogue();"
        "print([m for m in ('wfdb', 'torch', 'pandas', 'pooch', 'requests', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("content", [b"", b"not a record"])
def test_damaged_installation_is_named(monkeypatch, tmp_path, content):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "ecg.dat").write_bytes(content)
    monkeypatch.setattr(importlib.resources, "files", lambda _: tmp_path)
    with pytest.raises(RecordError, match="damaged"):
        load_demo()


def test_missing_demo_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(importlib.resources, "files", lambda _: tmp_path)
    with pytest.raises(RecordError, match="missing"):
        load_demo()
