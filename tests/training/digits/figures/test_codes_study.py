"""The codes' figures are measured alone, and the others stay as they are."""

import json

import pytest

from assets.errors import AssetError
from assets.shipped import digits_folder
from models.digits.figures import FILE
from training.digits.figures import codes_study
from training.digits.figures.codes_study import markdown, study
from training.digits.figures.writing import rounded

FOUND = {
    "draws": {"n": 5, "asked": 2000, "known": 4000},
    "clustering": [
        {"space": "pixels", "size": 784, "ari": 0.36, "ari_std": 0.02},
        {"space": "ae", "size": 32, "ari": 1 / 3, "ari_std": 0.01},
    ],
    "reduction": [
        {
            "model": "ae", "size": 32, "mse": 0.01, "mse_std": 0.001, "pca_mse": 0.02, "pca_mse_std": 0.002,
            "neighbours": 0.9, "neighbours_std": 0.01, "pca_neighbours": 0.8, "pca_neighbours_std": 0.02,
        }
    ],
}  # fmt: skip


def test_only_its_own_sections_are_written(tmp_path, monkeypatch):
    asked = []

    def measured(family, mnist, told):
        asked.extend(family)
        return FOUND

    monkeypatch.setattr(codes_study, "measure_codes", measured)
    monkeypatch.setattr(codes_study, "FAMILY", codes_study.FAMILY[:1])
    name = codes_study.FAMILY[0].name
    for file in (f"{name}.safetensors", FILE):
        (tmp_path / file).write_bytes((digits_folder() / file).read_bytes())
    before = json.loads((tmp_path / FILE).read_text())
    done = study(None, tmp_path, seed=1, fresh=False, say=print)
    after = json.loads((tmp_path / FILE).read_text())
    assert asked == [name]
    assert {section for section in before if after[section] != before[section]} == {
        "clustering",
        "reduction",
    }
    assert after["clustering"] == done.json["clustering"] == rounded(FOUND)["clustering"]


def test_figures_that_are_not_there_are_refused(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        study(None, tmp_path, seed=1, fresh=False, say=print)


def test_the_table_gives_each_figure_its_spread():
    pixels, ae = markdown(FOUND).splitlines()[-2:]
    assert pixels == "| pixels | 784 | 0.360 ± 0.020 |  |  |  |  |"
    assert ae.startswith("| ae | 32 | 0.333 ± 0.010 | 0.0100 ± 0.0010 | 0.0200 ± 0.0020 | 0.9000 ± 0.0100 |")
