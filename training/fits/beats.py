"""Fit the beat autoencoder on normal beats; set the detector's units on patients that a fit has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from assets.phrase import phrase
from models.beats.autoencoder import BeatAutoencoder, BeatAutoencoderConfig
from models.beats.classifier import BeatClassifier
from models.beats.qrs.detector import QrsDetector
from models.beats.qrs.peaks import Beats
from models.beats.scores import COMPONENTS, BeatScores
from models.beats.templates import LEAST_AMPLITUDE_MV
from models.beats.weights import MEASURES, BeatCard, TrainedBeats, Weighing
from models.running.autoencoder import Autoencoder, ReconstructionStream
from models.running.forecaster import Forecaster, ForecastStream
from models.signal.frontend import MODEL_FS, FrontEndRows
from training.data.dataset import PatientRows
from training.engine.checkpoint import Keeper
from training.engine.compute import versions
from training.engine.loop import Optimisation
from training.engine.progress import Progress, Silent
from training.evaluation.metrics.ranking import average_precision, roc_auc

LEARN_S = 300.0
"""Beats of the first five minutes set no level: the stream is still getting to know the patient, s."""

NOTHING_LATE = (
    f"The threshold is set on normal beats after the first {LEARN_S / 60:.0f} minutes of a recording, and "
    "there are none: add a longer recording."
)
"""What is said of recordings that are all too short."""

TRAINING_CLIP = 100.0
"""Ceiling of the squared, variance-scaled error in training: artefacts do not steer the fit."""

REACH_ROWS = 90
"""Rows kept on either side of an R peak, so that a beat can be stretched."""

TEMPLATE_BEATS, TEMPLATE_SPAN = 24, 150
"""The patient's amplitude is that of the median of so many beats, out of so many on either side."""

FEWEST_BEATS = 100
"""A patient with fewer normal beats than this is not learnt from."""

SEEN_WITHIN_S = 0.15
"""A detected beat is the reference beat that lies no farther away, s (ANSI/AAMI EC57:2012)."""

CHUNK_ROWS = 2400
"""Rows that the running models take at once."""

PREMATURE = 0.2
"""Share by which a beat is premature: the usual 20 % filter for ectopic beats in heart rate variability."""


@dataclass(frozen=True)
class BeatFitSettings:
    """How to fit.

    Attributes
    ----------
    steps : int
        Batches.
    batch : int
        Beats a batch.
    learning_rate : float
        Greatest rate of the one-cycle schedule.
    seed : int
        Fixes the weights.
    alarms_per_minute : float
        False alarms a minute, over all patients, at which the threshold is set.
    """

    steps: int = 1200
    batch: int = 128
    learning_rate: float = 2e-3
    seed: int = 1
    alarms_per_minute: float = 1.0

    def __post_init__(self) -> None:
        if min(self.steps, self.batch) < 1:
            raise ValueError(phrase("steps and batch must be at least 1."))
        if not 0 <= self.seed < 2**32:
            raise ValueError(phrase("seed must lie between 0 and 2**32 - 1."))


@dataclass(frozen=True)
class PatientBeats:
    """What the running models and the QRS detector found in one patient.

    Attributes
    ----------
    patient : PatientRows
        The patient.
    rows : FrontEndRows
        His first lead.
    beats : Beats
        Detected beats.
    forecast : ndarray of float32, shape (k,)
        The forecaster's raw scores.
    reconstruction : tuple of ndarray
        Rows that the autoencoder's raw scores describe, and the scores.
    """

    patient: PatientRows
    rows: FrontEndRows
    beats: Beats
    forecast: npt.NDArray[np.float32]
    reconstruction: tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]


def find_beats(patient: PatientRows, forecaster: Forecaster, autoencoder: Autoencoder) -> PatientBeats:
    """Run the running models and the QRS detector over a patient's first lead."""
    value = np.where(patient.valid, patient.value[:, 0], np.float32(np.nan))
    # Rows that are not valid are as good as a gap here, and nothing asks when a row arrived.
    rows = FrontEndRows(patient.index, patient.index, value, np.zeros_like(value), patient.valid)
    detector = QrsDetector(patient.fs)
    forecasts, rebuilds = ForecastStream(forecaster), ReconstructionStream(autoencoder)
    beats, nll, rebuilt = [], [], []
    for start in range(0, len(value), CHUNK_ROWS):
        part = slice(start, start + CHUNK_ROWS)
        piece = FrontEndRows(
            *(getattr(rows, f)[part] for f in ("index", "emitted", "value", "baseline", "valid"))
        )
        beats.append(detector.push_rows(piece))
        nll.append(forecasts.push(value[part], patient.valid[part]).score)
        rebuilt.append(rebuilds.push(value[part], patient.valid[part]))
    return PatientBeats(
        patient,
        rows,
        Beats.concatenate(beats),
        np.concatenate(nll),
        (np.concatenate([r.row for r in rebuilt]), np.concatenate([r.score for r in rebuilt])),
    )


