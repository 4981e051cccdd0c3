"""How long the report of three days takes once they have been watched, in processor time."""

import tempfile
import time
from pathlib import Path

import numpy as np

HOURS, FS = 72, 250.0


def rows():
    """Beats at 75/min whose rate swings with breath, one lead, no alarm; nothing is analysed anew."""
    from assets.records.record import Annotations
    from assets.sources.source import Lead, SourceInfo
    from models.library.account import Account
    from monitor.ui.kit.language import LANGUAGES, speak
    from monitor.ui.report.watched.document import write_report
    from monitor.ui.shell.app import application
    from tests.monitor.keeping.conftest import make_beats

    application()
    speak(LANGUAGES[0])
    rng = np.random.default_rng(0)
    n = int(HOURS * 3600 / 0.8)
    swing = 0.05 * np.sin(1.25 * np.arange(n)) + 0.02 * rng.normal(size=n)
    at = np.round(np.cumsum(0.8 + swing) * FS).astype(np.int64)
    stop = int(at[-1] + FS)
    line = (0.1 * rng.normal(size=(round(60 * FS), 1))).astype(np.float32)
    nothing = Annotations(np.zeros(0, np.int64), (), ())
    account = Account(
        SourceInfo("three days", "three days", FS, (Lead("II"),)),
        0,
        stop,
        (0,),
        lambda start, stop: np.resize(line, (stop - start, 1)),
        make_beats(at, FS),
        (),
        (),
        (),
        lambda start, stop: nothing,
        ((0, stop),),
    )
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        write_report(Path(folder) / "report.pdf", account)
    took = time.process_time() - began
    yield f"report of {HOURS} h, {n:,} beats, CPU", f"{took:.1f} s", "≤ 10 s", took <= 10
