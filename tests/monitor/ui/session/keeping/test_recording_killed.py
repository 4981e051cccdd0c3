"""A program that is killed while it records: all that it was told is there but for the last second."""

import os
import signal
import subprocess
import sys

import numpy as np
import pytest
import wfdb

from assets.sources.open import open_source
from models.patients.source import SCHEMES

SOURCE = "patient:sinus?rate=165&seed=4&leads=3"
"""Fast enough for an alarm after seventeen beats."""

PROGRAM = f"""
import sys
from monitor.ui.session.keeping.recording import RecordingThread
from monitor.ui.session.session import Session

told = None

def tell(session):
    global told
    raised = [alarm.raised for alarm in session.alarms.raised if alarm.goes_on]
    told = session.head, session.analysed, *raised

ticked = Session.tick
def tick(self):
    ticked(self)
    if self.replay is not None:
        tell(self)
Session.tick = tick

heard = None
written = RecordingThread._write
def write(self):
    global heard
    now, n = told, self.recorder.written
    written(self)
    if heard is not None and self.recorder.written > n:
        print(*heard, flush=True)
    heard = now
RecordingThread._write = write
from monitor.__main__ import main
sys.exit(main(["{SOURCE}", "--record", sys.argv[1]]))
"""
"""Says, whenever the recording has written, what it had been told before that.

How far the stream is ahead of it says how much else the machine has to do.
"""


def recorded_until_killed(folder, home, after_s):
    """Run the window until the stream has come to `after_s`; give the last line that it told."""
    places = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            **{name: str(place) for name, place in places.items()},
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    try:
        for line in child.stdout:
            head, analysed, *raised = map(int, line.split())
            if raised and min(head, analysed) >= after_s * open_source(SOURCE, schemes=SCHEMES).info.fs:
                break
        child.send_signal(signal.SIGKILL)
        rest = child.communicate(timeout=240)[0].split("\n")[:-1]
    finally:
        child.kill()
    assert child.returncode == -signal.SIGKILL, "it ran until it was killed"
    if rest:
        head, analysed, *raised = map(int, rest[-1].split())
    return head, analysed, raised


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("after_s", [12.0, 14.35, 17.8])
def test_all_but_the_last_second_is_there_with_labels_beats_and_alarms(after_s, tmp_path):
    home, folder = tmp_path / "home", tmp_path / "recordings"
    home.mkdir()
    folder.mkdir()
    head, analysed, raised = recorded_until_killed(folder, home, after_s)
    (header,) = folder.glob("*.hea")
    name = str(header.with_suffix(""))
    theirs = wfdb.rdrecord(name)
    source = open_source(SOURCE, schemes=SCHEMES)
    fs = source.info.fs
    assert theirs.sig_len >= head - fs
    truth = source.read(theirs.sig_len)
    assert theirs.p_signal == pytest.approx(truth.samples, abs=0.001)

    labels = wfdb.rdann(name, "atr").sample
    due = truth.annotations.sample[truth.annotations.sample < head - fs]
    assert labels[: len(due)].tolist() == due.tolist()

    beats = wfdb.rdann(name, "ecgm").sample
    told = np.array(
        [
            at
            for at, symbol in zip(truth.annotations.sample, truth.annotations.symbol, strict=True)
            if symbol == "N"
        ]
    )
    due = told[(told > 5 * fs) & (told < analysed - fs)]
    assert len(due) > 10
    assert np.abs(beats[:, None] - due[None, :]).min(axis=0).max() <= 0.15 * fs

    alarms = wfdb.rdann(name, "alm")
    due = [at for at in raised if at < analysed - fs]
    assert due, "an alarm was due"
    begun = [at for at, note in zip(alarms.sample, alarms.aux_note, strict=True) if note.startswith("begins")]
    assert set(due) <= set(begun)
