"""What was said beforehand, on the prepare page: brought in, taken out, brought back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.application.outcome import Outcome
from desktop_app.application.services import Services
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.domain.undo import UndoKind
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.home.prepare_beforehand import BeforehandLine


class SayingBeforehand(QObject):
    """The use cases behind a line of the prepare page.

    Signals:
        wanted(str): answers for this workshop shall be chosen.
    """

    wanted = Signal(object)

    def __init__(
        self, line: BeforehandLine, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._line, self._events, self._services = line, events, services
        self._workshop_id = ""
        line.wanted.connect(self._ask)
        line.removed.connect(self._remove)
        line.brought_back.connect(self._undo)
        events.changed.connect(self._follow)

    def show(self, workshop_id: str) -> None:
        """Show what there is of a workshop, "" for one that is not made yet."""
        self._workshop_id = workshop_id
        self._refresh()

    def _refresh(self) -> None:
        record = None
        try:
            if self._workshop_id:
                record = self._services.workshops.record(self._workshop_id)
        except AppError:
            self._workshop_id = ""  # it was deleted meanwhile
        last = self._events.undo_stack.last
        can_undo = last is not None and last.kind is UndoKind.BEFOREHAND
        self._line.show_record(record, can_undo=can_undo)

    def _follow(self, outcome: Outcome[object]) -> None:
        if self._workshop_id and outcome.changes & Changes.ROUND:
            self._refresh()

    def _ask(self) -> None:
        self.wanted.emit(self._workshop_id)

    def _remove(self) -> None:
        self._events.run(self._services.beforehand.remove, self._workshop_id)

    def _undo(self) -> None:
        self._events.undo()
        self._refresh()
