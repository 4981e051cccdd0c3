"""Errors of the door to files: each message is one sentence for the user, naming what and where."""

from __future__ import annotations


class AssetError(Exception):
    """A file could not be had; the message says which and why."""


class RecordError(AssetError):
    """A record is broken, hostile or not a record."""


class DownloadError(AssetError):
    """A file could not be fetched, or is not the file it should be."""


class DownloadCancelled(AssetError):
    """The user stopped a download."""


class WeightsError(AssetError, ValueError):
    """A weights file cannot be used."""


class WriteError(AssetError, OSError):
    """A file cannot be written."""
