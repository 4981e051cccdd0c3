"""Where both programs start, before anything of theirs is imported.

Their packages have plain names: a folder ``models`` on ``PYTHONPATH``, or another distribution's, may hide
ours. Whoever started the program is told so in a sentence, and finds no traceback after an early Ctrl-C.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
import threading
from importlib import import_module
from importlib.util import find_spec
from types import FrameType

PACKAGES = ("assets", "models", "monitor", "training")
"""The program's own packages; all lie beside this file."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

_ADVICE = "install ECG Monitor into an environment of its own (pipx, uv tool)."


def monitor() -> int:
    """Run ``ecg-monitor``; give its exit status."""
    return _run("ecg-monitor", "monitor.__main__")


def train() -> int:
    """Run ``ecg-train``; give its exit status."""
    return _run("ecg-train", "training.__main__")


def hidden() -> str | None:
    """Say in a sentence which of our packages is hidden, and by what; None where all is well."""
    here = os.path.dirname(os.path.realpath(__file__))
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is None:
            return f"its package {name} is missing from {here}; install ECG Monitor anew."
        found = [spec.origin] if spec.origin else list(spec.submodule_search_locations or ())
        where = os.path.realpath(found[0]) if found else "?"
        # In a bundle it is __init__.pyc.
        is_package = os.path.splitext(os.path.basename(where))[0] == "__init__"
        where = os.path.dirname(where) if is_package else where
        if where != os.path.join(here, name):
            hides = f"its package {name} is hidden by another one of that name, {where}"
            return f"{hides}: leave that off PYTHONPATH, or {_ADVICE}"
    return None


def _run(program: str, module: str) -> int:
    """Import a program and run it.

    While it is imported there is nothing to clean up, and an exception may come anywhere in other people's
    modules: Ctrl-C ends the process at once. The program itself lets the exception through when it is ready
    (`models.contract.interrupts`), or has an answer of its own.
    """
    if sys.stderr is None:
        # Closed. A file opened later would get its number, and be written to by whoever complains.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = _Closed()
    _leave_on_interrupt(program)
    try:
        problem = hidden()
        status = _complain(program, problem) if problem is not None else import_module(module).main()
    except SystemExit as end:
        if isinstance(end.code, str):
            raise
        status = end.code or 0
    except KeyboardInterrupt:
        status = _interrupted(program)
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in PACKAGES:
            raise
        status = _complain(program, f"its packages do not fit together ({error}): {_ADVICE}")
    _leave_on_interrupt("")  # what happens now is Python's own way out
    return _flushed(program, status)


class _Closed(io.TextIOBase):
    """Stands for a standard output that is closed: whoever writes to it is told so."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, "it is closed")


def _leave_on_interrupt(program: str) -> None:
    def leave(_number: int, _frame: FrameType | None) -> None:
        if program:
            _interrupted(program)
        os._exit(INTERRUPTED)

    is_ignored = signal.getsignal(signal.SIGINT) in (signal.SIG_IGN, None)
    if threading.current_thread() is threading.main_thread() and not is_ignored:
        signal.signal(signal.SIGINT, leave)


def _interrupted(program: str) -> int:
    sys.stderr.write(f"{program}: interrupted.\n")
    sys.stderr.flush()
    return INTERRUPTED


def _complain(program: str, sentence: str) -> int:
    sys.stderr.write(f"{program}: {sentence}\n")
    return 2


def _flushed(program: str, status: int) -> int:
    """Write what is left for standard output; Python would complain in lines of its own at the very end."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        sys.stdout = None  # what is left would be tried, and complained about, once more
        return _complain(program, f"Standard output could not be written: {error.strerror or error}.")
    return status


if __name__ == "__main__":
    sys.exit(monitor())
