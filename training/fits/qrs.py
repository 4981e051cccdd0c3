"""Fit the QRS detector's network on the reference beats of DS1, both leads, disturbed in many ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from scipy.signal import butter, sosfilt
from torch import nn
from torch.nn import functional

from assets.records.record import Record
from models.beats.qrs.network import QrsInput
from models.beats.qrs.weights import ROWS_A_STEP, STEM_ROWS, TAPS, QrsCard, QrsConfig, QrsWeights, TrainedQrs
from models.signal.frontend import MODEL_FS, FrontEnd
from training.data.dataset import read_beats
from training.data.flutter import flutter_spans, inside
from training.engine.checkpoint import Keeper
from training.engine.compute import versions
from training.engine.loop import Optimisation
from training.engine.progress import Progress, Silent

CROP_S = 20.0
"""Length of a training example, s."""

LEARN_FROM_S = 1.0
"""The first part of an example, in which filters and background level settle, is not learnt from, s."""

TARGET_STEPS = 2.0
"""Standard deviation of the bell that stands for an R peak in the target, steps."""

FLUTTER_MARGIN_S = 0.5
"""Rows nearer than this to ventricular flutter are not learnt from, s."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class QrsFitSettings:
    """How to fit.

    Attributes
    ----------
    steps : int
        Batches.
    batch : int
        Examples a batch.
    learning_rate : float
        Greatest rate of the one-cycle schedule.
    weight_decay : float
        Of AdamW.
    seed : int
        Fixes the weights: the same seed, records and versions give the same ones on one thread.
    """

    steps: int = 2000
    batch: int = 32
    learning_rate: float = 5e-3
    weight_decay: float = 1e-3
    seed: int = 1

    def __post_init__(self) -> None:
        if min(self.steps, self.batch) < 1:
            raise ValueError("steps and batch must be at least 1.")


class QrsNetwork(nn.Module):
    """The network of `models.beats.qrs.network.QrsStream`, for fitting.

    Parameters
    ----------
    config : QrsConfig
        Layout.
    """

    def __init__(self, config: QrsConfig) -> None:
        super().__init__()
        self.config = config
        c = config.channels
        self.stem = nn.Conv1d(2, c, STEM_ROWS, stride=ROWS_A_STEP)
        self.layers = nn.ModuleList(nn.Conv1d(c, c, TAPS, dilation=d) for d in config.dilations)
        self.head = nn.Conv1d(c, 1, 1)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """Give the log odds of every step.

        Parameters
        ----------
        inputs : Tensor, shape (batch, n, 2)
            From `models.beats.qrs.network.QrsInput`.

        Returns
        -------
        Tensor, shape (batch, n // 2)
        """
        x = inputs.transpose(1, 2)
        x = functional.relu(self.stem(functional.pad(x, (STEM_ROWS - ROWS_A_STEP, 0))))
        for dilation, layer in zip(self.config.dilations, self.layers, strict=True):
            x = x + functional.relu(layer(functional.pad(x, ((TAPS - 1) * dilation, 0))))
        logits: torch.Tensor = self.head(x)[:, 0]
        return logits


@dataclass(frozen=True)
class QrsPatient:
    """One record to learn from.

    Attributes
    ----------
    value : ndarray of float64, shape (leads, n)
        Rows of the front end, mV; 0 in a gap.
    beats : ndarray of float64, shape (b,)
        Reference beats, in rows.
    usable : ndarray of bool, shape (n,)
        False in and near ventricular flutter.
    """

    value: Array
    beats: Array
    usable: npt.NDArray[np.bool_]


def read_qrs_patient(record: Record) -> QrsPatient:
    """Put every lead of an annotated record through the front end.

    Raises
    ------
    ValueError
        If the record has no annotations or is too short for one example.
    """
    leads = [FrontEnd(record.fs).push(record.signals[:, i]) for i in range(len(record.leads))]
    value = np.nan_to_num(np.stack([lead.value for lead in leads]).astype(np.float64), nan=0.0)
    if value.shape[1] < 2 * CROP_S * MODEL_FS:
        raise ValueError(f"Record {record.name} is too short to learn R peaks from.")
    in_flutter = inside(leads[0].index, flutter_spans(record))
    margin = round(FLUTTER_MARGIN_S * MODEL_FS)
    near = np.convolve(in_flutter, np.ones(2 * margin + 1), "same") > 0.5
    return QrsPatient(value, read_beats(record).sample.astype(np.float64) * (MODEL_FS / record.fs), ~near)


