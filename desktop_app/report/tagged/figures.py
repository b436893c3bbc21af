"""Pictures with a text in their place, and what is there for looks only."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from .saving import Name
from .tree import Element


def figure_element(alt: str) -> Element:
    """Return the element of a figure that `alt` says in words."""
    return Element("Figure", alt=alt, attributes={"Layout": {"Placement": Name("Block")}})


class _Wrapped(Flowable):  # type: ignore[misc]
    """A flowable in the place of another, as large and aligned as that one."""

    def __init__(self, inner: Any) -> None:
        super().__init__()
        self.inner = inner
        self.hAlign = getattr(inner, "hAlign", "LEFT")
        self.keepWithNext = inner.getKeepWithNext()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of the flowable."""
        self.width, self.height = self.inner.wrapOn(self.canv, available_width, available_height)
        return self.width, self.height

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the flowable's own."""
        return float(self.inner.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the flowable's own."""
        return float(self.inner.getSpaceAfter())


class Figure(_Wrapped):
    """Any flowable that does not tag itself, as a figure with an alternative text."""

    def __init__(self, inner: Any, alt: str, within: Element | None = None) -> None:
        super().__init__(inner)
        if not alt:
            raise ValueError("A figure needs its text; use Decoration for what is only looks.")
        self.element = figure_element(alt)
        self.element.within = within

    def draw(self) -> None:
        """Draw the flowable as content of the figure."""
        self.canv.box(self.element, self.width, self.height)
        with self.canv.marked(self.element):
            self.inner.drawOn(self.canv, 0, 0)


class Decoration(_Wrapped):
    """Any flowable as an artifact: a screen reader passes over it."""

    def draw(self) -> None:
        """Draw the flowable as an artifact."""
        with self.canv.artifact():
            self.inner.drawOn(self.canv, 0, 0)
