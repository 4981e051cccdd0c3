"""The signal under a class that was kept: what cannot be had without a question is said."""

from types import SimpleNamespace

from monitor.bedside.teaching.file import VERSION, ClassFile
from monitor.ui.kit.background import left_behind
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
