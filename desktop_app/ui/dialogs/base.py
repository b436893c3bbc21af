"""What all questions share: a heading, a body, a line of buttons; gone from memory when closed.

A question is asked with `ask(parent, ..., answered)`, where `answered` is a bound method of a
QObject. It is called with the answer and, if it takes a second argument, with the `subject` the
question was about, so that nobody needs a lambda to remember it. Closing without an answer calls
nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label


class Question(QDialog):
    """A small window over `parent` that wants an answer.

    Signals:
        answered(object, object): the answer, and the subject it was asked about.
    """

    answered = Signal(object, object)
    WIDTH = 520

    def __init__(self, parent: QWidget | None, title: str, subject: object = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(self.WIDTH)
        self._heading = label("", "heading")
        self.body = self._build_frame()
        self.set_heading(title)

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
        body = column(spacing=14)
        self._lines.addLayout(body)
        return body

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

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the words when they are first seen."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as the words need at this width; call again when there are more of them."""
        fit_to_words(self, self._lines, max(self.WIDTH, self.width()))

    def answer(self) -> object:
        """Return what the person has answered; yes, unless a question asks for more."""
        return True

    def accept(self) -> None:
        """Close, then give the answer: what it sets off may open the next question."""
        answer, subject = self.answer(), self._subject
        super().accept()
        self.answered.emit(answer, subject)


def fit_to_words(window: QWidget, lines: QVBoxLayout, width: int) -> None:
    """Make a window as high as its layout needs at this width, and never lower than that."""
    height = lines.totalHeightForWidth(width)
    window.setMinimumHeight(height)
    window.resize(width, height)
