"""No asystole is told of beats that have become low all at once: they are there."""

import numpy as np
import pytest
import torch

from assets.records.open import open_record
from models.alarms.conditions import Condition
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer
from models.leads.stream import shipped_stream

FROM_S, LASTS_S = 300, 90
LOW_S = 60, 80
SHARE = 0.3
"""From second 60 to 80 of a stretch all is so low a share of what it was, as where a cable comes loose."""


def lowered(record):
    """A stretch of a record in which all becomes low within 0.6 s, and high again, shape (n, leads)."""
    fs = record.fs
    first, n, half = round(FROM_S * fs), round(LASTS_S * fs), round(0.3 * fs)
    signals = record.signals[first : first + n].astype(np.float64)
    gain = np.ones(n)
    gain[round(LOW_S[0] * fs) : round(LOW_S[1] * fs)] = SHARE
    ramp = np.convolve(np.pad(gain, half, mode="edge"), np.ones(2 * half + 1) / (2 * half + 1), "valid")
    level = np.median(signals, axis=0)
    return ((signals - level) * ramp[:, None] + level).astype(np.float32)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["101", "106", "119", "201"])
def test_beats_that_are_suddenly_low_are_no_asystole(name, data_dir):
    torch.set_num_threads(1)
    record = open_record(name, data_dir=data_dir)
    names = list(record.leads)
    analyzer = Analyzer(record.fs, shipped_stream(record.fs, len(names)), lead=names[0], together=names)
    watch = AlarmWatch(record.fs, names)
    told, beats, samples = set(), [], lowered(record)
    for start in range(0, len(samples), 3600):
        analysis = analyzer.push(samples[start : start + 3600])
        told |= {alarm.condition for alarm in watch.push(analysis).news}
        beats += analysis.beats.index.tolist()
    assert Condition.ASYSTOLE not in told
    low = [at for at in beats if LOW_S[0] + 2 < at / record.fs < LOW_S[1]]
    assert len(low) > 10, "they are found"
