"""Taking back what the facilitator did last; the window only shows the label."""

from __future__ import annotations

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound, RuleProblem
from desktop_app.domain.undo import Undo

LIMIT = 50


class UndoStack:
    """The last acts that can be taken back, newest last."""

    def __init__(self) -> None:
        self._acts: list[Undo] = []

    @property
    def acts(self) -> tuple[Undo, ...]:
        """Return the acts, newest last."""
        return tuple(self._acts)

    @property
    def last(self) -> Undo | None:
        """Return the act that would be taken back next."""
        return self._acts[-1] if self._acts else None

    def push(self, act: Undo) -> None:
        """Remember an act; the oldest is forgotten past the limit."""
        self._acts = [*self._acts[-(LIMIT - 1) :], act]

    def undo(self) -> Changes:
        """Take the last act back and return what changed.

        An act that the laptop fails at stays to be tried again; one that cannot be taken back any
        more is forgotten, so that those before it can be.
        """
        if not self._acts:
            return Changes.NONE
        try:
            changes = self._acts[-1].run()
        except (RuleProblem, NotFound):
            self._acts.pop()
            raise
        self._acts.pop()
        return changes

    def clear(self) -> None:
        """Forget everything, as when another workshop is opened."""
        self._acts.clear()
