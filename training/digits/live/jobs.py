"""What the window may ask for, by the command that asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.contract.messages import (
    Command,
    CompareLosses,
    MeasureUses,
    Overfit,
    RunRace,
    TrainDeep,
    TrainForecast,
    TrainRecall,
    TrainVae,
    TrainWithout,
)
from training.digits.live import deep, forecast, losses, overfit, race, recall, uses, vae, without
from training.digits.live.link import Link

JOBS: dict[type[Command], Callable[[Any, Link], None]] = {
    TrainVae: vae.run,
    TrainWithout: without.run,
    MeasureUses: uses.run,
    TrainRecall: recall.run,
    TrainForecast: forecast.run,
    TrainDeep: deep.run,
    Overfit: overfit.run,
    CompareLosses: losses.run,
    RunRace: race.run,
}
"""Each takes its command and the link over which it tells of its progress."""
