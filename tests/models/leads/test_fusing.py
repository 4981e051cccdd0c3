import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.beats.scores import BeatScores
from models.leads.fusing import SHIPPED, Fusing, fuse_beats, loudest_lead

NAN = float("nan")
scores = hnp.arrays(float, (3, 4), elements=st.floats(-5, 5) | st.just(NAN))
noises = hnp.arrays(float, (3, 4), elements=st.floats(-4, 0) | st.just(NAN))


@given(score=scores, noise=noises)
def test_votes_are_shares_of_the_leads_that_have_a_score(score: np.ndarray, noise: np.ndarray) -> None:
    votes = SHIPPED.votes(score, noise)
    known = np.isfinite(score)
    assert (votes[~known] == 0).all()
    assert (votes[known] > 0).all()
    np.testing.assert_allclose(votes.sum(axis=0), known.any(axis=0))


@given(score=scores, noise=noises)
def test_the_leads_together_say_nothing_that_lies_outside_what_each_says(
    score: np.ndarray, noise: np.ndarray
) -> None:
    how = Fusing(unit=1.0)
    fused = how.fuse(score, how.votes(score, noise))
    known = np.isfinite(score).any(axis=0)
    assert np.isnan(fused[~known]).all()
    for value, said in zip(fused[known], score.T[known], strict=True):
        said = said[np.isfinite(said)]
        assert said.min() - 1e-9 <= value <= said.max() + 1e-9


def test_a_lead_that_speaks_alone_is_believed_as_if_it_were_the_only_one() -> None:
    score = np.array([[NAN], [1.7]])
    assert SHIPPED.fuse(score, SHIPPED.votes(score, [[NAN], [-2.0]])) == pytest.approx(1.7)


def test_a_noisy_lead_says_less() -> None:
    score = np.array([[2.0, 2.0], [0.0, 0.0]])
    votes = SHIPPED.votes(score, np.array([[-2.5, -0.5], [-2.5, -2.5]]))
    quiet, noisy = SHIPPED.fuse(score, votes)
    assert noisy < quiet
    assert votes[0, 0] == pytest.approx(SHIPPED.first)


def test_verdicts_are_of_the_lead_that_speaks_loudest() -> None:
    def said(score: float, template: float, premature: float, amplitude: float, at: int) -> BeatScores:
        values = (score, 0.1, 0.2, template, 0.3, premature, amplitude, 0.8 + premature, NAN, 5 * premature)
        return BeatScores(
            np.array([at]), np.array([at + 130]), *(np.array([v], dtype=np.float32) for v in values)
        )

    first, second = said(0.2, 0.5, NAN, 1.2, 100), said(2.5, 3.0, 0.3, -0.4, 103)
    score = np.stack([first.score, second.score])
    votes = SHIPPED.votes(score, np.full((2, 1), -2.0))
    assert loudest_lead(score, votes) == [1]
    beat = fuse_beats([first, second], votes)
    assert beat.template == 3.0
    assert (beat.index, beat.emitted) == (100, 233)
    assert beat.amplitude == np.float32(1.2)
    assert beat.premature == np.float32(0.3)
    expected = (SHIPPED.first * 0.2 + (1 - SHIPPED.first) * 2.5) / SHIPPED.unit
    assert beat.score == pytest.approx(expected, rel=1e-6)
