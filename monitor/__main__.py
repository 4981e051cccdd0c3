"""Entry point of ``ecg-monitor``: arguments, then the window or the headless run."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    # Before anything of ours is imported: it looks whether that is ours.
    from ecg_monitor import monitor

    sys.exit(monitor())

import argparse
import gc
import math
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from assets.errors import AssetError
from assets.lines import one_line
from assets.text.answers import TOLD, with_said
from assets.text_output import TextOutput
from assets.version import app_version
from models.alarms.limits import PROFILES
from monitor.about import DISCLAIMER
from monitor.system import why_no_window


def speed(text: str) -> float:
    """A replay speed from the command line: 0.25 to 8, or ``max``."""
    from monitor.stream.clock import MAX_PACED_SPEED, MIN_SPEED

    if text == "max":
        return math.inf
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not MIN_SPEED <= value <= MAX_PACED_SPEED:
        raise argparse.ArgumentTypeError(f"{text!r} is neither max nor between {MIN_SPEED:g} and 8.")
    return value


def file_path(text: str) -> Path:
    """Give the path of a file from the command line."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty name is no file.")
    return Path(text)


def text_output(text: str) -> TextOutput:
    """Give where a text goes from the command line."""
    file_path(text)
    return TextOutput(text)


def stream_name(text: str) -> str:
    """Give the name of a published stream from the command line."""
    from monitor.stream.publishing.outlets import PublishError, checked_name

    try:
        return checked_name(text)
    except PublishError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def dots(text: str) -> float:
    """A resolution from the command line, dots an inch."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 50 <= value <= 1200:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 50 and 1200 dots an inch.")
    return value


def positive(text: str) -> float:
    """A positive number of seconds from the command line."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (value > 0 and math.isfinite(value)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number of seconds.")
    return value


