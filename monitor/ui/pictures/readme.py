"""README's pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from monitor.ui.model.page import ModelPage

PICTURES = Path(__file__).parents[3] / "assets" / "pictures"
SIZE = (1280, 800)


def draw(out: Path) -> None:
    """Draw the monitor, the review, the light theme, the model view and the digit lab into `out`."""
    from assets.records.demo import load_demo
    from assets.sources.record import RecordSource
    from monitor.ui.kit.theme import LIGHT
    from monitor.ui.shell.app import Stage, application

    application()
    out.mkdir(parents=True, exist_ok=True)
    with Stage(RecordSource(load_demo()), size=SIZE) as stage:
        window = stage.window
        stage.go_to(50.5)
        stage.save(out / "monitor.png")
        window.context.set_theme(LIGHT)
        window.context.actions["toggle_scroll"].trigger()
        stage.settle(0.3)
        stage.save(out / "monitor-light.png")
        window.context.actions["toggle_theme"].trigger()
        stage.show("review")
        stage.go_to(75.0)
        stage.save(out / "review.png")
        stage.show("model")
        model = cast("ModelPage", window.pages.need("model"))
        model.go_to_alert()
        model.compare()
        stage.wait_for(lambda: not model.comparing)
        stage.settle(0.5)
        stage.save(out / "model-view.png")
        stage.show("lab")
        stage.save(out / "digit-lab.png")
