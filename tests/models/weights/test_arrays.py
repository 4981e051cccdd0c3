"""Networks of NumPy alone: whatever settings name as their tensors is written, read back and held to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from assets.errors import WeightsError
from models.weights.arrays import ARRAYS, ArrayNetwork
from models.weights.card import FitCard, of_fit
from models.weights.kind import Kind, Trained, card_of, settings_of


@dataclass(frozen=True)
class Config:
    width: int = 3

    def shapes(self) -> dict[str, tuple[int, ...]]:
        return {"line": (self.width,), "plane": (2, self.width)}


class Network(ArrayNetwork[Config]):
    pass


def kind_at(path: Path) -> Kind[Network, FitCard]:
    return Kind(
        name="lines",
        architecture="lines-1",
        make=Network,
        settings=settings_of(Config),
        card=card_of(FitCard, lambda given: FitCard(**of_fit(given))),
        shipped_file=path,
        tensors=ARRAYS,
        framework="np",
    )


def network(width: int, **tensors: np.ndarray) -> Network:
    made = {
        "line": np.arange(width, dtype=np.float32),
        "plane": np.arange(2.0 * width, dtype=np.float32).reshape(width, 2).T,  # not contiguous
    }
    return Network(Config(width), {**made, **tensors})


@pytest.mark.parametrize("width", [1, 3, 5])
def test_arrays_and_card_survive_a_round_trip(tmp_path: Path, width: int) -> None:
    kind, usual = kind_at(tmp_path / "w"), network(width)
    card = FitCard(records=("101", "106"), seed=3, versions={"numpy": "2"}, metrics={"auc": 0.5})
    kind.save(tmp_path / "w", Trained(usual, card))
    again = kind.load(tmp_path / "w")
    assert again.network.config == usual.config
    assert again.card == card
    assert set(again.network.tensors) == set(usual.tensors)
    for name, tensor in usual.tensors.items():
        np.testing.assert_array_equal(again.network.tensors[name], tensor)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"line": np.zeros(4, np.float32)}, r"line as \(4,\) float32, not \(3,\) float32"),
        ({"line": np.zeros(3)}, r"line as \(3,\) float64, not \(3,\) float32"),
        ({"other": np.zeros(1, np.float32)}, "not the tensors of a lines-1"),
    ],
)
def test_other_tensors_than_the_settings_name_are_refused(
    tmp_path: Path, changed: dict[str, np.ndarray], said: str
) -> None:
    kind = kind_at(tmp_path / "w")
    kind.save(tmp_path / "w", Trained(network(3, **changed), FitCard()))
    with pytest.raises(WeightsError, match=said):
        kind.load(tmp_path / "w")


def test_a_card_of_another_front_end_is_refused(tmp_path: Path) -> None:
    kind = kind_at(tmp_path / "w")
    kind.save(tmp_path / "w", Trained(network(3), FitCard(frontend="other")))
    with pytest.raises(WeightsError, match="behind the front end 'other'"):
        kind.load(tmp_path / "w")
