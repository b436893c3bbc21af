"""The only bus between use cases and views."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.application.outcome import Outcome
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError

T = TypeVar("T")


class AppEvents(QObject):
    """Carry what changed and what failed to whoever shows it.

    Signals:
        changed(Changes): a use case touched these kinds of thing.
        failed(AppError): a use case could not do its work; one sentence says why.
        busy(str): a long piece of work began (its name) or ended ("").
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(object)

    def run(self, use_case: Callable[[], Outcome[T]]) -> Outcome[T] | None:
        """Run a use case and tell what changed; tell the failure and return None instead."""
        try:
            outcome = use_case()
        except AppError as error:
            self.failed.emit(error)
            return None
        if outcome.changes is not Changes.NONE:
            self.changed.emit(outcome.changes)
        return outcome
