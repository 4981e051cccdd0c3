"""When each step of a scenario can begin, for a picture of it."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from models.scenario.script import END, Scenario, Step

OPEN_S = 30.0
"""A step without a length of its own is drawn as long as this, s."""


@dataclass(frozen=True)
class Bar:
    """A step on the time axis.

    Attributes
    ----------
    step : Step
        Which.
    start_s : float
        When it begins at the earliest, s from the beginning.
    length_s : float
        How long it is drawn, s.
    alone : bool
        Whether it comes where nobody does anything.
    """

    step: Step
    start_s: float
    length_s: float
    alone: bool

    @property
    def stop_s(self) -> float:
        """When it ends by itself, s."""
        return self.start_s + self.length_s


def outline(scenario: Scenario) -> list[Bar]:
    """Give the steps in the order of the file; a way that a deed opens is taken at once."""
    begins: dict[str, float] = {}
    to_see = [(0.0, scenario.step[0].name)]
    while to_see:
        at, name = heapq.heappop(to_see)
        if name in begins or name == END:
            continue
        begins[name] = at
        step = scenario.named(name)
        for branch in step.on:
            heapq.heappush(to_see, (at + branch.after_s, branch.go))
        if step.lasts_s is not None:
            heapq.heappush(to_see, (at + step.lasts_s, scenario.after(step)))
    alone = _alone(scenario)
    begins |= alone
    return [
        Bar(step, begins[step.name], step.lasts_s or OPEN_S, step.name in alone)
        for step in scenario.step
        if step.name in begins
    ]


def _alone(scenario: Scenario) -> dict[str, float]:
    """When the steps begin that come where nobody does anything."""
    begins: dict[str, float] = {}
    at, name = 0.0, scenario.step[0].name
    while name != END and name not in begins:
        begins[name] = at
        step = scenario.named(name)
        if step.lasts_s is None:
            break
        at, name = at + step.lasts_s, scenario.after(step)
    return begins
