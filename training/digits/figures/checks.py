"""What each digit model must show on the test digits, measured on its weights as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import nn

from models.digits import lesson
from models.digits.networks.adversarial import AdversarialAutoencoder
from models.digits.networks.judge import JudgeNetwork
from models.digits.networks.network import CloudNetwork, DigitNetwork
from models.digits.networks.pca import Pca
from models.digits.networks.sigmoid import SigmoidAutoencoder
from models.digits.networks.vae import ConditionalVae, kl_nats
from models.digits.pictures.noise import KINDS, spoil
from training.digits.fits.losses import draw, jacobian_norm2, reconstruction_nats, suspicion
from training.digits.fits.recipes import SPARSE_RHO

SAMPLES_PER_DIGIT = 1000
LEVELS = (0.3, 0.5, 0.7)
_BATCH = 1000


@dataclass(frozen=True)
class Check:
    """A figure beside its target.

    Attributes
    ----------
    model : str
        Name of the model.
    what : str
        What was measured.
    measured : float
        The figure.
    target : str
        What it must be, for a reader.
    passed : bool
        Whether it is.
    """

    model: str
    what: str
    measured: float
    target: str
    passed: bool


def mse(network: DigitNetwork, x: torch.Tensor, components: int | None = None) -> float:
    """Mean squared error of the reconstructions; of a PCA, with as many components as told."""
    total = 0.0
    with torch.inference_mode():
        for part in x.split(_BATCH):
            if isinstance(network, Pca):
                rebuilt = network.decode(network.encode(part)[:, :components])
            else:
                rebuilt = network(part)
            total += float((rebuilt - part).square().mean(1).sum())
    return total / len(x)


def negative_elbo(
    network: CloudNetwork, x: torch.Tensor, labels: torch.Tensor | None = None
) -> tuple[float, float]:
    """Reconstruction and KL of images, nats per image, with one draw each from a fixed seed."""
    generator = torch.Generator().manual_seed(0)
    told = None if labels is None else labels.split(_BATCH)
    reconstruction = kl = 0.0
    with torch.inference_mode():
        for i, part in enumerate(x.split(_BATCH)):
            digits = told[i] if told else None
            mean, log_variance = network.cloud(part, digits)
            logits = network.logits(draw(mean, log_variance, generator), digits)
            reconstruction += reconstruction_nats(logits, part).item() * len(part)
            kl += kl_nats(mean, log_variance).sum().item()
    return reconstruction / len(x), kl / len(x)


def monte_carlo_kl(mean: torch.Tensor, log_variance: torch.Tensor, draws: int = 200) -> float:
    """Mean KL of clouds from the standard normal, by drawing from them; nats per cloud."""
    generator = torch.Generator().manual_seed(0)
    prior = torch.distributions.Normal(torch.zeros_like(mean), torch.ones_like(mean))
    cloud = torch.distributions.Normal(mean, (0.5 * log_variance).exp())
    total = 0.0
    for _ in range(draws):
        z = draw(mean, log_variance, generator)
        total += float((cloud.log_prob(z) - prior.log_prob(z)).sum(1).mean())
    return total / draws


def agreement(network: ConditionalVae, judge: JudgeNetwork) -> float:
    """How often the judge sees the digit that was asked for, in random styles."""
    generator = torch.Generator().manual_seed(0)
    right = 0
    with torch.inference_mode():
        for digit in range(10):
            asked = torch.full((SAMPLES_PER_DIGIT,), digit)
            z = torch.randn(SAMPLES_PER_DIGIT, network.latent, generator=generator)
            right += int((judge(network.decode(z, asked)).argmax(1) == asked).sum())
    return right / (10 * SAMPLES_PER_DIGIT)


def denoising_errors(network: DigitNetwork, x: torch.Tensor) -> list[dict[str, float | str]]:
    """Errors of spoilt and of cleaned images against the clean ones, by kind and level of the noise."""
    rows: list[dict[str, float | str]] = []
    for kind in KINDS:
        for level in LEVELS:
            noisy = spoil(x, kind, level, torch.Generator().manual_seed(0))
            with torch.inference_mode():
                cleaned = torch.cat([network(part) for part in noisy.split(_BATCH)])
            rows.append(
                {
                    "kind": kind,
                    "level": level,
                    "noisy_mse": float((noisy - x).square().mean()),
                    "denoised_mse": float((cleaned - x).square().mean()),
                }
            )
    return rows


def discriminator_accuracy(network: AdversarialAutoencoder, x: torch.Tensor) -> float:
    """How often the discriminator tells codes of digits from codes drawn by chance."""
    generator = torch.Generator().manual_seed(0)
    with torch.inference_mode():
        codes = torch.cat([network.encode(part) for part in x.split(_BATCH)])
        chance = torch.randn(codes.shape, generator=generator)
        right = (suspicion(network, chance) > 0).sum() + (suspicion(network, codes) <= 0).sum()
    return float(right) / (2 * len(x))


def jacobian_norm(network: SigmoidAutoencoder, x: torch.Tensor) -> float:
    """Mean squared Frobenius norm of the code's Jacobian."""
    with torch.inference_mode():
        return float(jacobian_norm2(network, network.encode(x)).mean())


