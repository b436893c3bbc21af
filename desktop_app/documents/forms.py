"""What tally sheet, entry form and survey say: the statements as they are asked, and no result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.ballot_sets import ballot_sets
from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.people import has_groups
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Privacy, Workshop
from desktop_app.words.lists import all_of
from desktop_app.words.parts import WHOLE_ROOM
from desktop_app.words.speech import said, say

TALLY_TITLE: Final = to_say("Tally sheet")
MOST_BOXES: Final = 30
"""Of more people the boxes would fill the page: they are counted in strokes, in an empty field."""
_TICKED: Final = to_say(
    "Tick a box for each ballot, write how many they are beside them, and hold the sum against the"
    " ballots. Then type the sums in."
)
_IN_STROKES: Final = to_say(
    "Make a stroke for each ballot, write how many they are in the box beside them, and hold the"
    " sum against the ballots. Then type the sums in."
)
_BOTH: Final = to_say(
    "Tick a box for each ballot, or make a stroke where there are none, write how many they are"
    " beside them, and hold the sum against the ballots. Then type the sums in."
)
FORM_TITLE: Final = to_say("Entry form")
SURVEY_TITLE: Final = to_say("Questions for a survey")
ALL_BALLOTS: Final = to_say("All")
PARTNER: Final = to_say("Partner")
WHICH_PARTNER: Final = to_say("Which partner are you from?")
ANOTHER: Final = to_say("Another one")


@dataclass(frozen=True, slots=True)
class Counted:
    """Whose ballots are counted together, and how many people they are at most."""

    name: str
    people: int


def counted_apart(workshop: Workshop) -> tuple[Counted, ...]:
    """Return whose ballots are counted together: partners as their ballots come, or the room."""
    sets = ballot_sets(workshop) if asks_partner(workshop) else ()
    if len(sets) < 2:
        return (Counted(said(WHOLE_ROOM), workshop.present),)
    return tuple(Counted(all_of(one.names), one.people) for one in sets)


def how_to_tally(counted: Iterable[Counted]) -> str:
    """Return how ballots are counted on the sheet: in boxes, in strokes, or in both."""
    boxed = {one.people <= MOST_BOXES for one in counted}
    if len(boxed) > 1:
        return said(_BOTH)
    return said(_TICKED if boxed == {True} else _IN_STROKES)


def asks_partner(workshop: Workshop) -> bool:
    """Return whether people are asked which partner they are from."""
    return has_groups(workshop) and workshop.privacy is not Privacy.ANONYMOUS


def partners(workshop: Workshop) -> tuple[str, ...]:
    """Return the partners to choose from; none where nobody is asked."""
    return tuple(one.label for one in workshop.groups) if asks_partner(workshop) else ()


def answers(framework: Framework) -> tuple[str, ...]:
    """Return what can be answered: each point with its label, the lowest first, then can't say."""
    scale = framework.scale
    points = tuple(f"{point.value} {point.label}" for point in scale.points)
    return (*points, scale.cannot_say_label)


def column_head(statement: Statement) -> str:
    """Return a statement as the head of a column, by which it is known when it comes back."""
    return f"{statement.id}: {statement.text}"


def form_steps(workshop: Workshop) -> tuple[str, ...]:
    """Return how the entry form is filled in, step by step."""
    size = workshop.framework.scale.size
    unsure = workshop.framework.scale.cannot_say_label
    steps = [
        say("One line for each person, in any order."),
        say(
            "Choose an answer from the list in the cell, or type its number from 1 to {points}."
            " “{unsure}” is an answer too.",
            points=size,
            unsure=unsure,
        ),
        say("Where somebody gave no answer, leave the cell empty."),
        say("Type no names, addresses or times: they are not needed, and are not read."),
        say("Save the file as it is, as a workbook, and bring it into Roundtable by Import."),
    ]
    if asks_partner(workshop):
        steps.insert(3, say("Choose the partner that the person is from."))
    return tuple(steps)
