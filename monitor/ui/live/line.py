"""The line to a live source, in words."""

from __future__ import annotations

from assets.sources.link import Link
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import lasting


def link_words(link: Link) -> str:
    """How the line is, short: whether samples come, how the clocks lie, and what was lost."""
    if not link.connected:
        return tr("no samples for {time}").format(time=lasting(link.silent_s))
    lost = tr("lost samples: {n}").format(n=link.lost)
    if link.clock_offset_s is None:
        return lost
    # Rounded first: what is nothing has no sign.
    offset = round(1000 * link.clock_offset_s, 1) + 0.0
    clock = tr("clock {offset:+.1f} ms").format(offset=offset)
    return f"{clock} · {lost}"


def link_more(link: Link) -> str:
    """All that is known of the line, a fact a line."""
    facts = [link_words(link)]
    if link.problem:
        facts.append(tr(link.problem))
    facts.append(tr("Rate by the stamps: {rate:.2f} Hz").format(rate=link.rate))
    facts.append(tr("Stamps jitter by {jitter:.2f} ms").format(jitter=1000 * link.jitter_s))
    facts.append(tr("Samples that came too late: {n}").format(n=link.late))
    facts.append(tr("Stopped, and came back: {n}").format(n=link.returns))
    return "\n".join(facts)
