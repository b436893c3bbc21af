"""What a use case gives back: a value, what it changed or touched, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.domain.changes import Changes
from desktop_app.domain.undo import Undo

if TYPE_CHECKING:  # the bus is there before the first paint; votes are not
    from desktop_app.domain.priorities import PriorityVote
    from desktop_app.domain.rounds import Round

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A use case's value, the kinds of thing it changed, and its undo where there is one.

    `touched` is the vote as it stands now where nothing else changed, as after each ballot: who
    shows it takes it over instead of asking for the whole record again. `anew`: a vote began, so
    that the votes before it on the same page stay as they are.
    """

    changes: Changes
    value: T_co
    undo: Undo | None = None
    touched: Round | PriorityVote | None = None
    anew: bool = False


def done(changes: Changes, undo: Undo | None = None) -> Outcome[None]:
    """Return an outcome without a value."""
    return Outcome(changes, None, undo)


def counted(vote: Round | PriorityVote, undo: Undo | None = None) -> Outcome[None]:
    """Return the outcome of a ballot or a count, which changed this vote and nothing else."""
    return Outcome(Changes.BALLOTS, None, undo, vote)
