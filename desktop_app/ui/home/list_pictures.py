"""The small pictures of the list: which are known, and which shall be read once scrolling rests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.listing import Picture
from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary

REST_MS = 120
AT_ONCE = 12
"""How many are read in one go, which the window hardly notices."""
MOST_WANTED, MOST_KEPT = 40, 1_000


class ListPictures(QObject):
    """Pictures by workshop and the point at which it stood; rows that were passed are not read.

    Signals:
        wanted(tuple): the ids of workshops whose pictures are looked for.
        came(tuple): the ids of those that are known now.
    """

    wanted = Signal(object)
    came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, tuple[datetime, Picture]] = {}
        self._looked_for: dict[str, datetime] = {}
        self._asked: dict[str, datetime] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)

    def picture(self, line: WorkshopSummary) -> Picture:
        """Return a workshop's picture, () for none; one that is not known yet is looked for."""
        stood, picture = self._known.get(line.id, (None, ()))
        if stood == line.updated_at:
            return picture
        if line.status is not WorkshopStatus.PREPARED and not line.is_rehearsal:
            self._look_for(line)
        return ()

    def show(self, found: Mapping[str, Picture]) -> None:
        """Take the pictures that were asked for, then ask for what is looked for still."""
        for key, picture in found.items():
            stood = self._asked.pop(key, None)
            if stood is not None:
                self._known.pop(key, None)
                self._known[key] = stood, picture
        while len(self._known) > MOST_KEPT:
            del self._known[next(iter(self._known))]
        self.came.emit(tuple(found))
        self._ask()

    def leave(self) -> None:
        """Give up what was asked for: it is looked for again once its row is seen."""
        self._asked.clear()

    def _look_for(self, line: WorkshopSummary) -> None:
        if line.updated_at in (self._asked.get(line.id), self._looked_for.get(line.id)):
            return
        self._looked_for[line.id] = line.updated_at
        while len(self._looked_for) > MOST_WANTED:
            del self._looked_for[next(iter(self._looked_for))]
        self._rest.start()

    def _ask(self) -> None:
        """Ask for those that were looked at last; the others have their turn after that."""
        keys = tuple(self._looked_for)[-AT_ONCE:]
        if keys and not self._asked:
            self._asked = {key: self._looked_for.pop(key) for key in keys}
            self.wanted.emit(keys)
