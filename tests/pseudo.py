"""A language made up for the tests: every message in accents and brackets, 40 % longer.

Made from the code's own messages by the tool that translators use, compiled and read as a real
language is. Where it is spoken, a plain Latin letter in what a person reads is a text that no
catalogue holds, and a bracket without its partner a text that was cut.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop_app.words import language
from desktop_app.words.cldr import CldrFormats

TAG = "en-XA"
OPENING, CLOSING = "⟦", "⟧"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áḃčďéḟĝĥíĵķĺḿñóṗǫŕšťúṿŵ×ýžÁḂČĎÉḞĜĤÍĴĶĹḾÑÓṖǪŔŠŤÚṾŴ×ÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|%\(\w+\)[rs]|%[rs])")
"""What a translator leaves as it is: named places and tags."""

LONGER = 0.4


def accented(text: str) -> str:
    """Return a text with an accent on every letter, as content that is nobody's message."""
    return text.translate(_ACCENTS)


KEPT = {"id", "key", "language", "version", "leans_on", "serves"}
"""Fields of a framework that are no words."""


def accent(thing: Any, name: str = "") -> Any:
    """Return a framework, or a part of it, with accents on all its words."""
    if name in KEPT:
        return thing
    if isinstance(thing, str):
        return accented(thing)
    if isinstance(thing, tuple):
        return tuple(accent(one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(
            thing, **{f.name: accent(getattr(thing, f.name), f.name) for f in fields(thing)}
        )
    return thing


def pseudo(message: str) -> str:
    """Return a message as the made-up language says it."""
    parts = _KEPT.split(message)
    said = "".join(part if i % 2 else accented(part) for i, part in enumerate(parts))
    letters = sum(len(part) for part in parts[::2])
    return f"[{said}{_padding(round(letters * LONGER))}]" if letters else message


def _padding(length: int) -> str:
    """Return as many characters as words, so that they may break as words do."""
    words = " óňé ťŵó ťĥŕéé ḟóúŕ ḟíṿé ší×"
    return (words * (length // len(words) + 1))[:length].rstrip()


class AccentedFormats(CldrFormats):
    """Dates and lists of the made-up language: English ones in accents."""

    def long_date(self, day: date) -> str:
        return accented(super().long_date(day))

    def full_date(self, day: date) -> str:
        return accented(super().full_date(day))

    def months(self) -> Sequence[Sequence[str]]:
        return [[accented(name) for name in names] for names in super().months()]

    def weekdays(self) -> Sequence[Sequence[str]]:
        return [[accented(name) for name in names] for names in super().weekdays()]

    def day_and_month(self, day: date) -> str:
        return accented(super().day_and_month(day))

    def short_date(self, day: date) -> str:
        return accented(super().short_date(day))

    def all_of(self, items: Sequence[str]) -> str:
        return _each_in_accents(super().all_of, items)

    def any_of(self, items: Sequence[str]) -> str:
        return _each_in_accents(super().any_of, items)


def _each_in_accents(joined: Callable[[Sequence[str]], str], items: Sequence[str]) -> str:
    """Return a list with accents on what stands between its items, which are somebody else's."""
    marks = [chr(0xE000 + place) for place in range(len(items))]
    text = accented(joined(marks))
    for mark, item in zip(marks, items, strict=True):
        text = text.replace(mark, item)
    return text


@cache
def code_messages() -> Catalog:
    """Return all messages of the code, as the tool that translators use collects them."""
    folder = str(Path(__file__).resolve().parent.parent / "installer")
    sys.path.insert(0, folder)
    try:
        from make_messages import messages
    finally:
        sys.path.remove(folder)
    return messages()


def write_catalogue(folder: Path) -> Path:
    """Write the language's catalogue as set-up would; return its file."""
    catalog = Catalog(locale="en", charset="utf-8")
    for message in code_messages():
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = tuple(pseudo(each) for each in ids)
        catalog.add(message.id, said if len(ids) > 1 else said[0], context=message.context)
    path = folder / TAG / f"{language.DOMAIN}.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalog)
    return path


def untranslated(text: str) -> list[str]:
    """Return the words of a text that are in plain Latin letters: no message said them."""
    return re.findall(r"[A-Za-z]{2,}", text)
