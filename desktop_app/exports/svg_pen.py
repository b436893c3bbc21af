"""The SVG pen: draws what charts describe as text that every viewer shows alike.

Every colour stands on its own element, not in a style sheet, which some viewers (QtSvg among
them) do not read and then draw in black. Texts keep the width they were laid out with, whichever
of the named fonts a machine has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from desktop_app.charts.primitives import Drawing, Item, Line, Rect, Text
from desktop_app.domain.plain_text import one_line

from .typeface import text_width

FONTS = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_WEIGHTS = {"regular": "400", "semibold": "600", "bold": "700"}


def svg_document(drawing: Drawing, title: str, paper: str) -> str:
    """Return a whole SVG file, on paper of one colour."""
    ground = f'<rect width="100%" height="100%" fill="{paper}"/>'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + svg_element(drawing, title, "chart", ground) + "\n"


def svg_element(drawing: Drawing, title: str, key: str, ground: str = "", lang: str = "") -> str:
    """Return a drawing as an svg element named by its title and told by its description.

    `key` makes its ids unique within a page. `lang`: the title's language where it is another.
    """
    wide, tall = _number(drawing.width), _number(drawing.height)
    described = f'aria-labelledby="{key}-title" aria-describedby="{key}-desc"'
    size = f'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"'
    spoken = f' lang="{escape(lang)}"' if lang else ""
    lines = (
        f'<svg xmlns="{_SVG}" {size} role="img" {described} font-family="{FONTS}">',
        f'<title id="{key}-title"{spoken}>{escape(one_line(title))}</title>',
        f'<desc id="{key}-desc">{escape(one_line(drawing.alt))}</desc>',
        *((ground,) if ground else ()),
        *_elements(drawing.items),
        "</svg>",
    )
    return "\n".join(lines)


def _elements(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(_PENS[type(item)](item) for item in items)


def _rect(rect: Rect) -> str:
    paint = (
        f'fill="none" stroke="{rect.fill}" stroke-width="1" stroke-dasharray="3 3"'
        if rect.dashed
        else f'fill="{rect.fill}"'
    )
    return f'<path d="{_outline(rect)}" {paint}/>'


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


_PENS: dict[type, Callable[..., str]] = {Rect: _rect, Line: _line, Text: _text}


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
