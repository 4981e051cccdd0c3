"""What each lane's line does, in words, by what alerts are raised on."""

from __future__ import annotations

from models.alerts.muting import AlertOn
from models.alerts.reasons import Channel

RAISING = {
    AlertOn.BEATS: frozenset({Channel.ECTOPY}),
    AlertOn.SPIKES: frozenset({Channel.FORECAST, Channel.RECONSTRUCTION}),
}
"""The lanes whose lines raise alerts."""

_WHAT = {
    Channel.FORECAST: "How far the samples are from what was forecast, above this patient's usual beats.",
    Channel.RECONSTRUCTION: "How badly the autoencoder redraws the signal, above this patient's usual beats.",
    Channel.ECTOPY: (
        "A stem for each beat, a third of a second after its R peak: how unlike the patient's own beats it "
        "is. A triangle that points left came early; an open ring on the ground could not be judged."
    ),
}

_LINE = {
    (Channel.ECTOPY, AlertOn.BEATS): (
        "A beat over the line raises an alert. The line can be dragged: it counts for the beats from now "
        "on. Earlier stems show what it would have found; alerts that were raised stay."
    ),
    (Channel.ECTOPY, AlertOn.SPIKES): "Alerts are raised on any spike now: no beat raises one (X).",
}

_MARK = (
    "What is over the line is marked at once, until the beat is classified. Alerts are raised on beats now; "
    "on any spike (X), this line raises them."
)

_SPIKE = "Each spike over the line raises an alert. The line can be dragged: it counts from now on."


def tip(channel: Channel, alert_on: AlertOn) -> str:
    """What a lane shows, and what its line does."""
    running = _SPIKE if alert_on is AlertOn.SPIKES else _MARK
    return f"{_WHAT[channel]}\n{_LINE.get((channel, alert_on), running)}"
