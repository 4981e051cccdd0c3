"""Run benchmarks and print their rows: ``python -m tests.benchmarks [NAME …]``, names as in `NAMES`."""

import importlib
import os
import sys

NAMES = ("strip", "start", "headless", "memory", "live", "busy", "model_view", "batch", "retraining", "lab")


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    asked = sys.argv[1:] or list(NAMES)
    unknown = [name for name in asked if name not in NAMES]
    if unknown:
        sys.stderr.write(f"There is no benchmark {unknown[0]!r}; there are {', '.join(NAMES)}.\n")
        return 2
    sys.stdout.write("| what | measured | bound | held |\n|---|---|---|---|\n")
    held = True
    for name in asked:
        for what, measured, bound, ok in importlib.import_module(f"tests.benchmarks.{name}").rows():
            held &= ok
            sys.stdout.write(f"| {what} | {measured} | {bound} | {'yes' if ok else '**no**'} |\n")
            sys.stdout.flush()
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
