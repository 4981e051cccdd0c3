"""What the window remembers from one start to the next, stored and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from models.alerts.reasons import Channel
from monitor.ui.live.transport import SPEEDS
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import SENSITIVITIES
from monitor.ui.strips.scale import GAINS, PAPER_SPEEDS, PaperScale, pixels_per_mm

if TYPE_CHECKING:
    from monitor.ui.shell.window import MainWindow

SIZE = (1280, 800)
"""Size of the window at the first start, in logical pixels."""

TITLE_BAR = 32
"""Height left for the title bar, which Qt knows only once the window is up, in logical pixels."""


def restore(window: MainWindow, settings: Settings) -> None:
    """Bring the window back to how it was left; what was never stored or makes no sense takes its default."""
    geometry = settings.geometry("geometry")
    if geometry is None or not window.restoreGeometry(geometry):
        room = window.screen().availableSize() - QSize(0, TITLE_BAR)
        window.resize(QSize(*SIZE).boundedTo(room))
    window.scale = PaperScale(
        pixels_per_mm(window.screen()),
        settings.choice("paper_speed", PAPER_SPEEDS, 25.0),
        settings.choice("gain", GAINS, 10.0),
    )
    window.speed = settings.choice("speed", SPEEDS, 1.0)
    steps = tuple(str(step) for step in SENSITIVITIES)
    window.session.set_sensitivity(int(settings.choice("sensitivity", steps, "0")))
    board, actions = window.board, window.actions_by_name
    for channel, default in ((Channel.FORECAST, True), (Channel.RECONSTRUCTION, False)):
        on = settings.flag(channel.value, default)
        actions[f"toggle_{channel.value}"].setChecked(on)
        board.set_overlay(channel, on)
    beats, scroll = settings.flag("beats", True), settings.flag("scroll", False)
    actions["toggle_beats"].setChecked(beats)
    board.set_beats(beats)
    actions["toggle_scroll"].setChecked(scroll)
    board.set_scroll(scroll)


def remember(window: MainWindow, settings: Settings) -> None:
    """Store what the next start should find."""
    actions = window.actions_by_name
    settings.remember(
        geometry=window.saveGeometry(),
        theme=window.theme.name,
        speed=window.speed,
        paper_speed=window.scale.speed,
        gain=window.scale.gain,
        sensitivity=str(window.session.sensitivity or 0),
        forecast=actions["toggle_forecast"].isChecked(),
        reconstruction=actions["toggle_reconstruction"].isChecked(),
        beats=actions["toggle_beats"].isChecked(),
        scroll=actions["toggle_scroll"].isChecked(),
    )
