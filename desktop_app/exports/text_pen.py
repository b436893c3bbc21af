"""The text pen: draws an outline as plain text, which every e-mail program takes."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.plain_text import one_line, plain

from .outline import Block, Chart, Grid, Items, Outline, Title, Words

_ITEM, _GOES_ON, _BETWEEN_CELLS = "- ", "  ", " | "


def plain_text(outline: Outline) -> str:
    """Return an outline as text; paragraphs are lines, which whoever shows them breaks."""
    parts = ("\n".join(_lines(block)) for block in outline.blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Title):
        yield one_line(block.text)
    elif isinstance(block, Words):
        yield _text(block)
    elif isinstance(block, Items):
        for item in block.items:
            yield from _item(item)
    elif isinstance(block, Grid):
        yield _BETWEEN_CELLS.join(block.head)
        for row in block.rows:
            yield _BETWEEN_CELLS.join(" ".join(map(_in_cell, cell)) for cell in row)
    elif isinstance(block, Chart):
        yield plain(block.drawing.alt)


def _item(item: tuple[Words, ...]) -> Iterator[str]:
    for place, words in enumerate(item):
        first, *rest = _text(words).split("\n")
        yield f"{_GOES_ON if place else _ITEM}{first}"
        yield from (f"{_GOES_ON}{line}" for line in rest)


def _in_cell(part: Words | Chart) -> str:
    return _text(part) if isinstance(part, Words) else plain(part.drawing.alt)


def _text(words: Words) -> str:
    return plain("".join(run.text for run in words.runs))
