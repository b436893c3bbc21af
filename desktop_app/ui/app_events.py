"""The only bus between use cases and views."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError

from . import tasks

if TYPE_CHECKING:
    from desktop_app.application.outcome import Outcome
    from desktop_app.application.undo import Act, UndoStack

T = TypeVar("T")


class AppEvents(QObject):
    """Carry what changed and what failed to whoever shows it.

    Signals:
        changed(Outcome): a use case changed these kinds of thing, or touched this vote.
        failed(AppError): a use case could not do its work; one sentence says why.
        busy(bool): long work began while there was none, or the last of it ended.
        copied(): the text for an e-mail is on the clipboard.
        undo_changed(): another act, or none, can be taken back now.
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(object)
    copied = Signal()
    undo_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._working = 0
        self.place = ""
        """The key of the step that is shown; acts are taken back where they were done."""

    @cached_property
    def undo_stack(self) -> UndoStack:
        """Return what can be taken back; made when first asked for, after the first paint."""
        from desktop_app.application.undo import UndoStack  # noqa: PLC0415

        return UndoStack()

    def run(self, use_case: Callable[..., Outcome[T]], *args: object) -> Outcome[T] | None:
        """Run a use case and tell what changed; tell the failure and return None instead."""
        try:
            outcome = use_case(*args)
        except AppError as error:
            self.tell_failure(error)
            return None
        self.announce(outcome, partial(use_case, *args))
        return outcome

    def run_in_background(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do long work in the pool, saying so while it lasts; call `done` on the main thread."""
        tasks.run_in_background(work, done, self.tell_failure, self._count_work)

    def tell_failure(self, error: AppError) -> None:
        """Tell in one place what could not be done."""
        self.failed.emit(error)

    def tell_copied(self) -> None:
        """Tell that the text for an e-mail is on the clipboard."""
        self.copied.emit()

    def _count_work(self, begun: bool) -> None:
        before = self._working
        self._working += 1 if begun else -1
        if not (before and self._working):
            self.busy.emit(begun)

    def announce(self, outcome: Outcome[T], again: Callable[[], Outcome[T]] | None = None) -> None:
        """Remember how to take a finished use case back and do it again; tell what it changed."""
        if outcome.anew:
            self.undo_stack.began_anew(self.place)
            self.undo_changed.emit()
        if outcome.undo is not None:
            self.undo_stack.push(outcome.undo, self.place, _clock(), again)
            self.undo_changed.emit()
        elif again is not None and outcome.changes & Changes.BALLOTS:
            self.undo_stack.went_on(again, self.place)
        if outcome.changes is not Changes.NONE:
            self.changed.emit(outcome)

    def undo_here(self) -> None:
        """Take back what was done last on the page that is shown."""
        act = self.undo_stack.last_at(self.place)
        if act is not None:
            self.undo(act)

    def redo_here(self) -> None:
        """Do again what was taken back last on the page that is shown."""
        act = self.undo_stack.undone_at(self.place)
        if act is not None:
            self._follow_undo(partial(self.undo_stack.redo, act))

    def undo(self, act: Act | None = None) -> None:
        """Take an act back, or the last, and tell what changed."""
        from desktop_app.application.outcome import done  # noqa: PLC0415 - brings the domain along

        self._follow_undo(lambda: done(self.undo_stack.undo(act)))

    def _follow_undo(self, change: Callable[[], Outcome[object]]) -> None:
        """Take back or do again, and tell what can be now and what changed."""
        try:
            outcome = change()
        except AppError as error:
            self.undo_changed.emit()
            self.tell_failure(error)
            return
        self.undo_changed.emit()
        if outcome.changes is not Changes.NONE:
            self.changed.emit(outcome)

    def forget_undo(self) -> None:
        """Forget what could be taken back, as when another workshop is opened."""
        self.undo_stack.clear()
        self.undo_changed.emit()


def _clock() -> str:
    from desktop_app.words.times import time_now  # noqa: PLC0415 - after the first paint

    return time_now()
