"""README's pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from monitor.ui.model.page import ModelPage

PICTURES = Path(__file__).parents[3] / "assets" / "pictures"
SIZE = (1280, 800)

TWO_LEADS, FIBRILLATION = ("208", 90.0), ("203", 75.0)
"""A record of two leads, and one in atrial fibrillation: which, and the moment that is shown, s."""

HEARD_S = 8.0
"""How long heartbeats land on the map before the picture is taken, s."""


def draw(out: Path, data_dir: Path | None = None) -> None:
    """Draw two leads, an irregular rhythm, the light theme, the review, the model view and the lab.

    Parameters
    ----------
    out : Path
        The folder.
    data_dir : Path or None
        Local mirror of records, looked in before anything is downloaded.

    Raises
    ------
    AssetError
        If a record cannot be had, or a picture cannot be made.
    """
    from assets.records.demo import load_demo
    from assets.sources.open import open_source
    from assets.sources.record import RecordSource
    from monitor.ui.kit.theme import LIGHT
    from monitor.ui.shell.app import application
    from monitor.ui.shell.stage import Stage

    application()
    out.mkdir(parents=True, exist_ok=True)
    for (name, at), picture in ((TWO_LEADS, "monitor"), (FIBRILLATION, "irregular")):
        with Stage(open_source(name, data_dir=data_dir), size=SIZE) as stage:
            stage.go_to(at)
            stage.save(out / f"{picture}.png")
    with Stage(RecordSource(load_demo()), size=SIZE) as stage:
        window = stage.window
        stage.go_to(50.5)
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
        stage.show("lab", "map")
        stage.save(out / "digit-lab.png")
        stage.show("lab", "heartbeats")
        stage.settle(HEARD_S)
        stage.save(out / "heartbeats.png")
