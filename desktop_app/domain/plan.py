"""Notes and commitments: what was said and what was taken on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import Enum

from .framework import StepWhen


class NoteKind(Enum):
    """What a note records."""

    EVIDENCE = "evidence"
    BARRIER = "barrier"
    IDEA = "idea"
    QUOTE = "quote"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Note:
    """Something said, without names; on a statement (and its round), an action, or neither.

    `on_paper`: whether documents print it; the room may ask for a note to be kept off paper.
    """

    id: str
    workshop_id: str
    kind: NoteKind
    text: str
    statement_id: str | None = None
    action_id: str | None = None
    ordinal: int | None = None
    on_paper: bool = True


_DIGITS = 9
_ADVICE = "+"
"""What a key begins with that is no step of a bank; no id of a framework can."""


def gather_more_key(action_id: str) -> str:
    """Return the key of the advice to gather more ratings on an action."""
    return f"{_ADVICE}gather-more:{action_id}"


def again_key(identity: str) -> str:
    """Return the key of taking on again what an earlier workshop took on, by its identity."""
    return f"{_AGAIN}{identity}"


_MOVED = "~"
"""Parts the id of a row from what a commitment was known by on the laptop it came from."""


def moved_id(row_id: str, identity: str) -> str:
    """Return the id of a commitment that came from another laptop and keeps its identity."""
    return f"{row_id}{_MOVED}{identity}"


@dataclass(frozen=True, slots=True)
class TakenFor:
    """What a step was taken on for: a statement, its vote, and what that vote showed.

    `when` is the situation that its counts made, None where there were too few ratings.
    """

    statement_id: str
    ordinal: int
    when: StepWhen | None

    @property
    def key(self) -> str:
        """Return it as one of a commitment's keys."""
        when = self.when.value if self.when else "too_few"
        return f"{_TAKEN_FOR}{when}:{self.ordinal}:{self.statement_id}"


_TAKEN_FOR = f"{_ADVICE}for:"
_AGAIN = f"{_ADVICE}again:"
_SITUATIONS = {when.value: when for when in StepWhen}


def _taken_for(key: str) -> TakenFor | None:
    """Return what a key says that a step was taken on for, None for a key that says otherwise."""
    if not key.startswith(_TAKEN_FOR):
        return None
    when, ordinal, statement = (*key[len(_TAKEN_FOR) :].split(":", 2), "", "")[:3]
    if not (statement and ordinal.isascii() and ordinal.isdecimal()):
        return None
    return TakenFor(statement, int(ordinal[:_DIGITS]), _SITUATIONS.get(when))


@dataclass(frozen=True, slots=True)
class Commitment:
    """A next step taken on.

    `step_id` is None for the room's own step; else it holds keys, separated by spaces: that of the
    step, or of all where commitments were merged, and what they were taken on for. `because` and
    `leans_on` are frozen as they stood when it was taken; `leans_on` holds source keys. `position`
    orders the plan from 0.
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
    def identity(self) -> str:
        """Return what it is known by wherever its workshop moves; its `id` is a row's."""
        known = self.id.partition(_MOVED)[2]
        return known or hashlib.sha256(self.id.encode()).hexdigest()[:16]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what it takes on: ids of the bank's steps, and keys of plain advice."""
        return tuple((self.step_id or "").split())

    @property
    def step_ids(self) -> tuple[str, ...]:
        """Return the ids of the bank's steps that it takes on."""
        return tuple(key for key in self.keys if not key.startswith(_ADVICE))

    @property
    def taken_for(self) -> tuple[TakenFor, ...]:
        """Return what it was taken on for; nothing where it was taken before that was kept."""
        found = (_taken_for(key) for key in self.keys)
        return tuple(one for one in found if one is not None)

    @property
    def continues(self) -> str:
        """Return the identity of an earlier workshop's commitment that it takes on again, or ""."""
        found = (key for key in self.keys if key.startswith(_AGAIN))
        return next(found, "")[len(_AGAIN) :]
