"""The shipped figures of likelihood: they are whole, and they obey the inequalities they teach."""

import json

import pytest

from assets.errors import AssetError
from models.digits.likelihood.measured import load_likelihood, read_likelihood


def test_every_bound_lies_where_theory_puts_it():
    rows = load_likelihood()
    assert {row["pixels"] for row in rows} == {"dynamic", "static", "grey"}
    for row in rows:
        bounds = [row["bounds"][k] for k in ("1", "50", "500", "4096") if k in row["bounds"]]
        assert bounds == sorted(bounds, reverse=True), row
        assert row["elbo"] == pytest.approx(bounds[0], abs=0.3)
        if row["exact"] is not None:
            assert row["exact"] <= bounds[-1] + 0.05, row
    assert any(row["exact"] is not None for row in rows)


@pytest.mark.parametrize("content", ["", "[]", '{"rows": 3}', json.dumps({"rows": [{"model": "vae"}]})])
def test_a_damaged_file_is_a_sentence(tmp_path, content):
    file = tmp_path / "likelihood.json"
    file.write_text(content)
    with pytest.raises(AssetError, match=r"likelihood\.json"):
        read_likelihood(file)


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        read_likelihood(tmp_path / "likelihood.json")
