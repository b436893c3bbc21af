"""Fields of the editor: each writes one place of the draft and says what is wrong as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from desktop_app.domain.framework_rules import Place
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.text import plain_tip

_MOST_LINES = 7
_KEY = Qt.ItemDataRole.UserRole


class LiveField(Field):
    """A field that writes to a place.

    Signals:
        edited(Place, object): the person changed the value.
    """

    edited = Signal(object, object)

    def __init__(self, place: Place, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__(name, control, hint)
        self.place = place

    def say(self, sentence: str) -> None:
        """Say what is wrong without taking the keyboard; empty for nothing."""
        if sentence == self.problem.text():
            return
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)


class LineField(LiveField):
    """A text of one line; Ctrl+Z works in it."""

    def __init__(self, place: Place, name: str, text: str, hint: str = "") -> None:
        self._line = QLineEdit(text)
        super().__init__(place, name, self._line, hint)
        self._line.setCursorPosition(0)
        self._line.textEdited.connect(self._tell)

    def _tell(self, text: str) -> None:
        self.edited.emit(self.place, text)


class TextField(LiveField):
    """A text of several lines, kept as one; Ctrl+Z works in it."""

    def __init__(self, place: Place, name: str, text: str, hint: str = "", lines: int = 2) -> None:
        self._text = QPlainTextEdit(text)
        super().__init__(place, name, self._text, hint)
        self._least = lines
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._text.textChanged.connect(self._tell)
        self._fit()

    def _tell(self) -> None:
        self.edited.emit(self.place, self._text.toPlainText())

    def _fit(self) -> None:
        """Be as high as the words need, within reason."""
        shown = round(self._text.document().size().height())  # in lines, for a plain text
        lines = min(max(self._least, shown), _MOST_LINES)
        margin = 2 * round(self._text.document().documentMargin()) + 16
        policy = Qt.ScrollBarPolicy
        self._text.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if shown > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        height = lines * QFontMetrics(self._text.font()).lineSpacing() + margin
        if height != self._text.height():
            self._text.setFixedHeight(height)


class ChoiceField(LiveField):
    """One of a few values, from a list that folds."""

    def __init__(
        self, place: Place, name: str, choices: Sequence[tuple[object, str]], value: object
    ) -> None:
        self._box = QComboBox()
        super().__init__(place, name, self._box)
        self._values = [choice for choice, _ in choices]
        self._box.addItems([word for _, word in choices])
        self._box.setCurrentIndex(self._values.index(value))
        self._box.setMaximumWidth(320)
        self._box.activated.connect(self._tell)

    def _tell(self, index: int) -> None:
        self.edited.emit(self.place, self._values[index])


class Tick(NamedTuple):
    """What can be ticked: its key, what it is called, and what stands behind it."""

    key: str
    text: str
    tip: str


class TicksField(LiveField):
    """Keys of other parts, ticked in a list."""

    def __init__(
        self, place: Place, name: str, ticks: Sequence[Tick], chosen: Sequence[str], hint: str
    ) -> None:
        self._list = QListWidget()
        super().__init__(place, name, self._list, hint)
        self._chosen = tuple(chosen)
        self._list.setProperty("role", "ticks")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for tick in ticks:
            self._list.addItem(_item(tick, ticked=tick.key in chosen))
        self._list.setFixedHeight(min(max(len(ticks), 2), 5) * 30 + 12)
        self._show_first_tick()
        self._list.itemChanged.connect(self._tell)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _show_first_tick(self) -> None:
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        if ticked:
            self._list.scrollToItem(ticked[0], QListWidget.ScrollHint.PositionAtTop)

    def _tell(self) -> None:
        ticked = {i.data(_KEY) for i in self._items() if i.checkState() is Qt.CheckState.Checked}
        kept = [key for key in self._chosen if key in ticked]
        new = [i.data(_KEY) for i in self._items() if i.data(_KEY) in ticked - set(kept)]
        self._chosen = (*kept, *new)
        self.edited.emit(self.place, self._chosen)


def _item(tick: Tick, *, ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(" ".join(tick.text.split()) or tick.key)
    item.setData(_KEY, tick.key)
    item.setToolTip(plain_tip(tick.tip[:300]))
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item
