"""Lists: items with a bullet or a number, and lists without labels made of any paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus import Flowable

from .blocks import Stack
from .saving import Name
from .text import Paragraph
from .tree import Element

_INDENT = 16.0


@dataclass(frozen=True)
class Label:
    """What stands before an item: a bullet or a number, on one line.

    Drawn as a string, for a thousand notes have a thousand of them.
    """

    text: str
    style: ParagraphStyle
    element: Element

    def draw(self, canvas: Any, top: float) -> None:
        """Draw the label with its top at a height, from the left edge."""
        name, size = self.style.fontName, self.style.fontSize
        canvas.setFont(name, size)
        canvas.setFillColor(self.style.textColor)
        with canvas.marked(self.element):
            # The space parts it from the words where a reader joins them.
            canvas.drawString(0, top - getAscentDescent(name, size)[0], f"{self.text} ")


class ListItem(Flowable):  # type: ignore[misc]
    """A label and, to its right, flowables that may go on over the page."""

    def __init__(self, label: Label | None, body: Sequence[Any], element: Element, indent: float):
        super().__init__()
        self.label, self.body, self.element, self.indent = label, list(body), element, indent
        self.body_element = Element("LBody", within=element)
        self._kept: Stack | None = None

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the white space above the first flowable."""
        return float(self.body[0].getSpaceBefore()) if self.body else 0.0

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the white space below the last flowable."""
        return float(self.body[-1].getSpaceAfter()) if self.body else 0.0

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given and the height of the body."""
        self.width, self.height = available_width, self._stack(available_width).height(self.canv)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[ListItem]:
        """Return the part that fits, with the label, and the rest of the same item."""
        canvas = getattr(self, "canv", None)  # a table splits its cells without one
        head, tail = self._stack(available_width).split(canvas, available_height)
        if not head.children or not tail.children:
            return []
        return [self._part(self.label, head.children), self._part(None, tail.children)]

    def _stack(self, available_width: float) -> Stack:
        """Return the body as a stack, the one that was measured where the width is the same."""
        width = available_width - self.indent
        if self._kept is None or self._kept.width != width:
            self._kept = Stack(self.body, width, self.body_element)
        return self._kept

    def _part(self, label: Label | None, body: Sequence[Any]) -> ListItem:
        part = ListItem(label, body, self.element, self.indent)
        part.body_element = self.body_element
        return part

    def draw(self) -> None:
        """Draw the label beside the first line, then the body."""
        if self.label is not None:
            self.label.draw(self.canv, self.height)
        self._stack(self.width).draw(self.canv, self.indent, self.height)


def bulleted(
    items: Sequence[Any], style: ParagraphStyle, label: str = "•", indent: float = _INDENT
) -> list[ListItem]:
    """Return a list with the same label before every item.

    An item is markup, a flowable or a sequence of flowables, which may hold further lists.
    """
    return _labelled(items, [label] * len(items), style, indent, "Disc")


def numbered(
    items: Sequence[Any], style: ParagraphStyle, first: int = 1, indent: float = _INDENT
) -> list[ListItem]:
    """Return a list whose items are numbered from `first`; items as in `bulleted`."""
    labels = [f"{number}." for number in range(first, first + len(items))]
    return _labelled(items, labels, style, indent, "Decimal")


def unlabelled(items: Sequence[Sequence[Any]], within: Element | None = None) -> list[Any]:
    """Make tagged flowables a list without labels and return them all; an item is a sequence."""
    element = Element("L", within)
    flowables: list[Any] = []
    for item in items:
        body = Element("LBody", Element("LI", element))
        for flowable in item:
            if hasattr(flowable, "element"):
                flowable.element.within = body
            flowables.append(flowable)
    return flowables


def _labelled(
    items: Sequence[Any], labels: Sequence[str], style: ParagraphStyle, indent: float, kind: str
) -> list[ListItem]:
    whole = Element("L", attributes={"List": {"ListNumbering": Name(kind)}})
    made = []
    for item, label in zip(items, labels, strict=True):
        element = Element("LI", whole)
        shown = Label(label, style, Element("Lbl", element))
        made.append(ListItem(shown, _flowables(item, style), element, indent))
    return made


def _flowables(item: Any, style: ParagraphStyle) -> list[Any]:
    if isinstance(item, str):
        return [Paragraph(item, style)]
    return list(item) if isinstance(item, list | tuple) else [item]
