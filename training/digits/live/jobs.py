"""What the window may ask for, by the command that asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.contract.messages.commands import (
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
from training.digits.live import race, uses, without
from training.digits.live.lessons import deep, forecast, losses, overfit, recall
from training.digits.live.link import Link
from training.digits.live.vae import vae

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
