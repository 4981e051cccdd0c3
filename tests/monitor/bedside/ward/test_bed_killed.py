"""A ward that is killed while it records: signals and beats are there but for the last second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import numpy as np
import pytest
import wfdb

KILLED = """
import sys
from pathlib import Path
import torch
torch.set_num_threads(1)
from models.leads.ward import WardStream
from models.patients.opening import open_any
from monitor.bedside.ward.pace import NoWaiting
from monitor.bedside.ward.ward import Ward

ward = Ward(["patient:sinus?seed=3"], NoWaiting())
ward.open(open_any)
ward.begin(WardStream)
(bed,) = ward.beds
bed.record(Path(sys.argv[1]))
while ward.step():
    sys.stdout.write(f"{bed.said.analysed}\\n")
    sys.stdout.flush()
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("steps", [400, 407, 413])
def test_beats_are_there_up_to_the_last_second(steps, tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    for _ in range(steps):
        analysed = int(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    rest = child.communicate(timeout=240)[0].split("\n")[:-1]
    analysed = int(rest[-1]) if rest else analysed
    (header,) = tmp_path.glob("*.hea")
    name, fs = str(header.with_suffix("")), 250
    found = wfdb.rdann(name, "ecgm").sample
    truth = wfdb.rdann(name, "atr")
    told = np.array([at for at, symbol in zip(truth.sample, truth.symbol, strict=True) if symbol == "N"])
    due = told[(told > 5 * fs) & (told < analysed - fs)]
    near = np.abs(found[:, None] - due[None, :]).min(axis=0)
    assert len(due) > 10
    assert near.max() <= 0.15 * fs, "a beat older than a second is missing"
