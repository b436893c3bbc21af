"""Two workshops beside one another: which statements may be compared, and what may be said of each.

First vote with first vote, both from before the room talked. Reads only what each workshop's own
view shows, so that it can tell nothing that the two together do not. The words of each statement
are `change`'s; no word depends on which other statements were asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from desktop_app.domain.earlier import Earlier, EarlierStatement, EarlierVote
from desktop_app.domain.remembered import remembered
from desktop_app.domain.results import Flag, Result
from desktop_app.domain.workshop import WorkshopRecord

from .change import Change, Drift, Shift, compared, drift_of, shift_of
from .earlier import earlier_of, result_then
from .parts_alike import parts_alike

_LUCKY: Final = 50
"""Of so many statements in which nothing changed, about one is called moved."""


class Reason(Enum):
    """Why a statement is not compared."""

    REWORDED = "reworded"
    RESCALED = "rescaled"
    ADDED = "added"
    DROPPED = "dropped"
    NOT_THEN = "not_then"
    NOT_NOW = "not_now"
    HIDDEN_THEN = "hidden_then"
    HIDDEN_NOW = "hidden_now"


class ActionWord(Enum):
    """What may be said of an action, from the words of its statements."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"
    SAME = "same"
    UNSURE = "unsure"


class Luck(Enum):
    """How many of a day's moves luck alone may have made."""

    NOTHING_MOVED = "nothing_moved"
    CAN_BE_LUCK = "can_be_luck"
    MORE_THAN_LUCK = "more_than_luck"


@dataclass(frozen=True, slots=True)
class PartMove:
    """What may be said of one part of the room, by the names in it; words only, never counts."""

    names: tuple[str, ...]
    shift: Shift
    drift: Drift


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One statement then and now: what may be said, or why nothing is.

    `then` and `now` are what may be drawn, also of one that is not compared for want of the other.
    """

    key: str
    action_id: str
    name: str
    then: Result | None
    now: Result | None
    change: Change | None = None
    reason: Reason | None = None
    asked_otherwise: bool = False
    many_cannot_say: bool = False
    parts: tuple[PartMove, ...] = ()

    @property
    def few(self) -> tuple[bool, bool]:
        """Return whether there were too few ratings to show then, and now."""
        return self.reason is Reason.HIDDEN_THEN, self.reason is Reason.HIDDEN_NOW

    @property
    def shift(self) -> Shift | None:
        """Return the level's word, None where nothing is compared."""
        return self.change.shift if self.change else None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements have which word; `of` were compared."""

    of: int
    up: int
    down: int
    same: int
    unsure: int
    closer: int
    apart: int

    @property
    def moved(self) -> int:
        """Return how many moved, up or down."""
        return self.up + self.down

    @property
    def by_luck(self) -> int:
        """Return how many moves luck alone may make."""
        return (self.of + _LUCKY - 1) // _LUCKY

    @property
    def luck(self) -> Luck:
        """Return what to make of the number of moves."""
        if not self.moved:
            return Luck.NOTHING_MOVED
        return Luck.CAN_BE_LUCK if self.moved <= self.by_luck else Luck.MORE_THAN_LUCK


@dataclass(frozen=True, slots=True)
class ActionMoves:
    """An action with its statements of today; `counted` has those that are compared."""

    action_id: str
    title: str
    statements: tuple[ThenAndNow, ...]
    counted: Counted

    @property
    def word(self) -> ActionWord:
        """Return the action's word, by more than half of all its statements of today."""
        return action_word(self.counted, len(self.statements))


@dataclass(frozen=True, slots=True)
class DayMoves:
    """All actions of `now` in their order, and the statements that are no longer asked.

    `then`, `now`: what the two workshops show. `parts`: the words of parts of the room, counted on
    their own.
    """

    then: Earlier
    now: Earlier
    actions: tuple[ActionMoves, ...]
    dropped: tuple[ThenAndNow, ...]
    counted: Counted
    parts: Counted

    @property
    def statements(self) -> tuple[ThenAndNow, ...]:
        """Return today's statements in their order."""
        return tuple(one for action in self.actions for one in action.statements)


@remembered
def comparisons(record: WorkshopRecord) -> tuple[DayMoves, ...]:
    """Return a workshop beside the one before, that one beside the one before it, and so on.

    Pretend ballots are compared with nothing.
    """
    workshop = record.workshop
    if workshop.is_rehearsal or not workshop.earlier:
        return ()
    days = (earlier_of(record), *workshop.earlier)
    return tuple(day_moves(then, now) for now, then in pairwise(days))


