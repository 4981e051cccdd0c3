"""``python -m tests.monitor.ui.shell.watched_in_english FOLDER``: watch the demo in English and write it all.

The folder gets the exports, a report and ``words.json``: the decimal mark of C, and what each page shows.
"""

from __future__ import annotations

import ctypes
import json
import sys
from pathlib import Path

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from monitor.keeping.writing import write
from monitor.ui.kit.language import LANGUAGES, speak
from monitor.ui.lab.registry import PANES
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.report.watched.document import write_report
from monitor.ui.session.account import account_of
from monitor.ui.shell.app import application
from monitor.ui.shell.stage import Stage
from tests.monitor.ui.spoken import painted, words

LESSONS = ("lesson", "lstm", "uses", "anomaly", "heartbeats")
"""Panes of the lab with figures of fits."""


def main(folder: Path) -> None:
    """Watch, look and write."""
    application()
    speak(LANGUAGES[0])
    told: dict[str, list[str]] = {}
    assert set(LESSONS) <= {spec.name for spec in PANES}
    with painted() as drawn, Stage(RecordSource(load_demo()), size=(1366, 768)) as stage:
        stage.go_to(60.0)
        places = [(spec.name, None) for spec in PAGE_SPECS if spec.name != "lab"]
        for page, pane in [*places, *(("lab", name) for name in LESSONS)]:
            drawn.clear()
            stage.show(page, pane)
            stage.window.grab()
            told[pane or page] = sorted({*words(stage.window), *drawn} - {""})
        account = account_of(stage.session)
        assert account is not None
        for ending in (".csv", ".hea", ".edf"):
            write(folder / f"watched{ending}", account)
        drawn.clear()
        write_report(folder / "report.pdf", account)
        told["report"] = sorted(drawn)
    library = ctypes.CDLL(None)
    library.strtod.restype, library.strtod.argtypes = ctypes.c_double, [ctypes.c_char_p, ctypes.c_void_p]
    said = {"half": library.strtod(b"0.5", None), "words": told}
    (folder / "words.json").write_text(json.dumps(said), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
