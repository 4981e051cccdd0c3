"""A ward without a screen: ``ecg-monitor --headless --ward SOURCE … --duration S --json FILE``."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from typing import Any

from assets.databases.fetch import tell_downloads
from assets.databases.telling import on_stderr
from assets.errors import RecordError
from assets.lines import one_line
from assets.phrase import phrase
from assets.sources.source import Source
from assets.text_output import TextOutput
from assets.write import check_folder
from models.alarms.limits import PROFILES
from models.contract.interrupts import raise_on_ctrl_c
from models.contract.statuses import NOT_ALL
from models.kinds import MONITOR
from models.scenario.opening import open_any
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.pace import NoWaiting, RealTime
from monitor.bedside.ward.report import ward_json
from monitor.bedside.ward.ward import HOP_S, Ward
from monitor.headless import told, told_unrecorded
from monitor.measured import versions
from monitor.retraining.home import user_texts, user_weights
from monitor.retraining.store import SHIPPED
from monitor.stream.texts import as_before

KEPT_S = 10.0
"""Nobody looks back in a run without a screen: so much is kept of a source that keeps nothing itself, s."""


def run(options: argparse.Namespace) -> int:
    """Run a ward as the command line says; the exit status.

    The other beds run where one cannot be opened or breaks: it is told at once, and the status says so.

    Raises
    ------
    AssetError
        If no bed could be opened, one has no end and no duration was given, or a file cannot be written.
    """
    import torch

    raise_on_ctrl_c()
    target = options.json or TextOutput()
    target.check()
    check_folder(options.record_to)
    torch.set_num_threads(1)
    tell_downloads(on_stderr)
    profile = options.profile or "adult"
    paced = options.speed == 1.0
    ward = Ward(
        options.ward,
        RealTime() if paced else NoWaiting(),
        alarms=AlarmSetUp(PROFILES[profile]),
        keep=None,
        kept_s=KEPT_S,
    )

    texts = None if options.shipped_weights else user_texts()
    read = as_before(lambda name: open_any(name, data_dir=options.data_dir), texts, told)

    def opened(name: str) -> Source:
        source = read(name)
        source.info.length(options.duration)  # an endless one needs a duration
        return source

    ward.open(opened)
    shut = _tell_failures(ward.beds)
    for bed in ward.beds:
        if bed.info is not None:
            target.check_apart(bed.info.files)
            if options.record_to is not None:
                bed.record(options.record_to)
    store = user_weights(aside=options.shipped_weights)
    ward.begin(store.ward)
    for problem in dict.fromkeys(store.problems):
        sys.stderr.write(f"ecg-monitor: {problem}\n")
    began, worked = time.perf_counter(), time.process_time()
    while ward.step(options.duration):
        pass
    wall_s, cpu_s = time.perf_counter() - began, time.process_time() - worked
    ward.close()
    broken = _tell_failures(bed for bed in ward.beds if bed not in shut)
    if all(bed.info is None for bed in ward.beds):
        raise RecordError(phrase("No bed of the ward could be opened."))
    report: dict[str, Any] = {
        "speed": 1.0 if paced else "max",
        "hop_s": HOP_S,
        "profile": profile,
        **ward_json(ward, wall_s, cpu_s),
        "weights": {name: store.in_use.get(name, SHIPPED) for name in MONITOR},
        "versions": versions(),
    }
    target.write(json.dumps(report, indent=2, allow_nan=False) + "\n")
    unrecorded = told_unrecorded(bed.recording for bed in ward.beds if bed.recording is not None)
    return NOT_ALL if shut or broken else unrecorded


def _tell_failures(beds: Iterable[Bed]) -> list[Bed]:
    """Say on stderr which beds failed, and why; give those."""
    failed = [bed for bed in beds if bed.failure]
    for bed in failed:
        sys.stderr.write(f"ecg-monitor: bed {bed.number}: {one_line(bed.failure)}\n")
    return failed
