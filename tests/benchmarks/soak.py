"""Hours of a simulated ward, without waiting: nothing grows, no sample is lost, nothing is raised.

``python -m tests.benchmarks.soak [--hours H] [--within S] [--results]``. Four beds of simulated patients, one
of them with muscle noise, the others steered to another kind every ten minutes by a seeded chance.
"""

import argparse
import os
import random
import sys
import time

import psutil
import torch

from assets.sources.source import Source
from models.leads.ward import WardStream
from models.patients.kinds import KINDS
from models.patients.opening import open_any
from monitor.bedside.ward.pace import NoWaiting
from monitor.bedside.ward.ward import Ward
from training.engine.results import RESULTS, write_section

BEDS = (
    "patient:sinus?vitals=yes&seed=1",
    "patient:af?seed=2&leads=1",
    "patient:vt?seed=3&leads=1",
    "patient:sinus?seed=4&leads=1+muscle=6",
)
HOP_S = 2.0
"""Steps are long, so that a day takes less than an hour; what is analysed is the same."""

STEERED_S = 600.0
GROWTH = 1.05
"""Resident memory after the first hour may grow to this much of what it was then."""


class Ending(Source):
    """A source that ends after so many samples, and counts what it has given."""

    def __init__(self, source, n_samples):
        from dataclasses import replace

        self.source, self.given, self._left = source, 0, n_samples
        self._info = replace(source.info, n_samples=n_samples, seekable=False)

    @property
    def info(self):
        return self._info

    def read(self, n):
        block = self.source.read(min(n, self._left))
        self.given += len(block.samples)
        self._left -= len(block.samples)
        return block

    @property
    def ended(self):
        return not self._left

    def stop(self):
        self._left = 0


def soak(hours, within_s):
    """Run the ward for so long, or until so much time has passed; give rows as the benchmarks do."""
    torch.set_num_threads(1)
    chance, process = random.Random(0), psutil.Process()
    sources = []

    def open_ending(name):
        source = open_any(name)
        sources.append(Ending(source, round(hours * 3600 * source.info.fs)))
        return sources[-1]

    ward = Ward(BEDS, NoWaiting(), hop_s=HOP_S)
    ward.open(open_ending)
    ward.begin(WardStream)
    rss, began, steered, told = {}, time.perf_counter(), 0.0, set()
    while ward.step():
        at = max(bed.said.analysed / bed.info.fs for bed in ward.beds)
        if at >= steered + STEERED_S:
            steered = at
            for one in sources[:3]:
                one.source.steer(chance.choice(list(KINDS)), in_s=chance.uniform(0, 60))
        if time.perf_counter() - began > within_s:
            for one in sources:
                one.stop()
        for bed in ward.beds:
            if bed.failure and bed.number not in told:
                told.add(bed.number)
                sys.stderr.write(f"bed {bed.number} at {at:.0f} s: {bed.failure}\n")
        hour = int(at // 3600)
        if hour not in rss:
            rss[hour] = process.memory_info().rss / 2**20
            sys.stderr.write(f"{hour} h: {rss[hour]:.1f} MiB, {time.perf_counter() - began:.0f} s\n")
            sys.stderr.flush()
    wall_s = time.perf_counter() - began
    last = process.memory_info().rss / 2**20
    ward.close()
    first = rss.get(1, last)
    growth = max([last, *(value for hour, value in rss.items() if hour >= 1)]) / first
    lost = sum(abs(s.given - bed.said.analysed) for s, bed in zip(sources, ward.beds, strict=True))
    hours = max(s.given / s.info.fs for s in sources) / 3600
    failures = [bed.failure for bed in ward.beds if bed.failure]
    alarms = sum(len(bed.alarms) for bed in ward.beds)
    what = f"{hours:.2f} h of {len(BEDS)} steered beds without waiting"
    factor = hours * 3600 / wall_s
    yield (
        f"{what}: resident memory after the first hour, the most against the first",
        f"{growth:.3f} ({first:.0f} MiB after an hour, {last:.0f} MiB at the end; {factor:.0f}× real time)",
        f"≤ {GROWTH}",
        growth <= GROWTH,
    )
    yield (
        f"{what}: samples that sources gave and analyses did not have",
        f"{lost} of {sum(s.given for s in sources)}",
        "0",
        lost == 0,
    )
    yield (
        f"{what}: beds whose source or analysis failed ({alarms} alarms kept)",
        "; ".join(failures) or "none",
        "none",
        not failures,
    )


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak")
    parser.add_argument("--hours", type=float, default=24.0)
    parser.add_argument("--within", type=float, default=float("inf"), help="end after so many seconds")
    parser.add_argument("--results", action="store_true", help="write the table into training/RESULTS.md")
    options = parser.parse_args(argv)
    lines, held = ["| what | measured | bound | held |", "| --- | --- | --- | --- |"], True
    for what, measured, bound, ok in soak(options.hours, options.within):
        held &= ok
        lines.append(f"| {what} | {measured} | {bound} | {'yes' if ok else '**no**'} |")
    sys.stdout.write("\n".join(lines) + "\n")
    if options.results:
        command = f"python -m tests.benchmarks.soak --hours {options.hours:g}"
        write_section(RESULTS, "soak", command, "\n".join(lines))
    return 0 if held else 1


if __name__ == "__main__":
    os.environ["OMP_NUM_THREADS"] = "1"
    sys.exit(main())
