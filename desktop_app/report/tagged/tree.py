"""The structure tree of one document: which element holds what, in reading order; no ReportLab.

An Element is only a description and may be made long before anything is drawn; a Tree says where
it ended up. So the two halves of something split over pages share one element, and the same
flowables can be drawn again into another document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Role: TypeAlias = Literal[
    "Document",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "P",
    "Span",
    "Link",
    "Reference",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "TOC",
    "TOCI",
    "Figure",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
]
"""The standard structure types in use (ISO 32000-1, 14.8.4)."""


@dataclass(eq=False)
class Element:
    """A node of the tree, compared by identity.

    `within` is the element it belongs to; without one it belongs to whatever is open where it is
    first drawn. `alt` is a figure's text. `lang` is needed only where it differs from the
    document's. `attributes` are written as they are, by owner ("Table", "Layout", "List").
    """

    role: Role
    within: Element | None = None
    alt: str = ""
    lang: str = ""
    attributes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __deepcopy__(self, memo: object) -> Element:
        return self  # a copied flowable is still the same part of the document


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page's content: the page, from 0, and the number of its marked content."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation, by its place in the document's list of annotations, from 0."""

    index: int


Kid: TypeAlias = Element | Mark | Annotated
Box: TypeAlias = tuple[float, float, float, float]


class Tree:
    """Grows while pages are drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.kids: dict[Element, list[Kid]] = {self.root: []}
        self.marks: dict[int, list[Element]] = {}
        self.annotated: list[Element] = []
        self.boxes: dict[Element, Box] = {}
        self._open = [self.root]

    def place(self, element: Element) -> None:
        """Put an element, and what it is within, after what is there; once only."""
        if element in self.kids:
            return
        parent = element.within or self._open[-1]
        self.place(parent)
        self.kids[parent].append(element)
        self.kids[element] = []

    def open(self, element: Element) -> None:
        """Let what is drawn from now on belong to `element`, unless it says otherwise."""
        self.place(element)
        self._open.append(element)

    def close(self) -> None:
        """End what was opened last."""
        self._open.pop()

    def mark(self, element: Element, page: int) -> int:
        """Give `element` the next piece of content on `page` and return the piece's number."""
        self.place(element)
        marks = self.marks.setdefault(page, [])
        marks.append(element)
        self.kids[element].append(Mark(page, len(marks) - 1))
        return len(marks) - 1

    def annotate(self, element: Element) -> int:
        """Give `element` the document's next annotation and return its place in the list."""
        self.place(element)
        self.annotated.append(element)
        self.kids[element].append(Annotated(len(self.annotated) - 1))
        return len(self.annotated) - 1