def fit_qrs(
    patients: Sequence[QrsPatient],
    settings: QrsFitSettings,
    config: QrsConfig | None = None,
    *,
    records: Sequence[str] = (),
    progress: Progress | None = None,
    keeper: Keeper | None = None,
) -> TrainedQrs:
    """Fit the network.

    Parameters
    ----------
    patients : sequence of QrsPatient
        Whom to learn from; each is drawn equally often.
    settings : QrsFitSettings
        How.
    config : QrsConfig, optional
        Layout; as shipped if left out.
    records : sequence of str
        Names for the card.
    progress : Progress, optional
        Told of each batch and its loss (nats a step).
    keeper : Keeper, optional
        Where the fit is kept; if it was kept before, it goes on.

    Returns
    -------
    TrainedQrs

    Raises
    ------
    ValueError
        If `patients` is empty.
    """
    if not patients:
        raise ValueError("There are no records to learn R peaks from.")
    progress, keeper = progress or Silent(), keeper or Keeper()
    config = config or QrsConfig()
    rng = np.random.default_rng(settings.seed)
    torch.manual_seed(settings.seed)
    network = QrsNetwork(config)
    optimisation = Optimisation(
        network,
        rng,
        settings.learning_rate,
        max(settings.steps, 3),
        weight_decay=settings.weight_decay,
        rise=0.15,
    )
    keeper.resume(optimisation.state, optimisation.restore)
    progress.start(optimisation.done)
    while optimisation.done < settings.steps:
        examples = [
            example(patients[int(rng.integers(len(patients)))], config, rng) for _ in range(settings.batch)
        ]
        inputs, target, mask = (
            torch.from_numpy(np.stack(part).astype(np.float32)) for part in zip(*examples, strict=True)
        )
        loss = functional.binary_cross_entropy_with_logits(network(inputs), target, reduction="none")
        value = optimisation.step((loss * mask).sum() / mask.sum().clamp(min=1))
        progress.step(optimisation.done, value)
        if keeper.due or optimisation.done == settings.steps:
            keeper.save(optimisation.state())
            keeper.stop_if_asked()
    card = QrsCard(
        records=tuple(records), seed=settings.seed, steps=settings.steps, versions=versions("scipy")
    )
    return to_weights(network, card)


def to_weights(network: QrsNetwork, card: QrsCard) -> TrainedQrs:
    """Take the tensors out of a network."""
    tensors = {name: tensor.detach().cpu().numpy().copy() for name, tensor in network.state_dict().items()}
    return TrainedQrs(QrsWeights(network.config, tensors), card)


