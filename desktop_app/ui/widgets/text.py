"""Labels and buttons in the product's tone; user text is always plain text."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

PLAIN = 0
"""Qt.TextFormat.PlainText. Naming `Qt` builds all 93 enumerations of that namespace, a tenth of a
start, and the first window has labels."""


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


def button(text: str, kind: str = "", *, hint: str = "") -> QPushButton:
    """Return a push button; `hint` is what it does, for tool tip and screen reader."""
    made = QPushButton(text)
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
