"""Wards that one need not put together: mixed patients, records of DS1."""

from __future__ import annotations

from assets.databases.mitbih import DS1
from assets.phrase import phrase

MIXED = (
    "patient:sinus?rate=74&vitals=yes&spo2=98&nibp=5&seed=1",
    "patient:bigeminy?seed=2",
    "patient:sinus?rate=148&vitals=yes&spo2=95&seed=3",
    "patient:af?vitals=yes&spo2=96&seed=4",
    "patient:av-block-3?seed=5",
    "patient:sinus?rate=82&seed=6+muscle=6",
    "patient:paced?vitals=yes&spo2=97&nibp=5&seed=7",
    "patient:runs?vitals=yes&seed=8",
    "patient:wenckebach?seed=9",
    "patient:sinus?rate=44&vitals=yes&seed=10",
    "patient:svt?seed=11",
    "patient:pvc?vitals=yes&seed=12",
    "patient:lbbb?seed=13",
    "patient:sinus?rate=66&seed=14+electrode=6",
    "patient:couplets?seed=15",
    "patient:atrial-flutter?vitals=yes&seed=16",
)
"""Simulated patients, some with pressures, some with artefacts; the calm and the urgent side by side."""

SIZES = (4, 8, 16)
"""Numbers of beds that a ward is offered with."""

PRESETS = {phrase("Mixed patients"): MIXED, phrase("MIT-BIH records of DS1"): DS1[: max(SIZES)]}
"""Names of wards for people, and the beds' sources: as many as the largest ward has."""
