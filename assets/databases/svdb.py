"""What is known about the MIT-BIH Supraventricular Arrhythmia Database, and how it is divided here."""

from __future__ import annotations

from typing import Final

#: All 78 records: half an hour of two leads at 128 Hz each.
RECORDS: Final = tuple(
    str(number)
    for numbers in ((800, 812), (820, 829), (840, 894))
    for number in range(numbers[0], numbers[1] + 1)
)
#: Every second one: what fits may learn from and choices may be made on.
DEVELOPMENT: Final = RECORDS[::2]
#: The others: a test that nothing here was tuned to.
TEST: Final = RECORDS[1::2]
#: Leads of every record.
LEADS: Final = ("ECG1", "ECG2")
#: Samples a second, Hz.
FS: Final = 128.0
#: Samples of each lead: 30 min.
N_SAMPLES: Final = 230_400
