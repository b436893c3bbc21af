"""Taking back what the facilitator did, on the page where it was done, and doing it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound, RuleProblem
from desktop_app.domain.undo import OF_A_VOTE, Undo, UndoKind

from .outcome import Outcome, done

LIMIT = 50
SEEN_EVERYWHERE = frozenset({UndoKind.PEOPLE})
"""What stands on every page, so that it is taken back on every page."""

Again = Callable[[], Outcome[object]]


@dataclass(frozen=True)
class Act:
    """One act: how to take it back, the step where it was done, the time, and how to do it again.

    `where`: the step's key, "" outside of a workshop.
    """

    undo: Undo
    where: str = ""
    at: str = ""
    again: Again | None = None

    def is_at(self, where: str) -> bool:
        """Return whether this act is on the page of a step."""
        return self.where == where or self.undo.kind in SEEN_EVERYWHERE


class UndoStack:
    """The last acts that can be taken back and those that were, newest last."""

    def __init__(self) -> None:
        self._acts: list[Act] = []
        self._undone: list[Act] = []

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return the acts that can be taken back, newest last."""
        return tuple(self._acts)

    @property
    def last(self) -> Undo | None:
        """Return how the newest act of all is taken back."""
        return self._acts[-1].undo if self._acts else None

    def last_at(self, where: str) -> Act | None:
        """Return the newest act of a page, the only one of it that can be taken back next."""
        return next((act for act in reversed(self._acts) if act.is_at(where)), None)

    def undone_at(self, where: str) -> Act | None:
        """Return the act of a page that was taken back last and can be done again."""
        return next((act for act in reversed(self._undone) if act.is_at(where)), None)

    def push(self, undo: Undo, where: str = "", at: str = "", again: Again | None = None) -> None:
        """Remember an act; the oldest is forgotten past the limit."""
        act = Act(undo, where, at, again)
        self._acts = [*self._acts[-(LIMIT - 1) :], act]
        self._undone = [one for one in self._undone if not one.is_at(where)]

    def went_on(self, again: Again, where: str) -> None:
        """Take a further press at what was done last as a part of it, as in counting hands."""
        act = self.last_at(where)
        if act is not None and act.undo.kind is UndoKind.TALLY and _asks(again) == _asks(act.again):
            self._acts[self._acts.index(act)] = replace(act, again=again)

    def began_anew(self, where: str) -> None:
        """Forget what was done in earlier votes of a page: they stay once the room votes anew."""
        self._acts = [one for one in self._acts if not _is_of_vote(one, where)]
        self._undone = [one for one in self._undone if not _is_of_vote(one, where)]

    def undo(self, act: Act | None = None) -> Changes:
        """Take an act back, or the newest, and return what changed.

        An act that the laptop fails at stays to be tried again; one that cannot be taken back any
        more is forgotten, so that those before it can be.
        """
        act = act or (self._acts[-1] if self._acts else None)
        if act is None or act not in self._acts:
            return Changes.NONE
        try:
            changes = act.undo.run()
        except (RuleProblem, NotFound):
            self._acts.remove(act)
            raise
        self._acts.remove(act)
        if act.undo.again is not None or act.again is not None:
            self._undone.append(act)
        return changes

    def redo(self, act: Act) -> Outcome[object]:
        """Do again what was taken back; one that cannot be done any more is forgotten."""
        self._undone.remove(act)
        others = self._undone
        outcome: Outcome[object] = done(Changes.NONE)
        if act.undo.again is not None:
            outcome = done(act.undo.again(), act.undo)
        elif act.again is not None:
            outcome = act.again()
        if outcome.undo is not None:
            self.push(outcome.undo, act.where, act.at, act.again)
        self._undone = others
        return outcome

    def clear(self) -> None:
        """Forget everything, as when another workshop is opened."""
        self._acts.clear()
        self._undone.clear()


def _asks(again: Again | None) -> object:
    """Return which use case is asked: a ballot is never done again in place of a count."""
    return again.func if isinstance(again, partial) else None


def _is_of_vote(act: Act, where: str) -> bool:
    return act.where == where and act.undo.kind in OF_A_VOTE
