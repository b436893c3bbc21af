"""Which language is spoken now, and where its catalogue comes from.

Two languages are spoken at once: the console's, which is the facilitator's and stands for the whole
process, and a workshop's, which is entered only where a scene is made, where a document is written
and where words of ours are kept with a workshop (`scenes.door`). English is what the code says and
needs no catalogue; nothing is imported for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from desktop_app.resources import resource

from .formats import EnglishFormats, Formats

DOMAIN = "roundtable"
"""The name of the catalogues' files."""


class Catalogue(Protocol):
    """A language's messages, as GNU gettext keeps them."""

    def gettext(self, message: str) -> str:
        """Return a message's translation, or the message."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message that agrees with a number."""

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message that means several things, for this one."""


class English:
    """The catalogue of the language that the code speaks."""

    def gettext(self, message: str) -> str:
        """Return the message."""
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the first form for one, the second for any other number."""
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - one language, one word
        """Return the message."""
        return message


class Language:
    """A language that Roundtable speaks: its BCP 47 tag, its messages, its dates and lists."""

    def __init__(self, tag: str, catalogue: Catalogue, formats: Formats) -> None:
        self.tag = tag
        self.catalogue = catalogue
        self.formats = formats


ENGLISH = Language("en-GB", English(), EnglishFormats())

_console = ENGLISH
_entered: ContextVar[Language | None] = ContextVar("entered", default=None)


def current() -> Language:
    """Return the language that is spoken here: the one entered, else the console's."""
    return _entered.get() or _console


def speak_on_the_console(tag: str) -> None:
    """Speak the best language there is for `tag` wherever no other is entered."""
    global _console  # noqa: PLW0603 - the facilitator has one language
    _console = language_for(tag)


@contextmanager
def speaking(tag: str) -> Iterator[Language]:
    """Enter the best language there is for `tag`: for a scene, or for a document."""
    language = language_for(tag)
    before = _entered.set(language)
    try:
        yield language
    finally:
        _entered.reset(before)


def language_for(tag: str) -> Language:
    """Return the language with a catalogue that fits `tag` best; English where none does."""
    return _best(tag, _folder())


@lru_cache(maxsize=64)
def _best(tag: str, folder: Path) -> Language:
    parts = tag.replace("_", "-").split("-")
    if not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in parts):
        return ENGLISH  # no tag, such as one that is being typed, and no part of a path either
    for length in range(len(parts), 0, -1):
        found = _language("-".join(parts[:length]), folder)
        if found is not None:
            return found
    return ENGLISH


def _folder() -> Path:
    return resource("languages")


@cache
def _language(tag: str, folder: Path) -> Language | None:
    path = folder / tag / f"{DOMAIN}.mo"
    if not path.is_file():
        return None
    from gettext import GNUTranslations  # noqa: PLC0415 - English is spoken without them

    from .cldr import CldrFormats  # noqa: PLC0415

    with path.open("rb") as file:
        return Language(tag, GNUTranslations(file), CldrFormats(tag))
