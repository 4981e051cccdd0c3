"""What every message is."""

from __future__ import annotations

import msgspec

from models.contract.wording import Words


class MessageError(ValueError):
    """A line is no message; the text says why in one sentence."""


class Message(
    msgspec.Struct,
    frozen=True,
    tag_field="event",
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
):
    """What is told.

    Attributes
    ----------
    words : dict
        On the way alone: what its texts are made of, by field. Its reader finds a `Phrase` there.
    """

    words: dict[str, Words] = {}
