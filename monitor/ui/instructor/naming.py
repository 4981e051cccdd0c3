"""What a scenario's steps are called in the window."""

from __future__ import annotations

from models.scenario.script import END
from monitor.ui.kit.language import tr


def step_name(name: str) -> str:
    """Give what a step is called, or the end of a scenario, in the user's language."""
    return tr("end", "of a scenario") if name == END else tr(name)