def example(
    patient: QrsPatient, config: QrsConfig, rng: np.random.Generator
) -> tuple[npt.NDArray[np.float32], Array, Array]:
    """Draw one disturbed stretch of a patient.

    Leads are mixed, time is stretched, the gain and the polarity change; drift, muscle noise and electrode
    motion are added; now and then the heart (or the cable) stops.

    Parameters
    ----------
    patient : QrsPatient
        Where from.
    config : QrsConfig
        The network's layout: by how much its output lags.
    rng : numpy.random.Generator
        Chance.

    Returns
    -------
    inputs : ndarray of float32, shape (n, 2)
        For the network.
    target : ndarray of float64, shape (n // 2,)
        1 at an R peak, falling off to either side.
    mask : ndarray of float64, shape (n // 2,)
        0 where nothing is to be learnt.
    """
    n = round(CROP_S * MODEL_FS)
    stretch = rng.uniform(0.8, 1.25) if rng.random() < 0.6 else 1.0
    span = int(n * stretch) + 2
    at = int(rng.integers(0, patient.value.shape[1] - span))
    position = np.arange(n) * stretch
    x = np.interp(position, np.arange(span), _mix(patient.value[:, at : at + span], rng))
    usable = patient.usable[at + position.astype(np.intp)].copy()
    margin = MODEL_FS / 2
    inside = (patient.beats >= at - margin) & (patient.beats < at + span + margin)
    beats = (patient.beats[inside] - at) / stretch
    if rng.random() < 0.06:
        x, beats, usable = _stop(x, beats, usable, rng)
    x = x * np.exp(rng.uniform(-1.2, 1.2)) * rng.choice([-1.0, 1.0])
    if rng.random() < 0.6:
        x = x + disturbance(n, rng)

    lag = config.lookahead
    steps = np.arange(n // ROWS_A_STEP)
    away = steps - (beats[:, None] / ROWS_A_STEP + lag)
    target = np.exp(-0.5 * (away / TARGET_STEPS) ** 2).max(axis=0) if len(beats) else np.zeros(len(steps))
    target[target < 0.02] = 0.0
    mask = usable[::ROWS_A_STEP].astype(np.float64)
    mask[: round(LEARN_FROM_S * MODEL_FS / ROWS_A_STEP)] = 0.0
    mask = np.concatenate([np.zeros(lag), mask[: len(mask) - lag]])
    return QrsInput().push(x), target, mask


def _mix(leads: Array, rng: np.random.Generator) -> Array:
    """One lead, mostly the first, or a mixture of two."""
    draw = rng.random()
    if draw < 0.5 or len(leads) == 1:
        return leads[0]
    if draw < 0.65:
        return leads[1]
    share = rng.random()
    return np.asarray(share * leads[0] + (1 - share) * rng.choice([-1.0, 1.0]) * leads[1])


def _stop(
    x: Array, beats: Array, usable: npt.NDArray[np.bool_], rng: np.random.Generator
) -> tuple[Array, Array, npt.NDArray[np.bool_]]:
    """Let the signal fall to zero for a while; what lies on the edges is not learnt from."""
    n = len(x)
    start = int(rng.integers(0, n))
    stop = min(n, start + int(rng.integers(240, n)))
    x = x.copy()
    x[start:stop] = x[start] * np.exp(-np.arange(stop - start) / 24.0)
    for edge in (start, stop):
        if (np.abs(beats - edge) < 12).any():
            usable[max(0, edge - 42) : edge + 43] = False
    return x, beats[(beats < start) | (beats > stop)], usable


def disturbance(n: int, rng: np.random.Generator) -> Array:
    """Draw drift, bursts of muscle noise and electrode motion, in mV at `MODEL_FS`.

    Parameters
    ----------
    n : int
        Rows.
    rng : numpy.random.Generator
        Chance.

    Returns
    -------
    ndarray of float64, shape (n,)
    """
    t = np.arange(n) / MODEL_FS
    x = np.zeros(n)
    if rng.random() < 0.4:
        swing = 2 * np.pi * rng.uniform(0.1, 1.2) * t + rng.uniform(0, 2 * np.pi)
        x += 10 ** rng.uniform(-1.2, 0.2) * np.sin(swing + 0.5 * np.sin(2 * np.pi * 0.1 * t))
    if rng.random() < 0.5:
        band = (rng.uniform(1, 20), rng.uniform(25, 55))
        noise = sosfilt(butter(1, band, "bandpass", fs=MODEL_FS, output="sos"), rng.standard_normal(n))
        envelope = np.ones(n)
        if rng.random() < 0.6:
            envelope[:] = 0.0
            for _ in range(int(rng.integers(1, 4))):
                start = int(rng.integers(0, n))
                envelope[start : start + int(rng.integers(60, 900))] = 1.0
        x += 10 ** rng.uniform(-2.2, -0.4) * noise * envelope
    if rng.random() < 0.25:
        for _ in range(int(rng.integers(1, 5))):
            start = int(rng.integers(0, n))
            since = np.arange(n - start)
            height = rng.standard_normal() * 10 ** rng.uniform(-0.7, 0.5)
            rise, fall = rng.uniform(1, 12), rng.uniform(0.03, 1.0) * MODEL_FS
            x[start:] += height * (1 - np.exp(-since / rise)) * np.exp(-since / fall)
    return x
