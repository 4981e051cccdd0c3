"""Thresholds follow the sensitivity, or the hand; other weights move those that no hand has set."""

from __future__ import annotations

import pytest

from models.alerts.reasons import Channel
from monitor.ui.session.thresholds import SENSITIVITIES, SENSITIVITY_STEP, Thresholds

DEFAULTS = {Channel.FORECAST: 2.0, Channel.RECONSTRUCTION: 3.0, Channel.ECTOPY: 1.0}


@pytest.fixture
def told() -> list[tuple[Channel, float]]:
    return []


@pytest.fixture
def thresholds(told: list[tuple[Channel, float]]) -> Thresholds:
    made = Thresholds(lambda channel, value: told.append((channel, value)))
    made.renew(DEFAULTS)
    told.clear()
    return made


def test_the_models_own_hold_until_something_is_set(thresholds: Thresholds) -> None:
    assert thresholds.values == thresholds.defaults == DEFAULTS
    assert thresholds.sensitivity == 0
    assert thresholds.custom == {}


@pytest.mark.parametrize("step", SENSITIVITIES)
def test_a_step_more_sensitive_is_the_same_factor_lower_for_all(
    thresholds: Thresholds, told: list[tuple[Channel, float]], step: int
) -> None:
    thresholds.set_sensitivity(step)
    assert thresholds.sensitivity == step
    assert thresholds.values == {c: pytest.approx(v / SENSITIVITY_STEP**step) for c, v in DEFAULTS.items()}
    assert dict(told) == thresholds.values


def test_a_hand_moves_one_and_ends_the_sensitivity(
    thresholds: Thresholds, told: list[tuple[Channel, float]]
) -> None:
    thresholds.set_one(Channel.FORECAST, 5.0)
    assert thresholds.sensitivity is None
    assert thresholds.values == thresholds.custom == {**DEFAULTS, Channel.FORECAST: 5.0}
    assert told == [(Channel.FORECAST, 5.0)]
    thresholds.set_sensitivity(0)
    assert thresholds.values == DEFAULTS


def test_a_sensitivity_set_before_the_models_are_loaded_is_theirs_then() -> None:
    thresholds = Thresholds(lambda *_: None)
    thresholds.set_sensitivity(2)
    assert thresholds.values == {}
    thresholds.renew(DEFAULTS)
    assert thresholds.values[Channel.ECTOPY] == pytest.approx(SENSITIVITY_STEP**-2)


def test_other_weights_move_all_but_what_was_set_by_hand(
    thresholds: Thresholds, told: list[tuple[Channel, float]]
) -> None:
    thresholds.set_sensitivity(1)
    thresholds.set_one(Channel.FORECAST, 5.0)
    told.clear()
    thresholds.renew({channel: 2 * default for channel, default in DEFAULTS.items()})
    assert thresholds.values == {
        Channel.FORECAST: 5.0,
        Channel.RECONSTRUCTION: pytest.approx(6.0 / SENSITIVITY_STEP),
        Channel.ECTOPY: pytest.approx(2.0 / SENSITIVITY_STEP),
    }
    assert dict(told) == thresholds.values
    assert thresholds.sensitivity is None


def test_one_that_was_set_by_hand_goes_back_to_where_the_sensitivity_has_it(
    thresholds: Thresholds, told: list[tuple[Channel, float]]
) -> None:
    thresholds.set_sensitivity(1)
    usual = dict(thresholds.values)
    thresholds.set_one(Channel.FORECAST, 5.0)
    thresholds.set_one(Channel.ECTOPY, 4.0)
    assert thresholds.by_hand == {Channel.FORECAST, Channel.ECTOPY}
    told.clear()
    assert thresholds.reset_one(Channel.ECTOPY)
    assert told == [(Channel.ECTOPY, usual[Channel.ECTOPY])]
    assert thresholds.sensitivity is None, "another is still where it was put"
    assert not thresholds.reset_one(Channel.ECTOPY), "it is nobody's hand that has it there"
    assert thresholds.reset_one(Channel.FORECAST)
    assert thresholds.sensitivity == thresholds.step == 1
    assert thresholds.values == usual
    assert not thresholds.by_hand
