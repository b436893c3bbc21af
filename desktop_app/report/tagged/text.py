"""Paragraphs and headings that tag themselves; links in them by `<a href="...">`.

Knows ReportLab's paragraph and that its text is drawn one run after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus import paragraph as internals

from .canvas import Href, Target
from .tree import Element, Role

_SPARE = 0.94
"""The share of a line that a part may take: some of its letters may be bolder than the style's."""

_HEADING_ROLES: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


class Paragraph(PlainParagraph):  # type: ignore[misc]
    """A paragraph of safe markup (Printable.markup), tagged P unless `role` says otherwise.

    `within` is the element it belongs to where that is not simply the one open.
    `<a href="https://...">` leads to an address, `<a href="#name">` to a Heading's `name`.
    """

    _KEPT: tuple[str, ...] = ("element",)
    _broken_for = -1.0
    style: ParagraphStyle

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        *,
        role: Role = "P",
        within: Element | None = None,
        lang: str = "",
        **more: Any,
    ) -> None:
        self.element = Element(role, within, lang=lang)
        super().__init__(text, style, **more)
        if text is not None:
            self._tag_links()

    def _tag_links(self) -> None:
        """Let every link know its own element and its words."""
        words: dict[int, list[str]] = {}
        for frag in self.frags:
            for number, _ in getattr(frag, "link", ()):
                words.setdefault(number, []).append(frag.text)
        elements = {number: Element("Link", within=self.element) for number in words}
        for frag in self.frags:
            if getattr(frag, "link", None):
                frag.link = [
                    (number, Href(target, elements[number], "".join(words[number]).strip()))
                    for number, target in frag.link
                ]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size. Lines are broken once a width: stacks and frames both ask, and again."""
        if self._broken_for != available_width or not hasattr(self, "blPara"):
            size: tuple[float, float] = super().wrap(available_width, available_height)
            if hasattr(self, "blPara"):
                self._broken_for = self.width
            return size
        return self.width, self.height

    def breakLines(self, width: Any) -> Any:  # noqa: N802 - ReportLab's name
        """Return the lines; a word that does not fit parts after its hyphens where it can."""
        usual = self.style
        if self._parts_at_hyphens(min(width) if isinstance(width, list | tuple) else width):
            self.style = _parting(usual)
        try:
            return super().breakLines(width)
        finally:
            self.style = usual

    def _parts_at_hyphens(self, width: float) -> bool:
        """Tell whether ReportLab may part words: it loses ends of addresses and cuts no part."""
        text = " ".join(getattr(frag, "text", "") for frag in self.frags)
        if "-" not in text or any(mark in text for mark in "/\\"):
            return False
        style, room = self.style, width * _SPARE
        return all(
            stringWidth(part, style.fontName, style.fontSize) <= room
            for part in text.replace("-", "- ").split()
        )

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Return the part that fits and the rest; both are the same paragraph to a reader."""
        parts: list[Any] = super().split(available_width, available_height)
        for part in parts:
            for name in self._KEPT:
                setattr(part, name, getattr(self, name))
        return parts

    def draw(self) -> None:
        """Draw the text as content of its element; a paragraph without text leaves no trace."""
        if not self.blPara.lines:
            return
        self._marks_runs = self._has_links() and not self.canv.is_silent
        drawing = self.canv.rules_round() if self._marks_runs else self.canv.marked(self.element)
        with drawing:
            super().draw()

    def _has_links(self) -> bool:
        return any(run_link(run) for run in self._runs())

    def _runs(self) -> Iterator[Any]:
        """Return the runs in the order in which ReportLab draws them."""
        if self.blPara.kind == 0:
            yield from (self.blPara for _ in self.blPara.lines)
            return
        for line in self.blPara.lines:
            for run in line.words:
                if not hasattr(run, "cbDefn") or run is line.words[-1]:
                    yield run

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802 - ReportLab's name
        """Return the text object that keeps spaces at line ends and marks links."""
        runs = self._runs() if self._marks_runs else None
        return _Text(self.canv, x, y, list(self._ends()), self.element, runs)

    def _ends(self) -> Iterator[bool]:
        """Tell for each line whether it ends where a word ends."""
        lines = self.blPara.lines
        if self.blPara.kind == 0:
            for _, words in lines:
                yield not _is_cut(words[-1]) if words else True
            return
        words = self.frags if internals._processed_frags(self.frags) else None  # noqa: SLF001
        for following in lines[1:]:
            last = words[following.sFW - lines[0].sFW - 1] if words else None
            yield not _is_cut(last)
        yield True


def _parting(style: ParagraphStyle) -> ParagraphStyle:
    """Return a style whose words part after hyphens; made once for each style."""
    known: ParagraphStyle | None = getattr(style, "parting", None)
    if known is None:
        known = ParagraphStyle(f"{style.name} parting", style, embeddedHyphenation=2)
        style.parting = known
    return known


def run_link(run: Any) -> Href | None:
    """Return a run's link; the innermost where links are nested."""
    links = getattr(run, "link", None)
    return links[-1][1] if links else None


def _is_cut(word: Any) -> bool:
    """Tell whether ReportLab broke a long word after this piece."""
    if isinstance(word, internals._SplitWordEnd | internals._HSFrag):  # noqa: SLF001
        return False
    return isinstance(word, internals._SplitWord | internals._SplitFrag)  # noqa: SLF001


class _Text(PDFTextObject):  # type: ignore[misc]
    """Text that ends its lines with a space and, where there are links, marks each run."""

    def __init__(
        self,
        canvas: Any,
        x: float,
        y: float,
        ends: list[bool],
        element: Element,
        runs: Iterator[Any] | None,
    ) -> None:
        super().__init__(canvas, x, y)
        self._ends = iter(ends)
        self._element = element
        self._runs = runs
        self._marked: Element | None = None

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        if self._runs is not None:
            link = run_link(next(self._runs, None))
            self._mark(link.element if link else self._element)
        if TStar and next(self._ends, True):
            text += " "
        super()._textOut(text, TStar)

    def _mark(self, element: Element) -> None:
        if element is self._marked:
            return
        if self._marked:
            self._code.append("EMC")
        self._code.append(self._canvas.opening(element))
        self._marked = element

    def getCode(self) -> str:  # noqa: N802 - ReportLab's name
        """Return the operators, outside the artifact that is open round them."""
        if not self._marked:
            return str(super().getCode())
        self._code.append("EMC")
        return f"EMC {super().getCode()} /Artifact BMC"


class Heading(Paragraph):
    """A heading of level 1 to 6: a bookmark, a line of the contents and a place for links.

    A level may not be skipped on the way down (PDF/UA-1, 7.4.2).
    """

    _KEPT = ("element", "level", "target", "title")

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        level: int = 1,
        *,
        name: str = "",
        within: Element | None = None,
        **more: Any,
    ) -> None:
        super().__init__(text, style, role=_HEADING_ROLES[level - 1], within=within, **more)
        self.level = level
        self.target = Target(name)
        self.title = self._words() if text else ""

    def _words(self) -> str:
        """Return the heading on one line."""
        parts = (" " if getattr(f, "lineBreak", False) else f.text for f in self.frags)
        return " ".join("".join(parts).split())

    def draw(self) -> None:
        """Draw the heading and note its place."""
        if self.blPara.lines and self.canv.place(self.target, self.height):
            self.canv.add_to_outline(self.title, self.level, self.target)
        super().draw()