def jacobian_by_autograd(network: SigmoidAutoencoder, x: torch.Tensor) -> torch.Tensor:
    """Squared Frobenius norm of the code's Jacobian at each image, without the formula; shape (n,)."""
    norms = [torch.autograd.functional.jacobian(network.encode, one[None]).square().sum() for one in x]
    return torch.stack(norms)


def metrics(name: str, network: nn.Module, x: torch.Tensor, labels: torch.Tensor) -> dict[str, float]:
    """Figures of one model on the test digits, for its card.

    Parameters
    ----------
    name : str
        Name of the model.
    network : Module
        With weights as they are stored.
    x : Tensor, shape (n, 784)
        The test digits, 0 to 1.
    labels : Tensor of int64, shape (n,)
        What they are.
    """
    if isinstance(network, JudgeNetwork):
        with torch.inference_mode():
            right = sum(
                int((network(a).argmax(1) == b).sum())
                for a, b in zip(x.split(_BATCH), labels.split(_BATCH), strict=True)
            )
        return {"accuracy": right / len(x)}
    assert isinstance(network, DigitNetwork)
    figures = {"mse": mse(network, x)}
    if isinstance(network, CloudNetwork):
        reconstruction, kl = negative_elbo(network, x, labels if network.labelled else None)
        figures |= {"loss": reconstruction + kl, "reconstruction": reconstruction, "kl": kl}
    if isinstance(network, SigmoidAutoencoder):
        with torch.inference_mode():
            figures["mean_activation"] = float(network.encode(x).mean())
        figures["jacobian_norm2"] = jacobian_norm(network, x)
    if isinstance(network, AdversarialAutoencoder):
        with torch.inference_mode():
            codes = network.encode(x)
        figures["discriminator_accuracy"] = discriminator_accuracy(network, x)
        for i in range(network.latent):
            figures[f"z{i + 1}_mean"] = float(codes[:, i].mean())
            figures[f"z{i + 1}_std"] = float(codes[:, i].std())
    return figures


