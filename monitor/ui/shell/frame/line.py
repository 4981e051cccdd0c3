"""What the line to a live source does, said once: it stopped, it is back, what came back is another one."""

from __future__ import annotations

from assets.sources.link import Link
from monitor.ui.kit.language import named, tr
from monitor.ui.pages.context import Context

TOPIC = "line"
"""What is said of the line: the newest sentence holds."""


class LineTeller:
    """Looks at the line now and then, and says what has changed.

    Parameters
    ----------
    context : Context
        The session whose source is live, and whom to tell.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._connected, self._problem, self._name = True, "", ""

    def look(self, link: Link | None) -> None:
        """Say what has changed since the last look; None where the source needs no line."""
        info = self._context.session.info
        if link is None or info is None:
            return
        if info.identity != self._name:
            self._connected, self._problem, self._name = True, "", info.identity
        if link.connected != self._connected:
            self._connected = link.connected
            told = (
                tr("{name} is back.")
                if link.connected
                else tr("{name} sends nothing any more. It goes on by itself when it is back.")
            )
            self._context.say(told.format(name=named(info.name)), of_record=True, topic=TOPIC)
        if link.problem != self._problem:
            self._problem = link.problem
            if link.problem:
                self._context.fail(tr(link.problem), of_record=True)
