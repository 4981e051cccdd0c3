"""The study of diffusion: what it measures on a few real digits, and its tables."""

import pytest

from models.digits import catalogue
from models.digits.diffusion.latent import load_diffusion
from training.digits.diffusion import study


def test_what_is_filled_in_errs_less_than_what_is_missing(mnist):
    row = study.filled_in(
        catalogue.load("conv-vae-16"), load_diffusion(), mnist.test.pixels(slice(4)), "lower half", 2, seed=1
    )
    assert row["mean"] < row["masked"]
    assert row["denoising_kept"] <= row["denoising"]
    assert 0 < row["spread"]


def test_every_sampler_has_a_row_and_rebuilt_digits_are_nearest(mnist, monkeypatch):
    monkeypatch.setattr(study, "WAYS", (("DDIM", 2, 0.0),))
    rows = study.drawn(catalogue.load("conv-vae-16"), load_diffusion(), mnist.test, 200, seed=1)
    assert [row["sampler"] for row in rows] == ["noise", "DDIM", "real digits, rebuilt"]
    assert min(rows, key=lambda row: row["frechet"]) is rows[-1]
    assert all(0 < row["confidence"] <= 1 for row in rows)


def test_a_digit_that_is_asked_for_is_counted(monkeypatch):
    monkeypatch.setattr(study, "GUIDANCES", (1.0,))
    (row,) = study.asked(catalogue.load("conv-vae-16"), load_diffusion(), 3, seed=1)
    assert row["least"] <= row["obeyed"] <= 1
    assert row["obeyed"] == pytest.approx(round(row["obeyed"] * 30) / 30, abs=1e-3), "of thirty"


def test_the_tables_hold_every_figure():
    report = {
        "drawn": [{"sampler": "DDIM", "steps": 50, "frechet": 61.5, "confidence": 0.9, "entropy": 2.29}],
        "asked": [{"guidance": 1.0, "obeyed": 0.99, "least": 0.95, "least_digit": 8}],
        "inpainting": [
            {
                "missing": "lower half", "masked": 0.05, "denoising": 0.04, "denoising_kept": 0.037,
                "one": 0.027, "mean": 0.02, "error": 0.2, "spread": 0.15,
            }
        ],
    }  # fmt: skip
    text = study.markdown(report)
    for line in (
        "| DDIM | 50 | 61.5 | 0.9 | 2.29 |",
        "| 1.0 | 0.99 | 0.95 | 8 |",
        "| lower half | 0.05 | 0.04 | 0.037 | 0.027 | 0.02 | 0.2 | 0.15 |",
    ):
        assert line in text