def parser() -> argparse.ArgumentParser:
    """The command line."""
    p = argparse.ArgumentParser(
        prog="ecg-monitor",
        description="Replay an ECG record as a live stream, watched by a forecaster and an autoencoder. "
        + DISCLAIMER,
        epilog="It ends with status 0; 2 after a sentence that says what cannot be done; 3 where not all was "
        "done: a recording lacks some of the signal, or a bed of a ward failed; 130 if interrupted.",
    )
    p.add_argument("--version", action="version", version=f"%(prog)s {app_version()}")
    p.add_argument(
        "record",
        nargs="?",
        help="demo (five minutes of record 208, shipped), a record of the MIT-BIH databases (208, 800, em), "
        "any open one of PhysioNet (afdb/04015, physionet:DATABASE/RECORD), "
        "the path of a WFDB, EDF, BDF or text file, a simulated patient (patient:sinus, "
        "'patient:vt?rate=180&seed=2'), a scenario (scenario:first-pvc, or the path of its .toml file), or a "
        "stream of the network (lsl:NAME)",
    )
    p.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="local mirror, looked in before downloading: DIR/mitdb, DIR/svdb, … (also ECG_MONITOR_DATA)",
    )
    p.add_argument(
        "--large",
        action="store_true",
        help="fetch records of PhysioNet of more than 100 MB without asking",
    )
    p.add_argument("--lead", metavar="NAME", help="lead to analyse alone (default: all ECG leads together)")
    p.add_argument("--rate", metavar="HZ", help="of a text file: its sampling rate, where it does not say it")
    p.add_argument(
        "--unit",
        metavar="UNIT",
        help="of a text file: mV, uV, V, a converter's steps as 200/mV, or none for what is no voltage",
    )
    p.add_argument(
        "--column",
        metavar="N",
        help="of a text file: the columns to read, by number or name, with commas between (default: all)",
    )
    p.add_argument("--time", metavar="N", help="of a text file: the column of its times, or none")
    p.add_argument(
        "--alert-on",
        choices=("beats", "spikes"),
        help="raise alerts on classified beats, or on any spike of a running model (default: beats, or what "
        "was chosen in the window)",
    )
    p.add_argument(
        "--speed", type=speed, metavar="X", help="replay speed: 0.25 to 8, or max (default: 1; headless: max)"
    )
    p.add_argument(
        "--record",
        dest="record_to",
        type=file_path,
        metavar="DIR",
        help="record what is watched there: a WFDB record with annotations (.atr), our beats "
        "(.ecgm) and the alarms (.alm)",
    )
    p.add_argument(
        "--publish",
        type=stream_name,
        metavar="NAME",
        help="send what is played over the network as a stream of the Lab Streaming Layer, with beats, "
        "alerts and alarms as another, NAME-markers; headless at real time",
    )
    p.add_argument(
        "--ward",
        nargs="+",
        metavar="SOURCE",
        help="headless: several beds at once, a source each, analysed together on one clock",
    )
    p.add_argument(
        "--language",
        choices=("en", "ja"),
        help="language of the window (default: what was chosen in it, or else the system's), or of a "
        "--screenshot or --report (default: en)",
    )
    for name, does in (("install", "put"), ("remove", "take")):
        where = "into" if does == "put" else "out of"
        p.add_argument(
            f"--{name}-desktop",
            dest="desktop",
            action="store_const",
            const=name,
            help=f"{does} an entry with its icon {where} your desktop's menu (Linux), and quit",
        )
    p.add_argument("--headless", action="store_true", help="analyse without a window and write JSON")
    p.add_argument("--duration", type=positive, metavar="S", help="headless: stop after S seconds of record")
    p.add_argument(
        "--json",
        type=text_output,
        metavar="FILE",
        help="headless: write the JSON there, not to stdout; - is stdout",
    )
    for name, what in (("csv", "alerts"), ("beats", "beats")):
        p.add_argument(
            f"--{name}",
            type=text_output,
            metavar="FILE",
            help=f"headless: write the {what} there as CSV; - is stdout, in place of the JSON",
        )
    p.add_argument(
        "--annotations",
        type=file_path,
        metavar="FOLDER",
        help="headless: write alerts and beats there as WFDB annotations, RECORD.alerts and RECORD.ecgm",
    )
    p.add_argument(
        "--export",
        type=file_path,
        action="append",
        metavar="FILE",
        help="headless: write the signals with all that was found there, as WFDB (.hea), EDF+ (.edf), CSV "
        "(.csv) or a picture (.png, .svg); may be given several times",
    )
    p.add_argument(
        "--report",
        type=file_path,
        metavar="FILE",
        help="headless: write a report there (.pdf): rates, beats by kind, alarms, a table by the hour, "
        "heart rate variability, and strips on ECG paper",
    )
    p.add_argument(
        "--disclosure",
        action="store_true",
        help="draw all of the first lead in the report, too, half an hour a page",
    )
    p.add_argument(
        "--disclose-all", action="store_true", help="the same of every ECG lead, one after the other"
    )
    p.add_argument(
        "--shipped-weights",
        action="store_true",
        help="headless: leave the weights aside that were adopted in the window",
    )
    p.add_argument(
        "--profile",
        choices=tuple(PROFILES),
        help="headless: limits of the alarms (default: adult)",
    )
    p.add_argument(
        "--screenshot",
        type=Path,
        metavar="FILE",
        help="write a picture of the window (.png, .svg) and quit",
    )
    p.add_argument(
        "--dpi",
        type=dots,
        metavar="N",
        help="dots an inch of a picture: 50 to 1200 of --export (default: 150), 96 to 384 of --screenshot "
        "(default: 96)",
    )
    p.add_argument(
        "--at",
        type=positive,
        metavar="SECONDS",
        help="screenshot after that much of the record, all of which is analysed first (default: 20)",
    )
    p.add_argument(
        "--page", metavar="NAME", help="screenshot of that page, as review or lab (default: monitor)"
    )
    p.add_argument(
        "--pane", metavar="NAME", help="screenshot of that pane of the page, as of the digit lab's"
    )
    return p


def main(argv: Sequence[str] | None = None) -> int:
    """Run the monitor; the exit status is 0; 2 after a sentence on stderr; 3 where not all was done.

    Not all is done where not all was recorded, or a bed of a ward failed and the others ran.
    """
    options = parser().parse_args(argv)
    if (problem := _contradiction(options)) is not None:
        return complain(problem)
    if options.large:
        from assets.databases.physionet.agreed import agree

        agree()
    options.named = options.record is not None
    try:
        if options.desktop is not None:
            return _change_menu(options.desktop)
        options.record = with_said(options.record or "demo", {key: getattr(options, key) for key in TOLD})
        if options.ward is not None:
            from monitor.bedside.ward.headless import run as run_ward

            return run_ward(options)
        if options.headless:
            return _run_headless(options)
        return _run_window(options)
    except AssetError as error:
        return complain(str(error))
    except KeyboardInterrupt:
        sys.stderr.write("ecg-monitor: interrupted.\n")
        return 130


def _change_menu(change: str) -> int:
    from monitor.desktop import install, remove

    files = install() if change == "install" else remove()
    done = "Written" if change == "install" else "Taken away"
    said = "\n".join(f"{done}: {path}" for path in files) or "There was no entry."
    sys.stdout.write(f"{said}\n")
    return 0


