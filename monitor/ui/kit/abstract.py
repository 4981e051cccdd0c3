"""Abstract widgets: a base says what its heirs must bring, and an heir that lacks it cannot be made."""

from __future__ import annotations

from abc import ABCMeta
from typing import Any

from PySide6.QtWidgets import QWidget


class AbstractWidgetType(ABCMeta, type(QWidget)):  # type: ignore[misc]  # Qt's metaclass has no name to mypy
    """Metaclass of widgets with abstract methods or properties.

    Qt makes its objects itself and never asks for what is abstract, as Python's own `object` would; so the
    class is asked here, before the object is made.
    """

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an object.

        Raises
        ------
        TypeError
            If the class lacks something that its base calls abstract; the message names all of it.
        """
        if missing := sorted(cls.__abstractmethods__):
            raise TypeError(f"{cls.__module__}.{cls.__name__} must have its own {', '.join(missing)}.")
        return super().__call__(*args, **kwargs)
