"""The optimisation that all fits of the ECG models share, and its state between two batches."""

from __future__ import annotations

import json

import numpy as np
import torch
from torch import nn

from training.engine.checkpoint import State
from training.engine.compute import reproducible


class Optimisation:
    """AdamW on a one-cycle schedule, a batch a call.

    Its state holds everything that the next batch depends on, so that a fit that goes on gives bit for bit
    what an uninterrupted one gives.

    Parameters
    ----------
    network : Module
        Fitted in place.
    rng : numpy.random.Generator
        The generator that draws the batches; its state is part of the fit's.
    learning_rate : float
        Greatest rate of the schedule.
    total : int
        Batches in all.
    weight_decay : float
        Of AdamW.
    rise : float
        Share of the batches over which the rate rises.
    """

    def __init__(
        self,
        network: nn.Module,
        rng: np.random.Generator,
        learning_rate: float,
        total: int,
        *,
        weight_decay: float = 1e-2,
        rise: float = 0.3,
    ) -> None:
        self.network = network
        self.done = 0
        """Batches taken."""
        self._rng = rng
        self._optimiser = torch.optim.AdamW(
            network.parameters(),
            lr=learning_rate,
            weight_decay=weight_decay,
            # MKL's square root, of which the other way is made, begins with the processor's estimate, and
            # makers' estimates differ; the fused way rounds exactly.
            fused=True if reproducible() else None,
        )
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimiser, learning_rate, total_steps=total, pct_start=rise
        )

    def step(self, loss: torch.Tensor) -> float:
        """Go one step down the loss of a batch; give its value."""
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimiser.step()
        self._schedule.step()
        self.done += 1
        return loss.item()

    def state(self) -> State:
        """Give the state between two batches."""
        tensors = {f"network.{name}": tensor for name, tensor in self.network.state_dict().items()}
        for i, parameter in enumerate(self.network.parameters()):
            for name, value in self._optimiser.state.get(parameter, {}).items():
                tensors[f"optimiser.{i}.{name}"] = value
        tensors["chance"] = torch.get_rng_state()
        group = self._optimiser.param_groups[0]
        plain = {
            "done": self.done,
            "rate": group["lr"],
            "betas": list(group["betas"]),
            "last_rate": self._schedule.get_last_lr(),
            "generator": json.loads(json.dumps(self._rng.bit_generator.state)),
        }
        return tensors, plain

    def restore(self, state: State) -> None:
        """Take a state back.

        Raises
        ------
        KeyError, RuntimeError, ValueError, TypeError
            If it is not one of this fit.
        """
        tensors, plain = state
        own = {name.removeprefix("network."): t for name, t in tensors.items() if name.startswith("network.")}
        self.network.load_state_dict(own, strict=True)
        self._optimiser.state.clear()
        for i, parameter in enumerate(self.network.parameters()):
            start = f"optimiser.{i}."
            values = {name.removeprefix(start): t for name, t in tensors.items() if name.startswith(start)}
            if values:
                self._optimiser.state[parameter] = {
                    # The count of steps stays on the processor, as AdamW has it.
                    name: t.clone() if name == "step" else t.to(parameter.device, copy=True)
                    for name, t in values.items()
                }
        torch.set_rng_state(tensors["chance"])
        self._rng.bit_generator.state = plain["generator"]
        self.done = int(plain["done"])
        group = self._optimiser.param_groups[0]
        group["lr"], group["betas"] = float(plain["rate"]), tuple(plain["betas"])
        self._schedule.load_state_dict(
            {
                **self._schedule.state_dict(),
                "last_epoch": self.done,
                "_step_count": self.done + 1,
                "_last_lr": list(plain["last_rate"]),
            }
        )
