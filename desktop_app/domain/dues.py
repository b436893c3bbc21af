"""Which commitments are due, over all workshops of a library; knows no clock and no rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from .earlier import EarlierCommitment, Progress, progress_of

AHEAD: Final = timedelta(days=31)
BEHIND: Final = timedelta(days=400)
"""How far ahead and behind a date counts: what is longer ago is a matter of its follow-up."""


@dataclass(frozen=True, slots=True)
class Due:
    """A commitment with its date; `workshop_id` is where it is told what became of it."""

    identity: str
    title: str
    owner: str
    day: date | None
    workshop_id: str
    about: str


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What a follow-up knows of the commitments that it looks back at.

    `again`: the identities of those that its plan goes on with.
    """

    workshop_id: str
    about: str
    promised: tuple[EarlierCommitment, ...]
    progress: tuple[Progress, ...]
    again: frozenset[str] = frozenset()


def due_by(plans: Iterable[Due], looked_back: Iterable[LookedBack], today: date) -> tuple[Due, ...]:
    """Return what is due about `today`, by its date: of each commitment only the last that is told.

    `looked_back`: the follow-ups, oldest first. What is done, dropped or taken on again is over.
    """
    known = {one.identity: one for one in plans}
    for follow_up in looked_back:
        for promised in follow_up.promised:
            _follow(known, follow_up, promised)
    found = [one for one in known.values() if one.day and _is_near(one.day, today)]
    return tuple(sorted(found, key=lambda one: (one.day or today, one.title)))


def _follow(known: dict[str, Due], follow_up: LookedBack, promised: EarlierCommitment) -> None:
    key, told = promised.identity, progress_of(follow_up.progress, promised.identity)
    if not told.is_open or key in follow_up.again:
        known.pop(key, None)
        return
    day = told.due or promised.due
    here = known.get(key) or Due(key, promised.title, promised.owner, day, "", "")
    known[key] = replace(here, day=day, workshop_id=follow_up.workshop_id, about=follow_up.about)


def _is_near(day: date, today: date) -> bool:
    try:
        return today - BEHIND <= day <= today + AHEAD
    except OverflowError:  # a clock at the end of the calendar
        return False
