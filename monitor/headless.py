"""The pipeline without a screen: the same replay and the same analyzer, with JSON at the end."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace

import numpy as np
import numpy.typing as npt

from assets.causes import words_of
from assets.databases.fetch import tell_downloads
from assets.databases.telling import on_stderr
from assets.errors import RecordError
from assets.phrase import phrase
from assets.sources.source import Source, SourceBlock, SourceInfo
from assets.text_output import TextOutput
from assets.write import check_folder
from models.alarms.alarm import Alarm
from models.alarms.limits import PROFILES
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer, Scorer
from models.alerts.kinds import Priority
from models.alerts.muting import AlertOn
from models.beats.scores import BeatScores
from models.contract.interrupts import raise_on_ctrl_c
from models.contract.marks import Mark, MarksError
from models.contract.statuses import NOT_ALL
from models.kinds import MONITOR
from models.leads.choice import leads_together
from models.library.account import Account
from models.scenario.opening import open_any
from models.scenario.report import scenario_json
from models.scenario.source import disturbances_in, scenario_in
from models.vitals.readings import Readings
from models.vitals.stream import VitalsStream
from monitor.alerts.outputs import Outputs
from monitor.keeping.headless import Keeping, ReportWriter
from monitor.keeping.picture import DPI
from monitor.measured import HOP_S, Measured, describe, in_order, recording_json, states_in_order
from monitor.retraining.home import user_marks, user_texts, user_weights
from monitor.retraining.store import SHIPPED
from monitor.stream.past.spool import Spool
from monitor.stream.publishing.publisher import Publisher
from monitor.stream.recording.labels import BeatLabels
from monitor.stream.recording.recorder import Recorder
from monitor.stream.replay import MAX_SPEED, Replay
from monitor.stream.texts import as_before

BLOCK_S = 10.0
"""At maximal speed the record is analysed in blocks of this length, in seconds; the scores are the same."""

HEARD_S = 2.0
"""Where somebody waits for what is found, blocks are of this length, in seconds: a scenario that may take
another course, a recording that is to be whole when it is cut off, who listens on the network."""

PROBE_S, PROBE_EVERY_S = 0.5, 60.0
"""At maximal speed so much of so many seconds goes through in hops: the latency of a hop is measured."""

MOST_SCENARIO_S = 24 * 3600.0
"""A scenario whose alarms lead it in a circle ends after this, s."""


def run(options: argparse.Namespace, report_writer: ReportWriter | None = None) -> int:
    """Run headless as the command line says; the exit status.

    Parameters
    ----------
    options : argparse.Namespace
        The command line.
    report_writer : callable, optional
        Writes the report that the command line asks for: it needs Qt, which is not imported here.
    """
    import torch

    raise_on_ctrl_c()
    outputs = Outputs(options.csv, options.beats, options.annotations)
    # Standard output has one text: the JSON, unless that is named or another one is to be there.
    target = options.json or (None if outputs.on_stdout else TextOutput())
    if target is not None:
        target.check()  # now, and not when the analysis is done
    outputs.check()
    keeping = Keeping(tuple(options.export or ()), options.report, report_writer, options.dpi or DPI)
    keeping.check()
    check_folder(options.record_to)
    torch.set_num_threads(1)
    tell_downloads(on_stderr)
    source = _open(options)
    info = source.info
    leads = _leads(info, options.lead)
    for warning in info.warnings:
        sys.stderr.write(f"ecg-monitor: {warning}\n")
    if target is not None:
        target.check_apart(info.files)
    outputs.check_names(info)
    keeping.check(info.files)
    scorer, weights = make_scorer(info.fs, shipped_only=options.shipped_weights, leads=len(leads))
    names = [info.leads[lead].name for lead in leads]
    analyzer = Analyzer(
        info.fs,
        scorer,
        source=info.identity,
        offset=info.offset,
        lead=names[0],
        together=names if len(names) > 1 else (),
    )
    analyzer.set_alert_on(AlertOn(options.alert_on or AlertOn.BEATS))
    speed = MAX_SPEED if options.speed is None else options.speed
    profile = options.profile or "adult"
    watch = AlarmWatch(info.fs, names, PROFILES[profile], source=info.identity, offset=info.offset)
    recorder = None if options.record_to is None else Recorder(info, options.record_to)
    spool = Spool(source) if keeping.asked else None
    publisher = None if options.publish is None else Publisher(info, options.publish)
    if publisher is not None and speed == MAX_SPEED:
        speed = 1.0  # who listens does so in real time
    limit = _length(source, options.duration)
    measured = measure(source, leads, limit, analyzer, speed, watch, recorder, spool, publisher)
    how = {"alert_on": analyzer.alert_on.value, "profile": profile, "weights": weights}
    report = {**describe(info, leads, speed, measured), **how}
    if recorder is not None:
        report["recording"] = recording_json(recorder)
    if (link := source.link) is not None:
        report["link"] = asdict(link)
    if (scenario := scenario_in(source)) is not None:
        report["scenario"] = scenario_json(scenario)
    if target is not None:
        target.write(json.dumps(report, indent=2, allow_nan=False) + "\n")
    beats = BeatScores.concatenate([BeatScores.none(), *measured.scores])
    for said in outputs.write(measured.events, beats, info, leads):
        sys.stderr.write(f"ecg-monitor: {said}\n")
    if spool is not None:
        marks = () if options.shipped_weights else _marks()
        for said in keeping.write(account_of(source, leads, measured, spool), marks):
            sys.stderr.write(f"ecg-monitor: {said}\n")
        spool.close()
    source.close()
    return told_unrecorded([] if recorder is None else [recorder])


def told_unrecorded(recorders: Iterable[Recorder]) -> int:
    """Say of each what went wrong; the exit status: 0 where all was recorded and ended as it should be."""
    status = 0
    for recorder in recorders:
        said = [recorder.problem] if recorder.problem else []
        if recorder.lost:
            seconds, name = recorder.lost / recorder.info.fs, recorder.info.name
            said.insert(0, phrase("{seconds:.1f} s of {name} were not recorded.", seconds=seconds, name=name))
        if said:
            sys.stderr.write(f"ecg-monitor: {' '.join(said)}\n")
            status = NOT_ALL
    return status


def _open(options: argparse.Namespace) -> Source:
    """Open what is watched; what a text file does not say is as it was of the last of its shape.

    With the shipped weights nothing that the user keeps takes part, and so this does not either.
    """
    texts = None if options.shipped_weights else user_texts()
    opened = as_before(lambda name: open_any(name, data_dir=options.data_dir), texts, told)
    return opened(options.record)


def told(sentence: str) -> None:
    """Say a sentence on the error stream."""
    sys.stderr.write(f"ecg-monitor: {sentence}\n")


def _marks() -> tuple[Mark, ...]:
    """The user's marks, for an export; that they cannot be read is said, and keeps nothing from it."""
    try:
        return user_marks()
    except MarksError as error:
        sys.stderr.write(f"ecg-monitor: {error} What is exported has no marks.\n")
        return ()


