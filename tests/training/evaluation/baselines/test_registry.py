"""Whatever is a baseline is listed once, and everything follows from the list."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assets.records.demo import load_demo
from training.evaluation import baselines
from training.evaluation.baselines import lesson, registry
from training.evaluation.baselines.registry import BASELINES, make_baselines
from training.evaluation.detectors.live import LivePipeline

SHARED = {"__init__", "registry", "windows"}
"""Files of the folder that hold no baseline."""


def test_every_file_of_a_baseline_is_listed() -> None:
    folder = Path(str(baselines.__file__)).parent
    files = {path.stem for path in folder.glob("*.py")} - SHARED
    listed = {type(baseline.make(300.0)).__module__.rsplit(".", 1)[1] for baseline in BASELINES.values()}
    assert not files - listed, f"has no line in BASELINES: {', '.join(sorted(files - listed))}"
    assert not listed - files, f"has no file here: {', '.join(sorted(listed - files))}"


@pytest.mark.parametrize("name", [b.name for b in BASELINES.values()])
def test_a_baseline_gives_one_score_of_its_own_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, _ in BASELINES[name].needs:
        pytest.importorskip(module)
    monkeypatch.setattr(lesson, "EPOCHS", 1)
    record = load_demo()
    assert list(BASELINES[name].make(5.0)(record.signals[:7200, 0], record.fs)) == [name]
    assert name not in LivePipeline.names


def test_missing_libraries_are_named_and_concern_only_those_who_need_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r"need scikit-learn, .* extra \[evaluation\]"):
        make_baselines(BASELINES, 300.0)
    (made,) = make_baselines(["amplitude"], 300.0)
    assert made(np.zeros(720, dtype=np.float32), 360.0)["amplitude"].value.shape == (720,)
