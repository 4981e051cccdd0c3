"""Fixtures of the digit models' fits."""

from tests.digit_fixtures import blobs, mnist, one_thread

__all__ = ["blobs", "mnist", "one_thread"]
