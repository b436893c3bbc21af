"""The days of a plan as a calendar holds them: first moves, due dates, the review; no file format.

An undated step has no day of its own: the review's entry and a sentence tell of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.plain_text import one_line, plain
from desktop_app.domain.plan import Commitment
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.recommendations.taken import Taken, taken_on
from desktop_app.words.lists import all_of
from desktop_app.words.speech import say, say_count

from .standing import quoted

FIRST_MOVE_WITHIN: Final = timedelta(days=14)
"""A first move is one that can be made within two weeks of the day."""
_NAMED: Final = 3
"""So many undated steps are named in a sentence; more are counted."""


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One day of a calendar; `key` is its own within the workshop and stays on every laptop.

    `remind_before`: the days before it on which people want to be told. `owner` is "" for what
    concerns everybody; `short` is the title where the owner is known already.
    """

    key: str
    day: date
    title: str
    about: str
    remind_before: int
    owner: str = ""
    short: str = ""


def day_entries(record: WorkshopRecord) -> tuple[DayEntry, ...]:
    """Return every first move and dated step in the plan's order, then the review."""
    return tuple(_entries(record))


def owners(record: WorkshopRecord) -> tuple[str, ...]:
    """Return who has taken something on, as first written; "" stands for steps of nobody yet."""
    found: dict[str, str] = {}
    for taken in _ordered(record):
        found.setdefault(_as_known(taken.owner), one_line(taken.owner))
    return tuple(found.values())


def entries_of(record: WorkshopRecord, owner: str) -> tuple[DayEntry, ...]:
    """Return an owner's own days and the review; nothing where they have neither."""
    known = _as_known(owner)
    own = tuple(c for c in record.commitments if _as_known(c.owner) == known)
    return day_entries(replace(record, commitments=own))


def undated_sentence(record: WorkshopRecord) -> str:
    """Return in one sentence which steps a calendar cannot hold, or ""."""
    names = [quoted(one_line(c.title)) for c in _undated(record)]
    if not names:
        return ""
    return say_count(
        "One step has no date and is not in the calendar: {names}.",
        "{n} steps have no date and are not in the calendar: {names}.",
        len(names),
        names=_some(names),
    )


def _some(names: list[str]) -> str:
    more = len(names) - _NAMED
    rest = [say_count("{n} more", "{n} more", more)] if more > 0 else []
    return all_of([*names[:_NAMED], *rest])


def _entries(record: WorkshopRecord) -> Iterator[DayEntry]:
    workshop = record.workshop
    for told in taken_on(record):
        taken = told.commitment
        if taken.first_move.strip():
            yield _first_move(workshop, taken)
        if taken.due:
            name, short = _with_owner(taken.title, taken), one_line(taken.title)
            yield DayEntry(taken.identity, taken.due, name, _about(told), 7, taken.owner, short)
    if workshop.review_on:
        yield _review(record, workshop.review_on)


def _ordered(record: WorkshopRecord) -> list[Commitment]:
    return sorted(record.commitments, key=lambda taken: taken.position)


def _first_move(workshop: Workshop, taken: Commitment) -> DayEntry:
    name = say("First move: {what}", what=_with_owner(taken.first_move, taken))
    short = say("First move: {what}", what=one_line(taken.first_move))
    about = say("For: {title}", title=one_line(taken.title))
    rest = (about, *([say("No date is set for it yet.")] if taken.due is None else []))
    day = _first_move_on(workshop, taken.due)
    key = f"{taken.identity}.first"
    return DayEntry(key, day, name, "\n".join(rest), 1, taken.owner, short)


def _first_move_on(workshop: Workshop, due: date | None) -> date:
    """Return the last day for a first move: two weeks after the day, never after the due date."""
    day = workshop.held_on or workshop.created_at.astimezone().date()
    last = day + min(FIRST_MOVE_WITHIN, date.max - day)
    return min(last, due) if due else last


def _with_owner(text: str, taken: Commitment) -> str:
    owner = one_line(taken.owner)
    if not owner:
        return one_line(text)
    return say("{what} ({owner})", what=one_line(text), owner=owner)


def _about(told: Taken) -> str:
    taken = told.commitment
    parts = (
        (say("Owner"), taken.owner),
        (say("First move"), taken.first_move),
        (say("How we will know"), taken.measure),
        (say("Why"), told.why),
    )
    return "\n".join(
        say("{name}: {meaning}", name=what, meaning=plain(text))
        for what, text in parts
        if text.strip()
    )


def _review(record: WorkshopRecord, day: date) -> DayEntry:
    name = say("Review: {workshop}", workshop=one_line(record.workshop.title))
    about = [say("Look at each commitment together: done, under way, stuck or dropped.")]
    undated = [_with_owner(taken.title, taken) for taken in _undated(record)]
    if undated:
        about += ["", say("Without a date yet:"), *(f"– {title}" for title in undated)]
    return DayEntry("review", day, name, "\n".join(about), 14)


def _undated(record: WorkshopRecord) -> list[Commitment]:
    return [taken for taken in _ordered(record) if taken.due is None]


def _as_known(owner: str) -> str:
    return one_line(owner).casefold()
