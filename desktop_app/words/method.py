"""How to read a document: who rated what, by which rules, within which limits, in sentences.

Documents and data say it in the same words. It reads the workshop's own rules, so that what is
written is what was applied.
"""

from __future__ import annotations

from desktop_app.domain.results import RoundView, WorkshopPicture
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy, Workshop

from .wording import spoken

IN_PROGRESS = "In progress: not closed yet when this was made"
SAMPLE = "Sample: partnership, people and ratings are invented"
REHEARSAL = "Rehearsal: the ballots are pretended"

_USUAL_MINIMUM = 5

_PRIVACY = {
    Privacy.ANONYMOUS: "Privacy: anonymous. No ballot carries a name or a group.",
    Privacy.ANONYMOUS_WITH_GROUP: (
        "Privacy: anonymous with group. No ballot carries a name, and a group is shown only where"
        " it has at least {group_minimum} ratings."
    ),
    Privacy.OPEN: "Privacy: open. The room agreed to vote openly; no names were kept.",
}


CHART_NOTE = (
    "Each bar adds up the ratings of an action's statements. Beside it: the level of its weakest"
    " statement and the agreement of its most divided one. Low and high: more than half of the"
    " ratings lie on that side of the middle."
)


def marks_of(workshop: Workshop) -> tuple[str, ...]:
    """Return what a reader must know before anything else."""
    found = (
        (workshop.is_rehearsal, REHEARSAL),
        (workshop.is_sample, SAMPLE),
        (workshop.status is not WorkshopStatus.CLOSED, IN_PROGRESS),
    )
    return tuple(mark for holds, mark in found if holds)


def method_note(workshop: Workshop, picture: WorkshopPicture) -> str:
    """Return "How to read this"; "" where nothing was revealed."""
    views = [s.rounds for a in picture.actions for s in a.statements if s.rounds]
    if not views:
        return ""
    sentences = (
        _who_rated_what(workshop, views),
        _privacy(workshop),
        _rules(workshop),
        limits(workshop),
    )
    return " ".join(sentences)


def _who_rated_what(workshop: Workshop, views: list[tuple[RoundView, ...]]) -> str:
    total = len(workshop.framework.statements)
    what = f"{len(views)} of {total} statements" if len(views) < total else _statements(total)
    scale = f"from 1 to {workshop.framework.scale.size}"
    again = sum(1 for rounds in views if len(rounds) > 1)
    talked = f", {spoken(again)} of them again after talking" if again else ""
    return f"{_people(views)} rated {what} {scale}{talked}."


def _people(views: list[tuple[RoundView, ...]]) -> str:
    present = {view.present for rounds in views for view in rounds}
    if len(present) > 1:
        return f"Between {min(present)} and {max(present)} people"
    (count,) = present
    return f"{spoken(count).capitalize()} {'person' if count == 1 else 'people'}"


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"


def _privacy(workshop: Workshop) -> str:
    return _PRIVACY[workshop.privacy].format(group_minimum=workshop.rules.group_minimum)


def _rules(workshop: Workshop) -> str:
    minimum = workshop.rules.minimum_answers
    lowered = f" (the room lowered this from {_USUAL_MINIMUM})" if minimum < _USUAL_MINIMUM else ""
    return (
        "The words for agreement follow fixed rules from published measures (Leik 1966;"
        f" Burke and Dunlap 2002). Fewer than {minimum} answers are not shown{lowered}."
    )


def limits(workshop: Workshop) -> str:
    """Return the limits of the method, which every document states."""
    return (
        f"With fewer than {workshop.rules.small_group_below} ratings such words can be luck: treat"
        " them as a way into the conversation. They show how the room saw things that day."
    )
