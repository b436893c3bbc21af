"""Which language the laptop is set to, found without any window system."""

from __future__ import annotations

import os
from typing import Any

_SAYING = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where the language of messages is said, the first that says one first (POSIX)."""
_NO_LANGUAGE = ("C", "POSIX")


def laptop_language() -> str:
    """Return the tag of the language that the laptop is set to, such as "cy-GB"; "" if unsaid."""
    said = next((found for name in _SAYING if (found := os.environ.get(name))), "")
    tag = said.partition(".")[0].partition("@")[0]
    if tag in _NO_LANGUAGE:
        return "en"
    return (tag or _of_windows()).replace("_", "-")


def _of_windows() -> str:
    if os.name != "nt":
        return ""
    import ctypes  # noqa: PLC0415 - no other system needs it

    windows: Any = getattr(ctypes, "windll", None)
    return called_on_windows(windows.kernel32.GetUserDefaultUILanguage())


def called_on_windows(number: int) -> str:
    """Return the language that Windows calls by a number, such as "cy_GB"; "" for another."""
    import locale  # noqa: PLC0415 - no other system needs it

    return locale.windows_locale.get(number, "")
