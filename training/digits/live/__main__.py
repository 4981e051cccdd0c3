"""Do the one thing that the window asks for, and say so in a sentence where it cannot be done."""

from __future__ import annotations

import os
import signal

from assets.causes import words_of
from assets.phrase import Phrase
from models.contract.messages.fitting import Error
from training.digits.live.link import Link

NICENESS = 10
"""How much the work gives way to the window, as `nice` counts."""


def main() -> int:
    """Take the request, do it, end; the exit status is 1 after a failure that was told."""
    # A Ctrl+C in the terminal is for the window; this process ends when the window closes its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):  # Windows has no such thing
        os.nice(NICENESS)
    link = Link.standard()
    try:
        request = link.request()
        import torch

        torch.set_num_threads(1)
        from training.digits.live.jobs import JOBS

        job = JOBS.get(type(request))
        if job is None:
            raise ValueError("The first command must say what shall be done.")
        job(request, link)
    except Exception as error:  # whatever it is, the window has to say it
        said = words_of(error)
        link.tell(Error(said if isinstance(said, Phrase) else " ".join(said.split()) or type(error).__name__))
        return 1
    return 0


if __name__ == "__main__":
    # All is told by now. The usual end would stumble over the input, at which a thread is still waiting.
    os._exit(main())
