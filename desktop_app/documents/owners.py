"""What one owner has taken on, and their days: the plan page by page; no file format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.plain_text import fit_for_a_disk, one_line
from desktop_app.domain.results import WorkshopPicture
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import short_date
from desktop_app.words.method import limits
from desktop_app.words.speech import said, say

from .dates import entries_of, owners
from .plan import PlanLine, plan_lines
from .since import since_part, told_in_a_line

TAKEN_ON: Final = to_say("What you have taken on")
IN_YOUR_DIARY: Final = to_say("For your diary")
ROOM_FOR_NOTES: Final = to_say("What helps, what is in the way, whom to ask")
NOBODY_YET: Final = to_say("Nobody yet")
NOTHING_YET: Final = to_say("Nothing has been taken on. Write down what you take on:")


@dataclass(frozen=True, slots=True)
class OwnerPage:
    """An owner, their steps in the plan's order, and their days in words, each a line.

    `since` is what became of what they promised last time, each a line; `limits` is what the
    results in the reasons of their own steps cannot say, "" for none.
    """

    owner: str
    lines: tuple[PlanLine, ...]
    days: tuple[str, ...]
    since: tuple[str, ...]
    limits: str


def owner_pages(record: WorkshopRecord) -> tuple[OwnerPage, ...]:
    """Return a page for each owner; one for nobody yet where the plan is empty."""
    lines, picture = plan_lines(record), workshop_picture(record)
    return tuple(
        OwnerPage(
            owner or said(NOBODY_YET),
            tuple(line for line in lines if _same(line.owner, owner)),
            tuple(_days(record, owner)),
            tuple(_since(record, owner)),
            _limits(record, picture, owner),
        )
        for owner in owners(record) or ("",)
    )


def _same(one: str, other: str) -> bool:
    return one_line(one).casefold() == one_line(other).casefold()


def _limits(record: WorkshopRecord, picture: WorkshopPicture, owner: str) -> str:
    tells = any(step.because for step in record.commitments if _same(step.owner, owner))
    return limits(record.workshop, picture if tells else None, of_parts=False)


def _since(record: WorkshopRecord, owner: str) -> Iterator[str]:
    if owner and (part := since_part(record)):
        yield from (told_in_a_line(line) for line in part.lines if _same(line.owner, owner))


def _days(record: WorkshopRecord, owner: str) -> Iterator[str]:
    for entry in sorted(entries_of(record, owner), key=lambda one: one.day):
        yield say(
            "{day}: {what}", day=short_date(entry.day), what=entry.short or one_line(entry.title)
        )


def names_of_their_own(names: Iterable[str]) -> tuple[str, ...]:
    """Return a file name for each: to some disks “Ann” is “ANN”."""
    taken: dict[str, str] = {}
    for name in names:
        base = made = fit_for_a_disk(name) or said(NOBODY_YET)
        number = 1
        while made.casefold() in taken:
            number += 1
            made = f"{base} ({number})"
        taken[made.casefold()] = made
    return tuple(taken.values())
