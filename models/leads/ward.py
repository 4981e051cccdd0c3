"""Many hearts at once, each with its own leads: the networks are batched over all leads of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from models.beats.weights import BEATS, TrainedBeats
from models.leads.each import Leads
from models.leads.fusing import SHIPPED
from models.leads.heart import Heart
from models.pipeline import Scores
from models.running.autoencoder import Autoencoder
from models.running.forecaster import Forecaster
from models.running.weights import AUTOENCODER, FORECASTER, TrainedAutoencoder, TrainedForecaster
from models.signal.states import in_order


class WardStream:
    """What `models.leads.stream.shipped_stream` does, for several patients whose samples arrive together.

    Each patient's scores are those that he gets in a stream of his own, but for the rounding of float32.

    Parameters
    ----------
    fs : float
        Source rate of all leads in Hz, 100 to 1000.
    leads : sequence of int
        How many leads each patient has, at least one.
    forecaster, autoencoder, beats : optional
        Networks with their cards; the shipped ones if left out.

    Attributes
    ----------
    patients : tuple of WardPatient
        Each one's scorer, for an `models.alerts.analyzer.Analyzer` of his own.

    Raises
    ------
    ValueError
        If `fs` is outside its range, or there is no patient, or one without a lead.
    """

    def __init__(
        self,
        fs: float,
        leads: Sequence[int],
        forecaster: TrainedForecaster | None = None,
        autoencoder: TrainedAutoencoder | None = None,
        beats: TrainedBeats | None = None,
    ) -> None:
        if not leads or min(leads) < 1:
            raise ValueError(f"Every patient of a ward needs a lead; their numbers were {list(leads)}.")
        forecaster = forecaster if forecaster is not None else FORECASTER.shipped()
        autoencoder = autoencoder if autoencoder is not None else AUTOENCODER.shipped()
        beats = beats if beats is not None else BEATS.shipped()
        self.fs = float(fs)
        self._leads = tuple(leads)
        self._each = Leads(fs, leads, forecaster, autoencoder, beats)
        firsts = accumulate(leads, initial=0)
        self._hearts = [Heart(fs, first, n, SHIPPED) for n, first in zip(leads, firsts, strict=False)]
        self.thresholds = self._each.thresholds
        """Level at which each channel, and a beat's score and prematurity, say something; frozen on DS1."""
        self.counted = beats.card.weighing.counted
        """The verdicts on a beat that take part in its score."""
        self.networks = forecaster.network, autoencoder.network
        """The two running models, to look into."""
        self.patients = tuple(WardPatient(self, i) for i in range(len(leads)))

    def push(self, samples: Sequence[npt.NDArray[np.floating]]) -> None:
        """Take the next samples of every patient; each one's `WardPatient.push` then gives his scores.

        Parameters
        ----------
        samples : sequence of ndarray of float, each of shape (n, leads)
            mV, with the same n for all; NaN is a gap.

        Raises
        ------
        ValueError
            If `samples` are not of these shapes.
        """
        shapes = [np.shape(own) for own in samples]
        n = shapes[0][0] if shapes and shapes[0] else 0
        if shapes != [(n, leads) for leads in self._leads]:
            raise ValueError(f"samples must be of one length and have {self._leads} leads, not {shapes}.")
        said = self._each.push(np.ascontiguousarray(np.concatenate(samples, axis=1).T))
        for patient, heart in zip(self.patients, self._hearts, strict=True):
            scores = heart.take(said, self._each)
            patient._hand(n, scores if len(scores.leads) > 1 else _alone(scores))

    def template(self, patient: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """A patient's template in his first lead so far: times from the R peak (s) and mV."""
        return self._each.templates[sum(self._leads[:patient])]


class WardPatient:
    """One patient of a `WardStream`: to his own analysis a scorer like any other (`Scorer`)."""

    def __init__(self, ward: WardStream, number: int) -> None:
        self._ward, self._number = ward, number
        self._handed: tuple[int, Scores] | None = None

    @property
    def thresholds(self) -> dict[str, float]:
        """As `models.pipeline.ScoreStream.thresholds`."""
        return self._ward.thresholds

    @property
    def counted(self) -> frozenset[str]:
        """The verdicts that take part in a beat's score."""
        return self._ward.counted

    @property
    def networks(self) -> tuple[Forecaster, Autoencoder]:
        """The running models, to look into."""
        return self._ward.networks

    @property
    def template(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """The patient's template so far."""
        return self._ward.template(self._number)

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        """Give what the ward's last push said of these samples; each can be asked for once.

        Raises
        ------
        ValueError
            If these are not the samples that the ward took last.
        """
        if self._handed is None or self._handed[0] != len(samples):
            raise ValueError("A patient of a ward is scored with the others: push the ward's samples first.")
        (_, scores), self._handed = self._handed, None
        return scores

    def reset(self) -> None:
        """Refuse: one of many in step cannot begin anew alone.

        Raises
        ------
        ValueError
            Always.
        """
        raise ValueError("A patient of a ward goes on with the others: he cannot begin anew alone.")

    def fork(self) -> WardPatient:
        """Refuse, as `reset` does.

        Raises
        ------
        ValueError
            Always.
        """
        raise ValueError("A patient of a ward goes on with the others: he has no second stream.")

    def _hand(self, n: int, scores: Scores) -> None:
        self._handed = n, scores


def _alone(scores: Scores) -> Scores:
    """What a lead says that is a patient's only one, in the form that `ScoreStream` gives it."""
    (own,) = scores.leads
    states = in_order((*own.states, *scores.states))
    return replace(own, beats=scores.beats, states=states)
