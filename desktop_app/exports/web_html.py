"""The few HTML elements that the web report is made of; knows nothing of workshops.

People's words reach a page only through `words` and `lines`, which make them safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Self, TypeAlias

from desktop_app.documents.sources import DOI
from desktop_app.domain.plain_text import one_line, plain
from desktop_app.words.speech import say


def words(text: str) -> str:
    """Return a text on one line, safe between tags and inside a quoted attribute."""
    return escape(one_line(text))


def lines(text: str) -> str:
    """Return a text with its line breaks, safe between tags."""
    return escape(plain(text)).replace("\n", "<br>")


class Told(str):
    """A text in another language than the page's, by its BCP 47 tag; "" where it is the same."""

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> Self:
        """Return the text with its language."""
        told = super().__new__(cls, text)
        told.lang = lang
        return told


@dataclass(frozen=True, slots=True)
class Safe:
    """What a cell holds that is made safe already."""

    html: str


Cell: TypeAlias = str | int | Safe | None


def lang_of(text: object) -> str:
    """Return the attribute that names a text's language where it is not the page's."""
    tag = text.lang if isinstance(text, Told) else ""
    return f' lang="{escape(tag)}"' if tag else ""


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph; nothing where there is no text. Its direction follows its words."""
    if not text.strip():
        return ""
    marked = f' class="{kind}"' if kind else ""
    return f'<p dir="auto"{marked}{lang_of(text)}>{lines(text)}</p>'


def heading(text: str, level: int, key: str = "") -> str:
    """Return a heading; `key` lets links lead to it."""
    named = f' id="{key}"' if key else ""
    return f'<h{level}{named} dir="auto"{lang_of(text)}>{words(text)}</h{level}>'


def folded(title: str, *inside: str) -> str:
    """Return parts that are shown when their title is chosen, and printed; "" without parts."""
    found = "".join(inside)
    return f"<details><summary>{words(title)}</summary>{found}</details>" if found else ""


def linked(text: str) -> str:
    """Return a text on one line whose DOIs lead to the works."""
    parts = enumerate(DOI.split(one_line(text)))
    return "".join(_doi(part) if place % 2 else escape(part) for place, part in parts)


def _doi(doi: str) -> str:
    return f'<a href="https://doi.org/{escape(doi)}">{escape(doi)}</a>'


def items(texts: Iterable[str], kind: str = "") -> str:
    """Return a list of texts that are made safe already; nothing where there are none."""
    marked = f' class="{kind}"' if kind else ""
    found = "".join(f'<li dir="auto"{lang_of(text)}>{text}</li>' for text in texts)
    return f"<ul{marked}>{found}</ul>" if found else ""


def table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    kind: str = "",
) -> str:
    """Return a table whose first column heads its rows; None is an empty cell.

    `kind` "stacks": on a narrow screen its rows stand below one another, cell by cell; so do those
    of tables of figures, each beside what it counts.
    """
    all_rows = [*rows]
    numeric = [any(isinstance(row[n], int) for row in all_rows) for n in range(len(headings))]
    numeric[0] = False
    head = "".join(_heading(*column) for column in zip(headings, numeric, strict=True))
    body = "".join(_row(row, headings) for row in all_rows)
    named = f"<caption{lang_of(caption)}>{words(caption)}</caption>"
    # Wide tables scroll by themselves, by keyboard too.
    scrolled = f'<div class="wide" role="group" aria-label="{words(caption)}" tabindex="0">'
    looks = kind or ("figures" if any(numeric) else "")
    marked = f' class="{looks}"' if looks else ""
    # Roles in so many words, as rows that are laid out otherwise lose them in some browsers.
    top = f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
    rest = f'<tbody role="rowgroup">{body}</tbody>'
    return f'{scrolled}<table role="table"{marked}>{named}{top}{rest}</table></div>'


def _heading(text: str, numeric: bool) -> str:
    number = ' class="number"' if numeric else ""
    return f'<th role="columnheader" scope="col"{number}{lang_of(text)}>{words(text)}</th>'


def _row(cells: Sequence[Cell], headings: Sequence[str]) -> str:
    first, *rest = cells
    named = f'<th role="rowheader" scope="row"{lang_of(first)}>{_cell(first)}</th>'
    found = "".join(_data(*pair) for pair in zip(rest, headings[1:], strict=True))
    return f'<tr role="row">{named}{found}</tr>'


def _data(cell: Cell, head: str) -> str:
    number = ' class="number"' if isinstance(cell, int) else ""
    return f'<td role="cell" data-head="{words(head)}"{number}{lang_of(cell)}>{_cell(cell)}</td>'


def _cell(cell: Cell) -> str:
    if cell is None:
        nothing = say("none")
        return f'<span class="none">{words(nothing)}</span>'
    if isinstance(cell, Safe):
        return cell.html
    return lines(cell) if isinstance(cell, str) else str(cell)
