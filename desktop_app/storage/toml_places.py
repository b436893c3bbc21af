"""What a place in a TOML file is called, in phrases: entries by their id, fields by their name.

Knows tables, lists and fields; must not know what they are for: whoever reads a file names the
entries of its lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.texts import Phrase, phrase, shortened, to_say

Keys = tuple[str | int, ...]
"""The way to a place in a file: names of tables and fields, and positions in lists from 0."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What one entry of a list is called: messages with {name} and with {number}."""

    by_name: str
    by_number: str


_ENTRY = Noun(to_say('entry "{name}"'), to_say("entry {number}"))


def place(file: str, data: Any, keys: Keys, nouns: Mapping[str, Noun]) -> Phrase:
    """Return file and place, such as 'x.toml, action "T", statement 2'."""
    where = phrase("{file}", file=file)
    for inner in _inward(data, keys, nouns):
        # For translators: a place in a file, then a place within that
        where = phrase("{outer}, {inner}", outer=where, inner=inner)
    return where


def entry(value: Any, key: str | int) -> Any:
    """Return what stands at a key of a table or list, None where nothing does."""
    try:
        return value[key]
    except (KeyError, IndexError, TypeError):
        return None


def _inward(data: Any, keys: Keys, nouns: Mapping[str, Noun]) -> Iterator[Phrase | str]:
    here, list_name = data, ""
    for depth, key in enumerate(keys):
        here = entry(here, key)
        if isinstance(key, int):
            by_number = keys[depth + 1 :] in {("id",), ("key",), ("value",)}
            yield _entry_name(nouns.get(list_name, _ENTRY), key, here, by_number=by_number)
        elif depth == len(keys) - 1 or (isinstance(here, list) and key not in nouns):
            yield phrase('field "{name}"', name=shortened(key, 60))
        elif not isinstance(here, list):
            yield shortened(key, 60)
        list_name = str(key)


def _entry_name(noun: Noun, index: int, found: Any, *, by_number: bool) -> Phrase:
    """Return the words for an entry: by its id where it has one, by its number otherwise."""
    name = (found.get("id") or found.get("key")) if isinstance(found, dict) else None
    if by_number or not isinstance(name, str):
        return Phrase(noun.by_number, fields={"number": index + 1})
    return Phrase(noun.by_name, fields={"name": shortened(name, 40)})
