"""What each lane's line does, in words, by what alerts are raised on."""

from __future__ import annotations

from assets.phrase import phrase
from models.alerts.muting import AlertOn
from models.alerts.reasons import Channel
from monitor.ui.kit.language import tr

RAISING = {
    AlertOn.BEATS: frozenset({Channel.ECTOPY}),
    AlertOn.SPIKES: frozenset({Channel.FORECAST, Channel.RECONSTRUCTION}),
}
"""The lanes whose lines raise alerts."""

_WHAT = {
    Channel.FORECAST: phrase(
        "How far the samples are from what was forecast, above this patient's usual beats."
    ),
    Channel.RECONSTRUCTION: phrase(
        "How badly the autoencoder redraws the signal, above this patient's usual beats."
    ),
    Channel.ECTOPY: (
        phrase(
            "A stem for each beat, a third of a second after its R peak: how unlike the patient's own "
            "beats it "
            "is. A triangle that points left came early; an open ring on the ground could not be judged."
        )
    ),
}

_LINE = {
    (Channel.ECTOPY, AlertOn.BEATS): (
        phrase(
            "A beat over the line raises an alert. The line can be dragged: it counts for the beats from now "
            "on. Earlier stems show what it would have found; alerts that were raised stay."
        )
    ),
    (Channel.ECTOPY, AlertOn.SPIKES): phrase("Alerts are raised on any spike now: no beat raises one (X)."),
}

_MARK = phrase(
    "What is over the line is marked at once, until the beat is classified. Alerts are raised on beats now; "
    "on any spike (X), this line raises them."
)

_SPIKE = phrase("Each spike over the line raises an alert. The line can be dragged: it counts from now on.")


def tip(channel: Channel, alert_on: AlertOn) -> str:
    """What a lane shows, and what its line does."""
    running = tr(_SPIKE) if alert_on is AlertOn.SPIKES else tr(_MARK)
    return f"{tr(_WHAT[channel])}\n{tr(_LINE.get((channel, alert_on), running))}"
