import pytest

from assets.errors import AssetError
from models.digits import figures, lesson
from models.digits.catalogue import FAMILY, load


def test_figures_are_of_the_models_that_ship():
    shipped = figures.load_figures()
    assert [row["model"] for row in shipped["family"]] == [entry.name for entry in FAMILY]
    family = [entry.name for entry in FAMILY]
    assert [row["space"] for row in shipped["clustering"]] == ["pixels", *family]
    assert [row["model"] for row in shipped["reduction"]] == family
    assert all(row["ari_std"] > 0 for row in shipped["clustering"])
    for row, whole in zip(shipped["reduction"], shipped["family"], strict=True):
        assert row["mse"] == pytest.approx(whole["mse"], rel=2e-3), "the draws are all test digits"
    assert [row["digit"] for row in shipped["anomaly"]] == list(range(10))
    assert shipped["lesson"]["published"] == list(lesson.PUBLISHED_LOSSES)
    assert shipped["lesson"]["measured"] == pytest.approx(load("vae").card.train_loss, rel=1e-4)


def test_broken_figures_are_refused(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        figures.read_figures(tmp_path / "none")
    path = tmp_path / "f.json"
    for text, why in (
        ("{", "not readable"),
        ("[]", "not all"),
        ('{"checks": []}', "not all"),
        ("[" * 99999, "not all"),
    ):
        path.write_text(text)
        with pytest.raises(AssetError, match=why):
            figures.read_figures(path)
