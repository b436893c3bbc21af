"""Shows what would be told of a problem before it is kept as a file; nothing is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class ReportDialog(Question):
    """The text of the report; the answer is the text, to be kept as a file."""

    TOPIC = "report"
    WIDTH = 760

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent, say("Report a problem"))
        self._text = QPlainTextEdit(text)
        self._copy = button(say("&Copy"))
        self._build()
        self._copy.clicked.connect(self._copy_text)
        self._save, _ = self.add_buttons(say("&Save as a file…"), say("Close"), beside=self._copy)

    def _build(self) -> None:
        self.body.addWidget(
            label(
                say(
                    "This is what would help whoever looks into the problem. It holds no titles, no"
                    " names, no notes and no votes. You may change it. Nothing is sent: save it,"
                    " and send the file yourself with a sentence on what happened."
                )
            )
        )
        self._text.setAccessibleName(say("The report"))
        self._text.setMinimumHeight(320)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.addWidget(self._text, 1)
        self._copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def answer(self) -> str:
        """Return the text as it stands."""
        return self._text.toPlainText()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.answer())
        self._copy.setText(say("Copied"))
