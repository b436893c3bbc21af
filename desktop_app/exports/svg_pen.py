"""The SVG pen: draws what charts describe so that every viewer shows it alike.

Every colour stands on its own element, not in a style sheet, which some viewers (QtSvg among
them) do not read and then draw in black. In a file texts are outlines, as only browsers keep the
width that a text was laid out with; on a web page they are texts, which can be found and copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias
from xml.sax.saxutils import escape

from desktop_app.charts.hatching import OUTLINE, PLATE, hatching
from desktop_app.charts.palette import PRINT
from desktop_app.charts.primitives import Drawing, Line, Rect, Text
from desktop_app.domain.plain_text import one_line

from .outlines import outline, units
from .typeface import text_width

FONTS = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_WEIGHTS = {"regular": "400", "semibold": "600", "bold": "700"}


def svg_document(drawing: Drawing, title: str, paper: str) -> str:
    """Return a whole SVG file, on paper of one colour."""
    # In numbers: some viewers take a share of the width for a share of one hundred.
    size = f'width="{_number(drawing.width)}" height="{_number(drawing.height)}"'
    ground = f'<rect {size} fill="{paper}"/>'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + _element(drawing, title, "chart", (ground, *_elements(drawing, _OUTLINED))) + "\n"


def svg_element(drawing: Drawing, title: str, key: str, lang: str = "") -> str:
    """Return a drawing for a web page, named by its title and told by its description.

    `key` makes its ids unique within a page. `lang`: the title's language where it is another.
    """
    return _element(drawing, title, key, _elements(drawing, _WRITTEN), lang)


def _element(drawing: Drawing, title: str, key: str, drawn: Iterable[str], lang: str = "") -> str:
    wide, tall = _number(drawing.width), _number(drawing.height)
    described = f'aria-labelledby="{key}-title" aria-describedby="{key}-desc"'
    size = f'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"'
    spoken = f' lang="{escape(lang)}"' if lang else ""
    lines = (
        f'<svg xmlns="{_SVG}" {size} role="img" {described} font-family="{FONTS}">',
        f'<title id="{key}-title"{spoken}>{escape(one_line(title))}</title>',
        f'<desc id="{key}-desc">{escape(one_line(drawing.alt))}</desc>',
        *drawn,
        "</svg>",
    )
    return "\n".join(lines)


def _elements(drawing: Drawing, pens: Mapping[type, _Draw]) -> Iterator[str]:
    return (pens[type(item)](item) for item in drawing.items)


def _rect(rect: Rect) -> str:
    return f'<path d="{_outline(rect)}" {_paint(rect)}/>{_hatching(rect)}'


def _paint(rect: Rect) -> str:
    if rect.dashed:
        return f'fill="none" stroke="{rect.fill}" stroke-width="1" stroke-dasharray="3 3"'
    if rect.pattern == PLATE:
        return f'fill="{rect.fill}"'
    return f'fill="{rect.fill}" stroke="{PRINT.paper}" stroke-width="{_number(OUTLINE)}"'


def _hatching(rect: Rect) -> str:
    lines = [*hatching(rect, PRINT.paper)]
    if not lines:
        return ""
    drawn = "".join(
        f"M{_number(line.x1)} {_number(line.y1)}L{_number(line.x2)} {_number(line.y2)}"
        for line in lines
    )
    stroke = f'stroke="{lines[0].stroke}" stroke-width="{_number(lines[0].width)}"'
    return f'<path d="{drawn}" fill="none" {stroke}/>'


def _outline(rect: Rect) -> str:
    """Return a path round `rect` whose right-hand corners are rounded."""
    radius = max(0.0, min(rect.radius, rect.width, rect.height / 2))
    x, y, across, down = (
        _number(value) for value in (rect.x, rect.y, rect.width - radius, rect.height - 2 * radius)
    )
    bend = f"a{_number(radius)} {_number(radius)} 0 0 1 "
    first = f"{bend}{_number(radius)} {_number(radius)}" if radius else ""
    second = f"{bend}-{_number(radius)} {_number(radius)}" if radius else ""
    return f"M{x} {y}h{across}{first}v{down}{second}h-{across}z"


def _line(line: Line) -> str:
    ends = f'x1="{_number(line.x1)}" y1="{_number(line.y1)}"'
    ends += f' x2="{_number(line.x2)}" y2="{_number(line.y2)}"'
    return f'<line {ends} stroke="{line.stroke}" stroke-width="{_number(line.width)}"/>'


def _text(text: Text) -> str:
    if not text.text.strip():
        return ""
    place = f'x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"'
    look = f'font-weight="{_WEIGHTS[text.weight]}" fill="{text.fill}" text-anchor="{text.anchor}"'
    wide = _number(text_width(text.text, text.size, text.weight))
    kept = f'textLength="{wide}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"'
    return f"<text {place} {look} {kept}>{escape(text.text)}</text>"


def _text_as_outline(text: Text) -> str:
    """Return a text as one shape; its transform is the plainest that every viewer reads."""
    drawn, width = outline(text.text, text.weight)
    if not drawn:
        return ""
    scale = text.size / units(text.weight)
    left = text.x - width * scale * _BEFORE[text.anchor]
    place = f"matrix({scale:.5f} 0 0 -{scale:.5f} {_number(left)} {_number(text.y)})"
    return f'<path transform="{place}" fill="{text.fill}" d="{drawn}"/>'


_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""The share of a text that stands before its place."""

_Draw: TypeAlias = Callable[..., str]
_WRITTEN: Mapping[type, _Draw] = {Rect: _rect, Line: _line, Text: _text}
_OUTLINED: Mapping[type, _Draw] = {**_WRITTEN, Text: _text_as_outline}


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
