"""Labels and buttons in the product's tone; user text is always plain text."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy, QWidget

PLAIN = 0
"""Qt.TextFormat.PlainText. Naming `Qt` builds all 93 enumerations of that namespace, a tenth of a
start, and the first window has labels."""


class FirstPress:
    """Remembers when a button was pressed last.

    What gets the second press of a double click without its first was not there when it began: a
    page or a dialog has come meanwhile.
    """

    def __init__(self) -> None:
        self._at: int | None = None

    def note(self, press: QMouseEvent) -> None:
        """Remember a press."""
        self._at = press.timestamp()

    def was_here(self, second: QMouseEvent) -> bool:
        """Return whether the first press of the double click fell here as well."""
        longest = QApplication.doubleClickInterval()
        return self._at is not None and second.timestamp() - self._at <= longest


class Button(QPushButton):
    """A push button on which a double click is one press.

    Its second press is none where the first fell on what stood here before, and the one thing that
    a primary button does is never done twice by it either.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._first = FirstPress()
        self.pressed_at = 0
        """When the mouse pressed for the click that is told now; 0 where something else did."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._first.note(event)
        self.pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.pressed_at = 0

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._first.was_here(event) and self.property("kind") != "primary":
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a plain-text label with a style role."""
    made = QLabel(text)
    made.setProperty("textFormat", PLAIN)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def naming(text: str, control: QWidget, *, wrap: bool = True) -> QLabel:
    """Return a label that names a control to screen readers; its text is nobody's shortcut."""
    made = label(text.replace("&", "&&"), wrap=wrap)
    made.setBuddy(control)
    return made


def button(text: str, kind: str = "", *, hint: str = "") -> Button:
    """Return a push button; `hint` is what it does, for tool tip and screen reader."""
    made = Button(text)
    if kind:
        made.setProperty("kind", kind)
    if hint:
        made.setToolTip(hint)
        made.setAccessibleDescription(hint)
    made.setAutoDefault(False)
    return made


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it was typed, also where it looks like HTML."""
    from html import escape  # noqa: PLC0415 - brings the names of all characters with it

    return f"<p>{escape(text)}</p>"


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Return a frame with a style role."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made
