"""How each kind of digit network is fitted, one batch a call; the variational ones are in `models.digits`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch.nn import functional

from models.digits.networks.adversarial import AdversarialAutoencoder
from models.digits.networks.judge import JudgeNetwork
from models.digits.networks.network import DigitNetwork, LogitNetwork
from models.digits.networks.stacked import StackedAutoencoder
from training.digits.fits.losses import reconstruction_nats, suspicion
from training.digits.fits.steps import Parts, Spoil, StepTrainer

Penalty = Callable[[Any, torch.Tensor], torch.Tensor]


class ReconstructionTrainer(StepTrainer):
    """Fits an autoencoder to rebuild its input.

    Binary cross-entropy, or the squared error where pixels are not bounded; each summed over the pixels.

    Parameters
    ----------
    spoil : callable, optional
        Spoils the input, given the images and a generator; the target stays clean.
    penalty : callable, optional
        Further loss, given the network and the codes.
    *args, **kwargs
        As for `StepTrainer`.
    """

    network: DigitNetwork

    def __init__(
        self, *args: Any, spoil: Spoil | None = None, penalty: Penalty | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._spoil = spoil
        self._penalty = penalty

    def _update(self, x: torch.Tensor, labels: torch.Tensor | None) -> Parts:
        code = self.network.encode(x if self._spoil is None else self._spoil(x, self._rng))
        if isinstance(self.network, LogitNetwork):
            reconstruction = reconstruction_nats(self.network.logits(code), x)
        else:
            reconstruction = functional.mse_loss(self.network.decode(code), x, reduction="sum") / len(x)
        if self._penalty is None:
            loss, parts = reconstruction, {}
        else:
            penalty = self._penalty(self.network, code)
            loss, parts = reconstruction + penalty, {"penalty": penalty}
        self._minimise(loss)
        return {"loss": loss, "reconstruction": reconstruction, **parts}


class StackedTrainer(StepTrainer):
    """Fits a stack one layer at a time, each rebuilding the output of the frozen ones below, then the whole.

    The loss of a layer's epochs is of that layer alone; only those of the last stage are of the whole.

    Parameters
    ----------
    layer_epochs : int
        Epochs of each layer.
    final_epochs : int
        Epochs of the whole.
    *args, **kwargs
        As for `StepTrainer`.
    """

    network: StackedAutoencoder

    def __init__(self, *args: Any, layer_epochs: int, final_epochs: int, **kwargs: Any) -> None:
        self._layer_epochs = layer_epochs
        self._final_epochs = final_epochs
        super().__init__(*args, **kwargs)

    @property
    def layer(self) -> int | None:
        """Layer that trains in the coming epoch, from 0 at the pixels; None where all do."""
        layer = self.epochs_done // self._layer_epochs if self._layer_epochs else self.network.depth
        return layer if layer < self.network.depth else None

    def _update(self, x: torch.Tensor, labels: torch.Tensor | None) -> Parts:
        layer = self.layer
        if layer is None:
            loss = reconstruction_nats(self.network.logits(self.network.encode(x)), x)
        else:
            with torch.no_grad():
                below = self.network.encode(x, layer)
            raised = self.network.encode_layer(layer, below)
            back = self.network.decode_layer(layer, raised)
            if layer == 0:
                loss = reconstruction_nats(back, x)
            else:
                loss = functional.mse_loss(back, below, reduction="sum") / len(x)
        self._minimise(loss)
        return {"loss": loss}

    def _make_optimisers(self) -> dict[str, torch.optim.Adam]:
        if self.layer is None:
            return super()._make_optimisers()
        layer = self.network.down[self.layer], self.network.up[self.layer]
        return {"all": self._adam(weight for part in layer for weight in part.parameters())}

    def _progress(self, now: float) -> float:
        greedy = self._layer_epochs * self.network.depth
        if now < greedy:
            return now % self._layer_epochs / self._layer_epochs
        return (now - greedy) / max(1, self._final_epochs)

    def _end_epoch(self) -> None:
        done, greedy = self.epochs_done, self._layer_epochs * self.network.depth
        if self._layer_epochs and done <= greedy and done % self._layer_epochs == 0:
            self.optimisers = self._make_optimisers()


class AdversarialTrainer(StepTrainer):
    """Fits an adversarial autoencoder: the critic learns to tell, then the rest to rebuild and deceive.

    Parameters
    ----------
    weight : float
        Of deceiving against rebuilding, in the encoder's loss.
    spoil : callable, optional
        Spoils what the encoder sees, given the images and a generator; the target stays clean. Creswell &
        Bharath, *Denoising adversarial autoencoders*, 2017.
    *args, **kwargs
        As for `StepTrainer`.
    """

    network: AdversarialAutoencoder

    def __init__(self, *args: Any, weight: float = 30.0, spoil: Spoil | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._weight = weight
        self._spoil = spoil

    def _make_optimisers(self) -> dict[str, torch.optim.Adam]:
        net = self.network
        return {
            "rebuild": self._adam([*net.encoder.parameters(), *net.decoder.parameters()]),
            "critic": self._adam(net.discriminator.parameters()),
        }

    def _update(self, x: torch.Tensor, labels: torch.Tensor | None) -> Parts:
        net = self.network
        code = net.encode(x if self._spoil is None else self._spoil(x, self._rng))
        chance = torch.randn(code.shape, generator=self._rng)
        # Half the log-loss on either kind: ln 2 where it cannot tell.
        critic = 0.5 * (
            functional.softplus(-suspicion(net, chance)).mean()
            + functional.softplus(suspicion(net, code.detach())).mean()
        )
        self._minimise(critic, "critic")

        reconstruction = reconstruction_nats(net.logits(code), x)
        deceive = functional.softplus(-suspicion(net, code)).mean()
        self._minimise(reconstruction + self._weight * deceive, "rebuild")
        return {"loss": reconstruction, "critic": critic, "deceive": deceive}


class JudgeTrainer(StepTrainer):
    """Fits the classifier; each image is shifted by up to `shift` pixels anew each time.

    Parameters
    ----------
    shift : int
        Largest shift along either axis.
    *args, **kwargs
        As for `StepTrainer`.
    """

    network: JudgeNetwork

    def __init__(self, *args: Any, shift: int = 2, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._shift = shift

    def _update(self, x: torch.Tensor, labels: torch.Tensor | None) -> Parts:
        assert labels is not None
        loss = functional.cross_entropy(self.network(shifted(x, self._shift, self._rng)), labels)
        self._minimise(loss)
        return {"loss": loss}


def shifted(x: torch.Tensor, most: int, generator: torch.Generator) -> torch.Tensor:
    """Move each image by whole pixels, up to `most` along either axis; (n, 784) both."""
    padded = functional.pad(x.reshape(-1, 28, 28), (most, most, most, most))
    down, right = torch.randint(0, 2 * most + 1, (2, len(x)), generator=generator)
    rows = down[:, None] + torch.arange(28)
    columns = right[:, None] + torch.arange(28)
    which = torch.arange(len(x))[:, None, None]
    return padded[which, rows[:, :, None], columns[:, None, :]].reshape(len(x), -1)
