"""README's pictures, drawn by the program itself: ``python -m monitor.ui.pictures [--data-dir DIR]``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assets.errors import AssetError

PICTURES = Path(__file__).parents[2] / "assets" / "pictures"
SIZE = (1280, 800)
RECORD = "208"


def main(argv: Sequence[str] | None = None) -> int:
    """Draw all pictures; the exit status is 0, or 2 after a sentence on stderr."""
    parser = argparse.ArgumentParser(prog="python -m monitor.ui.pictures", description=__doc__)
    parser.add_argument("--data-dir", type=Path, help="local mirror of MIT-BIH, looked in before downloading")
    parser.add_argument("--out", type=Path, default=PICTURES, help="folder for the pictures")
    options = parser.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        draw(options.out, options.data_dir)
    except AssetError as error:
        sys.stderr.write(f"pictures: {error}\n")
        return 2
    return 0


def draw(out: Path, data_dir: Path | None) -> None:
    """Draw the monitor, the review and the light theme into `out`."""
    from assets.open import open_record
    from monitor.ui.app import Stage, application
    from monitor.ui.theme import LIGHT

    application()
    out.mkdir(parents=True, exist_ok=True)
    with Stage(open_record("demo"), size=SIZE) as stage:
        stage.go_to(52.0)
        stage.save(out / "monitor.png")
    with Stage(open_record(RECORD, data_dir=data_dir), size=SIZE) as stage:
        stage.go_to(40.0)
        stage.window.set_theme(LIGHT)
        stage.window.actions_by_name["toggle_scroll"].trigger()
        stage.settle(0.3)
        stage.save(out / "monitor-light.png")
        stage.window.actions_by_name["previous_alert"].trigger()
        stage.window.actions_by_name["toggle_theme"].trigger()
        stage.go_to(60.0)
        stage.save(out / "review.png")


if __name__ == "__main__":
    sys.exit(main())
