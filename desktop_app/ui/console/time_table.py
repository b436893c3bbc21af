"""Planned against actual time for each part of the day, on the last page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop_app.application.timing import TimeRow, time_rows, total_row
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import label
from desktop_app.words.names import step_name
from desktop_app.words.speech import say
from desktop_app.words.times import minutes

_RIGHT = Qt.AlignmentFlag.AlignRight


class TimeTable(QFrame):
    """A card with a line for each part; hidden while no time was taken and none is planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        lines = column(self, spacing=8, margin=16)
        lines.addWidget(label(say("How the time went"), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        lines.addLayout(self._grid)
        self._shown: tuple[TimeRow, ...] = ()

    def show_record(self, record: WorkshopRecord) -> None:
        """Show what was planned and what was taken."""
        rows = time_rows(record)
        planned, actual = total_row(rows)
        self.setVisible(bool(planned or actual))
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._grid)
        self._line(0, say("Part"), say("Planned"), say("Taken"), "small")
        framework = record.workshop.framework
        for place, row in enumerate(rows, start=1):
            self._line(place, self._name(framework, row), self._plan(row), minutes(row.actual))
        whole = minutes(planned) if planned is not None else "–"
        self._line(len(rows) + 1, say("The whole day"), whole, minutes(actual), "strong")

    def _line(self, place: int, name: str, planned: str, actual: str, role: str = "") -> None:
        cells: tuple[QLabel, ...] = tuple(label(t, role) for t in (name, planned, actual))
        for number, cell in enumerate(cells):
            if number:
                cell.setAlignment(_RIGHT)
                cell.setWordWrap(False)
            self._grid.addWidget(cell, place, number)
        cells[0].setAccessibleDescription(
            say("Planned {planned}, taken {actual}", planned=planned, actual=actual)
        )

    def _plan(self, row: TimeRow) -> str:
        if row.planned is None:
            return "–"
        if row.added:
            return say(
                "{planned}, {added} added", planned=minutes(row.planned), added=minutes(row.added)
            )
        return minutes(row.planned)

    def _name(self, framework: Framework, row: TimeRow) -> str:
        if row.action:
            return framework.action(row.action).short_title
        return step_name(framework, row.step)
