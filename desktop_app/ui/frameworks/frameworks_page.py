"""The list of frameworks: the built-in one first, then those made here. Knows no service."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.domain.framework import Framework
from desktop_app.ui.widgets.kept_focus import kept_focus
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

from .framework_card import FrameworkCard

COLUMN_WIDTH = 1040


class FrameworksPage(QWidget):
    """Frameworks to duplicate, edit, exchange and delete.

    Signals:
        back_requested(), import_requested(), undo_requested().
        duplicate_requested(str), edit_requested(str), export_requested(str),
        delete_requested(str): a framework's id.
    """

    back_requested = Signal()
    import_requested = Signal()
    undo_requested = Signal()
    duplicate_requested = Signal(object)
    edit_requested = Signal(object)
    export_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = button(say("‹ &Home"), "quiet", hint=say("Back to the home page"))
        self._import = button(say("&Import a framework…"))
        self._notice = Notice()
        self._cards: dict[str, FrameworkCard] = {}
        self._hint = label(
            say(
                "Make a framework of your own: duplicate one, change its words, scale, statements, "
                "prompts and next steps, and choose it when you prepare a workshop."
            ),
            "soft",
        )
        self._build()
        self._back.clicked.connect(self.back_requested)
        self._import.clicked.connect(self.import_requested)
        self._notice.pressed.connect(self._undo)

    def _build(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(COLUMN_WIDTH)
        lines = column(inside, spacing=16)
        lines.setContentsMargins(32, 24, 32, 28)
        back = row()
        back.setContentsMargins(0, 0, 0, 0)
        back.addWidget(self._back)
        back.addStretch(1)
        lines.addLayout(back)
        head = row(spacing=16)
        head.addWidget(label(say("Frameworks"), "title"), 1)
        head.addWidget(self._import)
        lines.addLayout(head)
        lines.addWidget(self._hint)
        lines.addWidget(self._notice)
        self._list = column(spacing=12)
        lines.addLayout(self._list)
        lines.addStretch(1)
        outer = QWidget()
        centred = row(outer)
        centred.addStretch(1)
        centred.addWidget(inside, 1000)
        centred.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(outer)
        column(self, spacing=0).addWidget(scroll)

    # -- what is shown ----------------------------------------------------------------------

    def show_frameworks(self, frameworks: tuple[Framework, ...], built_in_id: str) -> None:
        """Show the frameworks as they are now."""
        with kept_focus(self, self._focus_first):
            self._show(frameworks, built_in_id)
        if not self._has_keys():
            self._focus_first()

    def _has_keys(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _focus_first(self) -> None:
        if self._cards:
            next(iter(self._cards.values())).first_button.setFocus()

    def _show(self, frameworks: tuple[Framework, ...], built_in_id: str) -> None:
        clear(self._list)
        self._cards = {}
        for framework in frameworks:
            card = FrameworkCard(framework, built_in=framework.id == built_in_id)
            card.duplicate_requested.connect(self.duplicate_requested)
            card.edit_requested.connect(self.edit_requested)
            card.export_requested.connect(self.export_requested)
            card.delete_requested.connect(self.delete_requested)
            self._cards[framework.id] = card
            self._list.addWidget(card)

    def card(self, framework_id: str) -> FrameworkCard:
        """Return the card of a framework; raise KeyError where it is not shown."""
        return self._cards[framework_id]

    def focus_on(self, framework_id: str) -> None:
        """Lead the keyboard to a framework."""
        if framework_id in self._cards:
            self._cards[framework_id].first_button.setFocus()

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Say in one line what has happened; `undo` offers to take it back. Empty for none."""
        self._notice.say(text, say("&Undo") if undo else "")

    def _undo(self) -> None:
        self.undo_requested.emit()
