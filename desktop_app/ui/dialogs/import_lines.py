"""How a file was read, what that means for what is shown, and which of its lines cannot be used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.answers.reading import Reading
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.answers import small_words
from desktop_app.words.speech import said_alone, say, say_count

from .mistakes_list import MistakesList


class HowItWasRead(QWidget):
    """What somebody should know of how a file was read; hidden where there is nothing.

    Signals:
        forget_wanted(): what was chosen last time for such a file shall be dropped.
    """

    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = label("", "soft")
        self._forget = button(say("&Forget that"), "link")
        self._small = label("", "problem")
        lines = column(self, spacing=6)
        told = row(spacing=12)
        told.addWidget(self._told, 1)
        told.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(told)
        lines.addWidget(self._small)
        self._forget.clicked.connect(self._ask)
        self.hide()

    def _ask(self) -> None:
        self.forget_wanted.emit()

    def show_reading(self, reading: Reading) -> None:
        """Say what there is to say."""
        small = small_words(reading)
        self._told.setText(" ".join(said_alone(one) for one in reading.told))
        self._told.setVisible(bool(reading.told))
        self._forget.setVisible(reading.choices.recalled)
        self._small.setText(small)
        self._small.setVisible(bool(small))
        self.setVisible(bool(reading.told or small))


class WrongLines(QWidget):
    """The lines that cannot be used, and whether they are left out; hidden where there is none.

    Signals:
        left_out(): whether the lines are left out was said.
    """

    left_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = label("", "problem")
        self._rest = QCheckBox(say("Import the &others and leave these out"))
        self._mistakes = MistakesList()
        lines = column(self, spacing=12)
        top = row(spacing=12)
        top.addWidget(self._wrong, 1)
        top.addWidget(self._rest)
        lines.addLayout(top)
        lines.addWidget(self._mistakes, 1)
        self._rest.toggled.connect(self._tell)

    def _tell(self, _on: bool) -> None:
        self.left_out.emit()

    @property
    def are_left_out(self) -> bool:
        """Return whether somebody said that these lines are left out."""
        return self._rest.isChecked()

    def show_reading(self, reading: Reading) -> None:
        """Show the lines of a file; nobody has said yet that they are left out."""
        self._mistakes.show_reading(reading)
        wrong = reading.mistake_count
        self._wrong.setText(
            say_count("One line cannot be used.", "{n} lines cannot be used.", wrong)
        )
        self._rest.setChecked(False)
        self._rest.setVisible(bool(wrong and reading.ballots))
        self.setVisible(bool(wrong))
