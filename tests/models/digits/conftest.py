"""Fixtures of the digit models' tests."""

from tests.digit_fixtures import mnist, one_thread

__all__ = ["mnist", "one_thread"]
