"""Alarm conditions: what a monitor must tell at once, and how urgent it is. No acknowledgement here."""
