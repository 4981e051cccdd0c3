"""Fixtures of the commands' tests."""

from tests.digit_fixtures import blobs, mnist

__all__ = ["blobs", "mnist"]
