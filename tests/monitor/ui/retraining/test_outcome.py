"""Weights that were fitted elsewhere are compared and adopted like those of a fit of the window's own."""

import shutil

import pytest

from assets.shipped import weights_file
from monitor.ui.retraining.outcome import Outcome


@pytest.fixture
def page(make_window, monkeypatch):
    """The page, with a comparison that ends at once."""
    window = make_window()
    window.show_page("retraining")
    page = window.pages.need("retraining")
    page.compared = []

    def compared(kind, file, held_out, left_out=()):
        page.compared.append((kind, held_out))
        page.outcome.new = kind, file
        page.outcome.refresh()

    monkeypatch.setattr(page.outcome, "compare", compared)
    return page


def test_weights_of_a_file_are_compared_on_what_they_were_not_fitted_on_and_adopted(page, tmp_path):
    mine = tmp_path / "mine.safetensors"
    shutil.copy(weights_file("forecaster"), mine)
    page.outcome.bring(mine)
    assert page.compared == [("forecaster", "106")], "the first record that its fit held out"
    assert not page.outcome.file_button.isEnabled()
    page.outcome.adopt()
    assert page.outcome.store.adopted("forecaster").read_bytes() == mine.read_bytes()
    assert page.outcome.file_button.isEnabled()
    page.outcome.bring(mine)
    page.outcome.discard()
    assert mine.is_file(), "a copy was let go"


@pytest.mark.parametrize("name", ["rhythm", "heartbeats", ""])
def test_what_cannot_be_adopted_is_said(page, tmp_path, name):
    file = tmp_path / "x.safetensors"
    file.write_bytes(weights_file(name).read_bytes() if name else b"no weights")
    page.outcome.bring(file)
    assert page.words.text().startswith("x.safetensors holds none of the weights that can be adopted: ")
    assert page.compared == []
    assert page.outcome.new is None


def test_no_file_is_brought_while_a_fit_is_under_way(page):
    outcome: Outcome = page.outcome
    outcome.set_fitting(True)
    assert not outcome.file_button.isEnabled()
    outcome.set_fitting(False)
    assert outcome.file_button.isEnabled()


def test_a_record_that_was_learnt_from_judges_nothing(page):
    record = page.choices.record_to_judge
    assert record(("101",), ("mine", "101", "203")) == "203"
    page.choices.held_out.setCurrentText("118")
    assert record((), ()) == "118"
    assert record(("118",), ()) == "106"
