"""Notes and commitments: what was said and what was taken on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class NoteKind(Enum):
    """What a note records."""

    EVIDENCE = "evidence"
    BARRIER = "barrier"
    IDEA = "idea"
    QUOTE = "quote"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Note:
    """Something said, without names; on a statement (and its round), an action, or neither."""

    id: str
    workshop_id: str
    kind: NoteKind
    text: str
    statement_id: str | None = None
    action_id: str | None = None
    ordinal: int | None = None


_ADVICE = "+"
"""What a key begins with that is no step of a bank; no id of a framework can."""


def gather_more_key(action_id: str) -> str:
    """Return the key of the advice to gather more ratings on an action."""
    return f"{_ADVICE}gather-more:{action_id}"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A next step taken on.

    `step_id` is None for the room's own step; where commitments were merged it holds the keys of
    all their steps, separated by spaces. `because` and `leans_on` are frozen as they stood
    when it was taken; `leans_on` holds source keys. `position` orders the plan from 0.
    """

    id: str
    workshop_id: str
    position: int
    title: str
    action_id: str | None = None
    step_id: str | None = None
    how: str = ""
    because: str = ""
    leans_on: tuple[str, ...] = ()
    owner: str = ""
    due: date | None = None
    measure: str = ""
    first_move: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what it takes on: ids of the bank's steps, and keys of plain advice."""
        return tuple((self.step_id or "").split())

    @property
    def step_ids(self) -> tuple[str, ...]:
        """Return the ids of the bank's steps that it takes on."""
        return tuple(key for key in self.keys if not key.startswith(_ADVICE))
