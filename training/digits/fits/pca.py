"""Principal components of images."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from models.digits.networks.pca import Pca


def fit_pca(pca: Pca, x: npt.NDArray[np.float32]) -> None:
    """Find the components of images; shape (n, 784).

    Each component's sign is chosen so that its largest weight is positive.

    Parameters
    ----------
    pca : Pca
        Changed in place.
    x : ndarray of float32, shape (n, 784)
        Ink from 0 to 1.
    """
    exact = x.astype(np.float64)
    average = exact.mean(0)
    covariance = exact.T @ exact / len(exact) - np.outer(average, average)
    _, vectors = np.linalg.eigh(covariance)
    components = vectors[:, ::-1][:, : pca.latent].T
    peak = np.take_along_axis(components, np.abs(components).argmax(1)[:, None], 1)
    pca.average.copy_(torch.from_numpy(average))
    pca.components.copy_(torch.from_numpy(components * np.sign(peak)))
