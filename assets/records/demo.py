"""The embedded demonstration: five minutes of MIT-BIH record 208, there without a download.

Nothing heavy is imported here, so that the first trace moves while everything else still loads.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from importlib import resources
from typing import Final

import numpy as np

from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.record import Record

#: SHA-256 of the excerpt; see data/SOURCE.md.
DEMO_SHA256: Final = "f20ad3365fb9b7f845d0e5c48b6fe67081377ee466c3a220b7f69f35c8958baf"
#: Samples per second, in Hz.
DEMO_FS: Final = 360.0
#: Samples of the excerpt: 300 s.
DEMO_SAMPLES: Final = 108_000
#: Where the excerpt begins in record 208, in samples: 19 min 34.5 s (SciPy's documentation rounds to 19:35).
DEMO_START: Final = 422_820
#: ADC value of 0 mV in the excerpt.
ADC_ZERO: Final = 1024
#: ADC units per mV.
ADC_GAIN: Final = 200.0


def load_demo() -> Record:
    """Load the embedded record.

    Returns
    -------
    Record
        One lead (MLII), 108 000 samples in mV at 360 Hz, without annotations.

    Raises
    ------
    RecordError
        If the installed file is missing or has been altered.
    """
    try:
        content = resources.files("assets").joinpath("data", "ecg.dat").read_bytes()
    except OSError as error:
        raise RecordError(phrase("The demo record is missing from this installation.")) from error
    if hashlib.sha256(content).hexdigest() != DEMO_SHA256:
        raise RecordError(phrase("The demo record of this installation is damaged (its SHA-256 differs)."))
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            digital = file["ecg"]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RecordError(phrase("The demo record of this installation cannot be read.")) from error
    signal = (digital.astype(np.float64) - ADC_ZERO) / ADC_GAIN
    return Record(
        name="208",
        fs=DEMO_FS,
        leads=("MLII",),
        signals=signal.astype(np.float32)[:, np.newaxis],
        comments=(),
        identity="mitdb/208",
        offset=DEMO_START,
        notes=phrase("MIT-BIH record 208, lead MLII, 19:35 to 24:35 (the demo that comes with the program)"),
    )
