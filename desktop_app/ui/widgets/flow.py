"""Widgets beside each other that go on below where a line is too short for their words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A line of widgets, each as wide as it wants to be; more lines where they need them.

    A text that may wrap wants one line. `centred`: lines stand in the middle. `below`: the room
    between lines, where it is not the one between widgets.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 8,
        centred: bool = False,
        below: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._below = spacing if below is None else below
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a further widget in."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them away, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that lines depend on the width."""
        return True

    def invalidate(self) -> None:
        """Forget the heights: a widget in here wants another size, has come or has gone."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are at a width, worked out once: Qt asks again and again."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the room that one line takes."""
        sizes = [_wanted(item) for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return self._with_margins(QSize(sum(size.width() for size in sizes) + gaps, height))

    def minimumSize(self) -> QSize:
        """Return the room of the widest."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return self._with_margins(QSize(width, max((s.height() for s in sizes), default=0)))

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        return QSize(size.width() + across, size.height() + down)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Divide what is shown into lines of at most `width`."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = _at_most(item, width)
            if lines and used + self.spacing() + size.width() <= width:
                lines[-1].append((item, size))
                used += self.spacing() + size.width()
            else:
                lines.append([(item, size)])
                used = size.width()
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines; return how high they are together."""
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            height, left = max(size.height() for _, size in line), inside.left()
            if self._centred:
                used = sum(size.width() + self.spacing() for _, size in line) - self.spacing()
                left += max(0, inside.width() - used) // 2
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self._below
        margins = self.contentsMargins()
        down = margins.top() + margins.bottom()
        return max(0, top - inside.top() - self._below) + down


def _at_most(item: QLayoutItem, width: int) -> QSize:
    size = _wanted(item)
    if size.width() <= width:
        return size
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())


def _wanted(item: QLayoutItem) -> QSize:
    """Return how large a widget wants to be; Qt would have a text that may wrap in a square."""
    size, widget = item.sizeHint(), item.widget()
    if not isinstance(widget, QLabel) or not widget.wordWrap():
        return size
    text = widget.fontMetrics().size(0, widget.text())
    around = widget.contentsMargins()
    across = around.left() + around.right() + 2 * widget.margin() + 2
    width = min(max(size.width(), text.width() + across), widget.maximumWidth())
    return QSize(width, item.heightForWidth(width))
