"""What the program is not."""

from __future__ import annotations

from assets.phrase import phrase

DISCLAIMER = phrase("For teaching and research. Not a medical device.")

NO_ALARM = phrase(
    "Its alarms (asystole, ventricular tachycardia, flutter or fibrillation, a heart rate that is too high "
    "or too low, and the others) behave like those of a bedside monitor and are there to learn from: they "
    "come late, err, and may not be relied on."
)
"""What nobody may rely on this program for."""
