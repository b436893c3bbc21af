"""The few HTML elements that the web report is made of; knows nothing of workshops.

People's words reach a page only through `words` and `lines`, which make them safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Self

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


def items(texts: Iterable[str], kind: str = "") -> str:
    """Return a list of texts that are made safe already; nothing where there are none."""
    marked = f' class="{kind}"' if kind else ""
    found = "".join(f'<li dir="auto"{lang_of(text)}>{text}</li>' for text in texts)
    return f"<ul{marked}>{found}</ul>" if found else ""


def table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str | int | None]],
    kind: str = "",
) -> str:
    """Return a table whose first column heads its rows; None is an empty cell."""
    all_rows = [*rows]
    numeric = [any(isinstance(row[n], int) for row in all_rows) for n in range(len(headings))]
    numeric[0] = False
    head = "".join(_heading(*column) for column in zip(headings, numeric, strict=True))
    body = "".join(_row(row) for row in all_rows)
    named = f"<caption{lang_of(caption)}>{words(caption)}</caption>"
    # Wide tables scroll by themselves, by keyboard too.
    scrolled = f'<div class="wide" role="group" aria-label="{words(caption)}" tabindex="0">'
    marked = f' class="{kind}"' if kind else ""
    whole = f"<table{marked}>{named}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"{scrolled}{whole}</div>"


def _heading(text: str, numeric: bool) -> str:
    number = ' class="number"' if numeric else ""
    return f'<th scope="col"{number}{lang_of(text)}>{words(text)}</th>'


def _row(cells: Sequence[str | int | None]) -> str:
    first, *rest = cells
    return (
        f'<tr><th scope="row"{lang_of(first)}>{_cell(first)}</th>{"".join(map(_data, rest))}</tr>'
    )


def _data(cell: str | int | None) -> str:
    number = ' class="number"' if isinstance(cell, int) else ""
    return f"<td{number}{lang_of(cell)}>{_cell(cell)}</td>"


def _cell(cell: str | int | None) -> str:
    if cell is None:
        nothing = say("none")
        return f'<span class="none">{words(nothing)}</span>'
    return lines(cell) if isinstance(cell, str) else str(cell)


STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 100%/1.55 "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial,
  sans-serif; color: #1b2a33; background: #fbfaf6; }
body { margin: 0; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: #0b6e69; color: #fff; }
header, nav, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: .3rem 0 1rem; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: 1rem;
  border-top: 3px solid #0b6e69; }
h3 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p, li { max-width: 42rem; overflow-wrap: anywhere; }
a { color: #0b6e69; } a:focus-visible, .wide:focus-visible { outline: 3px solid #0b6e69;
  outline-offset: 2px; }
.event, .soft, figcaption, .none { color: #4f5e66; }
.mark { background: #fff6e3; border: 1px solid #ecd9a8; padding: .5rem .75rem; font-weight: 600; }
.headline { border-left: 5px solid #0b6e69; padding-left: 1rem; font-size: 1.25rem; }
nav ol { columns: 2; padding-left: 1.25rem; }
figure { margin: 1rem 0; padding: 1rem; background: #fff; border: 1px solid #dcd8ce; }
figure svg { width: 100%; height: auto; display: block; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; background: #fff; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; background: #fbfaf6; }
th, td { border: 1px solid #dcd8ce; padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { background: #0b6e69; color: #fff; }
tbody th { font-weight: 600; }
.number, .measures td, .measures th + th { text-align: right; }
.number, .measures td { font-variant-numeric: tabular-nums; }
.kind { font-weight: 600; }
footer { margin: 3rem auto; padding-top: 1rem; border-top: 1px solid #dcd8ce; }
@media (max-width: 40rem) { nav ol { columns: 1; } }
@media print {
  html { background: #fff; font-size: 10.5pt; } .skip, nav { display: none; }
  header, main, footer { max-width: none; padding: 0; } caption { background: #fff; }
  h2 { break-before: page; } h2, h3, h4 { break-after: avoid; }
  figure, tr { break-inside: avoid; } thead { display: table-header-group; }
  .wide { overflow: visible; } a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}
""".strip()
