"""The HTML pen: draws an outline as a small page that e-mail programs take over by pasting.

Elements only, since programs drop style sheets and scripts; so it looks as the reader's mail does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from desktop_app.domain.plain_text import one_line, plain

from .outline import Chart, Grid, Items, Look, Outline, Run, Title, Words

_STRONG = {Look.STRONG, Look.MARK, Look.COMMITMENT}


def html_page(outline: Outline) -> str:
    """Return an outline as an HTML document of elements only."""
    body = "\n".join(_DRAWERS[type(block)](block) for block in outline.blocks)
    return (
        f'<!DOCTYPE html>\n<html{_lang(outline.language)}>\n<head><meta charset="utf-8">'
        f"<title>{escape(one_line(outline.title))}</title></head>\n<body>\n{body}\n</body>\n"
        "</html>\n"
    )


def _title(title: Title) -> str:
    return f"<h{title.level}{_lang(title.lang)}>{escape(one_line(title.text))}</h{title.level}>"


def _words(words: Words) -> str:
    return f"<p>{_inside(words)}</p>"


def _inside(words: Words) -> str:
    runs = "".join(map(_run, words.runs))
    if words.look is Look.DETAIL:
        return f"<small>{runs}</small>"
    return f"<strong>{runs}</strong>" if words.look in _STRONG else runs


def _run(run: Run) -> str:
    blank = " " if run.text.endswith(" ") else ""
    text = "<br>".join(escape(line) for line in plain(run.text).split("\n")) + blank
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.to:
        return f'<a href="{escape(run.to)}"{_lang(run.lang)}>{text}</a>'
    return f"<span{_lang(run.lang)}>{text}</span>" if run.lang else text


def _items(block: Items) -> str:
    found = ("<br>".join(map(_inside, item)) for item in block.items)
    return f"<ul>\n{_each('li', found)}\n</ul>"


def _grid(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in grid.head)
    rows = (
        "".join(f"<td>{'<br>'.join(map(_in_cell, cell))}</td>" for cell in row) for row in grid.rows
    )
    caption = f"<caption>{escape(one_line(grid.title))}</caption>"
    return f"<table>{caption}<tr>{head}</tr>\n{_each('tr', rows)}\n</table>"


def _in_cell(part: Words | Chart) -> str:
    return _inside(part) if isinstance(part, Words) else escape(plain(part.drawing.alt))


def _chart(chart: Chart) -> str:
    return f"<p>{escape(plain(chart.drawing.alt))}</p>"


def _each(element: str, insides: Iterable[str]) -> str:
    return "\n".join(f"<{element}>{inside}</{element}>" for inside in insides)


def _lang(tag: str) -> str:
    return f' lang="{escape(tag)}"' if tag else ""


_DRAWERS: dict[type, Callable[[Any], str]] = {
    Title: _title,
    Words: _words,
    Items: _items,
    Grid: _grid,
    Chart: _chart,
}
