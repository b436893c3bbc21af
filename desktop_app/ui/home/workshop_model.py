"""The library's workshops as rows, narrowed by what is searched for; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.summaries import WorkshopLines, WorkshopSummary
from desktop_app.words.dates import home_date
from desktop_app.words.speech import say
from desktop_app.words.statuses import badge_of, status_name

Index = QModelIndex | QPersistentModelIndex

SUMMARY = Qt.ItemDataRole.UserRole
STATUS = Qt.ItemDataRole.UserRole + 1
DETAILS = Qt.ItemDataRole.UserRole + 2
BADGE = Qt.ItemDataRole.UserRole + 3
_NO_PARENT = QModelIndex()


class WorkshopModel(QAbstractListModel):
    """Workshops in the order they were given.

    Roles: display is the title; SUMMARY the WorkshopSummary; STATUS, DETAILS and BADGE texts.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = WorkshopLines((), _nothing)
        self._shown: Sequence[int] = ()
        self._wanted = ""

    def show(self, lines: WorkshopLines) -> None:
        """Take the library as it is now; what is searched for stays."""
        self._lines = lines
        self._narrow()

    def narrow(self, wanted: str) -> None:
        """Keep the workshops that hold every word of `wanted`, whatever its case."""
        self._wanted = wanted
        self._narrow()

    def row_of(self, workshop_id: str) -> int:
        """Return the row of a workshop, or -1 where it is not shown."""
        ids = self._lines.ids
        return next((row for row, at in enumerate(self._shown) if ids[at] == workshop_id), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many workshops are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a row."""
        text = self._texts.get(role)
        if not index.isValid() or (text is None and role != SUMMARY):
            return None
        summary = self._lines[self._shown[index.row()]]
        return summary if text is None or summary is None else text(self, summary)

    def status(self, summary: WorkshopSummary) -> str:
        """Return the status in words."""
        return status_name(summary.status)

    def details(self, summary: WorkshopSummary) -> str:
        """Return partnership and date, as far as they are known."""
        day = home_date(summary.held_on) if summary.held_on else say("No date yet")
        return " · ".join(part for part in (summary.partnership, day) if part)

    def badge(self, summary: WorkshopSummary) -> str:
        """Return the mark of a rehearsal or a sample, or nothing."""
        return badge_of(summary)

    def _spoken(self, summary: WorkshopSummary) -> str:
        parts = (
            summary.title,
            self.badge(summary),
            self.status(summary),
            self.details(summary),
        )
        return ", ".join(part for part in parts if part)

    def _title(self, summary: WorkshopSummary) -> str:
        return summary.title

    _texts: ClassVar[dict[int, Callable[[WorkshopModel, WorkshopSummary], str]]] = {
        Qt.ItemDataRole.DisplayRole: _title,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
        STATUS: status,
        DETAILS: details,
        BADGE: badge,
    }

    def _narrow(self) -> None:
        words = self._wanted.casefold().split()
        every = range(len(self._lines))
        self.beginResetModel()
        self._shown = [at for at in every if self._holds(at, words)] if words else every
        self.endResetModel()

    def _holds(self, at: int, words: list[str]) -> bool:
        summary = self._lines[at]
        return summary is not None and _holds(summary, words)


def _holds(summary: WorkshopSummary, words: list[str]) -> bool:
    day = home_date(summary.held_on) if summary.held_on else ""
    text = f"{summary.title} {summary.partnership} {day}".casefold()
    return all(word in text for word in words)


def _nothing(_ids: Sequence[str]) -> Mapping[str, WorkshopSummary]:
    return {}
