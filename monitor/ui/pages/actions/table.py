"""All that a user can do in one table, and its shortcuts in words."""

from __future__ import annotations

from assets.phrase import phrase
from monitor.ui.kit.joins import bracketed
from monitor.ui.kit.language import tr
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.actions.playing import RECORDS, REPLAY
from monitor.ui.pages.actions.spec import ActionSpec
from monitor.ui.pages.actions.viewing import ABOUT, VIEW
from monitor.ui.pages.actions.watching import ALARMS, ALERTS, WARD

PAGES = tuple(
    ActionSpec(f"show_{page.name}", page.text, page.shortcut, "View", page.help) for page in PAGE_SPECS
)

ACTIONS = (*REPLAY, *RECORDS, *WARD, *ALERTS, *ALARMS, *PAGES, *VIEW, *ABOUT)
"""Everything, in the order of the help page."""

HEADINGS = (
    phrase("Replay"),
    phrase("Records"),
    phrase("Ward"),
    phrase("Alerts"),
    phrase("Alarms"),
    phrase("View"),
    phrase("About"),
)
"""Headings of the help page."""

PLOT_KEYS = (
    (
        phrase("Left / Right"),
        phrase("Move the right caliper"),
        phrase("Alerts"),
        phrase("While the plot in Review has the focus (click it): by 10 ms, with Ctrl by 100 ms."),
    ),
    (
        phrase("Shift+Left / Right"),
        phrase("Move the left caliper"),
        phrase("Alerts"),
        phrase("The same for the other line; Ctrl here, too, takes the long step."),
    ),
)
"""Keys of a plot that has the focus: key, what it does, heading on the help page, one sentence for it."""

BY_NAME = {a.name: a for a in ACTIONS}

PAGE_ACTIONS = {f"show_{page.name}": page.name for page in PAGE_SPECS}
"""The pages by the actions that show them."""


def keys_text(shortcut: str) -> str:
    """Write a key sequence as the user's keyboard does: the arrows have names in English alone."""
    arrows = {"Left": tr("Left", "key"), "Right": tr("Right", "key")}
    return "+".join(arrows.get(key, key) for key in shortcut.split("+"))


def hint(name: str) -> str:
    """Tooltip of an action: what it does, and its shortcut."""
    spec = BY_NAME[name]
    return bracketed(tr(spec.help), keys_text(spec.shortcut))


def help_html() -> str:
    """The help page: every action under its heading."""
    lines = []
    for group in dict.fromkeys(a.group for a in ACTIONS):
        lines.append(f"<h3>{tr(group)}</h3><table cellspacing='0' cellpadding='4'>")
        rows = [(keys_text(a.shortcut), a.text, a.help) for a in ACTIONS if a.group == group]
        rows += [(tr(keys), text, words) for keys, text, where, words in PLOT_KEYS if where == group]
        lines += [
            f"<tr><td width='110'><b>{keys}</b></td><td width='180'>{tr(text)}</td><td>{tr(words)}</td></tr>"
            for keys, text, words in rows
        ]
        lines.append("</table>")
    return "\n".join(lines)
