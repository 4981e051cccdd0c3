import numpy as np
import pytest

from models.contract.messages.lab import Series
from models.explain.recall import LAGS, WAYS, load_recall
from monitor.ui.lab.panes.time import memory


def test_every_way_can_be_chosen_and_shows_other_starts(open_pane):
    shown = open_pane("memory")
    assert set(memory.WAYS) == set(WAYS)
    for i, way in enumerate(memory.WAYS):
        shown.way.setCurrentIndex(i)
        assert shown.command().way == way
        for kind in memory.COLOURS:
            drawn = shown.accuracy.line(f"{kind} other 2")
            assert drawn[0].tolist() == list(LAGS)
            assert drawn[1].tolist() == load_recall()[way][kind][2]


def test_the_task_is_drawn_for_the_chosen_number_of_steps(open_pane):
    shown = open_pane("memory")
    shown.lag.setCurrentIndex(LAGS.index(20))
    at, noise = shown.task.line("noise")
    assert (at[0], at[-1]) == (0, 20)
    assert np.isnan(noise[0])
    assert np.isfinite(noise[1:]).all()
    assert abs(shown.task.line("mark")[1][-1]) == 1
    assert shown.task.mark == (20, "asked here")


def test_what_is_told_is_drawn_and_another_start_begins_anew(open_pane, monkeypatch):
    shown = open_pane("memory")
    shown.told(Series("lstm accuracy", (5.0, 10.0), (1.0, 0.9)))
    shown.told(Series("lstm gradient 50", tuple(map(float, range(51))), (*[1e-20] * 50, 4.0)))
    shown.told(Series("lstm left 10", tuple(map(float, range(11))), (2.0,) * 11))
    assert shown.accuracy.line("lstm")[1].tolist() == [1.0, 0.9]
    assert shown.gradient.line("lstm")[1][[0, 50]].tolist() == [pytest.approx(memory.FLOOR), 1.0]
    assert not len(shown.left.line("lstm")[0]), "fifty steps are looked at, not ten"
    shown.lag.setCurrentIndex(LAGS.index(10))
    assert shown.left.line("lstm")[1].tolist() == [1.0] * 11
    begun = []
    monkeypatch.setattr(shown, "start", lambda: begun.append(shown.command().seed))
    before = shown.command().seed
    shown._start_other()
    assert begun == [before + 1]
    shown.began()
    assert not len(shown.left.line("lstm")[0])
