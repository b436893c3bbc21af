"""Where things lie: in the checkout, while they are made, and on the laptop they are made for."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "windows"
REQUIREMENTS = ROOT / "requirements"

DOWNLOADS = BUILD / "downloads"
WINE = BUILD / "wine"
"""A Windows of wine's, in which bytecode is compiled and the tests run."""


class MakingFailed(Exception):
    """Something that is needed is missing or is not what it should be."""


def environment(**more: str) -> dict[str, str]:
    """Return the variables of this process with some more."""
    return {**os.environ, **more}
