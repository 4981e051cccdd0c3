"""A widget whose class lacks what its base asks for cannot be made, and the message says what is missing."""

from abc import abstractmethod

import pytest
from PySide6.QtWidgets import QWidget

from monitor.ui.kit.abstract import AbstractWidgetType


class Base(QWidget, metaclass=AbstractWidgetType):
    def __init__(self, number):
        super().__init__()
        self.number = number

    @property
    @abstractmethod
    def words(self): ...

    @abstractmethod
    def show_it(self): ...


class Half(Base):
    words = "Half of it."


class Whole(Half):
    def show_it(self):
        return self.number


@pytest.mark.parametrize(("kind", "missing"), [(Base, "show_it, words"), (Half, "show_it")])
def test_what_is_missing_is_named(qtbot, kind, missing):
    with pytest.raises(TypeError, match=rf"\.{kind.__name__} must have its own {missing}\.$"):
        kind(3)


def test_what_is_whole_is_made_as_ever(qtbot):
    made = Whole(3)
    qtbot.addWidget(made)
    assert made.show_it() == 3
    assert made.words == "Half of it."
