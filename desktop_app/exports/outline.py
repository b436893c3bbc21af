"""A document as headings, paragraphs, lists, tables and pictures in their order; no format.

What several formats of running text draw alike: makers turn a document's content into blocks, pens
turn blocks into files. An empty text may be handed to every maker here; it makes no block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from desktop_app.charts.primitives import Drawing
from desktop_app.logos.logo import Logo


class Look(Enum):
    """What a paragraph is, which says how it looks."""

    BODY = "body"
    STRONG = "strong"
    DETAIL = "detail"
    KICKER = "kicker"
    MARK = "mark"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words; `lang` is their language where that is not the document's, `to` where they lead.

    `to` is an address, or "" for words that lead nowhere.
    """

    text: str
    strong: bool = False
    lang: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    runs: tuple[Run, ...]
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; level 1 is the document's own. `fresh` begins a page where there are pages."""

    text: str
    level: int
    lang: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item has one paragraph or several."""

    items: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its words; `share` of the width."""

    drawing: Drawing
    title: str
    share: float = 1.0


Cell: TypeAlias = tuple[Words | Chart, ...]
"""What stands in a cell of a table, one below the other."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of headings; `shares` are those of the width, `title` what it shows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


Block: TypeAlias = Words | Title | Items | Grid | Chart


@dataclass(frozen=True, slots=True)
class Outline:
    """A document: its blocks, and what the file says of itself.

    `head` and `footer` stand on every page where there are pages, which lie across where `across`.
    `logo` stands above all else where a format has pictures.
    """

    title: str
    author: str
    subject: str
    language: str
    blocks: tuple[Block, ...]
    head: str = ""
    footer: str = ""
    across: bool = False
    logo: Logo | None = None


def words(text: str, look: Look = Look.BODY, lang: str = "") -> Iterator[Words]:
    """Yield a paragraph, or nothing where there is nothing to say."""
    if text.strip():
        yield Words((Run(text, lang=lang),), look)


def labelled(label: str, text: str, look: Look = Look.BODY, lang: str = "") -> Words:
    """Return a paragraph that begins with a label in bold."""
    return Words((Run(f"{label} ", strong=True), Run(text, lang=lang)), look)


def items(found: Iterable[Sequence[Words]]) -> Iterator[Items]:
    """Yield a list of what is not empty, or nothing."""
    made = tuple(tuple(item) for item in found if item)
    if made:
        yield Items(made)


def lines(texts: Iterable[str], lang: str = "") -> Iterator[Items]:
    """Yield a list with a text an item, or nothing."""
    yield from items([*words(text, lang=lang)] for text in texts)
