"""Keeps the keyboard where it was while lists are built anew.

Qt gives the keys of a widget that goes to whatever comes next, which may be anything. All lists are
built inside of `kept_focus`, so that the keys are afterwards on the same thing, on its neighbour
where it is gone, or on what the page names; and what has them is in sight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from .layouts import tab_stops

MARGIN = 24
"""Pixels that are seen around what has the keys."""
TURNS = 3
"""Turns of the event loop until what was built has its place, and its list its height."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What had the keys: which of the stops it was, what it does, and to what."""

    index: int
    does: tuple[type, str]
    to: tuple[str, str]


@contextmanager
def kept_focus(area: QWidget, otherwise: Callable[[], object]) -> Iterator[None]:
    """Build lists in `area` anew; `otherwise` takes the keys where nothing like it is left."""
    had = area.window().focusWidget()
    inside = had is not None and area.isAncestorOf(had)
    place = _place_of(area, had) if had is not None and inside else None
    seen = _seen_of(had) if had is not None and inside else ()
    yield
    if had is None or not inside:
        return
    usable = isValid(had) and _can_have_keys(had, area)
    if usable and place is None:
        return
    found = had if usable else _found(area, place)
    if found is not None:
        _give_keys(found, area)
        _Bringing(found, seen)
    else:  # Qt gave the keys to whatever comes next, which is nobody's choice
        otherwise()


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget once it has its place."""
    _Bringing(widget)


def bring_whole_into_view(widget: QWidget) -> None:
    """Scroll at once so that all of a widget is seen, where what it lies in is high enough.

    Qt is content where the cursor of a line can be seen, and does nothing for what is come to from
    outside of the part that scrolls.
    """
    card = widget.parentWidget()
    # A choice is seen with what explains it, its card.
    seen = card if isinstance(widget, QRadioButton) and isinstance(card, QFrame) else widget
    around = seen.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (inside := around.widget()) is not None:
            _bring_whole(seen, around, inside)
        around = around.parentWidget()


def _bring_whole(widget: QWidget, around: QScrollArea, inside: QWidget) -> None:
    place = QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())
    seen = QRect(-inside.pos(), around.viewport().size())
    if place.top() >= seen.top() and place.bottom() <= seen.bottom():
        return
    margin = min(MARGIN + place.height() // 2, seen.height() // 2)
    around.ensureVisible(place.center().x(), place.center().y(), 0, margin)
    around.horizontalScrollBar().setValue(0)


def bring_part_into_view(widget: QWidget, part: QRect) -> None:
    """Scroll at once so that a part of a widget is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (inside := around.widget()) is not None:
            place = widget.mapTo(inside, part.center())
            around.ensureVisible(place.x(), place.y(), 0, MARGIN + part.height())
        around = around.parentWidget()


class _Bringing(QObject):
    """Waits for the layout, scrolls, and is gone.

    `seen`: what was scrolled how far before. What is built has no place at first, and scrolling to
    that would leave what was looked at.
    """

    def __init__(self, widget: QWidget, seen: Sequence[tuple[QScrollBar, int]] = ()) -> None:
        super().__init__(widget)
        self._widget, self._seen, self._turns = widget, seen, TURNS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._bring)
        self._timer.start(0)

    def _bring(self) -> None:
        for bar, value in self._seen:
            if isValid(bar):
                bar.setValue(value)
        bring_whole_into_view(self._widget)
        self._turns -= 1
        if not self._turns:
            self._timer.stop()
            self.deleteLater()


def _seen_of(widget: QWidget) -> tuple[tuple[QScrollBar, int], ...]:
    """Return the bars of what a widget is scrolled with, and how far."""
    around = (area for area in _chain(widget, widget.window()) if isinstance(area, QScrollArea))
    return tuple((bar, bar.value()) for bar in (area.verticalScrollBar() for area in around))


def _place_of(area: QWidget, widget: QWidget) -> _Place | None:
    stops = tab_stops(area)
    if widget not in stops:
        return None
    return _Place(stops.index(widget), _does(widget), _to(widget))


def _found(area: QWidget, place: _Place | None) -> QWidget | None:
    """Return what does the same to the same thing, else what does the same nearest to it."""
    if place is None:  # it stood in no layout, as what lies over a list's row
        return None
    alike = [
        (index, stop)
        for index, stop in enumerate(tab_stops(area))
        if _does(stop) == place.does and _can_have_keys(stop, area)
    ]
    if not alike:
        return None
    same = [one for one in alike if _to(one[1]) == place.to]
    return min(same or alike, key=lambda one: abs(one[0] - place.index))[1]


def _does(widget: QWidget) -> tuple[type, str]:
    """Return its kind and its words, without the key that some name after two blanks."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return type(widget), words.partition("  ")[0]


def _to(widget: QWidget) -> tuple[str, str]:
    return widget.accessibleName(), widget.accessibleDescription()


def _can_have_keys(widget: QWidget, area: QWidget) -> bool:
    """Return whether a widget can have the keys, also where it is only about to be shown."""
    return widget.isEnabledTo(area) and not any(_is_put_away(one) for one in _chain(widget, area))


def _is_put_away(widget: QWidget) -> bool:
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _chain(widget: QWidget, area: QWidget) -> Iterator[QWidget]:
    """Give a widget and what is around it, up to the area."""
    one: QWidget | None = widget
    while one is not None and one is not area:
        yield one
        one = one.parentWidget()


def _give_keys(widget: QWidget, area: QWidget) -> None:
    for one in reversed(list(_chain(widget, area))):
        if one.isHidden():
            one.show()  # only what is shown can have the keys
    widget.setFocus()
