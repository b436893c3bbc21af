"""The guide as HTML: one way of drawing it for the window and for the page that is saved."""

from __future__ import annotations

import base64
from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from .book import Book, Heading, Items, Picture, Runs, Table, Words

Address = Callable[[Path], str]
"""Gives the address at which a picture is found."""

STYLE = """
:root { color-scheme: light; }
html { font: 100%/1.55 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  color: #1b2a33; background: #fbfaf6; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.6rem; margin-top: 3rem;
  border-top: 3px solid #0b6e69; padding-top: 1rem; } h3 { font-size: 1.2rem; margin-top: 2rem; }
a { color: #0b6e69; } img { max-width: 100%; border: 1px solid #dcd8ce; }
table { border-collapse: collapse; width: 100%; background: #fff; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid #dcd8ce; padding: .4rem .6rem; text-align: left; vertical-align: top; }
kbd { font: inherit; font-weight: 600; border: 1px solid #c9c4b8; border-radius: .25rem;
  padding: 0 .3rem; background: #fff; }
figure { margin: 1.2rem 0; } figcaption { color: #4f5e66; }
@media print { html { background: #fff; } h2 { break-before: page; } figure, tr {
  break-inside: avoid; } h2, h3 { break-after: avoid; } }
""".strip()


def web_page(book: Book, title: str, contents: str, language: str) -> str:
    """Return the guide as one page that needs no other file."""
    lines = "".join(
        f'<li><a href="#{one.key}">{escape(one.text)}</a></li>'
        for one in book
        if isinstance(one, Heading) and one.level == 1
    )
    nav = f'<nav aria-labelledby="contents"><h2 id="contents">{escape(contents)}</h2><ol>'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n<main>"
        f"<h1>{escape(title)}</h1>\n{nav}{lines}</ol></nav>\n"
        f"{body(book, embedded, deeper=1)}\n</main></body>\n</html>\n"
    )


def embedded(picture: Path) -> str:
    """Return an address that holds the picture itself."""
    return f"data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"


def body(book: Book, address: Address, *, deeper: int = 0) -> str:
    """Return the blocks as HTML; `deeper`: by how many levels its headings stand lower."""
    draw: dict[type, Callable[[Any], str]] = {
        Heading: lambda one: _heading(one, deeper),
        Words: lambda one: f"<p>{_runs(one.runs)}</p>",
        Items: _items,
        Picture: lambda one: _picture(one, address),
        Table: _table,
    }
    return "\n".join(draw[type(block)](block) for block in book)


def _heading(one: Heading, deeper: int) -> str:
    level = one.level + deeper
    return f'<h{level} id="{one.key}"><a name="{one.key}"></a>{escape(one.text)}</h{level}>'


def _items(block: Items) -> str:
    element = "ol" if block.numbered else "ul"
    inside = "".join(f"<li>{_runs(item)}</li>" for item in block.items)
    return f"<{element}>{inside}</{element}>"


def _picture(one: Picture, address: Address) -> str:
    source, alt = escape(address(one.file)), escape(one.alt)
    image = f'<p><img src="{source}" alt="{alt}"></p>'
    return f"<figure>{image}<figcaption>{alt}</figcaption></figure>"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_runs(cell)}</th>' for cell in table.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_runs(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _runs(runs: Runs) -> str:
    """Return words with their marks; one link for words that lead to one place."""
    found = []
    for to, part in groupby(runs, lambda run: run.to):
        inside = "".join(_marked(run.text, strong=run.strong, code=run.code) for run in part)
        found.append(f'<a href="#{to}">{inside}</a>' if to else inside)
    return "".join(found)


def _marked(text: str, *, strong: bool, code: bool) -> str:
    inside = escape(text)
    if code:
        inside = f"<kbd>{inside}</kbd>"
    return f"<b>{inside}</b>" if strong else inside
