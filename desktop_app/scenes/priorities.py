"""Scenes of the dots: before, during and after the vote, and importance beside level."""

from __future__ import annotations

from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.priorities import Importance, importance_of, priorities_of
from desktop_app.charts.four_field import field_words
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import Hidden, HiddenReason, PriorityView
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord, vote_now
from desktop_app.words.counts import dots, people_in_the_room
from desktop_app.words.how_to_vote import WHAT_MATTERS
from desktop_app.words.names import level_name
from desktop_app.words.room import count_in
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.who_sees import dots_line
from desktop_app.words.wording import hidden_sentence, points_named, ranked_alike

from .door import in_its_language
from .looks import Look
from .marks import mark
from .priority_scenes import (
    DotCard,
    DotsOpen,
    DotsShown,
    ImportanceBesideLevel,
    ImportanceLine,
    Priorities,
    PriorityLine,
)
from .scene import RevealedHidden, Scene, VoteClosed

KICKER = to_say("Priorities")
QUESTION = WHAT_MATTERS


@in_its_language
def priorities_scene(record: WorkshopRecord, look: Look = Look.RESULT) -> Scene:
    """Return the dots as they stand; once revealed they can be looked at beside the level."""
    vote = vote_now(record)
    if vote is None:
        return _shown(record)
    if vote.state is RoundState.OPEN:
        return _open(record, vote)
    if vote.state is RoundState.CLOSED:
        return VoteClosed(
            kicker=said(KICKER),
            sentence=said(QUESTION),
            count_text=say("The vote is closed. {count}.", count=_count_text(vote)),
            footer=say("Before we look: which action do you expect to come first?"),
            mark=mark(record.workshop),
        )
    view = priorities_of(record)
    if not isinstance(view, PriorityView):
        return _hidden(record, vote, view)
    found = importance_of(record, workshop_picture(record)) if look is Look.BESIDE else ()
    return _beside(record, found) if found else _list(record, vote, view)


def can_show_beside(record: WorkshopRecord) -> bool:
    """Return whether there is importance and level to show beside one another."""
    return bool(importance_of(record, workshop_picture(record)))


def dots_open_after(scene: DotsOpen, record: WorkshopRecord) -> DotsOpen:
    """Return the same open vote with what is in by now."""
    vote = vote_now(record)
    return _open(record, vote) if vote is not None else scene


def count_of(vote: PriorityVote) -> tuple[int, int]:
    """Return what is in and what would be everything: people, or dots where people are unknown."""
    if vote.channel.traits.whole_people:
        return vote.ballots_in, vote.present
    return vote.dots_in, vote.present * vote.dots_each


def _cards(record: WorkshopRecord) -> tuple[DotCard, ...]:
    actions = record.workshop.framework.actions
    return tuple(DotCard(place, a.name) for place, a in enumerate(actions, start=1))


def _shown(record: WorkshopRecord) -> DotsShown:
    each = record.workshop.dots_each
    return DotsShown(
        kicker=_kicker(each),
        title=said(QUESTION),
        cards=_cards(record),
        footer=say_count(
            "Each of us has {n} dot.",
            "Each of us has {n} dots. Put them on one action or share them out.",
            each,
        ),
        mark=mark(record.workshop),
    )


def _kicker(each: int) -> str:
    return f"{said(KICKER)}  ·  {_each(each)}"


def _each(each: int) -> str:
    return say_count("{n} dot each", "{n} dots each", each)


def _open(record: WorkshopRecord, vote: PriorityVote) -> DotsOpen:
    present = count_of(vote)
    return DotsOpen(
        vote_id=vote.id,
        kicker=_kicker(vote.dots_each),
        title=said(QUESTION),
        cards=_cards(record),
        footer=dots_line(vote.channel, seen=bool(record.workshop.ballot_seen)),
        dots_each=vote.dots_each,
        ballots_in=present[0],
        present=present[1],
        count_text=_count_text(vote),
        mark=mark(record.workshop),
    )


def _count_text(vote: PriorityVote) -> str:
    if vote.channel.traits.whole_people:
        return count_in(vote.ballots_in, vote.present)
    placed, most = count_of(vote)
    if placed > most and vote.channel.traits.counted:
        return say("Counting")
    if placed > most:
        return say("{dots} in, {most} in the room", dots=dots(placed), most=most)
    return say_count("{placed} of {n} dot in", "{placed} of {n} dots in", most, placed=placed)


def _people(vote: PriorityVote) -> str:
    placed = say_count("{n} dot placed", "{n} dots placed", vote.dots_in)
    return f"{people_in_the_room(vote.present)} · {_each(vote.dots_each)} · {placed}"


def _hidden(record: WorkshopRecord, vote: PriorityVote, view: Hidden | None) -> RevealedHidden:
    return RevealedHidden(
        kicker=said(KICKER),
        statement=said(QUESTION),
        verdict=say("Too few dots to show"),
        reason=_reason(view),
        footer=_people(vote),
        mark=mark(record.workshop),
    )


def _reason(view: Hidden | None) -> str:
    if view is None:
        return ""
    if view.reason is HiddenReason.TOO_FEW_ANSWERS:
        return say("Hidden: so few dots could point to the people who gave them.")
    return hidden_sentence(view)


def _list(record: WorkshopRecord, vote: PriorityVote, view: PriorityView) -> Priorities:
    framework = record.workshop.framework
    note = "" if view.concordance is None else ranked_alike(view.concordance)
    return Priorities(
        kicker=said(KICKER),
        title=say("What matters most now"),
        rows=tuple(
            PriorityLine(framework.action(r.action_id).name, r.dots, dots(r.dots))
            for r in view.rows
        ),
        note=note,
        footer=_people(vote),
        mark=mark(record.workshop),
    )


def _beside(record: WorkshopRecord, found: tuple[Importance, ...]) -> ImportanceBesideLevel:
    framework = record.workshop.framework
    places = {action.id: place for place, action in enumerate(framework.actions, start=1)}
    points = framework.scale.size
    upper = points_named(points - points // 2 + 1, points)
    rows = tuple(
        ImportanceLine(
            number=places[one.action_id],
            label=framework.action(one.action_id).name,
            share=one.share,
            upper=one.upper / one.rated,
            dots_words=dots(one.dots),
            words=say(
                "{dots} · {level}, {some} of {n} rated {points}",
                dots=dots(one.dots),
                level=level_name(one.level),
                some=one.upper,
                n=one.rated,
                points=upper,
            ),
            close=one.close,
        )
        for one in found
    )
    close = [row.number for row in rows if row.close]
    return ImportanceBesideLevel(
        kicker=said(KICKER),
        title=say("Importance beside level"),
        rows=rows,
        even=1 / len(framework.actions),
        words=field_words(say("More rated {points} →", points=upper)),
        warning=_warning(close),
        footer=say("Up: share of dots. To the right: ratings of the action’s weakest statement."),
        mark=mark(record.workshop),
    )


def _warning(close: list[int]) -> str:
    if not close:
        return ""
    names = ", ".join(str(number) for number in close)
    return say(
        "Close to a line ({numbers}): one dot or one rating could move it to another field.",
        numbers=names,
    )