class BeatSampler:
    """Draws normal beats, each patient as often as any other, varied as patients and electrodes vary.

    Parameters
    ----------
    found : sequence of PatientBeats
        Where to draw from.
    config : BeatAutoencoderConfig
        Extent of a beat.
    rng : numpy.random.Generator
        Chance.

    Raises
    ------
    ValueError
        If no patient has enough normal beats.
    """

    def __init__(
        self, found: Sequence[PatientBeats], config: BeatAutoencoderConfig, rng: np.random.Generator
    ) -> None:
        self._rng = rng
        self._offset = np.arange(-config.before, config.after + 1)
        cut = [_normal_beats(one) for one in found]
        self._patients = [beats for beats in cut if len(beats) >= FEWEST_BEATS]
        if not self._patients:
            raise ValueError(phrase("The records hold too few normal beats to learn from."))

    def draw(self, batch: int) -> torch.Tensor:
        """Draw beats, shape (batch, rows), in units of their patients' amplitudes, of mean zero."""
        beats = np.stack([self._draw_one() for _ in range(batch)])
        return torch.from_numpy((beats - beats.mean(axis=1, keepdims=True)).astype(np.float32))

    def _draw_one(self) -> npt.NDArray[np.float64]:
        rng = self._rng
        beats = self._patients[rng.integers(len(self._patients))]
        i = int(rng.integers(len(beats)))
        low, high = max(0, i - TEMPLATE_SPAN), min(len(beats), i + TEMPLATE_SPAN + 1)
        mixture = np.zeros(beats.shape[1])
        mixture[0] = 1.0
        if beats.shape[1] > 1 and rng.random() < 0.5:
            angle = rng.uniform(-np.pi / 4, 3 * np.pi / 4)  # both leads, their sum and their difference
            mixture[:2] = np.cos(angle), np.sin(angle)
        others = beats[rng.integers(low, high, TEMPLATE_BEATS)]
        template = np.median(np.tensordot(mixture, others, (0, 1)), axis=0)
        stretch = np.exp(rng.uniform(-0.2, 0.2))
        usual = self._warp(template, stretch, stretch, 0.0)
        amplitude = max(float(usual.std()), LEAST_AMPLITUDE_MV)
        # The patient's own beats vary: QT interval, breathing, and where the R peak was found.
        after = stretch * np.exp(rng.normal(0, 0.04))
        beat = self._warp(mixture @ beats[i], stretch, after, rng.normal(0, 0.7))
        beat = beat * (np.exp(rng.normal(0, 0.12)) * rng.choice([-1.0, 1.0]) / amplitude)
        return beat + self._noise()

    def _warp(
        self, beat: npt.NDArray[np.float64], before: float, after: float, shift: float
    ) -> npt.NDArray[np.float64]:
        at = np.where(self._offset < 0, self._offset * before, self._offset * after) + shift
        return np.interp(at, np.arange(-REACH_ROWS, REACH_ROWS + 1), beat)

    def _noise(self) -> npt.NDArray[np.float64]:
        """Noise of some width of band, and drift, in patient amplitudes."""
        rng, n = self._rng, len(self._offset)
        noise = np.zeros(n)
        if rng.random() < 0.6:
            width = int(rng.integers(1, 6))
            smooth = np.convolve(rng.standard_normal(n + 8), np.ones(width) / np.sqrt(width), "same")
            noise += smooth[4 : 4 + n] * 10 ** rng.uniform(-2.2, -0.3)
        if rng.random() < 0.6:
            drift = rng.normal() * self._offset / 60 + 0.5 * rng.normal() * (self._offset / 40) ** 2
            noise += drift * 10 ** rng.uniform(-1.5, 0)
        return noise


