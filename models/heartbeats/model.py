"""The heartbeat autoencoder as everybody uses it: shapes in, landings out, in numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.heartbeats.network import LIMIT, HeartbeatVae

Array = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Landings:
    """Where beats land on the map, and what the network makes of them; NaN of a beat without a shape.

    Attributes
    ----------
    mean, std : ndarray of float32, shape (..., latent)
        The beat's cloud.
    redrawn : ndarray of float32, shape (..., ROWS)
        The shape decoded from the cloud's middle.
    error : ndarray of float32, shape (...)
        Mean squared difference of the two; as a shape's mean square is 1, the share of the beat that is lost.
    """

    mean: Array
    std: Array
    redrawn: Array
    error: Array


def land(network: HeartbeatVae, shape: npt.NDArray[np.floating]) -> Landings:
    """Encode beats and redraw them.

    Parameters
    ----------
    network : HeartbeatVae
        Fitted.
    shape : ndarray, shape (..., ROWS)
        Beats of mean 0 and mean square 1 (`models.heartbeats.shape.shapes`); NaN where there is none.
    """
    flat = np.asarray(shape, dtype=np.float32).reshape(-1, shape.shape[-1])
    whole = np.asarray(np.isfinite(flat).all(axis=1))
    with torch.inference_mode():
        x = torch.from_numpy(np.where(whole[:, None], flat, np.float32(0)).clip(-LIMIT, LIMIT))
        mean, log_variance = network.cloud(x)
        redrawn = network.decode(mean)
        found = mean, torch.exp(0.5 * log_variance), redrawn, (x - redrawn).square().mean(dim=1, keepdim=True)
        parts = [np.where(whole[:, None], one.numpy(), np.float32(np.nan)) for one in found]
    before = shape.shape[:-1]
    middle, spread, drawn, error = (part.reshape(*before, part.shape[1]) for part in parts)
    return Landings(middle, spread, drawn, error[..., 0])


def decode(network: HeartbeatVae, codes: npt.ArrayLike) -> Array:
    """Give the shapes of codes; (n, latent) to (n, ROWS)."""
    with torch.inference_mode():
        return np.asarray(network.decode(torch.from_numpy(np.asarray(codes, dtype=np.float32))).numpy())
