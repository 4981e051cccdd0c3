"""An alert of any kind, made as the table of kinds says."""

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.reasons import CHANNELS, MODELS, Channel, Reason


def an_alert(kind: Kind, start: int = 360, **changes: object) -> Event:
    """Make an alert of 0.39 s at 360 Hz, with beats and reasons where its kind has them."""
    if kind.has_beats:
        given: dict[str, object] = {
            "scores": {Channel.ECTOPY: 2.0},
            "thresholds": {Channel.ECTOPY: 1.0},
            "beats": (start + 40,),
            "reasons": {**dict.fromkeys(MODELS, 1.5), Reason.RHYTHM: 2.05},
            "premature": 0.41,
        }
    elif kind.nature == "technical":
        given = {"scores": {}, "thresholds": {}}
    else:
        given = {"scores": dict.fromkeys(CHANNELS, 3.0), "thresholds": dict.fromkeys(CHANNELS, 1.5)}
    return Event(kind, start, start + 40, start + 140, start + 160, **{**given, **changes})
