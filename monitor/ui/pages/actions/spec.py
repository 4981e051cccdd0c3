"""What is said of one thing that a user can do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionSpec:
    """One thing a user can do.

    Attributes
    ----------
    name : str
        Name of the method that does it, or ``show_`` and a page's name.
    text : str
        What it is called on screen.
    shortcut : str
        Key sequence, as Qt writes it.
    group : str
        Heading on the help page.
    help : str
        One sentence for the help page.
    page : str
        Page that has the method (`monitor.ui.pages.page.Page.commands`); empty where it is the shell's.
    checkable : bool
        Whether it is something that is on or off.
    """

    name: str
    text: str
    shortcut: str
    group: str
    help: str
    page: str = ""
    checkable: bool = False
