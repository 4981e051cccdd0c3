"""The map's pane: it says what an idea is, and leads to where it is seen."""

import pytest

from monitor.ui.lab.course.ideas.written import KINDS, idea_map
from monitor.ui.lab.registry import pane_spec


def links(pane):
    return [pane.links.itemAt(i).widget() for i in range(pane.links.count())]


@pytest.mark.parametrize("idea", idea_map().ideas, ids=lambda idea: idea.name)
def test_an_idea_is_told_with_its_links(open_pane, idea):
    pane = open_pane("ideas")
    pane.board.choose(idea.name)
    assert pane._title.text() == idea.title
    assert pane._kind.text() == KINDS[idea.kind]
    assert pane._text.text() == idea.words
    assert [link.text() for link in links(pane)] == [pane_spec(name).text for name in idea.panes]


def test_a_link_opens_the_pane(lab, open_pane):
    pane = open_pane("ideas")
    pane.board.choose("anomaly")
    links(pane)[0].click()
    assert lab.pills.pane == "anomaly"
