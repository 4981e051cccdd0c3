"""Brings the words of each language up to date."""

from __future__ import annotations

import sys

from tests.languages.collect import main

if __name__ == "__main__":
    sys.exit(main())
