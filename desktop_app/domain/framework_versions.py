"""Telling one wording from another, so that ratings of different words are never compared unseen.

Knows no library: it only looks at frameworks.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import asdict, replace
from enum import Enum

from .framework import Framework
from .remembered import remembered
from .texts import Phrase, phrase

FINGERPRINT_LENGTH = 12
_NOT_SAID = frozenset({"name", "short", "serves"})
"""What only stands for other words or links them, and came later than the first fingerprints."""


@remembered
def fingerprint(framework: Framework) -> str:
    """Return the mark of a framework's content: the same words, the same 12 hex digits.

    Id and version are left out, so that it tells whether two of them hold the same; so are names
    on stage, short titles and what a step serves.
    """
    content = asdict(replace(framework, id="", version=""), dict_factory=_said)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=_plain)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:FINGERPRINT_LENGTH]


def identity(framework: Framework) -> Phrase:
    """Return title, version, id and fingerprint on one line, as documents print it."""
    return phrase(
        "{title}, version {version} ({id}, wording {mark})",
        title=framework.title,
        version=framework.version,
        id=framework.id,
        mark=fingerprint(framework),
    )


def same_content(a: Framework, b: Framework) -> bool:
    """Return whether two frameworks say the same, whatever their id and version."""
    return replace(a, id="", version="") == replace(b, id="", version="")


def next_version(last: str, taken: Collection[str] = ()) -> str:
    """Return the version after `last` that is not taken: 1, 2, 3 or 1.0, 1.1 or draft, draft 2."""
    found = re.fullmatch(r"(.*?)([0-9]{1,9})", last)
    stem, number = (found.group(1), int(found.group(2))) if found else (f"{last} ", 1)
    while True:
        number += 1
        if (version := f"{stem}{number}") not in taken:
            return version


def _said(parts: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in parts if name not in _NOT_SAID}


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else str(value)
