"""What a break or an item of one's own is called, and what the room reads of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.domain.agenda import MAX_ITEM_TEXT, MAX_ITEM_TITLE, AgendaItem
from desktop_app.domain.agenda_edits import is_added, kind_of
from desktop_app.domain.steps import StepKind
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column
from desktop_app.words.speech import say

from .agenda_picture import PictureLine

TEXT_HEIGHT = 92


class ItemForm(QWidget):
    """The words of the chosen item; hidden for any that has none of its own.

    Signals:
        worded(AgendaItem): it has other words now.
    """

    worded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: AgendaItem | None = None
        self.title = QLineEdit()
        self.title.setMaxLength(MAX_ITEM_TITLE)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.picture = PictureLine()
        self._build()
        self.title.textEdited.connect(self._tell)
        self.text.textChanged.connect(self._tell)
        self.picture.changed.connect(self._tell)
        self.hide()

    def _build(self) -> None:
        lines = column(self, spacing=12)
        lines.addWidget(Field(say("What it is called"), self.title))
        hint = say(
            "At most {limit} characters, to be read from the back row. A title alone is fine.",
            limit=MAX_ITEM_TEXT,
        )
        self._text_field = Field(say("What the room reads on the stage"), self.text, hint)
        lines.addWidget(self._text_field)
        lines.addWidget(self.picture)

    def show_item(self, item: AgendaItem | None) -> None:
        """Show an item's words, or nothing for a step of the framework."""
        self._item = None  # what is shown now was not typed
        own = item is not None and is_added(item)
        self.setVisible(own)
        if item is not None and own:
            self._show_kind(item)
            if self.title.text() != item.title:
                self.title.setText(item.title)
            if self.text.toPlainText() != item.text:
                self.text.setPlainText(item.text)
            if (self.picture.picture, self.picture.alt.text()) != (item.picture, item.alt):
                self.picture.show_picture(item.picture, item.alt)
            self._item = item

    def _show_kind(self, item: AgendaItem) -> None:
        """Offer text or picture for an own item; a break has neither."""
        own = kind_of(item) is StepKind.OWN
        self.picture.setVisible(own)
        self._text_field.setVisible(own and not item.picture)

    def _tell(self) -> None:
        if self._item is not None:
            self._item = replace(
                self._item,
                title=self.title.text(),
                text=self.text.toPlainText(),
                picture=self.picture.picture,
                alt=self.picture.alt.text(),
            )
            self._show_kind(self._item)
            self.worded.emit(self._item)