def account_of(source: Source, leads: Sequence[int], measured: Measured, spool: Spool) -> Account:
    """What a run watched, and all that was said of it; alarms that are advisory are left to the alerts."""
    beats = BeatScores.concatenate([BeatScores.none(), *measured.scores])
    return Account(
        source.info,
        0,
        measured.samples,
        tuple(leads),
        spool.between,
        beats,
        tuple(sorted(measured.events, key=lambda event: event.start)),
        tuple(alarm for alarm in in_order(measured) if alarm.priority is not Priority.ADVISORY),
        tuple(states_in_order(measured)),
        spool.annotations,
        ((0, measured.samples),),
        Readings.concatenate(measured.vitals),
        disturbances_in(source, 0, measured.samples),
    )


def _length(source: Source, duration_s: float | None) -> int:
    """Samples to take; a scenario that comes to its end without anyone's doing ends by itself."""
    scenario = scenario_in(source)
    if duration_s is None and scenario is not None and scenario.scenario.ends_alone:
        return round(MOST_SCENARIO_S * source.info.fs)
    return source.info.length(duration_s)


def _leads(info: SourceInfo, name: str | None) -> tuple[int, ...]:
    """Columns that are analysed: the lead that is named alone, else all together (`models.leads.choice`)."""
    try:
        return (info.ecg_lead(name),) if name else leads_together(info.leads) or (info.usual_lead,)
    except ValueError as error:
        raise RecordError(words_of(error)) from error


def make_scorer(fs: float, *, shipped_only: bool, leads: int = 1) -> tuple[Scorer, dict[str, str]]:
    """Give the pipeline with the weights that the window would use, and what these are, by kind.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    shipped_only : bool
        Whether weights that the user adopted are left aside.
    leads : int
        How many leads are analysed together.
    """
    if shipped_only:
        from models.leads.stream import shipped_stream

        return shipped_stream(fs, leads), dict.fromkeys(MONITOR, SHIPPED)
    store = user_weights()
    scorer = store.scorer(fs, leads)
    for problem in store.problems:
        sys.stderr.write(f"ecg-monitor: {problem}\n")
    return scorer, {name: store.in_use.get(name, SHIPPED) for name in MONITOR}


