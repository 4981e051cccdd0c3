"""The shipped models against their targets, on MNIST's test digits."""

import numpy as np
import pytest
import torch

from models.digits import anomaly, lesson
from models.digits.catalogue import load, load_judge
from models.digits.figures import load_figures
from models.digits.networks.vae import kl_nats
from models.digits.pictures.noise import spoil
from training.digits.fits.losses import draw, jacobian_norm2, reconstruction_nats, suspicion


@pytest.fixture(scope="session")
def test_pixels(mnist):
    return torch.from_numpy(mnist.test.pixels())


def mse(name, pixels):
    return float(load(name).errors(pixels.numpy()).mean())


def loss(name, pixels, labels=None):
    network = load(name).network
    with torch.inference_mode():
        mean, log_variance = network.cloud(pixels, labels)
        z = draw(mean, log_variance, torch.Generator().manual_seed(0))
        return float(
            reconstruction_nats(network.logits(z, labels), pixels) + kl_nats(mean, log_variance).sum(1).mean()
        )


@pytest.mark.slow
def test_the_judge_is_right_99_times_in_100(mnist):
    assert np.mean(load_judge().digits(mnist.test.pixels()) == mnist.test.labels) >= 0.99


def test_the_courses_vae_ends_where_the_lesson_does(test_pixels):
    card = load("vae").card
    assert lesson.reproduced(card.train_loss)
    assert loss("vae", test_pixels) == pytest.approx(card.train_loss[-1], abs=3), "and does not only remember"


def test_the_kl_of_real_clouds_is_what_drawing_says(test_pixels):
    with torch.inference_mode():
        mean, log_variance = load("vae").network.cloud(test_pixels[:500])
    cloud = torch.distributions.Normal(mean, (0.5 * log_variance).exp())
    prior = torch.distributions.Normal(torch.zeros(2), torch.ones(2))
    generator = torch.Generator().manual_seed(0)
    drawn = 0.0
    for _ in range(100):
        z = draw(mean, log_variance, generator)
        drawn += float((cloud.log_prob(z) - prior.log_prob(z)).sum(1).mean()) / 100
    assert drawn == pytest.approx(float(kl_nats(mean, log_variance).sum(1).mean()), rel=0.01)


def test_the_plain_one_beats_pca_and_the_linear_one_equals_it(test_pixels):
    pca = mse("pca", test_pixels)
    assert mse("ae", test_pixels) < 0.8 * pca
    assert mse("linear", test_pixels) == pytest.approx(pca, rel=0.02)


@pytest.mark.slow
def test_convolutions_beat_dense_layers_at_the_same_size_of_code(test_pixels):
    some = test_pixels[:2000]
    assert loss("conv-vae", some) < loss("vae", some)
    dense = {row["model"]: row["loss"] for row in load_figures()["comparison"] if "loss" in row}
    assert loss("conv-vae-16", test_pixels) < dense["vae-16"]


def test_greedy_layers_help_sigmoids_but_not_relu(test_pixels):
    by_name = {row["model"]: row["mse"] for row in load_figures()["stacked"]}
    assert mse("stacked", test_pixels) == pytest.approx(by_name["stacked"], rel=0.01)
    assert by_name["stacked"] < 0.6 * by_name["stacked-scratch"]
    assert by_name["stacked-relu"] > 0.95 * by_name["stacked-relu-scratch"]


def test_the_likeliest_label_is_mostly_the_true_one(mnist, test_pixels):
    some = test_pixels[:1000]
    told = load("cvae").network.likeliest(some).numpy()
    assert np.mean(told == mnist.test.labels[:1000]) > 0.9


def test_the_judge_sees_the_digit_that_was_asked_for():
    styles = np.random.default_rng(0).standard_normal((2000, 2))
    asked = np.arange(2000) % 10
    assert np.mean(load_judge().digits(load("cvae").decode(styles, asked)) == asked) >= 0.98


@pytest.mark.parametrize("kind", ["gaussian", "salt-and-pepper", "masking"])
@pytest.mark.parametrize("level", [0.3, 0.5, 0.7])
def test_denoised_is_nearer_to_the_clean_picture_than_noisy(test_pixels, kind, level):
    clean = test_pixels[:2000]
    noisy = spoil(clean, kind, level, torch.Generator().manual_seed(1))
    with torch.inference_mode():
        cleaned = load("denoising").network(noisy)
    assert (cleaned - clean).square().mean() < (noisy - clean).square().mean()


def test_sparse_units_are_on_as_often_as_wanted(test_pixels):
    code = load("sparse").encode(test_pixels.numpy())
    assert code.mean() == pytest.approx(0.05, abs=0.02)
    assert np.mean(np.abs(code.mean(0) - 0.05) < 0.02) > 0.9, "nearly every unit, not only their mean"


def test_the_contractive_code_moves_less_and_by_the_formula(test_pixels):
    network = load("contractive").network
    with torch.inference_mode():
        norm = jacobian_norm2(network, network.encode(test_pixels[:10]))
    exact = torch.stack(
        [
            torch.autograd.functional.jacobian(network.encode, one[None]).square().sum()
            for one in test_pixels[:10]
        ]
    )
    torch.testing.assert_close(norm, exact, rtol=1e-4, atol=0.0)
    with torch.inference_mode():
        mean = float(jacobian_norm2(network, network.encode(test_pixels)).mean())
    (plain,) = (row for row in load_figures()["comparison"] if row["model"] == "contractive-plain")
    assert mean < 0.5 * plain["jacobian_norm2"], "the same network, fitted without the penalty"


def test_the_adversary_cannot_tell_codes_from_chance(test_pixels):
    network = load("adversarial").network
    with torch.inference_mode():
        codes = network.encode(test_pixels)
        chance = torch.randn(codes.shape, generator=torch.Generator().manual_seed(1))
        right = (
            (suspicion(network, chance) > 0).float().mean() + (suspicion(network, codes) <= 0).float().mean()
        ) / 2
    assert float(right) == pytest.approx(0.5, abs=0.1)
    assert codes.mean(0).abs().max() < 0.2
    assert (codes.std(0) - 1).abs().max() < 0.2


def test_the_anomaly_figures_are_honest(mnist):
    """What ships is what the shipped models give, failures included."""
    rows = {row["digit"]: row for row in load_figures()["anomaly"]}
    for digit in (0, 1):
        score = load(f"without-{digit}").errors(mnist.test.pixels())
        never = mnist.test.labels == digit
        assert anomaly.auroc(score[~never], score[never]) == pytest.approx(rows[digit]["auroc"], abs=0.002)
    assert rows[0]["auroc"] > 0.85
    assert rows[1]["auroc"] < 0.5, "a 1 has half the ink, and with it little to get wrong"


def test_no_figure_misses_its_target():
    missed = [f"{row['model']}: {row['what']}" for row in load_figures()["checks"] if not row["passed"]]
    assert not missed


@pytest.mark.slow
def test_figures_are_those_of_the_shipped_weights(test_pixels):
    for row in load_figures()["family"]:
        if row["model"] in ("cvae", "conv-vae-16"):  # ten times, three times the work of the others
            continue
        assert mse(row["model"], test_pixels[:]) == pytest.approx(row["mse"], rel=1e-3)
