"""Curves are as wide on a scaled screen as everything else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import pyqtgraph as pg
from monitor.ui.kit.plots.pens import plot_pen
app = pg.mkQApp()
plot = pg.PlotWidget()
plot.resize(300, 200)
plot.hideAxis("left")
plot.hideAxis("bottom")
plot.plot([0, 1], [1, 1], pen=plot_pen("#ffffff", 4))
plot.show()
app.processEvents()
picture = plot.grab().toImage()
column = [picture.pixelColor(picture.width() // 2, y).lightness() > 128 for y in range(picture.height())]
print(sum(column), flush=True)
pg.exit()  # a plot that outlives the application crashes some interpreters' ends
"""


@pytest.mark.parametrize("scale", [1, 2])
def test_a_line_grows_with_the_screens_scaling(scale: int) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=env, check=True, capture_output=True, text=True, timeout=60
    )
    assert int(done.stdout) == 4 * scale
