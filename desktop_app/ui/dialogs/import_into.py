"""What becomes of a file's answers: a workshop of their own, or said beforehand in another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.answers.reading import Reading
from desktop_app.application.beforehand import Beforehand
from desktop_app.domain.errors import AppError
from desktop_app.domain.summaries import WorkshopSummary
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.beforehand import beforehand_size, beforehand_told
from desktop_app.words.dates import short_date
from desktop_app.words.speech import said, said_alone, say

MOST = 30
"""Prepared workshops that are offered, the last touched first."""


class ImportInto(QWidget):
    """A list that folds; hidden while no workshop is prepared.

    Signals:
        chosen(): something else shall become of the file.
    """

    chosen = Signal()

    def __init__(self, beforehand: Beforehand | None, wanted: str = "") -> None:
        super().__init__()
        self._beforehand = beforehand
        self._record: WorkshopRecord | None = None
        self._box = QComboBox()
        self._field = Field(say("&What becomes of it"), self._box)
        self._told = label("", "soft")
        self._told.hide()
        lines = column(self, spacing=6)
        lines.addWidget(self._field)
        lines.addWidget(self._told)
        self._offer(beforehand.waiting()[:MOST] if beforehand is not None else ())
        self._box.activated.connect(self._choose)
        self._box.setCurrentIndex(max(0, self._box.findData(wanted)))
        self._choose()

    def _offer(self, waiting: tuple[WorkshopSummary, ...]) -> None:
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(24)
        self._box.addItem(say("A new workshop"), "")
        for one in waiting:
            day = short_date(one.held_on) if one.held_on else ""
            about = " · ".join(part for part in (one.title, day) if part)
            self._box.addItem(say("Into “{workshop}”, as said beforehand", workshop=about), one.id)
        self.setVisible(bool(waiting))

    @property
    def workshop(self) -> Workshop | None:
        """Return the workshop that the answers shall come into; None for one of their own."""
        return self._record.workshop if self._record is not None else None

    def _choose(self, _index: int = 0) -> None:
        wanted = str(self._box.currentData())
        self._record = None
        try:
            if wanted and self._beforehand is not None:
                self._record = self._beforehand.record(wanted)
        except AppError as error:
            self._box.setCurrentIndex(0)
            self._say(said(error))
        else:
            self._say("")
        self.chosen.emit()

    def show_reading(self, reading: Reading) -> None:
        """Say what becomes of the file's partners, and of answers that are there already."""
        if self._record is None:
            return
        lines = [
            say(
                "They stand beside the room’s votes, marked “Beforehand”, and count in no level or"
                " advice."
            )
        ]
        if self._record.before:
            size = beforehand_size(self._record)
            lines.insert(0, say("These take the place of what is there: {size}.", size=size))
        lines += map(said_alone, beforehand_told(reading, self._record.workshop))
        self._say(" ".join(lines))

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
