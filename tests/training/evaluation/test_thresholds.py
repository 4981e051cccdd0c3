from __future__ import annotations

import json
import math
from pathlib import Path

from training.evaluation.baselines.registry import BASELINES
from training.evaluation.thresholds import FILE, freeze, frozen_thresholds


def test_the_file_covers_exactly_the_registry() -> None:
    frozen = frozen_thresholds()
    without = ", ".join(name for name in BASELINES if name not in frozen)
    command = "ecg-train evaluate --split DS1 --freeze --only …"
    assert not without, f"has no threshold: {without} ({command})"
    assert list(frozen) == list(BASELINES), "those of the registry alone, in its order"
    assert all(math.isfinite(value) for value in frozen.values())


def test_freezing_replaces_what_was_found_and_drops_what_is_no_baseline(tmp_path: Path) -> None:
    file = tmp_path / "thresholds.json"
    file.write_text(json.dumps({"template": 1.0, "gone": 2.0, "amplitude": 3.0}))
    kept = freeze({"template": 0.370318, "ectopy": 1.0}, file)
    assert kept == {"amplitude": 3.0, "template": 0.37032}, "rounded, in the registry's order"
    assert frozen_thresholds(file) == kept


def test_what_is_frozen_anew_as_it_stands_stays_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "thresholds.json"
    freeze(frozen_thresholds(), file)
    assert file.read_bytes() == FILE.read_bytes()
