"""TOML text as plain values, in time that grows with the text; must not know what it is for.

Imported only where there is TOML to read: nothing before the first paint needs it.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

MAX_PARTS = 24
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_MANY_PARTS = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}[ \t]*+\.[ \t]*+){{{MAX_PARTS}}}")


class TooManyParts(ValueError):
    """A name in the file has more than MAX_PARTS parts."""


def plain_values(text: str) -> dict[str, Any]:
    """Return what a text says; raise ValueError or RecursionError where it is not TOML.

    Names are counted first: the reader takes a time with the square of a name's parts, so that
    one line could keep it for hours.
    """
    if _MANY_PARTS.search(text):
        raise TooManyParts
    return tomllib.loads(text)
