"""A picture says which artefacts are in its samples: where, in which leads and how much of each."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.figure import Figure

import models
from assets.records.demo import load_demo
from models.library.disturbed import COLOUR, MOST_TOLD, artefacts_in
from models.patients.artefacts.course import Disturbance, Setting

ASKED = "demo+muscle=6@12-15+off@MLII@17-18.5"


@pytest.fixture(scope="module")
def account():
    return models.Watch(ASKED, duration_s=70).run()


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def bars(figure: Figure, row: int) -> list[tuple[float, float]]:
    lines = [line for line in figure.axes[row].lines if line.get_color() == COLOUR]
    return [(round(line.get_xdata()[0], 1), round(line.get_xdata()[1], 1)) for line in lines]


def test_each_artefact_is_named_below_and_has_a_bar_in_its_leads(account):
    part = account.cut(10, 20)
    figure = models.plot(part)
    assert words(figure)[1:] == list(reversed(artefacts_in(part)))
    muscle, off = artefacts_in(part)
    leads = ", ".join(lead.name for lead in account.info.leads)
    assert muscle == f"Artefact added: Muscle noise, 6 dB ({leads}), 12.0 to 16.0 s"
    assert off == "Artefact added: Lead off (MLII), 17.0 to 18.6 s"
    first = [lead.name for lead in account.info.leads].index("MLII")
    assert bars(figure, first) == [(12.0, 16.0), (17.0, 18.6)]
    for row in set(range(len(account.info.leads))) - {first}:
        assert bars(figure, row) == [(12.0, 16.0)]


def test_what_is_named_is_where_the_samples_are_not_the_records(account):
    own = load_demo().signals[: account.stop]
    changed = (account.samples() != own).any(axis=1)
    told = np.zeros(account.stop, bool)
    for one in account.artefacts:
        told[one.start : one.stop] = True
    assert changed.any()
    assert not changed[~told].any()


def test_the_end_of_an_artefact_is_named_in_a_part_that_has_no_more_of_it(account):
    part = account.cut(15.5, 16.5)
    assert [one.split("), ")[1] for one in artefacts_in(part)] == ["15.5 to 16.0 s"]
    assert artefacts_in(account.cut(2, 11)) == []


def test_a_stretch_without_is_drawn_as_ever(account):
    calm = models.Watch("demo", duration_s=12).run()
    plain = models.plot(calm, 2, 11)
    figure = models.plot(account, 2, 11)
    assert words(figure)[1:] == words(plain)[1:] == []
    assert figure.get_size_inches().tolist() == plain.get_size_inches().tolist()
    assert bars(figure, 0) == []


def test_in_lines_a_bar_goes_on_in_the_next_line(account):
    setting = Setting("muscle", 0.0, ("MLII",))
    fs = account.fs
    over = (Disturbance(setting, round(50 * fs), round(65 * fs)),)
    figure = models.plot(replace(account, artefacts=over), lead="MLII")
    drawn = [line for line in figure.axes[0].lines if line.get_color() == COLOUR]
    places = [(line.get_xdata()[0], line.get_xdata()[1], round(line.get_ydata()[0])) for line in drawn]
    assert places == [(50.0, 60.0, 0), (0.0, 5.0, -1)]
    assert words(figure)[1:] == ["Artefact added: Muscle noise, 0 dB (MLII), 50.0 to 65.0 s"]


def test_many_and_long_ones_keep_to_the_paper(account):
    leads = tuple(f"lead {n} of them" for n in range(12))
    part = account.cut(10, 13)
    many = tuple(Disturbance(Setting("muscle", 6.0, leads), part.start + n, part.stop) for n in range(11))
    figure = models.plot(replace(part, artefacts=many))
    figure.draw_without_rendering()
    told = figure.texts[1:]
    assert sum(text.get_text().startswith("Artefact added") for text in told) == MOST_TOLD
    assert told[0].get_text() == f"and {11 - MOST_TOLD} more"
    for text in told:
        place = text.get_window_extent()
        assert 0 <= place.x0 < place.x1 <= figure.bbox.x1
        assert 0 <= place.y0
    lowest = figure.axes[-1].xaxis.label.get_window_extent().y0
    assert max(text.get_window_extent().y1 for text in told) <= lowest
