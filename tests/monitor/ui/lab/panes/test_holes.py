import numpy as np

from models.digits import catalogue
from monitor.ui.lab.panes.holes import SIDES, UNSURE
from monitor.ui.lab.widgets.pictures import grey


def test_the_plain_autoencoder_has_more_unreadable_places_than_the_vae(open_pane):
    plain, vae = open_pane("holes").unsure
    assert plain > vae


def test_pointing_at_one_plane_shows_the_same_place_of_both(open_pane):
    shown = open_pane("holes")
    judge, place = catalogue.load_judge(), (1.0, 0.4)
    shown.views[1].point(*place)
    for i, (name, _) in enumerate(SIDES):
        drawn = catalogue.load(name).decode(np.array(place, np.float32))[0]
        assert shown.views[i].marks.cursor == place
        assert shown._pictures[i].image == grey(drawn)
        unsure = judge.confidence(drawn)[0] < UNSURE
        assert ("unsure" in shown._said[i].text()) == unsure
