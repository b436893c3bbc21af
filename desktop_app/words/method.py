"""How to read a document: who rated what, by which rules, within which limits, in sentences.

Documents and data say it in the same words. It reads the workshop's own rules, so that what is
written is what was applied.
"""

from __future__ import annotations

from desktop_app.domain.results import Flag, Result, RoundView, WorkshopPicture
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.texts import Phrase, to_say
from desktop_app.domain.workshop import Privacy, Workshop, WorkshopRecord

from .beforehand import beforehand_note
from .lists import all_of
from .speech import said, say, say_count
from .ways import how_the_room_voted

BEFORE_THE_DAY = to_say("Before the day: nothing has been rated when this was made")
IN_PROGRESS = to_say("In progress: not closed yet when this was made")
SAMPLE = to_say("Sample: partnership, people and ratings are invented")
REHEARSAL = to_say("Rehearsal: the ballots are pretended")

_USUAL_MINIMUM = 5

_PRIVACY = {
    Privacy.ANONYMOUS: to_say("Privacy: no ballot carries a name or a group."),
    Privacy.ANONYMOUS_WITH_GROUP: (
        to_say(
            "Privacy: no ballot carries a name. A group is shown only where it has at least "
            "{group_minimum} ratings."
        )
    ),
    Privacy.OPEN: to_say("Privacy: open. The room agreed to vote openly; no names were kept."),
}


CHART_NOTE = to_say(
    "Each bar adds up the ratings of an action's statements. Beside it: the level of its weakest"
    " statement and the agreement of its most divided one. Low and high: more than half of the"
    " ratings lie on that side of the scale’s midpoint."
)


def marks_of(workshop: Workshop) -> tuple[str, ...]:
    """Return what a reader must know before anything else."""
    found = (
        (workshop.is_rehearsal, REHEARSAL),
        (workshop.is_sample, SAMPLE),
        (workshop.status is WorkshopStatus.PREPARED, BEFORE_THE_DAY),
        (workshop.status is WorkshopStatus.RUNNING, IN_PROGRESS),
    )
    return tuple(said(mark) for holds, mark in found if holds)


def method_note(record: WorkshopRecord, picture: WorkshopPicture, *, of_parts: bool = True) -> str:
    """Return "How to read this" with how the votes were cast; "" where nothing was revealed.

    Of a day before its first vote it tells who answered beforehand. `of_parts`: as of limits.
    """
    workshop, views = record.workshop, _views(picture)
    before = beforehand_note(record)
    if not views:
        return before
    sentences = (
        _who_rated_what(workshop, views),
        _privacy(workshop),
        _rules(workshop),
        limits(workshop, picture, of_parts=of_parts),
        how_the_room_voted(workshop, record.rounds),
        before,
    )
    return " ".join(filter(None, sentences))


def _who_rated_what(workshop: Workshop, views: list[tuple[RoundView, ...]]) -> str:
    """Return who rated how much: people, statements, points and votes again, a sentence each."""
    total = len(workshop.framework.statements)
    again = sum(1 for rounds in views if len(rounds) > 1)
    points = workshop.framework.scale.size
    if len(views) < total:
        rated = say_count(
            "They rated {some} of {n} statement from 1 to {points}.",
            "They rated {some} of {n} statements from 1 to {points}.",
            total,
            some=len(views),
            points=points,
        )
    else:
        rated = say_count(
            "They rated {n} statement from 1 to {points}.",
            "They rated {n} statements from 1 to {points}.",
            total,
            points=points,
        )
    sentences = [_people(views), rated]
    if again:
        sentences.append(
            say_count(
                "{n} statement was rated again after talking.",
                "{n} statements were rated again after talking.",
                again,
            )
        )
    return " ".join(sentences)


def _people(views: list[tuple[RoundView, ...]]) -> str:
    present = {view.present for rounds in views for view in rounds}
    if len(present) > 1:
        return say(
            "Between {fewest} and {most} people were in the room.",
            fewest=min(present),
            most=max(present),
        )
    return say_count("{n} person was in the room.", "{n} people were in the room.", *present)


def _privacy(workshop: Workshop) -> str:
    minimum = workshop.rules.group_minimum
    return said(Phrase(_PRIVACY[workshop.privacy], fields={"group_minimum": minimum}))


def _rules(workshop: Workshop) -> str:
    minimum = workshop.rules.minimum_answers
    words = say(
        "The words for agreement follow fixed rules from published measures (Leik 1966;"
        " Burke and Dunlap 2002)."
    )
    if minimum < _USUAL_MINIMUM:
        hidden = say(
            "Fewer than {minimum} answers are not shown (the room lowered this from {usual}).",
            minimum=minimum,
            usual=_USUAL_MINIMUM,
        )
    else:
        hidden = say("Fewer than {minimum} answers are not shown.", minimum=minimum)
    return f"{words} {hidden}"


def _views(picture: WorkshopPicture) -> list[tuple[RoundView, ...]]:
    """Return the revealed votes of each statement that has one."""
    return [s.rounds for a in picture.actions for s in a.statements if s.rounds]


def _of_room(picture: WorkshopPicture) -> list[Result]:
    """Return every result of the whole room that is shown."""
    found = (view.whole for rounds in _views(picture) for view in rounds)
    return [one for one in found if isinstance(one, Result)]


def _of_parts(picture: WorkshopPicture) -> list[Result]:
    """Return every result of a part of the room that is shown."""
    seen = (view for rounds in _views(picture) for view in rounds)
    found = (group.result for view in seen for group in view.groups)
    return [one for one in found if isinstance(one, Result)]


def limits(
    workshop: Workshop, picture: WorkshopPicture | None = None, *, of_parts: bool = True
) -> str:
    """Return what the words of the results shown cannot say, and what was left out; "" for neither.

    `picture`: the results that stand beside it; None where none do, since a caution without the
    words that it is against says nothing. `of_parts`: whether those of partners stand there too.
    """
    room = _of_room(picture) if picture else []
    parts = _of_parts(picture) if picture and of_parts else []
    return " ".join(filter(None, (_caution(workshop, room, parts), left_out(workshop))))


def _caution(workshop: Workshop, room: list[Result], parts: list[Result]) -> str:
    """Return the caution against luck, which says so where only partners gave so few ratings."""
    if not room and not parts:
        return ""
    if _any_small(room):
        return say(
            "With fewer than {small} ratings such words can be luck: treat them as a way into the"
            " conversation. They show how the room saw things that day.",
            small=workshop.rules.small_group_below,
        )
    if _any_small(parts):
        return say(
            "Where a partner gave fewer than {small} ratings, words about it can be luck: treat"
            " them as a way into the conversation. All words show how the room saw things that"
            " day.",
            small=workshop.rules.small_group_below,
        )
    return say("The words show how the room saw things that day.")


def _any_small(results: list[Result]) -> bool:
    return any(Flag.SMALL_GROUP in one.flags for one in results)


def left_out(workshop: Workshop) -> str:
    """Return which statements the workshop goes without; "" for none."""
    gone = [workshop.frozen.statement(one).name for one in workshop.left_out]
    return say("Left out of this workshop: {statements}.", statements=all_of(gone)) if gone else ""
