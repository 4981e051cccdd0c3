"""The heart rate varies as that of healthy adults at rest, and with the breath."""

from __future__ import annotations

import pytest

from training.evaluation.patients.spectra import HF_HZ, measure_spectrum, spectrum_table


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_at_rest_it_is_within_the_range_of_healthy_adults(seed: int) -> None:
    """Nunan, Sandercock and Brodie (2010)."""
    found = measure_spectrum(65, seed)
    assert 32 <= found.sdnn <= 93
    assert 1.1 <= found.ratio <= 11.6
    assert 12 <= found.breaths <= 20
    assert found.hf_hz * 60 == pytest.approx(found.breaths, abs=1.5), "the breath moves the heart"
    assert HF_HZ[0] <= found.hf_hz < HF_HZ[1]
    assert found.lf_hz == pytest.approx(0.1, abs=0.02)
    assert f"| {found.rate:.0f} a minute | {found.sdnn:.0f} |" in spectrum_table([found])
