"""The sizes at which the window has to fit."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class ScreenSize:
    """A window that fills a screen.

    Attributes
    ----------
    width, height : int
        In logical pixels.
    scale : float
        Pixels of the screen a logical pixel.
    """

    width: int
    height: int
    scale: float = 1.0

    def __str__(self) -> str:
        """``960x600@2``; a scale of one is left out."""
        return f"{self.width}x{self.height}" + ("" if self.scale == 1 else f"@{self.scale:g}")


SIZES = (
    ScreenSize(1024, 600),
    ScreenSize(1280, 800),
    ScreenSize(1366, 768),
    ScreenSize(1920, 1080),
    ScreenSize(960, 600, 2.0),
)
"""What people have: a netbook, two laptops, a desk, and 1920x1200 at 200 %."""


def parse_size(text: str) -> ScreenSize:
    """Read what `ScreenSize` writes.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is no size.
    """
    found = re.fullmatch(r"(\d+)x(\d+)(?:@(\d+(?:\.\d+)?))?", text)
    if found is None or not all(float(part or 1) for part in found.groups()):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1024x600 or 960x600@2")
    return ScreenSize(int(found[1]), int(found[2]), float(found[3] or 1))