def _contradiction(options: argparse.Namespace) -> str | None:
    """Why these options do not go together, in a sentence; None where they do."""
    if options.ward is not None and (problem := _no_ward(options)) is not None:
        return problem
    if options.screenshot is not None and options.record_to is not None:
        return "--record goes with the window or with --headless, not with --screenshot."
    if options.headless and options.language is not None and options.report is None:
        return "--language goes with the window, --screenshot or --report: all else is in English."
    if options.screenshot is not None and options.publish is not None:
        return "--publish goes with the window or with --headless, not with --screenshot."
    if options.headless and options.screenshot is not None:
        return "--headless has no window to take a picture of: leave it out, or --screenshot."
    if not options.headless:
        for name in ("csv", "beats", "annotations", "json", "profile", "export", "report"):
            if getattr(options, name) is not None:
                own = "" if name == "profile" else "; the window has its exports under More"
                return f"--{name} goes with --headless{own}."
        for name in ("duration", "shipped_weights", "disclosure", "disclose_all"):
            if getattr(options, name):
                return f"--{name.replace('_', '-')} goes with --headless."
    texts = [one.path for one in (options.json, options.csv, options.beats) if one is not None]
    if texts.count(None) > 1:
        return "Standard output has room for one of --json, --csv and --beats: name files for the others."
    files = [p.resolve() for p in (*texts, *(options.export or ())) if p is not None]
    if len(set(files)) < len(files):
        return "--json, --csv, --beats and --export name the same file: each needs its own."
    pictures = [path for path in options.export or () if path.suffix.lower() == ".png"]
    if options.dpi is not None and options.screenshot is None and not pictures:
        return "--dpi is about a picture: name one with --screenshot, or --export FILE.png."
    if options.screenshot is not None and options.dpi is not None and not 96 <= options.dpi <= 384:
        return "A picture of the window has 96 to 384 dots an inch (--dpi)."
    if (options.disclosure or options.disclose_all) and options.report is None:
        asked = "disclosure" if options.disclosure else "disclose-all"
        return f"--{asked} says what a report shows: name a file with --report."
    if options.data_dir is not None and not os.path.isdir(options.data_dir):
        return f"There is no folder {options.data_dir} to look for records in (--data-dir)."
    shown = (options.page, options.pane, options.at)
    if options.screenshot is None and any(value is not None for value in shown):
        return "--page, --pane and --at say what --screenshot shows: name a file with --screenshot."
    return None


def _no_ward(options: argparse.Namespace) -> str | None:
    """Why these options do not go together with a ward, in a sentence; None where they do."""
    if not options.headless:
        return "--ward goes with --headless; the window has a page Ward."
    for name in ("lead", "csv", "beats", "annotations", "alert_on", "export", "report", "publish"):
        if getattr(options, name) is not None:
            return f"--{name.replace('_', '-')} is about one record: it does not go with --ward."
    if options.speed not in (None, 1.0, math.inf):
        return "A ward runs in real time (--speed 1), or without waiting (--speed max)."
    return None


def complain(sentence: str) -> int:
    """Say what is wrong on stderr; the exit status for it."""
    sys.stderr.write(f"ecg-monitor: {one_line(sentence)}\n")
    return 2


def _run_headless(options: argparse.Namespace) -> int:
    from monitor.headless import run

    if options.report is None:
        return run(options)
    # Pages need Qt's fonts, and no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (problem := why_no_window()) is not None:
        return complain(problem)
    from monitor.ui.kit.language import speak, wanted
    from monitor.ui.report.watched.document import write_report
    from monitor.ui.shell.app import application

    application()
    speak(wanted(options.language or "en"))
    return run(options, partial(write_report, disclosure=options.disclosure, every_lead=options.disclose_all))


def _run_window(options: argparse.Namespace) -> int:
    if options.screenshot is not None:
        # A picture needs no screen, and must not depend on the one there is.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if options.dpi is not None:
            os.environ["QT_SCALE_FACTOR"] = f"{options.dpi / 96:g}"
    # What is imported lasts: to search it for garbage again and again is a tenth of the start. The window
    # collects its own (`monitor.ui.kit.work.garbage`).
    gc.disable()
    try:
        return _show(options)
    finally:
        gc.enable()


def _show(options: argparse.Namespace) -> int:
    problem = why_no_window()
    if problem is not None:
        return complain(problem)
    from monitor.ui.kit.work.background import leave
    from monitor.ui.shell.app import run, run_screenshot

    try:
        status = run_screenshot(options) if options.screenshot is not None else run(options)
    except AssetError as error:
        status = complain(str(error))
    return leave(status)
