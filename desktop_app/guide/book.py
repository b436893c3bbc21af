"""The facilitator's guide as values: chapters of headings, paragraphs, lists, tables and pictures.

Read from the Markdown in `resources/guide`; what draws it knows no Markdown. A heading may end in
{#key}, by which links and the help of a page find it. Words in backticks are keys, or names of
files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from desktop_app.resources import resource

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

ENGLISH: Final = "en"
_KEY = re.compile(r"\s*\{#([a-z0-9-]+)\}$")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words; `to` is the key of a heading that they lead to, `code` a key or a file's name."""

    text: str
    strong: bool = False
    code: bool = False
    to: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a chapter."""

    text: str
    level: int
    key: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each item one paragraph."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a real window, and what it shows."""

    file: Path
    alt: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block: TypeAlias = Heading | Words | Items | Picture | Table
Book: TypeAlias = tuple[Block, ...]


@cache
def guide(language: str = ENGLISH) -> Book:
    """Return the whole guide in a language, or in English where there is none in it."""
    folder = resource("guide", language)
    if not folder.is_dir():
        folder = resource("guide", ENGLISH)
    return tuple(block for path in sorted(folder.glob("*.md")) for block in read(path))


def headings(book: Book) -> tuple[Heading, ...]:
    """Return the headings in their order."""
    return tuple(block for block in book if isinstance(block, Heading))


def read(path: Path) -> Iterator[Block]:
    """Yield the blocks of one chapter; raise ValueError for Markdown that the guide has none of."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    reader = MarkdownIt("commonmark").enable("table")
    for node in SyntaxTreeNode(reader.parse(path.read_text("utf-8"))).children:
        yield _block(node)


def _block(node: SyntaxTreeNode) -> Block:
    if node.type == "heading":
        return _heading(node)
    if node.type in ("bullet_list", "ordered_list"):
        return Items(tuple(_inside(item) for item in node.children), node.type == "ordered_list")
    if node.type == "table":
        head, body = node.children
        return Table(_row(head.children[0]), tuple(map(_row, body.children)))
    if node.type == "paragraph":
        only = node.children[0].children
        if len(only) == 1 and only[0].type == "image":
            return Picture(
                resource("guide", "pictures", str(only[0].attrs["src"])), only[0].content
            )
        return Words(_inside(node))
    raise ValueError(f"the guide has no {node.type}")


def _heading(node: SyntaxTreeNode) -> Heading:
    text = "".join(run.text for run in _inside(node))
    found = _KEY.search(text)
    if found is None:
        raise ValueError(f"no key: {text}")
    return Heading(text[: found.start()], int(node.tag[1]), found.group(1))


def _row(node: SyntaxTreeNode) -> tuple[Runs, ...]:
    return tuple(_inside(cell) for cell in node.children)


def _inside(node: SyntaxTreeNode) -> Runs:
    return tuple(run for inline in _inlines(node) for run in _runs(inline.children))


def _inlines(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for child in node.children:
        if child.type == "inline":
            yield child
        elif child.type == "paragraph":
            yield from child.children


def _runs(nodes: Sequence[SyntaxTreeNode], *, strong: bool = False, to: str = "") -> Iterator[Run]:
    for node in nodes:
        if node.type == "strong":
            yield from _runs(node.children, strong=True, to=to)
        elif node.type == "link":
            yield from _runs(node.children, strong=strong, to=str(node.attrs["href"]).lstrip("#"))
        elif node.type == "softbreak":
            yield Run(" ", strong, to=to)
        elif node.type in ("text", "code_inline"):
            yield Run(node.content, strong, node.type == "code_inline", to)
        else:
            raise ValueError(f"the guide has no {node.type}")
