"""Ctrl-C, from the moment on at which a command can answer it."""

from __future__ import annotations

import signal
import threading


def raise_on_ctrl_c() -> None:
    """Have Ctrl-C raise `KeyboardInterrupt` from here on.

    While a program is imported it ends the process at once (`ecg_monitor`). Where it is ignored, as in a
    shell's background job, it stays so.
    """
    is_ours = signal.getsignal(signal.SIGINT) not in (signal.SIG_IGN, signal.SIG_DFL, None)
    if is_ours and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
