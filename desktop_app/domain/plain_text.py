"""People's words made fit for files; knows no format.

What no file may hold (control characters, half a character pair) is shown as its code point, as
in the printed documents, and never dropped.
"""

from __future__ import annotations

import re

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def fit(text: str) -> str:
    """Return `text` with every unfit character as its code point."""
    return _UNFIT.sub(_code_point, text)


def plain(text: str) -> str:
    """Return `text` fit, with plain line breaks and no blanks at its ends."""
    if text.isascii() and text.isprintable():  # most text
        return text.strip()
    return fit(_BREAKS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Return `text` as `plain` does, on one line."""
    return " ".join(plain(text).split())


def code_point(character: str) -> str:
    """Return a character's number as people look it up, such as "U+1F600"."""
    return f"U+{ord(character):04X}"


def _code_point(match: re.Match[str]) -> str:
    return f"[{code_point(match[0])}]"
