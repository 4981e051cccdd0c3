import json

import pytest

from assets.errors import AssetError
from models.heartbeats.figures import load_figures, read_figures
from models.heartbeats.weights import HEARTBEATS


def test_what_ships_was_measured_on_patients_of_two_databases_and_is_small():
    figures = load_figures()
    rows = {(row["database"], row["measure"], row["class"]) for row in figures["measures"]}
    measures = set(figures["lines"])
    assert rows == {(d, m, c) for d in ("DS1", "SVDB") for m in measures for c in "VS"}
    assert all(0 <= row["auc"] <= 1 for row in figures["measures"])
    assert HEARTBEATS.shipped_file.stat().st_size < 300_000


def test_the_cards_lines_are_those_that_were_measured():
    card, lines = HEARTBEATS.shipped().card, load_figures()["lines"]
    assert card.far == pytest.approx(lines["distance from his usual place"], rel=1e-3)
    assert card.badly_redrawn > 1


@pytest.mark.parametrize("text", ["", "[1]", json.dumps({"measures": []})])
def test_figures_that_are_damaged_are_refused_by_their_files_name(tmp_path, text):
    path = tmp_path / "heartbeats.json"
    path.write_text(text)
    with pytest.raises(AssetError, match=r"heartbeats\.json"):
        read_figures(path)
    with pytest.raises(AssetError, match="There is no file"):
        read_figures(tmp_path / "none.json")
