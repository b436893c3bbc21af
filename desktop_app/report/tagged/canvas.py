"""The canvas that tags: marks what is drawn, keeps links, outline and what is drawn at the end.

Pages are held back until all are drawn, so that page numbers and totals are known; nothing is
laid out twice. Knows ReportLab's canvas and no flowable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from reportlab.pdfgen.canvas import Canvas

from . import saving
from .tree import Element, Tree

_PDF_VERSION = (1, 7)


@dataclass(eq=False)
class Target:
    """A place that links lead to, compared by identity; `name` is for `<a href="#name">`."""

    name: str = ""

    def __deepcopy__(self, memo: object) -> Target:
        return self


class Href(str):  # noqa: SLOT000 - a few in a document
    """Where a link in a paragraph leads, as ReportLab takes it, with what tagging needs.

    A place in the document has no "#" here, since ReportLab would pass on a copy without it.
    """

    to: str
    element: Element
    contents: str

    def __new__(cls, to: str, element: Element, contents: str) -> Self:
        """Return a link whose `contents` say in words where it leads."""
        href = super().__new__(cls, to.removeprefix("#"))
        href.to, href.element, href.contents = to, element, contents
        return href


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas for flowables that tag themselves."""

    _code: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"pdfVersion": _PDF_VERSION, **kwargs})
        self.tree = Tree()
        self.places: dict[Target, saving.Place] = {}
        self.outline: list[saving.OutlineItem] = []
        self.links: list[saving.Link] = []
        self._silent = 0
        self._held: list[dict[str, Any]] = []
        self._late: dict[int, list[tuple[list[str], int, Callable[[], None]]]] = {}

    @property
    def page(self) -> int:
        """Return the page being drawn, from 0."""
        return int(self.getPageNumber()) - 1

    # --- marking ------------------------------------------------------------------------------

    def begin(self, element: Element) -> None:
        """Begin content of `element`; inside an artifact this does nothing."""
        if not self._silent:
            self._code.append(self.opening(element))

    def end(self) -> None:
        """End the content begun last."""
        if not self._silent:
            self._code.append("EMC")

    def opening(self, element: Element) -> str:
        """Return the operator that begins content of `element`, for who writes it himself."""
        return f"/{element.role} <</MCID {self.tree.mark(element, self.page)}>> BDC"

    def begin_artifact(self) -> None:
        """Begin what is no part of the text: rules, backgrounds, what repeats on each page."""
        if not self._silent:
            self._code.append("/Artifact BMC")
        self._silent += 1

    def end_artifact(self) -> None:
        """End the artifact begun last."""
        self._silent -= 1
        if not self._silent:
            self._code.append("EMC")

    @property
    def is_silent(self) -> bool:
        """Tell whether an artifact is being drawn."""
        return self._silent > 0

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Draw content of `element`."""
        self.begin(element)
        yield
        self.end()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw an artifact."""
        self.begin_artifact()
        yield
        self.end_artifact()

    @contextmanager
    def rules_round(self) -> Iterator[None]:
        """Draw text that marks itself, and rules and backgrounds round it that are artifacts."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Draw flowables that belong to `element`; they mark their own content."""
        if self._silent:
            yield
            return
        self.tree.open(element)
        yield
        self.tree.close()

    def box(self, element: Element, width: float, height: float) -> None:
        """Note the place of a figure that is drawn from the current origin."""
        if not self._silent and element not in self.tree.boxes:
            corners = (self.absolutePosition(0, 0), self.absolutePosition(width, height))
            self.tree.boxes[element] = (*corners[0], *corners[1])

    # --- links and outline --------------------------------------------------------------------

    def place(self, target: Target, height: float) -> bool:
        """Note that `target` is `height` above the current origin; False where it had a place."""
        if self._silent or target in self.places:
            return False
        left, top = self.absolutePosition(0, height)
        self.places[target] = saving.Place(self.page, left, top)
        return True

    def add_to_outline(self, title: str, level: int, target: Target) -> None:
        """Add a bookmark; levels count from 1."""
        self.outline.append(saving.OutlineItem(title, level, target))

    def link(self, element: Element, to: Target | str, contents: str, box: Any) -> None:
        """Make `box` (relative to the origin) lead to a place or an address."""
        if self._silent:
            return
        self.tree.annotate(element)
        rect = tuple(self._absRect(box, 1))
        link = saving.Link(self.page, rect, to, contents)
        self.links.append(link)
        self._addAnnotation(link)

    def linkURL(self, url: str, rect: Any, *_args: Any, **_kwargs: Any) -> None:  # noqa: N802
        """Take a link in a tagged paragraph; called by ReportLab's Paragraph."""
        if not isinstance(url, Href):
            raise TypeError("Links are made by tagged paragraphs only.")
        self.link(url.element, url.to, url.contents, rect)

    # --- what is drawn at the end -------------------------------------------------------------

    def later(self, draw: Callable[[], None]) -> None:
        """Draw here, at this origin, when all pages are known."""
        self._code.append("")
        self._late.setdefault(self.page, []).append((self._code, len(self._code) - 1, draw))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Hold the page back."""
        self._held.append(dict(self.__dict__))
        self._startPage()

    def draw_furniture(self, number: int, total: int) -> None:
        """Draw what stands round the text of a page, all of it an artifact; here nothing."""

    def save(self) -> None:
        """Finish every page, then write the document."""
        for number, page in enumerate(self._held, start=1):
            self.__dict__.update(page)
            self._draw_late(number - 1)
            with self.artifact():
                self.draw_furniture(number, len(self._held))
            super().showPage()
        saving.add_structure(self)
        super().save()

    def _draw_late(self, page: int) -> None:
        finished = self._code
        for code, index, draw in self._late.pop(page, ()):
            self._code = []
            self.saveState()
            draw()
            self.restoreState()
            code[index] = "\n".join(self._code)
        self._code = finished
