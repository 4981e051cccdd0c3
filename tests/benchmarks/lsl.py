"""A stream of 12 leads at 1000 Hz over LSL on this machine, received, recorded and analysed for hours.

``python -m tests.benchmarks.lsl [--hours H] [--results]``. A process of its own sends; the last channel
counts, so that each sample is known again. Lag is from the stamp of a sample to when it has been read, and to
when it has been analysed.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from training.engine.results import RESULTS, write_section

FS, LABELS = 1000, ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
CHUNK_S = 0.01
ROUND = 500_000
"""The counter begins again there: float32 holds it exactly."""

MOST_LAG_S = 0.2
BINS_MS = 60_000
EVERY_S = 60.0


def send(name, seconds):
    """Send for so long, from when somebody listens; runs in a process of its own."""
    import pylsl

    from models.scenario.opening import open_any

    heart = open_any("patient:sinus?fs=1000&leads=1").read(60 * FS).samples[:, 0]
    info = pylsl.StreamInfo(name, "ECG", len(LABELS), FS, "float32", f"benchmark-{name}")
    channels = info.desc().append_child("channels")
    for label in LABELS:
        channel = channels.append_child("channel")
        for key, value in (("label", label), ("unit", "mV"), ("type", "ECG")):
            channel.append_child_value(key, value)
    outlet = pylsl.StreamOutlet(info)
    if not outlet.wait_for_consumers(60):
        return 1
    time.sleep(0.5)
    began, sent, n_total = pylsl.local_clock(), 0, round(seconds * FS)
    sys.stdout.write(f"{began!r}\n")
    sys.stdout.flush()
    while sent < n_total:
        due = min(int((pylsl.local_clock() - began) * FS), n_total)
        if due > sent:
            at = np.arange(sent, due)
            samples = np.repeat(heart[at % len(heart), None], len(LABELS), axis=1).astype(np.float32)
            samples[:, -1] = at % ROUND
            outlet.push_chunk(np.ascontiguousarray(samples), timestamp=(began + at / FS).tolist())
            sent = due
        time.sleep(CHUNK_S)
    time.sleep(5)
    return 0


class Lags:
    """How long samples took, in bins of a millisecond."""

    def __init__(self):
        self.bins = np.zeros(BINS_MS, dtype=np.int64)

    def add(self, seconds):
        at = np.clip((1000 * seconds).astype(np.int64), 0, BINS_MS - 1)
        self.bins += np.bincount(at, minlength=BINS_MS)

    def quantile(self, part):
        return float(np.searchsorted(np.cumsum(self.bins), part * self.bins.sum())) / 1000


def rows(hours=1 / 60):
    """Receive for so many hours; rows as the benchmarks give them."""
    import psutil
    import pylsl
    import torch

    from assets.sources.source import SourceBlock
    from models.alerts.analyzer import Analyzer
    from models.leads.choice import leads_together
    from models.leads.stream import shipped_stream
    from models.scenario.opening import open_any
    from monitor.measured import HOP_S
    from monitor.stream.recording.recorder import Recorder
    from monitor.stream.replay import Replay

    torch.set_num_threads(1)
    name, n_total = f"benchmark-{time.time_ns()}", round(hours * 3600 * FS)
    command = [sys.executable, "-m", "tests.benchmarks.lsl", "--send", name, "--hours", str(hours)]
    sender = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    read, analysed = Lags(), Lags()
    got = gaps = wrong = 0
    process, rss = psutil.Process(), {}
    with tempfile.TemporaryDirectory() as folder:
        source = open_any(f"lsl:{name}")
        info = source.info
        leads = leads_together(info.leads)
        names = [info.leads[i].name for i in leads]
        analyzer = Analyzer(info.fs, shipped_stream(info.fs, len(leads)), lead=names[0], together=names)
        recorder = Recorder(info, Path(folder))
        replay = Replay(source)
        reader = replay.reader()
        replay.play()
        reader.read(1)  # the stream is asked for, and the sender begins
        began = float(sender.stdout.readline())
        told = pylsl.local_clock()
        hop = round(2 * FS)
        while got + gaps < n_total and pylsl.local_clock() - began < hours * 3600 + 30:
            block = reader.read(hop)
            if block is None or not len(block.samples):
                time.sleep(HOP_S)
                continue
            count = block.samples[:, -1]
            there = np.isfinite(count)
            # Where each sample stands says when it was stamped, for none is lost; what is, is counted.
            index = block.start + np.arange(len(count))
            wrong += int(np.count_nonzero(count[there] != (index % ROUND)[there]))
            got, gaps = got + int(there.sum()), gaps + int((~there).sum())
            read.add(pylsl.local_clock() - (began + index / FS))
            analyzer.push(block.samples[:, list(leads)])
            recorder.take(SourceBlock(block.start, block.samples))
            analysed.add(pylsl.local_clock() - (began + index / FS))
            if pylsl.local_clock() - told > EVERY_S:
                told = pylsl.local_clock()
                rss[(told - began) / 3600] = process.memory_info().rss / 2**20
                link = source.link
                sys.stderr.write(
                    f"{(told - began) / 60:.0f} min: {got} received, {gaps} gaps, {wrong} out of place, "
                    f"lag p99 {read.quantile(0.99):.3f} s, analysed {analysed.quantile(0.99):.3f} s, "
                    f"lost {link.lost}, late {link.late}, offset {link.clock_offset_s}, "
                    f"{rss[(told - began) / 3600]:.0f} MiB\n"
                )
                sys.stderr.flush()
        lasted = (pylsl.local_clock() - began) / 3600
        recorder.close()
        source.close()
        sender.wait()
        what = f"{lasted:.2f} h of 12 × 1000 Hz over LSL on one machine, recorded and analysed"
        yield (
            f"{what}: samples not received, or not in their place",
            f"{n_total - got + wrong} of {n_total}",
            "0",
            got == n_total and not wrong,
        )
        yield (
            f"{what}: samples not recorded",
            f"{got + gaps - recorder.written} of {got + gaps}",
            "0",
            recorder.written == got + gaps,
        )
        for until, lags in (("read", read), ("analysed", analysed)):
            p99 = lags.quantile(0.99)
            told = f"{p99:.3f} s (median {lags.quantile(0.5):.3f} s, most {lags.quantile(1.0):.3f} s)"
            yield f"{what}: lag p99 until {until}", told, f"≤ {MOST_LAG_S} s", p99 <= MOST_LAG_S
        if rss:
            told = ", ".join(f"{value:.0f}" for value in list(rss.values())[:: max(1, len(rss) // 6)])
            yield f"{what}: resident memory on the way, MiB", told, "told", True


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.lsl")
    parser.add_argument("--hours", type=float, default=1 / 60)
    parser.add_argument("--results", action="store_true", help="write the table into training/RESULTS.md")
    parser.add_argument("--send", metavar="NAME", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.send:
        return send(options.send, options.hours * 3600)
    lines, held = ["| what | measured | bound | held |", "| --- | --- | --- | --- |"], True
    for what, measured, bound, ok in rows(options.hours):
        held &= ok
        lines.append(f"| {what} | {measured} | {bound} | {'yes' if ok else '**no**'} |")
    sys.stdout.write("\n".join(lines) + "\n")
    if options.results:
        write_section(
            RESULTS, "lsl", f"python -m tests.benchmarks.lsl --hours {options.hours:g}", "\n".join(lines)
        )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
