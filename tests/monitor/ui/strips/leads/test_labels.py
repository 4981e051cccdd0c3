"""The label of a row: the gain in words fits beside its calibration pulse."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from monitor.ui.kit.theme import SMALL
from monitor.ui.strips.leads.labels import LABEL_PX, PULSE_PX
from monitor.ui.strips.scale import GAINS


@pytest.mark.parametrize("gain", [GAINS[0] / 2, *GAINS])
def test_every_usual_gain_fits_beside_the_pulse(qapp, gain):
    font = QFont(qapp.font())
    font.setPixelSize(SMALL)
    assert QFontMetricsF(font).horizontalAdvance(f"{gain:g} mm/mV") <= LABEL_PX - PULSE_PX
