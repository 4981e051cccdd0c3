"""What a ward came to, as JSON."""

from __future__ import annotations

from typing import Any

from models.alerts.events import joined_leads
from models.vitals.signs import Sign
from monitor.alerts.export import alarm_json, event_json
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.ward import Ward
from monitor.footprint import peak_rss_mib


def ward_json(ward: Ward, wall_s: float, cpu_s: float) -> dict[str, Any]:
    """Describe a ward that has come to its end.

    Parameters
    ----------
    ward : Ward
        Its beds, and how late the analysis was: ``lag_p50_s`` and ``lag_p99_s`` are, over all samples, from
        when the first sample of a step was due to when the step was analysed.
    wall_s : float
        How long it took, s.
    cpu_s : float
        How long this process was at work meanwhile, s: on a core of its own it would have taken that long.
    """
    longest = max((bed.said.analysed / bed.info.fs for bed in ward.beds if bed.info), default=0.0)
    return {
        "duration_s": round(longest, 3),
        "wall_s": round(wall_s, 3),
        "cpu_s": round(cpu_s, 3),
        "real_time_factor": round(longest / wall_s, 3) if wall_s > 0 else None,
        "lag_p50_s": _rounded(ward.lags.quantile(0.5)),
        "lag_p99_s": _rounded(ward.lags.quantile(0.99)),
        "peak_rss_mb": round(peak_rss_mib(), 1),
        "beds": [bed_json(bed) for bed in ward.beds],
    }


def bed_json(bed: Bed) -> dict[str, Any]:
    """Describe a bed; where its source could not be opened, by the reason alone."""
    info = bed.info
    told: dict[str, Any] = {"bed": bed.number, "asked": bed.asked, "failure": bed.failure}
    if info is None:
        return told
    analysed = bed.said.analysed
    alarms = sorted((*bed.alarms, *bed.going_on), key=lambda alarm: (alarm.raised, alarm.start))
    n, lasted = bed.intervals
    rhythm = bed.said.rhythm
    recorder = bed.recording
    return told | {
        "record": info.name,
        "source": info.identity,
        "lead": joined_leads([info.leads[column].name for column in bed.columns]),
        "fs": info.fs,
        "duration_s": round(analysed / info.fs, 3),
        "samples": analysed,
        "beats": bed.beats,
        "events": [event_json(event, info.fs) for event in bed.events],
        "alarms": [alarm_json(alarm, info.fs, max(0, analysed - 1)) for alarm in alarms],
        "heart_rate": {
            "bpm": _rounded(rhythm.rate_bpm) if rhythm else None,
            "mean_bpm": _rounded(60 * n / lasted) if lasted else None,
            "lowest_bpm": _rounded(bed.lowest_bpm),
            "highest_bpm": _rounded(bed.highest_bpm),
            "why": rhythm.why if rhythm else "",
        },
        "vitals": {
            sign.key: _rounded(value) for sign in Sign if (value := bed.said.vitals.latest(sign)) is not None
        },
        "recording": None
        if recorder is None
        else {
            "headers": [str(header) for header in recorder.headers],
            "samples": recorder.written,
            "lost": recorder.lost,
            "problem": recorder.problem,
        },
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
