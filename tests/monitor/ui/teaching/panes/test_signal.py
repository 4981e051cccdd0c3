"""The signal under a class that was kept: what cannot be had without a question is said."""

import sys
from pathlib import Path
from types import SimpleNamespace

import msgspec
import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from assets.sources.source import NO_ANNOTATIONS
from monitor.bedside.teaching.debrief import record_stretch
from monitor.bedside.teaching.file import VERSION, ClassFile
from monitor.ui.kit.work.background import left_behind
from monitor.ui.session.loading.loader import RecordLoader
from monitor.ui.teaching.panes.signal import KeptSignal


def test_a_file_that_would_be_asked_about_is_no_signal_and_that_is_said(qtbot, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("".join(f"{i % 9}\n" for i in range(500)))
    kept = ClassFile(
        version=VERSION,
        made="2026-01-01",
        name="r",
        identity=f"file:{path}",
        opens=str(path),
        fs=250.0,
        start=0,
        stop=250,
        learners=("A",),
    )
    signal = KeptSignal(None)
    with qtbot.waitSignal(signal.failed) as told:
        signal.find(kept, tmp_path / "class.json", SimpleNamespace(history=None, info=None))
    assert "The timeline is shown without its signal: r.csv does not say its sampling rate" in told.args[0]
    signal.let_go()
    qtbot.waitUntil(lambda: not any(isinstance(one, RecordLoader) for one in left_behind()))


def kept_class(opens: str) -> ClassFile:
    return ClassFile(
        version=VERSION,
        made="2026-01-01",
        name="r",
        identity="x",
        opens=opens,
        fs=250.0,
        start=0,
        stop=250,
        learners=("A",),
    )


@pytest.mark.parametrize("opens", ["201", "physionet:afdb/04015"])
def test_nothing_is_fetched_for_a_file_of_a_class(qtbot, tmp_path, monkeypatch, opens):
    monkeypatch.delenv("ECG_MONITOR_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    asked = []
    monkeypatch.setattr("assets.databases.web.transfer._begin", lambda work: asked.append(work))
    signal = KeptSignal(None)
    with qtbot.waitSignal(signal.failed) as told:
        signal.find(kept_class(opens), tmp_path / "class.json", SimpleNamespace(history=None, info=None))
    assert "is not on this computer, and physionet.org was not asked for it" in told.args[0]
    assert not asked
    signal.let_go()
    qtbot.waitUntil(lambda: not any(isinstance(one, RecordLoader) for one in left_behind()))


@pytest.mark.parametrize(
    "opens", ["lsl:Amplifier", " LSL:Amplifier", "//host/share/r.hea", r"\\host\share\r"]
)
def test_a_file_of_a_class_opens_nothing_of_the_network(qtbot, tmp_path, opens):
    signal = KeptSignal(None)
    with qtbot.waitSignal(signal.failed) as told:
        signal.find(kept_class(opens), tmp_path / "class.json", SimpleNamespace(history=None, info=None))
    assert "a class's file alone opens nothing there" in told.args[0]
    signal.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="a path of POSIX that looks like one of a network share")
def test_a_recording_beside_a_class_on_a_share_is_its_signal(qtbot, tmp_path):
    """Whoever opens a class on a share of the school has named that share himself."""
    source = RecordSource(load_demo())
    header = record_stretch(
        source.info,
        lambda start, stop: source.between(start, stop).samples,
        NO_ANNOTATIONS,
        0,
        3600,
        tmp_path,
        "class",
    )
    kept = msgspec.structs.replace(kept_class(header.name), recorded=True, fs=360.0)
    share = Path(f"/{tmp_path}")
    assert str(share).startswith("//")
    signal = KeptSignal(None)
    failed = []
    signal.failed.connect(failed.append)
    signal.find(kept, share / "class.json", SimpleNamespace(history=None, info=None))
    qtbot.waitUntil(lambda: failed or signal.between is not None)
    assert not failed
    assert np.isfinite(signal.between(0, 100)).all()
    signal.stop()
