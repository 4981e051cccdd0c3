"""The figures that the project tells of its shipped weights are those that the weights give.

The test records are opened by the slow test alone, which chooses nothing: it holds figures that were
published.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from models import kinds
from training.__main__ import main
from training.data.dataset import held_out_records, read_patients
from training.engine.runner import SHIPPED_FROM
from training.evaluation.detectors.live import LivePipeline
from training.fits.running import FitSettings
from training.fits.validation import validate

ROOT = Path(__file__).parents[2]
TASKS = {"V–N": "V", "V+F–N": "V+F", "S+V+F–N": "S+V+F", "S–N": "S"}
"""Tasks of the evaluation, by their names in the table."""

PRINTED = 0.001
"""Figures are printed to the third digit, and sums round otherwise on another processor."""

Figures = dict[str, dict[str, tuple[float, float]]]


def published() -> str:
    """Text that holds the tables: of the test records, if it has sections for others too."""
    results = ROOT / "training" / "RESULTS.md"
    text = (results if results.is_file() else ROOT / "README.md").read_text(encoding="utf-8")
    sections = re.findall(r"^<!-- begin ([^\n]*) -->$(.*?)^<!-- end ", text, re.MULTILINE | re.DOTALL)
    return "\n".join(body for name, body in sections if "DS1" not in name) or text


def figures(text: str) -> Figures:
    """AUC and average precision by score and task, from the first table that begins with score and delay."""
    lines = iter(text.splitlines())
    header = next(line for line in lines if line.startswith("| score | delay s |"))
    columns = [cell.strip() for cell in header.strip("|").split("|")]
    found: Figures = {}
    next(lines)  # the rule below the header
    for line in lines:
        if not line.startswith("|"):
            break
        cells = dict(zip(columns, [cell.strip() for cell in line.strip("|").split("|")], strict=True))
        found[cells["score"]] = {
            task: (float(cells[column].split("/")[0]), float(cells[column].split("/")[1]))
            for column, task in TASKS.items()
        }
    return found


def test_the_published_table_is_read() -> None:
    table = figures(published())
    assert set(table) >= set(LivePipeline.names)
    for tasks in table.values():
        assert set(tasks) == set(TASKS.values())
        assert all(0 < figure <= 1 for pair in tasks.values() for figure in pair)


def test_a_table_is_read_as_it_stands() -> None:
    text = (
        "before\n| score | delay s | V–N | V+F–N | S+V+F–N | S–N | VUS |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| ectopy | 0.3 | .996 / .948 | .9 / .8 | .7 / .6 | .5 / .4 | .1 / .2 |\n\n| score | delay s |\n"
    )
    expected = {"V": (0.996, 0.948), "V+F": (0.9, 0.8), "S+V+F": (0.7, 0.6), "S": (0.5, 0.4)}
    assert figures(text) == {"ectopy": expected}


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_test_records_give_the_published_figures(data_dir: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    argv = ["evaluate", "--split", "DS2", "--data-dir", str(data_dir), "--no-baselines", "--json", str(out)]
    assert main([*argv, "--jobs", "2"]) == 0
    told, table = json.loads(out.read_text())["detectors"], figures(published())
    for name in LivePipeline.names:
        for task, (auc, precision) in table[name].items():
            ranking = told[name]["rankings"][task]
            assert ranking["auc"] == pytest.approx(auc, abs=PRINTED), f"{name}, {task}"
            assert ranking["precision"] == pytest.approx(precision, abs=PRINTED), f"{name}, {task}"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["forecaster", "autoencoder"])
def test_a_card_tells_what_its_weights_give_on_held_out_patients(kind: str, data_dir: Path) -> None:
    trained = kinds.kind(kind).shipped()
    learnt = SHIPPED_FROM.get(kind, ("mitdb",))
    assert trained.card.validation_records == held_out_records(learnt)
    assert not set(trained.card.validation_records) & set(trained.card.records)
    rate = FitSettings(epochs=1, steps=1, batch=1, learning_rate=1e-3).alarms_per_minute
    found = validate(trained.network, read_patients(trained.card.validation_records, data_dir), rate)
    told = trained.card.metrics
    assert found.auc == pytest.approx(told["validation_auc"], abs=PRINTED)
    assert found.precision == pytest.approx(told["validation_average_precision"], abs=PRINTED)
    assert found.threshold == pytest.approx(trained.card.threshold, rel=0.01)
    if kind == "autoencoder":
        assert found.ev_normal == pytest.approx(told["validation_ev_normal"], abs=PRINTED)
        assert found.ev_ventricular == pytest.approx(told["validation_ev_ventricular"], abs=PRINTED)
