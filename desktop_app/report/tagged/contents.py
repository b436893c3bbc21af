"""The table of contents: a line for each heading, leading there, with its page's number.

Pages are known only when all are drawn; the canvas draws the numbers then, so that nothing is
laid out twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from .text import Heading, Paragraph
from .tree import Element

_NUMBER_WIDTH = 36.0


class ContentsLine(Flowable):  # type: ignore[misc]
    """A heading's words with its page's number at the right; the whole line is a link."""

    def __init__(self, heading: Heading, style: ParagraphStyle, within: Element) -> None:
        super().__init__()
        self.heading, self.style = heading, style
        reference = Element("Reference", Element("TOCI", within))
        lang = heading.element.lang
        self.words = Paragraph(
            escape(heading.title), style, role="Link", within=reference, lang=lang
        )

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the style's own."""
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the style's own."""
        return float(self.style.spaceAfter)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width given and the height of the words."""
        self.width = available_width
        room = available_width - _NUMBER_WIDTH
        _, self.height = self.words.wrapOn(self.canv, room, available_height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words now and the number when it is known."""
        canvas = self.canv
        self.words.drawOn(canvas, 0, 0)
        box = (0, 0, self.width, self.height)
        canvas.link(self.words.element, self.heading.target, self.heading.title, box)
        canvas.later(lambda: self._draw_number(canvas))

    def _draw_number(self, canvas: Any) -> None:
        style, place = self.style, canvas.places.get(self.heading.target)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        with canvas.marked(self.words.element):
            canvas.drawRightString(
                self.width,
                self.height - (len(self.words.blPara.lines) - 1) * style.leading - style.fontSize,
                str(place.page + 1) if place else "",
            )


def contents(
    headings: Sequence[Heading], styles: Sequence[ParagraphStyle], first_level: int = 1
) -> list[ContentsLine]:
    """Return the table of contents, one style for each level from `first_level` down.

    Headings of other levels are left out. Put it into the story after all headings are made:
    `story[2:2] = contents(list(headings_in(story)), [look.contents])`.
    """
    open_lists = [Element("TOC")]
    lines = []
    for heading in headings:
        depth = heading.level - first_level
        if not 0 <= depth < len(styles):
            continue
        del open_lists[depth + 1 :]
        while len(open_lists) <= depth:
            open_lists.append(Element("TOC", open_lists[-1]))
        lines.append(ContentsLine(heading, styles[depth], open_lists[-1]))
    return lines


def headings_in(story: Iterable[Any]) -> Iterator[Heading]:
    """Give every heading of a story in order, those in columns and blocks too."""
    for flowable in story:
        if isinstance(flowable, Heading):
            yield flowable
        for name in ("children", "columns", "stack", "body", "_content"):
            inner = getattr(flowable, name, None)
            if inner is not None:
                yield from headings_in(inner if isinstance(inner, list | tuple) else [inner])
