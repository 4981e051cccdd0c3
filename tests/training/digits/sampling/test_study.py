import json
import shutil

import pytest

from assets.databases.mnist import DigitSet, Mnist
from models.digits.sampling.entries import RACED
from models.digits.sampling.racers import RACERS
from models.digits.sampling.shipped import FIGURES, FILE, read_measured
from models.digits.store import digit_kind
from training.digits.fits.recipes import RECIPES
from training.digits.sampling import ground
from training.digits.sampling import study as studied
from training.digits.studies import STUDIES


@pytest.fixture
def little(blobs, monkeypatch):
    """Invented pictures, and fits and mixtures that take a moment."""
    monkeypatch.setattr(ground, "HEAPS", (2,))
    monkeypatch.setattr(ground, "LEARNT", 60)
    monkeypatch.setattr(ground, "HELD", 20)
    monkeypatch.setattr(studied, "CHAIN_STEPS", (0, 1, 2))
    images, labels = blobs
    digits = DigitSet(images[:100], labels[:100])
    return Mnist(digits, digits)


def run(mnist, out):
    told = []
    return studied.study(mnist, out, seed=1, fresh=False, say=told.append, samples=24), told


@pytest.mark.slow
def test_all_that_is_missing_is_fitted_and_every_sampler_is_measured(little, tmp_path):
    found, _ = run(little, tmp_path)
    assert STUDIES["samplers"].endswith(":study")
    for entry in RACED:
        card = digit_kind(entry).load(tmp_path / f"{entry.name}.safetensors").card
        assert (card.seed, card.epochs) == (1, RECIPES[entry.name].epochs)
    measured = read_measured(tmp_path / FIGURES)
    assert measured.n == 24
    rows = len(RACERS) * 5
    assert len(measured.rows) >= rows
    for row in measured.rows:
        assert row.frechet >= 0
        assert 0.1 <= row.confidence <= 1
    assert not (tmp_path / "checkpoints" / FIGURES).exists(), "nothing is left of what was kept meanwhile"

    table = [line for line in found.markdown.splitlines() if line.startswith("| ")]
    assert len(table) == len(found.json["rows"]) + 1
    assert f"{found.json['rows'][0]['frechet']:.1f}" in table[1]
    assert json.dumps(found.json)

    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.safetensors")}
    again, _ = run(little, tmp_path)
    assert again.json == found.json, "the same seed, and what is fitted is taken as it is"
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.safetensors")} == before


def test_mixtures_of_another_seed_or_of_other_weights_are_fitted_anew(little, tmp_path):
    run(little, tmp_path)
    chains = {one.name: ground.chain_of(one, tmp_path) for one in RACERS}
    path = tmp_path / FILE
    assert ground.ground_fits(little, path, chains, seed=1)
    assert not ground.ground_fits(little, path, chains, seed=2), "a cloud's codes are drawn by it"
    other = {**chains, "adversarial": chains["denoising-aae-2"]}
    assert not ground.ground_fits(little, path, other, seed=1)
    assert not ground.ground_fits(little, tmp_path / "none", chains, seed=1)
    before = path.read_bytes()
    _, told = run(little, tmp_path)
    assert path.read_bytes() == before
    assert not [line for line in told if line.startswith("mixture")]
    studied.study(little, tmp_path, seed=2, fresh=False, say=told.append, samples=24)
    assert [line for line in told if line.startswith("mixture")]


@pytest.mark.slow
def test_a_study_goes_on_where_it_was_interrupted(little, tmp_path):
    class Enough(Exception):
        pass

    def interrupt(what):
        if what.startswith("vae, mixture"):
            raise Enough

    with pytest.raises(Enough):
        studied.study(little, tmp_path, seed=1, fresh=False, say=interrupt, samples=24)
    kept = json.loads((tmp_path / "checkpoints" / FIGURES).read_text())["rows"]
    assert kept[-1]["sampler"] == "mixture"
    found, told = run(little, tmp_path)
    assert [row for row in found.json["rows"] if row["model"] == "vae"][: len(kept)] == kept
    assert not [line for line in told if line.startswith("vae, prior")], "measured before"
    other = tmp_path / "other"
    other.mkdir()
    for path in tmp_path.glob("*.safetensors"):
        shutil.copy(path, other)
    whole, _ = run(little, other)
    assert found.json == whole.json, "as if it had not been interrupted"


@pytest.mark.parametrize("text", ["{", "{}"])
def test_what_was_kept_and_is_damaged_is_named(little, tmp_path, monkeypatch, text):
    monkeypatch.setattr(studied, "fit", lambda *_args, **_kwargs: None)
    kept = tmp_path / "checkpoints" / FIGURES
    kept.parent.mkdir()
    kept.write_text(text)
    with pytest.raises(ValueError, match=r"samplers.json is damaged .*; --fresh begins anew"):
        run(little, tmp_path)