def _normal_beats(found: PatientBeats) -> npt.NDArray[np.float32]:
    """Signal about each detected beat in normal rows, shape (beats, leads, 2 * REACH_ROWS + 1), mV."""
    patient = found.patient
    row = np.searchsorted(patient.index, found.beats.index).clip(0, len(patient.index) - 1)
    places = row[:, None] + np.arange(-REACH_ROWS, REACH_ROWS + 1)
    inside = (places[:, 0] >= 0) & (places[:, -1] < len(patient.index))
    places = places[inside & patient.normal[row]]
    places = places[patient.valid[places].all(axis=1)]
    return patient.value[places].transpose(0, 2, 1)


def fit_networks(
    parts: Sequence[Sequence[PatientBeats]],
    settings: BeatFitSettings,
    config: BeatAutoencoderConfig | None = None,
    progress: Progress | None = None,
    keeper: Keeper | None = None,
) -> list[BeatAutoencoder]:
    """Fit a beat autoencoder on each of several groups of patients, each from the same seed.

    Raises
    ------
    ValueError
        If no patient of a group has enough normal beats.
    KeyboardInterrupt
        If the keeper says that the fit shall stop; it has been kept then.
    """
    progress, keeper = progress or Silent(), keeper or Keeper()
    kept = keeper.load()
    finished: dict[str, torch.Tensor] = {}
    networks: list[BeatAutoencoder] = []
    progress.start(0 if kept is None else kept[1]["part"] * settings.steps + kept[1]["optimisation"]["done"])
    for number, part in enumerate(parts):
        torch.manual_seed(settings.seed)
        network = BeatAutoencoder(config)
        networks.append(network)
        prefix = f"part.{number}."
        if kept is not None and number < kept[1]["part"]:
            own = {n.removeprefix(prefix): t for n, t in kept[0].items() if n.startswith(prefix)}
            network.load_state_dict(own, strict=True)
        else:
            rng = np.random.default_rng(settings.seed)
            sampler = BeatSampler(part, network.config, rng)
            optimisation = Optimisation(network, rng, settings.learning_rate, max(2, settings.steps))
            if kept is not None and number == kept[1]["part"]:
                optimisation.restore((kept[0], kept[1]["optimisation"]))
            while optimisation.done < settings.steps:
                error = network.error(sampler.draw(settings.batch), TRAINING_CLIP).mean()
                loss = optimisation.step(error)
                progress.step(number * settings.steps + optimisation.done, loss)
                if keeper.due or optimisation.done == settings.steps:
                    tensors, plain = optimisation.state()
                    keeper.save(({**tensors, **finished}, {"part": number, "optimisation": plain}))
                    keeper.stop_if_asked()
        finished |= {prefix + name: t.detach().clone() for name, t in network.state_dict().items()}
        network.eval()
    return networks


def fit_beats(
    patients: Sequence[PatientRows],
    forecaster: Forecaster,
    autoencoder: Autoencoder,
    settings: BeatFitSettings,
    weighing: Weighing | None = None,
    progress: Progress | None = None,
    keeper: Keeper | None = None,
) -> TrainedBeats:
    """Fit on all patients; set units and threshold by two further fits, each scoring the half it left out.

    Parameters
    ----------
    patients : sequence of PatientRows
        Whom to learn from, at least two.
    forecaster, autoencoder : Forecaster, Autoencoder
        The running models whose scores go into the score.
    settings : BeatFitSettings
        Seed, steps, rate of false alarms.
    weighing : Weighing, optional
        How the score is made; as shipped if left out.
    progress : Progress, optional
        Told of every batch of the three fits.
    keeper : Keeper, optional
        Where the fits are kept; if they were kept before, they go on.

    Returns
    -------
    TrainedBeats

    Raises
    ------
    ValueError
        If there are fewer than two patients, or too few normal beats.
    KeyboardInterrupt
        If the keeper says that the fit shall stop; it has been kept then.
    """
    if len(patients) < 2:
        raise ValueError(
            phrase("The beat autoencoder needs at least two records, to score each by the other's fit.")
        )
    late = round(LEARN_S * MODEL_FS)
    if not any(patient.normal[late:].any() for patient in patients):
        raise ValueError(NOTHING_LATE)  # now, and not when the networks are fitted
    weighing = weighing or Weighing()
    found = [find_beats(patient, forecaster, autoencoder) for patient in patients]
    halves = found[::2], found[1::2]
    networks = fit_networks((*halves, found), settings, progress=progress, keeper=keeper)
    plain = BeatCard(weighing, dict.fromkeys(MEASURES, 0.0), dict.fromkeys(COMPONENTS, 1.0), 1.0, PREMATURE)
    scored: list[tuple[PatientBeats, BeatScores]] = []
    baselines: list[dict[str, float]] = []
    for network, part in zip(networks, (halves[1], halves[0]), strict=False):
        for one in part:
            classifier = BeatClassifier(TrainedBeats(network, plain), one.patient.fs)
            scored.append((one, classifier.push(one.rows, one.beats, one.forecast, one.reconstruction)))
            baselines.append(classifier.baseline)
    level, threshold, metrics = calibrate(scored, settings.alarms_per_minute)
    card = replace(
        plain,
        baseline={m: float(np.median([b[m] for b in baselines])) for m in MEASURES},
        level=level,
        threshold=threshold,
        records=tuple(patient.name for patient in patients),
        seed=settings.seed,
        steps=settings.steps,
        versions=versions(),
        metrics=metrics,
    )
    return TrainedBeats(networks[-1], card)


