"""“Making new ones, and remembering”: told by what ships, and by what a learner has trained."""

from dataclasses import replace

import numpy as np
import pytest

from assets.errors import AssetError
from models.digits.diffusion import measured as filling
from models.digits.likelihood import measured
from models.digits.lossy import figures as lossy
from models.digits.sampling import shipped
from models.explain import recall
from monitor.ui.lab.course.fact import NotYetError, Scene
from monitor.ui.lab.course.lessons import making


@pytest.mark.parametrize(("elbo", "answer"), [(155.0, "up"), (151.01, "same"), (149.0, "down")])
def test_what_is_said_of_the_bound_follows_its_figures(monkeypatch, elbo, answer):
    row = {"model": "vae", "pixels": "dynamic", "digits": 9, "elbo": elbo, "exact": 150.0}
    row["bounds"] = {"1": 156.0, "4096": 151.0, "500": 152.0}
    monkeypatch.setattr(measured, "load_likelihood", lambda: [row])
    fact = making.bound()
    assert fact.answer == answer
    assert "151.0 with 4096 codes" in fact.words


@pytest.mark.parametrize(("first", "answer"), [(1e-2, "few"), (1e-4, "some"), (1e-9, "many"), (0.0, "many")])
def test_what_the_first_layer_is_told_is_that_of_the_learners_network(open_pane, first, answer):
    pane = open_pane("gradient")
    with pytest.raises(NotYetError, match="Press Start"):
        making.weaker(Scene(None, pane))
    pane.layers.show_line("sigmoid", np.arange(1, 4), np.array([first, 1e-2, 2e-2]))
    with pytest.raises(NotYetError, match="10 layers"):
        making.weaker(Scene(None, pane))
    pane.layers.show_line(
        "sigmoid", np.arange(1, 13), np.geomspace(max(first, 1e-12), 2e-2, 12) * (first > 0)
    )
    assert making.weaker(Scene(None, pane)).answer == answer


def test_what_fills_in_best_is_the_one_with_the_smallest_shipped_error(monkeypatch):
    (row,) = (one for one in filling.load_measured()["inpainting"] if one["missing"] == making.MISSING)
    ways = {"denoising": "denoising_kept", "one": "one", "mean": "mean"}
    assert row[ways[making.filled().answer]] == min(row[column] for column in ways.values())
    worse = {**row, "mean": 0.5, "one": 0.4}
    monkeypatch.setattr(filling, "load_measured", lambda: {"inpainting": [worse]})
    assert making.filled().answer == "denoising"


def test_what_the_code_has_to_keep_follows_the_shipped_models(monkeypatch):
    found = lossy.load_kept()
    blind, *_, seeing = sorted(found.values(), key=lambda one: one.reach)
    assert (making.kept().answer == "blind") == (blind.kl > seeing.kl)
    turned = {one.name: replace(one, kl=100 - one.kl) for one in found.values()}
    before = making.kept().answer
    monkeypatch.setattr(lossy, "load_kept", lambda: turned)
    assert making.kept().answer != before


@pytest.mark.parametrize(("factor", "answer"), [(0.5, "nearer"), (1.02, "same"), (3.0, "farther")])
def test_what_many_rounds_come_to_follows_the_shipped_figures(monkeypatch, factor, answer):
    found = shipped.load_measured()
    none = found.row(making.RACER, "chain", 0).frechet
    rows = tuple(
        replace(row, frechet=factor * none)
        if (row.model, row.sampler, row.steps) == (making.RACER, "chain", making.MANY_ROUNDS)
        else row
        for row in found.rows
    )
    monkeypatch.setattr(shipped, "load_measured", lambda: replace(found, rows=rows))
    assert making.rounds().answer == answer
    monkeypatch.setattr(shipped, "load_measured", lambda: replace(found, rows=()))
    with pytest.raises(AssetError, match="lack a chain"):
        making.rounds()


def test_who_remembers_is_told_by_the_shipped_starts():
    found = recall.load_recall()
    at = found["lags"].index(making.LAG)
    plain = np.mean([start[at] for start in found["end"]["rnn"]])
    assert making.remember().answer == round(100 * plain)
