"""What all questions share: a heading, a body, a line of buttons; gone from memory when closed.

A question is asked with `ask(parent, ..., answered)`, where `answered` is a bound method of a
QObject. It is called with the answer and, if it takes a second argument, with the `subject` the
question was about, so that nobody needs a lambda to remember it. Closing without an answer calls
nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.widgets.enter_keys import EnterKeys
from desktop_app.ui.widgets.help_keys import HelpKeys
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.scrolling import Scrolling
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

TITLE_BAR = 40
"""Pixels above a window that its screen must have room for as well."""


class Question(QDialog):
    """A small window over `parent` that wants an answer.

    Signals:
        answered(object, object): the answer, and the subject it was asked about.
    """

    answered = Signal(object, object)
    WIDTH = 520
    TOPIC: str
    """The part of the guide that helps here: a heading's key, or AT_HAND."""
    LISTS_KEYS = True

    def __init__(self, parent: QWidget | None, title: str, subject: object = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(self.WIDTH)
        self._heading = label("", "heading")
        self._scrolls = False
        self.body = self._build_frame()
        self.set_heading(title)
        self.help_keys = HelpKeys(self, self.TOPIC, lists_keys=self.LISTS_KEYS)
        EnterKeys(self)

    def set_heading(self, title: str) -> None:
        """Say what is asked, in the window and in its title bar."""
        self._heading.setText(title)
        self.setWindowTitle(title)

    def _build_frame(self) -> QVBoxLayout:
        self._lines = column(self, spacing=20)
        self._lines.setContentsMargins(28, 24, 28, 22)
        # Left to itself a layout asks for the height that wrapped words need in a narrow window.
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lines.addWidget(self._heading)
        self._inner = QWidget()
        self._lines.addWidget(self._inner)
        return column(self._inner, spacing=14)

    def add_below(self, lines: QLayout) -> None:
        """Add what stays in sight above the buttons where the body has to scroll."""
        self._lines.addLayout(lines)

    def add_buttons(
        self, accept: str, cancel: str, kind: str = "primary", *, beside: QWidget | None = None
    ) -> tuple[QPushButton, QPushButton]:
        """Add the line of buttons; return the one that answers and the one that does not.

        `beside` has the room at their left.
        """
        yes, no = button(accept, kind), button(cancel)
        yes.setDefault(True)
        yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        line = row(spacing=12)
        if beside is None:
            line.addStretch(1)
        else:
            line.addWidget(beside, 1)
        line.addWidget(no)
        line.addWidget(yes)
        self._lines.addLayout(line)
        return yes, no

    def add_close(self) -> None:
        """Add the one button of a window that only tells something, and give it the keys."""
        close = button(say("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = row()
        line.addStretch(1)
        line.addWidget(close)
        self._lines.addLayout(line)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the words when they are first seen."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as the words need at this width; call again when there are more of them."""
        room = room_for(self)
        width = min(max(self.WIDTH, self.width()), room.width())
        self.setMinimumWidth(min(self.WIDTH, room.width()))
        if self._scrolls or self._lines.totalHeightForWidth(width) > room.height():
            self._let_scroll()
            self.setMinimumHeight(room.height())
            self.resize(width, room.height())
        else:
            fit_to_words(self, self._lines, width)
        keep_on_screen(self)

    def _let_scroll(self) -> None:
        """Let what is asked scroll, so that the buttons below it stay on the screen."""
        if not self._scrolls:
            self._scrolls, held = True, self.focusWidget()
            self._lines.insertWidget(self._lines.indexOf(self._inner), Scrolling(self._inner), 1)
            if held is not None and self._inner.isAncestorOf(held):
                QTimer.singleShot(0, held.setFocus)  # it lost the keys, and is not shown yet

    def answer(self) -> object:
        """Return what the person has answered; yes, unless a question asks for more."""
        return True

    def accept(self) -> None:
        """Close, then give the answer: what it sets off may open the next question."""
        answer, subject = self.answer(), self._subject
        super().accept()
        self.answered.emit(answer, subject)


def room_for(window: QWidget) -> QSize:
    """Return what the screen of a window has room for, below a title bar."""
    return window.screen().availableGeometry().size() - QSize(0, TITLE_BAR)


def fit_to_words(window: QWidget, lines: QVBoxLayout, width: int) -> None:
    """Make a window as high as its layout needs at this width, and never lower than that.

    No window is higher than its screen.
    """
    height = min(lines.totalHeightForWidth(width), room_for(window).height())
    window.setMinimumHeight(height)
    window.resize(width, height)


def keep_on_screen(window: QWidget) -> None:
    """Move a window as far as it takes to lie on its screen, title bar and all."""
    room, place = window.screen().availableGeometry(), window.geometry()
    top = max(room.top() + TITLE_BAR, min(place.top(), room.bottom() + 1 - place.height()))
    left = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    if (left, top) != (place.left(), place.top()):
        window.move(window.pos() + QPoint(left - place.left(), top - place.top()))
