"""Each kind of training does what its name says; on invented pictures."""

import numpy as np
import pytest
import torch

from models.digits.networks.adversarial import AdversarialAutoencoder
from models.digits.networks.dense import DenseAutoencoder, LinearAutoencoder
from models.digits.networks.judge import JudgeNetwork
from models.digits.networks.pca import Pca
from models.digits.networks.sigmoid import SigmoidAutoencoder
from models.digits.networks.stacked import StackedAutoencoder
from training.digits.fits.initial import initialise
from training.digits.fits.losses import jacobian_norm2
from training.digits.fits.pca import fit_pca
from training.digits.fits.recipes import spoil_anyhow
from training.digits.fits.trainers import (
    AdversarialTrainer,
    JudgeTrainer,
    ReconstructionTrainer,
    StackedTrainer,
    shifted,
)


def made(network, seed=0):
    initialise(network, seed)
    return network


def pixels(blobs):
    return torch.from_numpy(blobs[0]).reshape(-1, 784).float() / 255


def test_a_stacks_other_layers_stay_bit_identical_while_one_trains(blobs):
    network = made(StackedAutoencoder((32, 16, 8)))
    trainer = StackedTrainer(network, blobs[0], layer_epochs=2, final_epochs=2)
    for epoch in range(8):
        layer = epoch // 2 if epoch < 6 else None
        assert trainer.layer == layer
        before = {name: value.clone() for name, value in network.state_dict().items()}
        trainer.epoch()
        for name, value in network.state_dict().items():
            trains = layer is None or int(name.split(".")[1]) == layer
            assert torch.equal(value, before[name]) != trains, name


def test_a_stack_goes_on_in_the_right_layer(blobs):
    def trainer():
        return StackedTrainer(
            made(StackedAutoencoder((16, 8))), blobs[0], layer_epochs=2, final_epochs=2, anneal_epochs=6
        )

    through = trainer()
    for _ in range(6):
        through.epoch()
    for stop in (1, 2, 4, 5):
        first, second = trainer(), trainer()
        for _ in range(stop):
            first.epoch()
        second.restore(first.state())
        for _ in range(6 - stop):
            second.epoch()
        assert second.train_loss == through.train_loss
        for a, b in zip(through.network.parameters(), second.network.parameters(), strict=True):
            assert torch.equal(a, b)


def test_a_linear_autoencoder_finds_what_pca_finds(blobs):
    x = pixels(blobs)
    pca = Pca(4)
    fit_pca(pca, x.numpy())
    network = made(LinearAutoencoder(4))
    trainer = ReconstructionTrainer(network, blobs[0], batch=50, learning_rate=2e-2, anneal_epochs=200)
    for _ in range(200):
        trainer.epoch()
    with torch.no_grad():
        own, best = ((net(x) - x).square().mean().item() for net in (network, pca))
    assert best * 0.9999 <= own <= best * 1.02


def test_the_target_of_a_spoilt_picture_is_the_clean_one(blobs):
    seen = []

    class Spy(DenseAutoencoder):
        def encode(self, x):
            seen.append(x.detach().clone())
            return super().encode(x)

    trainer = ReconstructionTrainer(made(Spy((16, 4))), blobs[0], batch=300, spoil=spoil_anyhow)
    step = trainer.step()
    (noisy,) = seen
    clean = pixels(blobs)[torch.randperm(300, generator=_first_epoch(trainer))]
    assert not torch.equal(noisy, clean)
    network = made(Spy((16, 4)))
    with torch.no_grad():
        logits = network.logits(network.encode(noisy))
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, clean, reduction="sum") / 300
    assert step.losses["loss"] == pytest.approx(loss.item(), rel=1e-5)


def test_a_denoising_adversary_encodes_what_was_spoilt_and_rebuilds_what_was_not(blobs):
    def darkened(x, generator):
        return torch.zeros_like(x)

    network = made(AdversarialAutoencoder(32, 2, 16))
    with torch.no_grad():
        logits = network.logits(network.encode(torch.zeros(1, 784)))
        clean = pixels(blobs)
        nats = torch.nn.functional.binary_cross_entropy_with_logits(
            logits.expand_as(clean), clean, reduction="sum"
        )
    trainer = AdversarialTrainer(network, blobs[0], batch=300, spoil=darkened)
    assert trainer.step().losses["loss"] == pytest.approx(float(nats) / 300, rel=1e-4)


def _first_epoch(trainer):
    """The generator that draws an epoch's order first, and then its noise."""
    seeds = np.random.SeedSequence([trainer.seed, 0]).generate_state(1, np.uint64)
    return torch.Generator().manual_seed(int(seeds[0] >> 1))


def test_a_penalty_on_the_jacobian_makes_it_smaller(blobs):
    def norm(weight):
        network = made(SigmoidAutoencoder(16))
        trainer = ReconstructionTrainer(
            network, blobs[0], batch=50, learning_rate=1e-2,
            penalty=lambda net, code: weight * jacobian_norm2(net, code).mean(),
        )  # fmt: skip
        for _ in range(20):
            trainer.epoch()
        x = pixels(blobs)
        with torch.no_grad():
            return jacobian_norm2(network, network.encode(x)).mean().item()

    assert norm(50.0) < 0.5 * norm(0.0)


@pytest.mark.slow
def test_an_adversary_rounds_the_heap_of_codes(blobs):
    def trained(weight):
        network = made(AdversarialAutoencoder(32, 2, 16))
        trainer = AdversarialTrainer(network, blobs[0], batch=50, learning_rate=3e-3, weight=weight)
        losses = [trainer.epoch() for _ in range(40)]
        with torch.no_grad():
            codes = network.encode(pixels(blobs))
        return losses, max(float(codes.mean(0).abs().max()), float((codes.std(0) - 1).abs().max()))

    (first, *_, last), with_adversary = trained(100.0)
    _, alone = trained(0.0)
    assert set(last) == {"loss", "critic", "deceive"}
    assert last["loss"] < 0.8 * first["loss"]
    assert with_adversary < 0.5 * alone


def test_the_critics_weights_follow_only_its_own_loss(blobs):
    """The deceiving step must not teach the critic to be deceived."""
    network = made(AdversarialAutoencoder(32, 2, 16))
    trainer = AdversarialTrainer(network, blobs[0], batch=300)
    owned = {id(p) for group in trainer.optimisers["rebuild"].param_groups for p in group["params"]}
    assert owned.isdisjoint(id(p) for p in network.discriminator.parameters())
    critic = {id(p) for group in trainer.optimisers["critic"].param_groups for p in group["params"]}
    assert critic == {id(p) for p in network.discriminator.parameters()}


def test_the_judge_learns(blobs):
    network = made(JudgeNetwork(4, 16))
    trainer = JudgeTrainer(network, *blobs, batch=25, learning_rate=5e-3)
    for _ in range(10):
        trainer.epoch()
    with torch.no_grad():
        right = (network(pixels(blobs)).argmax(1).numpy() == blobs[1]).mean()
    assert right > 0.95


def test_shifts_move_whole_pictures_by_whole_pixels():
    x = torch.zeros(200, 784)
    x[:, 14 * 28 + 14] = 1.0
    moved = shifted(x, 2, torch.Generator().manual_seed(0))
    assert torch.equal(moved.sum(1), torch.ones(200))
    rows, columns = moved.argmax(1) // 28, moved.argmax(1) % 28
    assert sorted(set(rows.tolist())) == sorted(set(columns.tolist())) == [12, 13, 14, 15, 16]
    assert torch.equal(shifted(x, 0, torch.Generator()), x)
