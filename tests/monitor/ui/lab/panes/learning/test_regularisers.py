import re

import numpy as np
import pytest

from models.digits.pictures.examples import load_examples
from monitor.ui.lab.panes.learning.regularisers import tiled


@pytest.fixture
def shown(open_pane):
    pane = open_pane("regularisers")
    pane.state.show(load_examples().images()[3], "an example")
    return pane


def numbers(label):
    return [float(text) for text in re.findall(r"\d+(?:\.\d+)?", label.text())]


def test_few_units_of_the_sparse_one_are_on(shown):
    on, of, few, many = numbers(shown.notes["sparse"])
    assert (of, many) == (128, 192)
    assert few / many < 0.1 < on / of
    strongest = shown.curves["sparse"].line("sparse")[1]
    assert (np.diff(strongest) <= 0).all()


def test_the_contractive_code_moves_less_and_more_where_more_is_disturbed(shown):
    shown.level.setValue(20)
    free, bound = numbers(shown.notes["contractive"])
    shown.level.setValue(60)
    more, bound_more = numbers(shown.notes["contractive"])
    assert bound < free < more
    assert bound < bound_more < more
    assert (
        shown.curves["contractive"].line("contractive")[1][0] < shown.curves["contractive"].line("free")[1][0]
    )


def test_the_denoising_one_brings_the_disturbed_picture_back(shown):
    shown.level.setValue(50)
    narrow, plain, wide, denoised = numbers(shown.notes["denoising"])
    assert denoised < 0.5 * plain
    assert (narrow, wide) == (32, 64)
    assert shown.curves["denoising"].mark == (0.5, "")
    before = shown.views["spoilt"].image.copy()
    shown._throw()
    assert shown.views["spoilt"].image != before


def test_units_stand_in_rows():
    assert tiled(np.ones(15, np.float32)).tolist() == [[1.0] * 14, [1.0] + [0.0] * 13]
