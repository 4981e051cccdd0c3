"""Files of weights: safetensors that carry a description of themselves, written whole and read strictly.

What all kinds of weights have in common; each kind's own file says what its description holds. Nothing is
unpickled. A file is refused, in one sentence, unless its kind, architecture, front end, settings and every
tensor's name, shape and type are the expected ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np
from safetensors import SafetensorError, safe_open

from assets.causes import words_of
from assets.errors import WeightsError
from assets.phrase import phrase
from assets.regular import check_regular
from assets.write import write_bytes
from models.signal.version import FRONTEND_ID

KEY = "ecg-monitor"
"""Entry of the file's metadata that holds the description, as JSON."""

MAX_BYTES = 16 * 2**20
"""No weights file is larger than this; a larger one is refused before it is opened."""

Framework = Literal["np", "pt"]
"""What the tensors are: NumPy's arrays, or torch's tensors."""

Layout = Mapping[str, tuple[tuple[int, ...], Any]]
"""Shape and type of each tensor, by name."""

_MODULES: Mapping[Framework, str] = {"np": "numpy", "pt": "torch"}
_Config = TypeVar("_Config")


def write_weights(
    path: Path, tensors: Mapping[str, Any], description: Mapping[str, Any], framework: Framework
) -> None:
    """Write tensors and their description; the file appears whole or not at all.

    Parameters
    ----------
    path : Path
        Where to; its folder must exist.
    tensors : mapping of str to array or tensor
        Contiguous, on the CPU.
    description : mapping
        What JSON can hold: kind, architecture, settings, card.
    framework : {"np", "pt"}
        What the tensors are.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    # safetensors.torch imports torch, which those who read and write NumPy's arrays do not wait for.
    save: Callable[..., bytes] = import_module(f"safetensors.{_MODULES[framework]}").save
    write_bytes(path, save(dict(tensors), metadata={KEY: json.dumps(description, sort_keys=True)}))


def read_weights(
    path: Path, kind: str, framework: Framework, max_bytes: int = MAX_BYTES
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read the tensors and the description of a file of this kind.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, or of another kind.
    """
    try:
        if check_regular(path).st_size > max_bytes:
            raise WeightsError(
                phrase(
                    "{path} is larger than any weights file ({most} MB).",
                    path=path,
                    most=max_bytes >> 20,
                )
            )
        with safe_open(path, framework=framework) as file:
            text = (file.metadata() or {}).get(KEY)
            tensors = {name: file.get_tensor(name) for name in file.keys()}
    except FileNotFoundError:
        raise WeightsError(phrase("There is no weights file {path}.", path=path)) from None
    except WeightsError:
        raise
    except (SafetensorError, OSError, ValueError, TypeError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise WeightsError(
            phrase("{path} is not a readable safetensors file ({why}).", path=path, why=why)
        ) from None
    try:
        description = json.loads(text or "")
    except (ValueError, RecursionError):
        description = None
    if not isinstance(description, dict):
        raise WeightsError(phrase("{path} does not say which model it holds.", path=path))
    if description.get("kind") != kind:
        raise WeightsError(
            phrase(
                "{path} holds a model of kind {kind!r}, not {wanted!r}.",
                path=path,
                kind=description.get("kind"),
                wanted=kind,
            )
        )
    return tensors, description


def kind_there(path: Path) -> str | None:
    """Kind of model that a file holds; None where there is no file, or none of weights."""
    said = _said_there(path).get("kind")
    return None if said is None else str(said)


def records_there(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Records that the model of a file was fitted on, and those held out; as far as its card says so."""
    card = _said_there(path).get("card")
    card = card if isinstance(card, dict) else {}
    return _names(card.get("records")), _names(card.get("validation_records"))


def _names(said: object) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()


def _said_there(path: Path) -> dict[str, Any]:
    """What a file says of itself; nothing where there is no file, or none of weights."""
    try:
        check_regular(path)
        with safe_open(path, framework="np") as file:
            said = json.loads((file.metadata() or {}).get(KEY, ""))
    except (SafetensorError, OSError, ValueError, TypeError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def check_architecture(path: Path, description: Mapping[str, Any], architecture: str) -> None:
    """Refuse another layout of the network than this version's.

    Raises
    ------
    WeightsError
        If it is another.
    """
    if description.get("architecture") != architecture:
        raise WeightsError(
            phrase(
                "{path} has the architecture {architecture!r}, but this version reads {wanted!r}.",
                path=path,
                architecture=description.get("architecture"),
                wanted=architecture,
            )
        )


def check_tensors(path: Path, tensors: Mapping[str, Any], expected: Layout, architecture: str) -> None:
    """Refuse tensors that are not exactly the expected ones, or not finite.

    Raises
    ------
    WeightsError
        If one is missing, too many, of another shape or type, or not finite.
    """
    if set(tensors) != set(expected):
        raise WeightsError(
            phrase("{path} has not the tensors of a {architecture}.", path=path, architecture=architecture)
        )
    for name, tensor in tensors.items():
        shape, dtype = expected[name]
        found = tuple(tensor.shape)
        if found != shape or tensor.dtype != dtype:
            raise WeightsError(
                phrase(
                    "{path} has {name} as {found} {dtype}, not {shape} {wanted}.",
                    path=path,
                    name=name,
                    found=found,
                    dtype=tensor.dtype,
                    shape=shape,
                    wanted=dtype,
                )
            )
        if not np.isfinite(np.asarray(tensor)).all():
            raise WeightsError(
                phrase("{path} has values in {name} that are not finite.", path=path, name=name)
            )


def read_config(path: Path, description: Mapping[str, Any], cls: type[_Config]) -> _Config:
    """The network's settings, each field of its default's type and within its bounds.

    Parameters
    ----------
    path : Path
        The file, for the message.
    description : mapping
        As `read_weights` gives it.
    cls : type
        A dataclass of whole numbers, numbers, words and tuples of whole numbers, which checks its bounds.

    Raises
    ------
    WeightsError
        If a setting is missing, too many, or unusable.
    """
    given = description.get("config")
    usual = cls()
    if not isinstance(given, dict) or set(given) != {f.name for f in fields(usual)}:  # type: ignore[arg-type]
        raise WeightsError(phrase("{path} has not the settings that this version's models have.", path=path))
    values: dict[str, Any] = {}
    for name, value in given.items():
        default = getattr(usual, name)
        if isinstance(default, tuple):
            if not isinstance(value, list) or not all(type(v) is int for v in value):
                raise WeightsError(phrase("{path} has an unusable value for {name}.", path=path, name=name))
            values[name] = tuple(value)
        elif isinstance(default, float) and type(value) in (int, float):
            values[name] = float(value)
        elif type(value) is type(default):
            values[name] = value
        else:
            raise WeightsError(phrase("{path} has an unusable value for {name}.", path=path, name=name))
    try:
        return cls(**values)
    except ValueError as error:
        raise WeightsError(
            phrase("{path} has unusable settings: {error}", path=path, error=words_of(error))
        ) from None


@contextmanager
def reading_card(path: Path, description: Mapping[str, Any], cls: type) -> Iterator[dict[str, Any]]:
    """Give the card's fields, if they are those of a dataclass and of this version's front end.

    What goes wrong while they are read is told of the file.

    Raises
    ------
    WeightsError
        If the card has other fields, another front end, or values that cannot be used.
    """
    given = description.get("card")
    if not isinstance(given, dict) or set(given) != {f.name for f in fields(cls)}:
        raise WeightsError(phrase("{path} has not the card that this version's models have.", path=path))
    if given["frontend"] != FRONTEND_ID:
        raise WeightsError(
            phrase(
                "{path} was fitted behind the front end {given!r}, but this version has {wanted!r}.",
                path=path,
                given=given["frontend"],
                wanted=FRONTEND_ID,
            )
        )
    try:
        yield given
    except (KeyError, TypeError, AttributeError, OverflowError):
        raise WeightsError(
            phrase("{path} has an unusable card: a field is of the wrong type.", path=path)
        ) from None
    except ValueError as error:
        raise WeightsError(
            phrase("{path} has an unusable card: {why}", path=path, why=str(error).splitlines()[0])
        ) from None


def history(given: Mapping[str, Any]) -> dict[str, Any]:
    """What every card tells of the fit: seed, versions and figures, each of its type.

    Raises
    ------
    KeyError, TypeError, ValueError, AttributeError, OverflowError
        If one is missing or of another type; `reading_card` makes a sentence of it.
    """
    return {
        "seed": int(given["seed"]),
        "versions": {str(k): str(v) for k, v in given["versions"].items()},
        "metrics": {str(k): float(v) for k, v in given["metrics"].items()},
    }
