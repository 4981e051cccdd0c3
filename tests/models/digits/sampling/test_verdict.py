import re

import pytest

from models.digits.sampling.racers import CHAIN_STEPS, RACERS, racer
from models.digits.sampling.shipped import Measured, Row, load_measured
from models.digits.sampling.verdict import CLEAR, verdict

MODEL = "vae"


def said(prior, chain, others=(), confidence=(0.7, 0.7), entropy=(2.2, 2.2)):
    """What is said where the chain has these distances after 1, 5, 10 and 50 steps."""
    rows = [Row(MODEL, "prior", 0, prior, confidence[0], entropy[0])]
    for steps, distance in zip(CHAIN_STEPS[1:], chain, strict=True):
        rows.append(Row(MODEL, "chain", steps, distance, confidence[1], entropy[1]))
    rows += [Row(MODEL, sampler, 0, distance, 0.9, 2.2) for sampler, distance in others]
    return " ".join(verdict(Measured(1000, 5.0, tuple(rows)), racer(MODEL)))


def test_a_short_walk_that_helps_and_a_long_one_that_drifts():
    words = said(185, (170, 159, 175, 320))
    assert "Walking helps: 5 steps bring the distance from 185 to 159" in words
    assert "long walks drift away, 320 after 50 steps" in words


def test_a_walk_that_hurts_and_one_that_does_nothing():
    assert "Walking hurts: 563 before, 700 after 1 step already" in said(563, (700, 900, 995, 1200))
    assert "Walking hardly helps: 100 before, 99 after 10 steps" in said(100, (100, 100, 99, 100))
    assert "drift" not in said(100, (90, 80, 70, 60))


def test_sureness_is_called_misleading_only_where_it_rose_while_variety_fell():
    walk = (100.0, (100.0, 100.0, 100.0, 300.0))
    fooled = said(*walk, confidence=(0.69, 0.85), entropy=(2.09, 0.35))
    assert "surer (0.69 → 0.85)" in fooled
    assert "variety 2.09 → 0.35 of 2.30" in fooled
    assert "misleads" not in said(*walk, confidence=(0.69, 0.85))
    assert "misleads" not in said(*walk, entropy=(2.09, 0.35))


def test_the_winner_and_the_reason_are_the_figures():
    rivals = (("mixture", 58.0), ("floor", 40.0))
    assert "Nearest to real digits is the mixture, 58; codes of real digits give 40." in said(
        185, (170, 159, 175, 320), rivals
    )
    assert "do not fill the round heap" in said(185, (170, 159, 175, 320), rivals)
    assert "even codes of real digits" in said(500, (700, 700, 700, 700), (("mixture", 490), ("floor", 450)))
    assert "is the chain of 10 steps, 40" in said(100, (90, 80, 40, 45), (("mixture", 60), ("floor", 30)))
    assert verdict(Measured(10, 1.0, ()), racer(MODEL)) == []


@pytest.mark.parametrize("one", RACERS, ids=lambda one: one.name)
def test_what_the_lab_says_holds_for_what_was_measured(one):
    measured = load_measured()
    words = " ".join(verdict(measured, one))
    prior = measured.row(one.name, "prior")
    chains = [measured.row(one.name, "chain", steps) for steps in CHAIN_STEPS[1:]]
    best = min(chains, key=lambda row: row.frechet)
    assert ("Walking helps" in words) == (best.frechet < (1 - CLEAR) * prior.frechet)
    assert ("Walking hurts" in words) == (best.frechet > (1 + CLEAR) * prior.frechet)
    rivals = [measured.row(one.name, sampler) for sampler in ("mixture", "diffusion")]
    nearest = min(row.frechet for row in (prior, *chains, *rivals) if row is not None)
    (told,) = re.findall(r"Nearest to real digits is [^,]+, (\d+);", words)
    assert told == f"{nearest:.0f}"
