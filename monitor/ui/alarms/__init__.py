"""Alarms as a bedside monitor shows them: banner, flashing, sounds, limits."""
