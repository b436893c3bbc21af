"""The library's workshops as rows, narrowed by what is searched for; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.listing import USUAL, Picture, Shown, Wish
from desktop_app.domain.summaries import WorkshopLines, WorkshopSummary
from desktop_app.words.dates import home_date
from desktop_app.words.speech import say
from desktop_app.words.statuses import badge_of, status_name

from .list_pictures import ListPictures

Index = QModelIndex | QPersistentModelIndex

SUMMARY = Qt.ItemDataRole.UserRole
STATUS = Qt.ItemDataRole.UserRole + 1
DETAILS = Qt.ItemDataRole.UserRole + 2
BADGE = Qt.ItemDataRole.UserRole + 3
PICTURE = Qt.ItemDataRole.UserRole + 4
_NO_PARENT = QModelIndex()


class WorkshopModel(QAbstractListModel):
    """Workshops in the order they were given.

    Roles: display is the title; SUMMARY the WorkshopSummary; STATUS, DETAILS and BADGE texts;
    PICTURE what may be shown of its actions, as far as it was read by now.
    `is_whole`: every workshop of the library was looked at for what is searched for.
    """

    is_whole = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = WorkshopLines((), _nothing)
        self._shown = self._lines
        self._wanted = ""
        self._wish = USUAL
        self._listed: dict[Wish, tuple[str, ...]] = {}
        self.pictures = ListPictures(self)
        self.pictures.came.connect(self._tell_pictures)

    def show(self, lines: WorkshopLines) -> None:
        """Take the library as it is now; what is searched for stays."""
        self._lines = lines
        self._listed = {}
        self._narrow()

    def choose(self, wish: Wish) -> None:
        """Keep the workshops that are wanted, in the order that is wanted."""
        self._wish = wish
        self._narrow()

    def narrow(self, wanted: str) -> None:
        """Keep the workshops that hold every word of `wanted`, whatever its case."""
        self._wanted = wanted
        self._narrow()

    def row_of(self, workshop_id: str) -> int:
        """Return the row of a workshop, or -1 where it is not shown."""
        return next((row for row, key in enumerate(self._shown.ids) if key == workshop_id), -1)

    def ids_of(self, rows: Sequence[int]) -> tuple[str, ...]:
        """Return the ids of some rows, without reading their lines."""
        return tuple(self._shown.ids[row] for row in rows)

    def are_archived(self, ids: Sequence[str]) -> bool:
        """Return whether every one of these is archived."""
        return not set(ids).intersection(self._lines.ids)

    @property
    def archived_shown(self) -> int:
        """Return how many of the workshops that are shown are archived."""
        usual = set(self._lines.ids)
        return sum(key not in usual for key in self._shown.ids)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many workshops are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a row."""
        text = self._texts.get(role)
        if not index.isValid() or (text is None and role != SUMMARY):
            return None
        summary = self._shown[index.row()]
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

    def picture(self, summary: WorkshopSummary) -> Picture:
        """Return what may be shown of its actions, () for none or none yet."""
        return self.pictures.picture(summary)

    def _tell_pictures(self, ids: tuple[str, ...]) -> None:
        for row in filter(lambda row: row >= 0, map(self.row_of, ids)):
            self.dataChanged.emit(self.index(row), self.index(row), [PICTURE])

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

    _texts: ClassVar[dict[int, Callable[[WorkshopModel, WorkshopSummary], object]]] = {
        Qt.ItemDataRole.DisplayRole: _title,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
        STATUS: status,
        DETAILS: details,
        BADGE: badge,
        PICTURE: picture,
    }

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = self._matching(self._wanted.casefold().split())
        self.endResetModel()

    def _matching(self, words: list[str]) -> WorkshopLines:
        """Return the lines that are wanted and hold the words."""
        self.is_whole = True
        finder = self._lines.finder
        if finder is None:  # the library is only glanced at, as yet
            return self._read_through(words) if words else self._lines
        if not words:
            return self._lines if self._wish == USUAL else self._lines.only(self._ids(self._wish))
        found = finder.find(self._wanted)
        self.is_whole = found.whole
        wish = replace(self._wish, archived_too=self._wish.shown is Shown.USUAL)
        return self._lines.only([key for key in self._ids(wish) if key in found.ids])

    def _ids(self, wish: Wish) -> tuple[str, ...]:
        """Return the workshops that are wanted; asked once as somebody types."""
        finder = self._lines.finder
        if wish not in self._listed and finder is not None:
            self._listed[wish] = finder.ids(wish)
        return self._listed.get(wish, ())

    def _read_through(self, words: list[str]) -> WorkshopLines:
        both = zip(self._lines.ids, self._lines, strict=True)
        return self._lines.only([key for key, one in both if _has(one, words)])


def _has(summary: WorkshopSummary | None, words: list[str]) -> bool:
    return summary is not None and _holds(summary, words)


def _holds(summary: WorkshopSummary, words: list[str]) -> bool:
    day = home_date(summary.held_on) if summary.held_on else ""
    text = f"{summary.title} {summary.partnership} {day}".casefold()
    return all(word in text for word in words)


def _nothing(_ids: Sequence[str]) -> Mapping[str, WorkshopSummary]:
    return {}
