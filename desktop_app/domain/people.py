"""Who is in the room: people who vote, by partner where the workshop has groups, and observers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .errors import InputProblem
from .rounds import PART_NAMES
from .workshop import MAX_PRESENT, Group, Privacy, Workshop

MAX_GROUPS = 9
"""As many as there are number keys to pick one with."""

MAX_LABEL = 60


@dataclass(frozen=True, slots=True)
class People:
    """How many may vote now, how many only watch, and the groups of those who vote.

    With groups, `present` is their sum.
    """

    present: int
    observers: int = 0
    groups: tuple[Group, ...] = ()


def people_of(workshop: Workshop) -> People:
    """Return who is in the room now."""
    return People(workshop.present, workshop.observers, workshop.groups)


def with_people(workshop: Workshop, people: People) -> Workshop:
    """Return the workshop with these people in the room."""
    return replace(
        workshop, present=people.present, observers=people.observers, groups=people.groups
    )


def with_one_more(people: People, group: str = "") -> People:
    """Return the people with somebody who came, of a group where there are any.

    Raise InputProblem where they have groups and none of that name.
    """
    if not people.groups:
        return replace(people, present=people.present + 1)
    if all(one.label != group for one in people.groups):
        raise InputProblem("Say of which partner the person is.")
    more = (replace(g, people=g.people + (g.label == group)) for g in people.groups)
    return replace(people, groups=tuple(more))


def has_groups(workshop: Workshop) -> bool:
    """Return whether ballots are kept with a group."""
    return workshop.privacy is Privacy.ANONYMOUS_WITH_GROUP and bool(workshop.groups)


def check_people(people: People) -> People:
    """Return the people with groups added up; raise InputProblem where the numbers cannot be.

    During the day everybody may leave, so nobody in the room is allowed here.
    """
    present = sum(g.people for g in people.groups) if people.groups else people.present
    if any(g.people < 0 for g in people.groups) or not 0 <= present <= MAX_PRESENT:
        raise InputProblem(
            "People in the room can be 0 to {limit}. Type a number in between.", limit=MAX_PRESENT
        )
    if not 0 <= people.observers <= MAX_PRESENT:
        raise InputProblem(
            "Observers can be 0 to {limit}. Type a number in between.", limit=MAX_PRESENT
        )
    return replace(people, present=present)


def check_groups(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return prepared groups trimmed, those of one name as one; raise InputProblem otherwise."""
    made = merged_groups(groups)
    if len(made) < 2:
        raise InputProblem("Name at least two partners, or choose another kind of privacy.")
    if len(made) > MAX_GROUPS:
        raise InputProblem("There can be {limit} partners at most.", limit=MAX_GROUPS)
    for group in made:
        _check_group(group)
    return made


def known_as(label: str) -> str:
    """Return what is the same for two names of one partner: case and spaces make no other."""
    return " ".join(label.split()).casefold()


def merged_groups(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return partners whose names differ only in case or spaces as one, their people added up."""
    found: dict[object, Group] = {}
    for place, group in enumerate(groups):
        key = known_as(group.label) or place  # lines without a name are not one partner
        before = found.get(key, Group(" ".join(group.label.split()), 0))
        found[key] = Group(before.label, before.people + group.people)
    return tuple(found.values())


def _check_group(group: Group) -> None:
    if not group.label:
        raise InputProblem("A partner has no name. Type one, or remove the line.")
    if group.label.casefold() in PART_NAMES:
        raise InputProblem(
            "“{label}” is what results call a part of the room that is no partner. Give this one "
            "another name.",
            label=group.label,
        )
    if len(group.label) > MAX_LABEL:
        raise InputProblem(
            "A partner’s name is longer than {limit} characters. Shorten it.", limit=MAX_LABEL
        )
    if not 0 <= group.people <= MAX_PRESENT:
        raise InputProblem(
            "People of a partner can be 0 to {limit}. Type a number in between.",
            limit=MAX_PRESENT,
        )


USUAL_PEOPLE = 5
LONGEST_NUMBER = 4
_CELLS = re.compile(r"\t|;| {3,}")


def pasted_groups(text: str) -> tuple[Group, ...]:
    """Return the partners in lines from a spreadsheet: a name and, in another cell, how many.

    Names that differ only in case or spaces are one partner, whose people are added up; a name
    that stands in several lines without a number has a person a line. A line of headings, without
    a number where others have one, is passed over.
    """
    found = [cells for line in text.splitlines() if (cells := _cells(line))]
    numbered = [cells for cells in found if cells[1] is not None]
    if numbered and found[0][1] is None and found[0][2]:
        found = found[1:]
    lines = Counter(label.casefold() for label, _, _ in found)
    people: dict[str, tuple[str, int]] = {}
    for label, number, _ in found:
        one = USUAL_PEOPLE if lines[label.casefold()] == 1 else 1
        name, before = people.get(label.casefold(), (label, 0))
        people[label.casefold()] = (name, before + (one if number is None else number))
    return tuple(Group(name, min(n, MAX_PRESENT)) for name, n in people.values())


def _cells(line: str) -> tuple[str, int | None, bool] | None:
    """Return a line's name, its number or None, and whether there are more words; None for none."""
    cells = [" ".join(cell.split()) for cell in _CELLS.split(line)]
    names = [cell for cell in cells if cell and not cell.isdecimal()]
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= LONGEST_NUMBER]
    if not names:
        return None
    return names[0][:MAX_LABEL], numbers[0] if numbers else None, len(names) > 1