def calibrate(
    scored: Sequence[tuple[PatientBeats, BeatScores]], alarms_per_minute: float
) -> tuple[dict[str, float], float, dict[str, float]]:
    """Find the units of the parts and the threshold of the score, and measure how well it ranks.

    Parameters
    ----------
    scored : sequence of (PatientBeats, BeatScores)
        Patients, and their beats' scores by a card whose units and threshold are 1.
    alarms_per_minute : float
        False alarms wanted a minute of recording.

    Returns
    -------
    level : dict of str to float
        By component.
    threshold : float
    metrics : dict of str to float

    Raises
    ------
    ValueError
        If no normal beat was scored.
    """
    normal, labels, scores, minutes = [], [], [], 0.0
    for one, beats in scored:
        patient = one.patient
        row = np.searchsorted(patient.index, beats.index).clip(0, len(patient.index) - 1)
        late = (beats.index >= LEARN_S * patient.fs) & np.isfinite(beats.score)
        normal.append(late & patient.normal[row])
        minutes += max(0.0, len(patient.index) / 120.0 - LEARN_S) / 60
        aami = reference_class(patient, beats.index)
        counted = late & np.isin(aami, ["N", "V"])
        labels.append(aami[counted] == "V")
        scores.append(beats.score[counted])
    n_alarms = max(1, round(alarms_per_minute * minutes))

    def passed(values: list[npt.NDArray[np.float32]]) -> float:
        """Level that so many beats pass as there may be alarms."""
        ranked = np.sort(np.concatenate(values))[::-1]
        ranked = ranked[np.isfinite(ranked)]
        if not len(ranked):
            raise ValueError(NOTHING_LATE)
        return max(1e-3, float(ranked[min(n_alarms, len(ranked) - 1)]))

    level = {
        name: passed([getattr(beats, name)[m] for (_, beats), m in zip(scored, normal, strict=True)])
        for name in COMPONENTS
    }
    threshold = passed([beats.score[m] for (_, beats), m in zip(scored, normal, strict=True)])
    pooled, positive = np.concatenate(scores), np.concatenate(labels)
    metrics = {"alarms_per_minute": alarms_per_minute}
    if positive.any() and not positive.all():
        metrics |= {
            "held_out_auc": roc_auc(pooled, positive),
            "held_out_average_precision": average_precision(pooled, positive),
            "held_out_sensitivity": float((pooled[positive] >= threshold).mean()),
        }
    return level, threshold, metrics


def reference_class(patient: PatientRows, index: npt.NDArray[np.int64]) -> npt.NDArray[np.str_]:
    """Give the AAMI class of the reference beat nearest to each detected one.

    Parameters
    ----------
    patient : PatientRows
        The patient.
    index : ndarray of int64, shape (n,)
        Detected R peaks, source samples.

    Returns
    -------
    ndarray of str, shape (n,)
        "" where none is within `SEEN_WITHIN_S`.
    """
    sample = patient.beats.sample
    if not len(sample):
        return np.full(len(index), "", dtype="<U1")
    after = np.searchsorted(sample, index).clip(1, max(1, len(sample) - 1))
    before = after - 1
    after = after.clip(0, len(sample) - 1)
    nearer = np.where(np.abs(sample[before] - index) <= np.abs(sample[after] - index), before, after)
    near = np.abs(sample[nearer] - index) <= SEEN_WITHIN_S * patient.fs
    return np.where(near, patient.beats.aami[nearer], "")
