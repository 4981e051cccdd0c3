"""The targets that ship as met are met by the weights that ship."""

import numpy as np
import pytest
import torch

from models.digits.catalogue import ENTRIES, JUDGE, load, load_judge
from models.digits.figures import load_figures
from training.digits.figures.checks import checks

FIGURES = ("mse", "loss", "mean_activation", "jacobian_norm2")


@pytest.mark.slow
def test_every_check_comes_out_as_it_ships(mnist):
    shipped = load_figures()
    models = {name: load(name) for name in ENTRIES if name != JUDGE.name and not name.startswith("without-")}
    networks = {name: model.network for name, model in models.items()} | {JUDGE.name: load_judge().network}
    losses = {name: model.card.train_loss for name, model in models.items()}
    rivals = {row["model"]: {k: row[k] for k in FIGURES if k in row} for row in shipped["comparison"]}
    found = checks(
        networks,
        losses,
        torch.from_numpy(mnist.test.pixels()),
        torch.from_numpy(mnist.test.labels.astype(np.int64)),
        rivals,
    )
    assert [(c.model, c.what) for c in found] == [(row["model"], row["what"]) for row in shipped["checks"]]
    for check, row in zip(found, shipped["checks"], strict=True):
        assert check.passed, f"{check.model}, {check.what}: {check.measured:.5g}, not {check.target}"
        assert check.measured == pytest.approx(row["measured"], rel=0.01, abs=0.005), check
