import numpy as np
import pytest

from models.digits import catalogue
from models.digits.space.codes import load_codes
from models.digits.space.holes import UNSURE
from monitor.ui.lab.panes.space.holes import SIDES
from monitor.ui.lab.widgets.digits.pictures import grey


def test_each_plane_reaches_as_far_as_its_own_codes(open_pane):
    shown = open_pane("holes")
    for view, (name, _) in zip(shown.views, SIDES, strict=True):
        codes = load_codes(name)
        assert view.extent.holds(codes.means).mean() == pytest.approx(0.98, abs=0.01)
    plain, vae = (view.extent.half for view in shown.views)
    assert plain > 3 * vae


def test_what_the_words_say_holds_for_the_figures_beside_them(open_pane):
    shown = open_pane("holes")
    plain, vae = shown.unsure
    assert "about equally well" in shown.words
    assert plain.digits == pytest.approx(vae.digits, abs=0.03)
    assert plain.chance > vae.chance + 0.05
    plain, vae = ((np.linalg.norm(codes.means, axis=1) < 2).mean() for codes in shown._codes)
    assert plain < 0.15 < 0.6 < vae, "hardly a digit of the plain one lies in the circle"


def test_pointing_at_a_plane_shows_that_place_of_it(open_pane):
    shown = open_pane("holes")
    judge = catalogue.load_judge()
    for i, (place, (name, _)) in enumerate(zip(((-9.0, 4.0), (1.0, 0.4)), SIDES, strict=True)):
        shown.views[i].point(*place)
        drawn = catalogue.load(name).decode(np.array(place, np.float32))[0]
        assert shown._pictures[i].image == grey(drawn)
        unsure = judge.confidence(drawn)[0] < UNSURE
        assert ("unsure" in shown._said[i].text()) == unsure
    assert shown.views[0].marks.cursor == (-9.0, 4.0)


def test_chance_draws_the_same_codes_for_both(open_pane):
    shown = open_pane("holes")
    first = shown.views[0].marks.draws
    shown.draw_by_chance()
    codes = shown.views[0].marks.draws
    assert not np.array_equal(first, codes)
    for view, pictures, (name, _) in zip(shown.views, shown.drawn, SIDES, strict=True):
        assert np.array_equal(view.marks.draws, codes)
        made = catalogue.load(name).decode(codes)
        assert [picture.image for picture in pictures] == [grey(one) for one in made]
