"""One record through the analysis and the alarms, as the monitor does it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from assets.records.open import open_record
from assets.sources.record import RecordSource
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analysis
from models.judging.alarms import Judged, judge
from models.judging.reference import Reference
from models.leads.choice import leads_together
from training.evaluation.detectors.annotate import analyse_source
from training.evaluation.detectors.live import StreamMaker


@dataclass(frozen=True)
class Job:
    """One record.

    Attributes
    ----------
    record : str
        Catalogue number or path.
    data_dir : Path or None
        Local mirror.
    maker : StreamMaker
        Makes the pipeline.
    limits : Limits
        In force.
    """

    record: str
    data_dir: Path | None
    maker: StreamMaker
    limits: Limits


@dataclass(frozen=True)
class Outcome:
    """What became of one record.

    Attributes
    ----------
    record : str
        Its name.
    fs : float
        Rate, Hz.
    hours : float
        Its length, h.
    judged : dict of Condition to Judged
        By condition, those that annotations can judge.
    others : dict of Condition to int
        How many alarms there were of each of the others.
    alarms : tuple of Alarm
        All of them but advisories, each as it ended.
    """

    record: str
    fs: float
    hours: float
    judged: dict[Condition, Judged]
    others: dict[Condition, int]
    alarms: tuple[Alarm, ...]


def run_record(job: Job) -> Outcome:
    """Analyse a record, all leads together, and judge its alarms from the first sample on.

    Raises
    ------
    ValueError
        If the record has no annotations.
    assets.errors.AssetError
        If it cannot be had.
    """
    import torch

    torch.set_num_threads(1)
    record = open_record(job.record, data_dir=job.data_dir)
    if record.annotations is None:
        raise ValueError(f"Record {record.name} has no annotations to judge alarms by.")
    source = RecordSource(record)
    info = source.info
    names = [info.leads[lead].name for lead in leads_together(info.leads) or (0,)]
    watch, alarms = AlarmWatch(info.fs, names, job.limits), list[Alarm]()

    def listen(analysis: Analysis) -> None:
        alarms.extend(alarm for alarm in watch.push(analysis).news if not alarm.goes_on)

    analyse_source(source, job.maker, listen=listen)
    alarms += watch.going_on
    reference = Reference.of(record.annotations, info.fs, record.n_samples)
    judged = judge(alarms, reference, record.n_samples, job.limits)
    others = Counter(alarm.condition for alarm in alarms if alarm.condition not in judged)
    told = tuple(alarm for alarm in alarms if alarm.condition is not Condition.MODELS)
    return Outcome(info.name, info.fs, record.n_samples / info.fs / 3600, judged, dict(others), told)
