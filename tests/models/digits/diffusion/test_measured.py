"""The shipped figures of diffusion: they are whole, and what the lab says of them holds."""

import json

import pytest

from assets.errors import AssetError
from models.digits.diffusion.measured import load_measured, read_measured


def test_what_is_filled_in_is_nearer_to_the_truth_than_the_gap_and_the_denoising_autoencoder():
    rows = load_measured()["inpainting"]
    assert {row["missing"] for row in rows} == {"half of the pixels", "lower half", "right half"}
    for row in rows:
        assert row["mean"] < row["denoising_kept"] <= row["denoising"] < row["masked"], row
        assert row["mean"] < row["one"], "the mean of the answers errs less than one of them"


def test_digits_that_are_asked_for_come():
    assert all(row["obeyed"] > 0.9 for row in load_measured()["asked"])


def test_diffusion_draws_better_than_plain_noise_and_not_better_than_the_floor():
    distance = {(row["sampler"], row["steps"]): row["frechet"] for row in load_measured()["drawn"]}
    assert distance["real digits, rebuilt", 0] < distance["DDIM", 50] < distance["noise", 0]


@pytest.mark.parametrize("content", ["", "[]", '{"drawn": 3}', json.dumps({"drawn": [{"sampler": "x"}]})])
def test_a_damaged_file_is_a_sentence(tmp_path, content):
    file = tmp_path / "diffusion.json"
    file.write_text(content)
    with pytest.raises(AssetError, match=r"diffusion\.json"):
        read_measured(file)


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        read_measured(tmp_path / "diffusion.json")
