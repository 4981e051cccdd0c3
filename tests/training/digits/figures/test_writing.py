import json

from models.digits.figures import FILE
from training.digits.figures.writing import rounded, write_figures


def test_five_digits_of_a_figure_are_written_and_words_and_counts_stay():
    found = {"a": [{"mse": 0.0123456789, "n": 123456789, "title": "1.23456789"}], "ok": True}
    assert rounded(found) == {"a": [{"mse": 0.012346, "n": 123456789, "title": "1.23456789"}], "ok": True}


def test_what_is_written_can_be_read(tmp_path):
    path = write_figures(tmp_path, {"einzig": "σ"})
    assert path == tmp_path / FILE
    assert json.loads(path.read_text("utf-8")) == {"einzig": "σ"}