def day_moves(then: Earlier, now: Earlier) -> DayMoves:
    """Return what may be said of a workshop's statements beside those of an earlier one."""
    rows = [_row(then, now, one) for one in now.statements]
    asked = {one.id for one in now.statements}
    mine = {
        action.id: tuple(row for row in rows if row.action_id == action.id)
        for action in now.actions
    }
    return DayMoves(
        then=then,
        now=now,
        actions=tuple(
            ActionMoves(action.id, action.short_title, mine[action.id], _counted(mine[action.id]))
            for action in now.actions
        ),
        dropped=tuple(_dropped(then, one) for one in then.statements if one.id not in asked),
        counted=_counted(rows),
        parts=_count((part.shift, part.drift) for row in rows for part in row.parts),
    )


def reason_against(then: EarlierStatement | None, now: EarlierStatement) -> Reason | None:
    """Return why two statements are not compared, None where they may be."""
    if then is None:
        return Reason.ADDED
    if then.labels != now.labels:
        return Reason.RESCALED
    if then.text.split() != now.text.split():
        return Reason.REWORDED
    return _unseen(then.vote, Reason.NOT_THEN, Reason.HIDDEN_THEN) or _unseen(
        now.vote, Reason.NOT_NOW, Reason.HIDDEN_NOW
    )


def action_word(counted: Counted, statements: int) -> ActionWord:
    """Return the word of an action with so many statements today."""
    if counted.up and counted.down:
        return ActionWord.BOTH
    if 2 * counted.up > statements:
        return ActionWord.UP
    if 2 * counted.down > statements:
        return ActionWord.DOWN
    none_moved = not counted.moved
    return ActionWord.SAME if none_moved and 2 * counted.same > statements else ActionWord.UNSURE


def _unseen(vote: EarlierVote | None, never: Reason, hidden: Reason) -> Reason | None:
    if vote is None:
        return never
    return hidden if vote.is_hidden else None


def _row(then: Earlier, now: Earlier, statement: EarlierStatement) -> ThenAndNow:
    asked = then.statement(statement.id)
    reason = reason_against(asked, statement)
    head = (statement.id, statement.action_id, statement.name)
    after = _result(now, statement)
    if asked is None or reason in {Reason.REWORDED, Reason.RESCALED}:
        return ThenAndNow(*head, None, after, reason=reason)
    before = _result(then, asked)
    if before is None or after is None:
        return ThenAndNow(*head, before, after, reason=reason)
    return ThenAndNow(
        *head,
        before,
        after,
        change=compared(before, after),
        asked_otherwise=_seen_by_all(asked.vote) != _seen_by_all(statement.vote),
        many_cannot_say=any(Flag.MANY_CANNOT_SAY in one.flags for one in (before, after)),
        parts=tuple(_parts(asked.vote, statement.vote)),
    )


def _result(day: Earlier, statement: EarlierStatement) -> Result | None:
    return result_then(statement.vote, day.rules) if statement.vote else None


def _dropped(then: Earlier, statement: EarlierStatement) -> ThenAndNow:
    head = (statement.id, statement.action_id, statement.name)
    return ThenAndNow(*head, _result(then, statement), None, reason=Reason.DROPPED)


def _seen_by_all(vote: EarlierVote | None) -> bool:
    return vote is not None and vote.channel.traits.seen_by_all


def _parts(then: EarlierVote | None, now: EarlierVote | None) -> Iterator[PartMove]:
    """Yield the words of the parts that both workshops show."""
    if then is None or now is None:
        return
    for part in parts_alike(then.parts, now.parts):
        words = shift_of(part.before, part.after), drift_of(part.before, part.after)
        yield PartMove(part.names, *words)


def _counted(rows: Iterable[ThenAndNow]) -> Counted:
    return _count((row.change.shift, row.change.drift) for row in rows if row.change)


def _count(words: Iterable[tuple[Shift, Drift]]) -> Counted:
    found = list(words)
    shifts, drifts = [shift for shift, _ in found], [drift for _, drift in found]
    return Counted(
        len(found),
        *(shifts.count(shift) for shift in (Shift.UP, Shift.DOWN, Shift.SAME, Shift.UNSURE)),
        *(drifts.count(drift) for drift in (Drift.CLOSER, Drift.APART)),
    )
