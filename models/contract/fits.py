"""What can be fitted from within the app, by which program, and whom the shipped fits did not learn from."""

from __future__ import annotations

RETRAINED = ("forecaster", "autoencoder", "beats")
"""Kinds of weights that a user can fit anew and adopt, by the names of `models.kinds`."""

COMPARED_CODES = (2, 4, 16, 32)
"""Numbers in the codes of the small autoencoders that ship to be compared with the one in use."""

HELD_OUT = ("106", "118", "203", "215", "223")
"""DS1 patients kept out of every shipped fit; epochs are selected and thresholds set on them.

They hold narrow and wide normal beats, atrial fibrillation, noise, and many ventricular ectopics.
"""

HELD_OUT_SVDB = ("804", "823", "841", "855", "867", "879", "887", "889")
"""Patients of the Supraventricular Database kept out of every fit that learns from it, for the same purpose.

Chosen by their counts of beats alone: ventricular ectopics, supraventricular ones, and both.
"""

FIT_PROGRAM = "training"
"""Module that fits in a process of its own; only its name is known to the app."""

LAB_PROGRAM = "training.digits.live"
"""Module that works for the digit lab in a process of its own."""