def checks(
    networks: Mapping[str, nn.Module], train_loss: Mapping[str, tuple[float, ...]], x: torch.Tensor,
    labels: torch.Tensor, known: Mapping[str, Mapping[str, float]] | None = None,
) -> list[Check]:  # fmt: skip
    """Hold every model that is there against its target.

    Parameters
    ----------
    networks : mapping of str to Module
        Fitted models by name, also those for comparison.
    train_loss : mapping of str to tuple of float
        Their losses, one an epoch.
    x : Tensor, shape (n, 784)
        The test digits, 0 to 1.
    labels : Tensor of int64, shape (n,)
        What they are.
    known : mapping of str to mapping of str to float, optional
        Figures of models for comparison that are not there, as `metrics` gave them.
    """
    found = {name: metrics(name, network, x, labels) for name, network in networks.items()}
    found |= {name: dict(figures) for name, figures in (known or {}).items() if name not in networks}
    out: list[Check] = []

    def below(model: str, what: str, measured: float, limit: float, named: str) -> None:
        out.append(Check(model, what, measured, f"< {limit:.5g} ({named})", measured < limit))

    def within(model: str, what: str, measured: float, centre: float, margin: float) -> None:
        near = abs(measured - centre) <= margin
        out.append(Check(model, what, measured, f"{centre:g} ± {margin:g}", near))

    if "judge" in networks:
        accuracy = found["judge"]["accuracy"]
        out.append(Check("judge", "test accuracy", accuracy, ">= 0.99", accuracy >= 0.99))
    if "vae" in networks:
        vae = networks["vae"]
        assert isinstance(vae, CloudNetwork)
        last = train_loss["vae"][-1]
        within("vae", "mean training loss, last epoch", last, lesson.TARGET_LOSS, lesson.TOLERANCE)
        with torch.inference_mode():
            mean, log_variance = vae.cloud(x[:_BATCH])
            ratio = monte_carlo_kl(mean, log_variance) / float(kl_nats(mean, log_variance).sum(1).mean())
        within("vae", "KL by Monte Carlo / closed form", ratio, 1.0, 0.01)
    if {"ae", "pca"} <= set(networks):
        ae = networks["ae"]
        assert isinstance(ae, DigitNetwork)
        below("ae", "test MSE", found["ae"]["mse"], found["pca"]["mse"], "PCA 32")
        with torch.inference_mode():
            apart = float((ae.decode(ae.encode(x[:_BATCH])) - ae(x[:_BATCH])).abs().max())
        out.append(Check("ae", "parts against the whole", apart, "0", apart == 0))
    if {"linear", "pca"} <= set(networks):
        within("linear", "test MSE / PCA 32's", found["linear"]["mse"] / found["pca"]["mse"], 1.0, 0.02)
    if {"stacked", "stacked-scratch"} <= set(found):
        limit = found["stacked-scratch"]["mse"]
        below("stacked", "test MSE, sigmoids", found["stacked"]["mse"], limit, "from scratch")
    if {"conv-ae", "pca"} <= set(networks):
        pca = networks["pca"]
        assert isinstance(pca, Pca)
        below("conv-ae", "test MSE", found["conv-ae"]["mse"], mse(pca, x, 16), "PCA 16")
    rivals = (
        ("conv-vae", "vae", "dense, the course's"),
        ("conv-vae", "vae-longer", "dense, fitted alike"),
        ("conv-vae-16", "vae-16", "dense, fitted alike"),
    )
    for conv, dense, named in rivals:
        if {conv, dense} <= set(found):
            below(conv, "test loss", found[conv]["loss"], found[dense]["loss"], named)
    if {"cvae", "judge"} <= set(networks):
        cvae, judge = networks["cvae"], networks["judge"]
        assert isinstance(cvae, ConditionalVae)
        assert isinstance(judge, JudgeNetwork)
        share = agreement(cvae, judge)
        out.append(Check("cvae", "judge sees the asked digit", share, ">= 0.98", share >= 0.98))
    if "denoising" in networks:
        denoising = networks["denoising"]
        assert isinstance(denoising, DigitNetwork)
        for row in denoising_errors(denoising, x):
            what = f"MSE, {row['kind']} {row['level']}"
            below("denoising", what, float(row["denoised_mse"]), float(row["noisy_mse"]), "noisy")
    if "sparse" in networks:
        within("sparse", "mean activation", found["sparse"]["mean_activation"], SPARSE_RHO, 0.02)
    if "contractive" in networks:
        contractive = networks["contractive"]
        assert isinstance(contractive, SigmoidAutoencoder)
        exact = jacobian_by_autograd(contractive, x[:20])
        with torch.inference_mode():
            ratio = float((jacobian_norm2(contractive, contractive.encode(x[:20])) / exact).mean())
        within("contractive", "Jacobian², formula / autograd", ratio, 1.0, 1e-4)
        if "contractive-plain" in found:
            limit = found["contractive-plain"]["jacobian_norm2"]
            below("contractive", "Jacobian²", found["contractive"]["jacobian_norm2"], limit, "plain")
    if "adversarial" in networks:
        figures = found["adversarial"]
        within("adversarial", "discriminator accuracy", figures["discriminator_accuracy"], 0.5, 0.1)
        for i in (1, 2):
            within("adversarial", f"mean of z{i}", figures[f"z{i}_mean"], 0.0, 0.2)
            within("adversarial", f"std of z{i}", figures[f"z{i}_std"], 1.0, 0.2)
    return out
