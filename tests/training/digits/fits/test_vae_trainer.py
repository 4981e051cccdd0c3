"""The tug-of-war: step by step, the same for the same seed, and aware of a collapse."""

import numpy as np
import pytest
import torch

from models.digits import lesson
from models.digits.networks.vae import ConditionalVae, Vae
from training.digits.fits.initial import initialise
from training.digits.fits.vae_trainer import VaeTrainer


def small(blobs, **kwargs):
    network = Vae(24)
    initialise(network, kwargs.get("seed", 0))
    return VaeTrainer(*blobs, network=network, **{"batch": 64, **kwargs})


def weights(trainer):
    return torch.cat([p.detach().ravel() for p in trainer.network.parameters()])


def test_an_epoch_is_its_steps(blobs):
    trainer = small(blobs)
    assert trainer.steps_per_epoch == 5
    steps = [trainer.step() for _ in range(5)]
    assert [(step.epoch, step.step, step.last) for step in steps] == [(1, i, i == 5) for i in range(1, 6)]
    assert trainer.epochs_done == 1
    for step in steps:
        parts = step.losses
        assert parts["loss"] == pytest.approx(parts["reconstruction"] + parts["kl"], rel=1e-5)
    sizes = np.array([64, 64, 64, 64, 44])
    mean = sizes @ [step.losses["loss"] for step in steps] / 300
    assert trainer.train_loss == pytest.approx([mean])
    assert trainer.step().epoch == 2


def test_the_same_seed_gives_the_same_weights_however_it_is_driven(blobs):
    by_epoch, by_step, other = small(blobs), small(blobs), small(blobs, seed=1)
    by_epoch.epoch()
    by_epoch.epoch()
    for _ in range(10):
        by_step.step()
        torch.rand(3)  # chance drawn elsewhere in the program changes nothing
    other.epoch()
    other.epoch()
    assert torch.equal(weights(by_epoch), weights(by_step))
    assert not torch.equal(weights(by_epoch), weights(other))


def test_losses_fall(blobs):
    trainer = small(blobs)
    for _ in range(15):
        trainer.epoch()
    assert trainer.train_loss[-1] < 0.6 * trainer.train_loss[0]


def test_beta_pulls_while_it_runs_and_a_great_one_makes_the_posterior_collapse(blobs):
    trainer = small(blobs, learning_rate=3e-3)
    for _ in range(25):
        trainer.epoch()
    assert not trainer.collapsed
    held = trainer.history[-1]
    trainer.beta = 500.0
    for _ in range(40):
        trainer.epoch()
    pulled = trainer.history[-1]
    assert pulled["kl"] < 0.1 * held["kl"]
    assert pulled["reconstruction"] > held["reconstruction"]
    assert trainer.collapsed
    assert trainer.asleep == (0, 1)
    assert trainer.kl_per_dimension.shape == (2,)


def test_no_collapse_is_called_while_warming_up(blobs):
    trainer = small(blobs, beta=1000.0)
    trainer.epoch()
    assert trainer.asleep == ()
    assert not trainer.collapsed


def test_without_beta_the_kl_is_free(blobs):
    trainer = small(blobs, beta=0.0)
    step = trainer.step()
    assert step.losses["loss"] == pytest.approx(step.losses["reconstruction"])


@pytest.mark.parametrize("beta", [-1.0, float("nan"), float("inf")])
def test_an_impossible_beta_is_refused(blobs, beta):
    trainer = small(blobs)
    with pytest.raises(ValueError, match="beta"):
        trainer.beta = beta
    with pytest.raises(ValueError, match="beta"):
        small(blobs, beta=beta)


def test_impossible_arguments_are_refused(blobs):
    images, labels = blobs
    with pytest.raises(ValueError, match="images"):
        VaeTrainer(images[:0])
    with pytest.raises(ValueError, match="as many"):
        VaeTrainer(images, labels[:5])
    with pytest.raises(ValueError, match="batch"):
        VaeTrainer(images, batch=0)
    with pytest.raises(ValueError, match="seed"):
        VaeTrainer(images, seed=-1)
    with pytest.raises(ValueError, match="labels must be given"):
        VaeTrainer(images, network=ConditionalVae())


def test_a_training_that_runs_away_says_so(blobs):
    trainer = small(blobs)
    with torch.no_grad():
        trainer.network.decoder[0].weight.fill_(float("nan"))
    with pytest.raises(FloatingPointError, match="run away"):
        trainer.step()


def test_a_training_goes_on_as_if_never_interrupted(blobs):
    through, first = small(blobs, anneal_epochs=4), small(blobs, anneal_epochs=4)
    for _ in range(4):
        through.epoch()
    first.epoch()
    first.epoch()
    state = first.state()
    second = small(blobs, anneal_epochs=4)
    second.restore(state)
    second.epoch()
    second.epoch()
    assert torch.equal(weights(through), weights(second))
    assert through.train_loss == second.train_loss


def test_a_training_is_kept_between_epochs_only_and_refuses_what_is_not_its_own(blobs):
    trainer = small(blobs)
    trainer.step()
    with pytest.raises(RuntimeError, match="between two epochs"):
        trainer.state()
    other = VaeTrainer(*blobs, network=Vae(25))
    with pytest.raises(ValueError, match="another network"):
        other.restore(small(blobs).state())


def test_the_default_is_the_courses_recipe(blobs):
    trainer = VaeTrainer(blobs[0])
    assert {name: tuple(p.shape) for name, p in trainer.network.named_parameters()}["encoder.weight"] == (
        400,
        784,
    )
    (group,) = trainer.optimisers["all"].param_groups
    assert (group["lr"], group["betas"], group["weight_decay"]) == (1e-3, (0.9, 0.999), 0)
    assert trainer.steps_per_epoch == 3  # 300 in batches of 128
    assert trainer.beta == 1.0


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_lesson_is_reproduced(mnist, seed):
    trainer = VaeTrainer(mnist.train.images, seed=seed)
    for _ in range(lesson.EPOCHS):
        trainer.epoch()
    assert lesson.reproduced(trainer.train_loss)
    assert trainer.train_loss == pytest.approx(lesson.PUBLISHED_LOSSES, abs=5)


def test_what_the_encoder_sees_is_spoilt_and_the_target_is_not(blobs):
    def darkened(x, generator):
        return torch.zeros_like(x)

    blind = small(blobs, batch=300, spoil=darkened)
    dark = torch.zeros(1, 784)
    with torch.no_grad():
        mean, log_variance = blind.network.cloud(dark)
        kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum()
    step = blind.step()
    assert step.losses["kl"] == pytest.approx(float(kl), rel=1e-4), "every cloud is that of darkness"
    assert step.losses["reconstruction"] > 300, "and the bright pictures are what is asked for"