def measure(
    source: Source,
    leads: Sequence[int],
    limit: int,
    analyzer: Analyzer,
    speed: float,
    watch: AlarmWatch,
    recorder: Recorder | None = None,
    spool: Spool | None = None,
    publisher: Publisher | None = None,
) -> Measured:
    """Push the first `limit` samples of these leads through analysis and alarms; measure its cost."""
    measured, scenario = Measured(), scenario_in(source)
    labels = BeatLabels(source.info.fs)
    vitals = VitalsStream(source.info.fs, source.info.leads)
    hop = max(1, round(HOP_S * source.info.fs))
    began = time.perf_counter()
    paced = speed != MAX_SPEED or source.info.live
    block_s = BLOCK_S if scenario is recorder is publisher is None else HEARD_S
    stream = _paced(source, limit, hop, speed) if paced else _blocks(source, limit, hop, block_s)
    for block in stream:
        samples = _columns(block.samples, leads)
        arrived = time.perf_counter()
        measured.samples += len(samples)
        if publisher is not None:
            publisher.take(block.start, block.samples, speed)
        analysis = replace(analyzer.push(samples), vitals=vitals.push(block.samples))
        measured.vitals.append(analysis.vitals)
        measured.events.extend(analysis.events)
        news = watch.push(analysis).news
        measured.alarms.extend(alarm for alarm in news if not alarm.goes_on)
        if scenario is not None:
            scenario.hear(news)
        measured.beats.extend(analysis.beats.index.tolist())
        if len(analysis.beats):
            measured.scores.append(analysis.beats)
        measured.rhythm = analysis.rhythm
        ended = (state for state in analysis.states if state.over is not None)
        measured.states.extend(state for state in ended if not state.withdrawn)
        measured.going_on = tuple(state for state in analysis.states if state.over is None)
        if len(samples) <= hop:
            measured.hop_latency_s.append(time.perf_counter() - arrived)
        if spool is not None:
            spool.append(block)
        beats = (
            labels.push(analysis, block.stop) if recorder is not None or publisher is not None else ([], [])
        )
        if recorder is not None:
            _record(recorder, block, measured, news)
            recorder.beats(*beats)
        if publisher is not None:
            publisher.beats(*beats)
            publisher.alerts(analysis.events)
            publisher.alarms(news)
    measured.events.extend(analyzer.finish())
    measured.alarms_going_on = watch.going_on
    beats = labels.finish()
    if publisher is not None:
        publisher.beats(*beats)
        publisher.close()
    if recorder is not None:
        recorder.beats(*beats)
        recorder.close()
        if recorder.alarm is not None:
            measured.alarms_going_on += (recorder.alarm,)
    measured.wall_s = time.perf_counter() - began
    return measured


def _record(recorder: Recorder, block: SourceBlock, measured: Measured, news: Sequence[Alarm]) -> None:
    """Write a block and what is told at its end; that it cannot be written is said, and is an alarm."""
    recorder.alarms(news)
    for alarm in recorder.take(block):
        if alarm.goes_on:
            sys.stderr.write(f"ecg-monitor: {recorder.problem}\n")
        else:
            measured.alarms.append(alarm)


def _blocks(source: Source, limit: int, hop: int, block_s: float) -> Iterator[SourceBlock]:
    fs = source.info.fs
    longest, probe, every = round(block_s * fs), round(PROBE_S * fs), round(PROBE_EVERY_S * fs)
    at = 0
    while at < limit:
        step = hop if at % every < probe else min(longest, every - at % every)
        block = source.read(min(step, limit - at))
        if not len(block.samples):
            return
        yield block
        at += len(block.samples)


def _paced(source: Source, limit: int, hop: int, speed: float) -> Iterator[SourceBlock]:
    replay = Replay(source)
    replay.set_speed(1.0 if speed == MAX_SPEED else speed)
    reader = replay.reader()
    replay.play()
    read = 0
    while read < limit:
        block = reader.read(min(hop, limit - read))
        if block is None or not len(block.samples):
            if replay.failure:
                raise RecordError(replay.failure)
            if replay.ended:
                return
            time.sleep(HOP_S / 4 / max(1.0, replay.speed))
            continue
        read += len(block.samples)
        known = replay.history.annotations(block.start, block.stop)
        yield SourceBlock(block.start, block.samples, known)


def _columns(samples: npt.NDArray[np.float32], leads: Sequence[int]) -> npt.NDArray[np.float32]:
    """The samples of one lead, shape (n,), or of several, (n, leads)."""
    return samples[:, leads[0]] if len(leads) == 1 else samples[:, list(leads)]
