"""People's words made fit for files; knows no format.

What no file may hold (control characters, half a character pair) is shown as its code point, as
in the printed documents, and never dropped.
"""

from __future__ import annotations

import re
from typing import Final

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_COMMON = bytes(range(32, 127)) + b"\t\n\r"
_TURNS = "\u202a-\u202e\u2066-\u2069"
_NOT_IN_A_LINE = re.compile(f"[\x00-\x1f\x7f-\x9f{_TURNS}\ud800-\udfff]")
_BLANKS = re.compile("[\t-\r\x85\u2028\u2029]+")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def fit(text: str) -> str:
    """Return `text` with every unfit character as its code point."""
    return _UNFIT.sub(_code_point, text)


def is_fit(text: str) -> bool:
    """Return whether `text` has no unfit character."""
    # By bytes: a megabyte is then looked through in a millisecond, by a pattern in ten.
    rare = text.encode("utf-8", "surrogatepass").translate(None, delete=_COMMON)
    return not rare or _UNFIT.search(rare.decode("utf-8", "surrogatepass")) is None


def plain(text: str) -> str:
    """Return `text` fit, with plain line breaks and no blanks at its ends."""
    if text.isascii() and text.isprintable():  # most text
        return text.strip()
    return fit(_BREAKS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Return `text` as `plain` does, on one line."""
    return " ".join(plain(text).split())


def quotable(text: str) -> str:
    """Return `text` on one line of a sentence, with nothing that would turn its letters."""
    if text.isprintable():  # most text
        return text
    return _NOT_IN_A_LINE.sub(_code_point, _BLANKS.sub(" ", text))


def code_point(character: str) -> str:
    """Return a character's number as people look it up, such as "U+1F600"."""
    return f"U+{ord(character):04X}"


def _code_point(match: re.Match[str]) -> str:
    return f"[{code_point(match[0])}]"


MAX_NAME_BYTES: Final = 200
"""Of words in a file name: disks take 255 bytes, and the kind and suffix need some."""
_NOT_IN_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+'  # what disks do not take
    r"|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+"  # what turns a name round
)


def fit_for_a_disk(text: str) -> str:
    """Return a text as a file's name may hold it, not too long; "" where nothing is left of it."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", text).split())[:80]
    while len(name.encode()) > MAX_NAME_BYTES:
        name = name[:-1]
    return name.strip(" .")
