"""The map of the course: each idea has a place of its own, and leads to ideas and panes that there are."""

import pytest

from monitor.ui.lab.course.ideas.written import KINDS, idea_map
from monitor.ui.lab.registry import PANES

IDEAS = idea_map().ideas


def test_ideas_stand_in_places_of_their_own():
    assert len({idea.name for idea in IDEAS}) == len(IDEAS)
    assert len({(idea.strand, idea.row) for idea in IDEAS}) == len(IDEAS)
    assert {idea.strand for idea in IDEAS} == set(range(len(idea_map().strands)))


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_an_idea_is_explained_and_leads_to_what_there_is(idea):
    assert idea.kind in KINDS
    assert idea.words.count(".") >= 1
    assert any(
        year.isdigit() and len(year) == 4 for year in idea.source.replace(";", " ").replace(",", " ").split()
    )
    assert set(idea.panes) <= {spec.name for spec in PANES}
    assert set(idea.leads) <= {other.name for other in IDEAS} - {idea.name}


def test_what_the_course_asks_for_is_on_it():
    names = {idea.name for idea in IDEAS}
    assert {"autoencoder", "vae", "lossy", "chains", "diffusion", "lstm", "classifier", "llm"} <= names
    assert {idea.kind for idea in IDEAS} == set(KINDS)


def test_neighbours_are_known_from_both_sides():
    course = idea_map()
    assert "vae" in course.near("autoencoder")
    assert "autoencoder" in course.near("vae")
    with pytest.raises(ValueError, match="no idea 'alchemy'"):
        course.idea("alchemy")
