"""Assessing and fitting the QRS detector."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from assets.databases.mitbih import RECORDS
from assets.records.open import open_record
from assets.records.record import Annotations, Record
from models.beats.qrs_network import QrsInput, QrsStream
from models.beats.qrs_weights import QrsCard, QrsConfig, load
from training.__main__ import main
from training.engine.progress import Silent
from training.evaluation import qrs
from training.evaluation.qrs import GROUPS, QrsCounts, compare, count_beats, detect_ours, match_beats, table
from training.fits.qrs import (
    QrsFitSettings,
    QrsNetwork,
    QrsPatient,
    disturbance,
    example,
    fit_qrs,
    to_weights,
)


def indices(*samples: int) -> np.ndarray:
    return np.array(samples, dtype=np.int64)


def record_of(beats: np.ndarray, marks: tuple[tuple[int, str], ...] = ()) -> Record:
    every = sorted([*((int(b), "N") for b in beats), *marks])
    annotations = Annotations(indices(*(s for s, _ in every)), tuple(m for _, m in every), ("",) * len(every))
    signals = np.zeros((400_000, 1), dtype=np.float32)
    return Record("r", 360.0, ("MLII",), signals, annotations)


@pytest.mark.parametrize(
    ("reference", "found", "pairs"),
    [
        ((100, 500), (101, 499), [(0, 0), (1, 1)]),
        ((100,), (154,), [(0, 0)]),
        ((100,), (155,), []),
        ((100,), (60, 110), [(0, 1)]),  # the closer of two takes the beat
        ((100, 150), (140,), [(1, 0)]),
        ((100,), (90, 110), [(0, 0)]),
        ((100, 900), (), []),
        ((), (100,), []),
    ],
)
def test_pairs_are_one_to_one_and_nearest(
    reference: tuple[int, ...], found: tuple[int, ...], pairs: list[tuple[int, int]]
) -> None:
    assert match_beats(indices(*reference), indices(*found), 54) == pairs


@given(st.sets(st.integers(0, 3000), max_size=25), st.sets(st.integers(0, 3000), max_size=25))
def test_no_pair_is_too_far_and_none_is_used_twice(reference: set[int], found: set[int]) -> None:
    r, f = indices(*sorted(reference)), indices(*sorted(found))
    pairs = match_beats(r, f, 54)
    assert all(abs(r[i] - f[j]) <= 54 for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(pairs))


def test_start_and_flutter_are_not_assessed() -> None:
    beats = indices(1_000, 120_000, 130_000, 200_000)
    record = record_of(beats, ((140_000, "["), (150_000, "]")))
    found = indices(2_000, 120_010, 145_000, 180_000, 200_010)
    assert count_beats(record, found) == QrsCounts(found=2, missed=1, false=1)


def test_shares() -> None:
    counts = QrsCounts(98, 2, 1) + QrsCounts(0, 0, 1)
    assert counts.beats == 100
    assert counts.sensitivity == pytest.approx(0.98)
    assert counts.predictivity == pytest.approx(0.98)
    assert np.isnan(QrsCounts().sensitivity)
    assert np.isnan(QrsCounts().predictivity)


def test_the_table_names_every_record_and_detector() -> None:
    record = record_of(indices(120_000, 130_000))
    report = compare([record], {"ours": lambda r: indices(120_000), "none": lambda r: indices()})
    text = table(report)
    assert "none TP" in text
    assert "50.00" in text
    assert "—" in text
    assert json.loads(json.dumps(report.as_json()))["records"]["r"]["ours"]["missed"] == 1


def test_streaming_equals_the_fitted_network() -> None:
    torch.manual_seed(1)
    config = QrsConfig(channels=6, dilations=(1, 3, 8), lookahead=5)
    network = QrsNetwork(config)
    inputs = QrsInput().push(np.sin(np.arange(600) / 7.0))
    with torch.no_grad():
        expected = network(torch.from_numpy(inputs)[None])[0].numpy()
    stream = QrsStream(to_weights(network, QrsCard()))
    got = np.concatenate([stream.push(part) for part in np.split(inputs, [1, 2, 7, 100, 333])])
    np.testing.assert_allclose(got, expected, atol=1e-5)


def test_a_bell_stands_where_the_output_is_due() -> None:
    value = np.zeros((1, 6000))
    patient = QrsPatient(value, np.arange(100.0, 6000.0, 100.0), np.ones(6000, dtype=bool))
    inputs, target, mask = example(patient, QrsConfig(), np.random.default_rng(1))
    assert inputs.shape == (2400, 2)
    assert target.shape == mask.shape == (1200,)
    assert target.max() > 0.9
    assert not mask[:60].any()


def test_disturbances_are_finite_and_repeatable() -> None:
    for seed in range(20):
        x = disturbance(2400, np.random.default_rng(seed))
        assert np.isfinite(x).all()
        np.testing.assert_array_equal(x, disturbance(2400, np.random.default_rng(seed)))


def patients() -> list[QrsPatient]:
    rng = np.random.default_rng(5)
    beats = np.cumsum(rng.uniform(80, 120, 60))
    t = np.arange(6500)
    x = np.exp(-0.5 * ((t[:, None] - beats) / 1.5) ** 2).sum(axis=1)
    return [QrsPatient(np.stack([x, -x]), beats, np.ones(len(t), dtype=bool))]


def test_the_same_seed_gives_the_same_weights_and_learns() -> None:
    settings = QrsFitSettings(steps=12, batch=4, seed=3)
    config = QrsConfig(channels=4, dilations=(1, 2))
    losses: list[float] = []

    class Watcher(Silent):
        def step(self, done: int, loss: float) -> None:
            losses.append(loss)

    one = fit_qrs(patients(), settings, config, progress=Watcher())
    two = fit_qrs(patients(), settings, config)
    assert all(np.array_equal(one.tensors[name], two.tensors[name]) for name in one.tensors)
    assert losses[-1] < losses[0]
    assert one.card.seed == 3


def test_no_patients_and_no_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="no records"):
        fit_qrs([], QrsFitSettings(steps=1))
    with pytest.raises(ValueError, match="at least 1"):
        QrsFitSettings(steps=0)


def test_the_command_prints_and_writes_figures(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qrs, "RECORDS", ("234",))
    monkeypatch.setattr(qrs, "detect_xqrs", lambda record: indices())
    monkeypatch.setattr(qrs.importlib.util, "find_spec", lambda name: None)
    out = tmp_path / "qrs.json"
    assert main(["qrs", "--data-dir", str(data_dir), "--json", str(out)]) == 0
    text = capsys.readouterr()
    assert "sleepecg is not installed" in text.err
    assert "DS2" in text.out
    assert json.loads(out.read_text())["gross"]["DS2"]["ours"]["sensitivity"] > 0.99


def test_the_command_fits(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qrs, "DS1", ("122",))
    monkeypatch.setattr(qrs, "_THRESHOLDS", ())
    out = tmp_path / "w.safetensors"
    assert main(["qrs", "--fit", "--steps", "2", "--data-dir", str(data_dir), "--out", str(out)]) == 0
    assert load(out).card.records == ("122",)


def test_a_missing_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["qrs", "--json", "/no/such/folder/f.json"]) == 2
    assert "There is no folder" in capsys.readouterr().err


@pytest.mark.slow
def test_all_records_reach_the_target(data_dir: Path) -> None:
    records = (open_record(name, data_dir=data_dir) for name in RECORDS)
    report = compare(records, {"ours": detect_ours})
    for group, names in GROUPS.items():
        counts = report.gross("ours", names)
        assert counts.sensitivity >= 0.997, group
        assert counts.predictivity >= 0.997, group
