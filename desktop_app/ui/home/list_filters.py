"""What narrows and sorts the list of workshops: three lists that fold, and how they are sorted.

What there is to choose from is asked for when somebody comes to a list. Knows no service.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.listing import USUAL, Choices, Order, Shown, Wish
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.spoken_name import name_list
from desktop_app.words.speech import say
from desktop_app.words.statuses import status_name

WIDEST = 300
_SEEN_AT_ONCE = 20


class _Choice(QComboBox):
    """A list that folds, filled by `fill` as it is come to.

    Signals:
        chosen(): another of its rows is wanted.
    """

    chosen = Signal()

    def __init__(self, name: str, every: str, fill: Callable[[], None]) -> None:
        super().__init__()
        self._fill = fill
        name_list(self, name)
        self.setMaxVisibleItems(_SEEN_AT_ONCE)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(WIDEST)
        self.addItem(every, None)
        self.activated.connect(self._tell)

    def offer(self, rows: list[tuple[str, Any]]) -> None:
        """Offer other rows below the first; what is chosen stays, where it is still there."""
        wanted, every = self.currentData(), self.itemText(0)
        self.clear()
        for text, value in [(every, None), *rows]:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(wanted)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Fill the list before keys can choose from it."""
        self._fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Fill the list before it is seen."""
        self._fill()
        super().showPopup()

    def _tell(self) -> None:
        self.chosen.emit()


class ListFilters(QWidget):
    """Which workshops are listed, and in which order.

    Signals:
        changed(): other ones are wanted, as `wish` says.
    """

    changed = Signal()

    def __init__(self, choices: Callable[[], Choices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._stale = True
        self._shown = _Choice(say("Which workshops"), say("All in the list"), self._fill)
        self._partnership = _Choice(say("Partnership"), say("Every partnership"), self._fill)
        self._year = _Choice(say("Year"), say("Every year"), self._fill)
        self._order = _Choice(say("Sorted by"), say("Last changed first"), self._fill)
        self._shown.offer(_states(0))
        self._order.offer(_orders())
        line = row(self, spacing=8)
        for box in self.boxes:
            line.addWidget(box)
            box.chosen.connect(self.changed)
        line.addStretch(1)

    @property
    def boxes(self) -> tuple[_Choice, ...]:
        """Return the lists in the order Tab passes through them."""
        return (self._shown, self._partnership, self._year, self._order)

    @property
    def wish(self) -> Wish:
        """Return what is wanted now."""
        return Wish(
            self._shown.currentData() or Shown.USUAL,
            self._partnership.currentData(),
            self._year.currentData(),
            self._order.currentData() or Order.TOUCHED,
        )

    @property
    def narrows(self) -> bool:
        """Return whether some workshops are left out."""
        wish = self.wish
        return (wish.shown, wish.partnership, wish.year) != (USUAL.shown, None, None)

    def ask_again(self) -> None:
        """Ask anew what there is to choose from, as after the library changed."""
        self._stale = True

    def leave_none_out(self) -> None:
        """Want every workshop of the usual list again; how they are sorted stays."""
        for box in (self._shown, self._partnership, self._year):
            box.setCurrentIndex(0)

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        found = self._choices()
        self._shown.offer(_states(found.archived))
        self._partnership.offer([(name, name) for name in found.partnerships])
        self._year.offer([(str(year), year) for year in found.years])


def _states(archived: int) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [
        (status_name(status), shown)
        for status, shown in (
            (WorkshopStatus.PREPARED, Shown.PREPARED),
            (WorkshopStatus.RUNNING, Shown.RUNNING),
            (WorkshopStatus.CLOSED, Shown.CLOSED),
        )
    ]
    return [*rows, (say("Archived ({n})", n=archived), Shown.ARCHIVED)]


def _orders() -> list[tuple[str, Any]]:
    return [
        (say("Latest day first"), Order.HELD),
        (say("By title"), Order.TITLE),
        (say("By partnership"), Order.PARTNERSHIP),
    ]
