"""Scenes of a statement: shown, voted on, closed, revealed."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.analysis.visibility import view_round
from desktop_app.domain.ballot_sets import come_in_sets
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import CANNOT_SAY, Framework, Statement
from desktop_app.domain.results import Flag, Hidden, Result
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.turnout import counted_now, too_many
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words.change import change_told
from desktop_app.words.counts import ballots, people_in_the_room
from desktop_app.words.names import (
    agreement_in_sentence,
    agreement_name,
    level_name,
    vote_in_sentence,
    vote_name,
)
from desktop_app.words.room import count_in
from desktop_app.words.speech import say
from desktop_app.words.stage_words import counts_for_room, question_for_room
from desktop_app.words.who_sees import channel_line
from desktop_app.words.wording import (
    flag_remark,
    hidden_sentence,
    level_counts,
    meaning_for_room,
    middle_rating,
)

from .marks import mark
from .scene import Card, Revealed, RevealedHidden, Scene, StatementShown, VoteClosed, VoteOpen
from .then_and_now import last_time


def current_scene(record: WorkshopRecord, statement_id: str, way: Channel | None = None) -> Scene:
    """Return a statement as it stands: shown, voted on, closed or revealed."""
    latest = record.latest_round(statement_id)
    if latest is not None:
        return _round_scene(record, latest)
    workshop = record.workshop
    statement = workshop.framework.statement(statement_id)
    return StatementShown(
        kicker=kicker(workshop.framework, statement),
        sentence=workshop.framework.sentence(statement),
        cards=cards(workshop.framework, statement),
        footer=_who_sees(workshop, way or workshop.channel),
        mark=mark(workshop),
        lead=workshop.framework.stem,
        name=statement.name,
    )


def _round_scene(record: WorkshopRecord, round_: Round) -> Scene:
    if round_.state is RoundState.OPEN:
        return _vote_open(record.workshop, round_)
    if round_.state is RoundState.CLOSED:
        return _vote_closed(record.workshop, round_)
    return _revealed(record, round_)


def vote_open_after(scene: VoteOpen, ballots_in: int) -> VoteOpen:
    """Return the same open vote with another number of ballots in."""
    return replace(scene, ballots_in=ballots_in, count_text=count_in(ballots_in, scene.present))


def asking(scene: Scene, workshop: Workshop, group: str) -> Scene:
    """Return an open vote by hands that says whose are asked for; any other scene as it is.

    Once all are counted, nobody holds up a hand any more.
    """
    if not isinstance(scene, VoteOpen) or not scene.by_hands:
        return scene
    asked = counted_now(workshop, group) if scene.ballots_in < scene.present else ""
    return replace(scene, asked=say("Hands up: {partner}", partner=asked) if asked else "")


def _vote_open(workshop: Workshop, round_: Round) -> VoteOpen:
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    by_hands = round_.channel.traits.counted
    counting = by_hands and too_many(workshop, round_)  # no count that the room can believe
    return VoteOpen(
        round_id=round_.id,
        kicker=kicker(framework, statement, round_),
        sentence=framework.sentence(statement),
        cards=cards(framework, statement),
        footer=_who_sees(workshop, round_.channel),
        ballots_in=0 if counting else round_.ballots_in,
        present=round_.present,
        count_text=say("Counting") if counting else count_in(round_.ballots_in, round_.present),
        mark=mark(workshop),
        by_hands=by_hands,
        lead=framework.stem,
        name=statement.name,
    )


def _vote_closed(workshop: Workshop, round_: Round) -> VoteClosed:
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    return VoteClosed(
        kicker=kicker(framework, statement, round_),
        sentence=framework.sentence(statement),
        count_text=say(
            "The vote is closed. {count}.", count=count_in(round_.ballots_in, round_.present)
        ),
        footer=say("Before we look: what do you expect to see?"),
        mark=mark(workshop),
        cards=cards(framework, statement),
        lead=framework.stem,
        name=statement.name,
    )


def _revealed(record: WorkshopRecord, round_: Round) -> Scene:
    workshop = record.workshop
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    view = view_round(round_, framework.scale.size, workshop.rules, workshop.privacy)
    about = kicker(framework, statement, round_)
    if isinstance(view.whole, Hidden):
        return RevealedHidden(
            kicker=about,
            statement=completion(statement),
            verdict=say("Too few ratings to show"),
            reason=hidden_sentence(view.whole),
            footer=people_words(round_),
            mark=mark(workshop),
            name=statement.name,
        )
    return _shown(record, round_, view.whole, about)


def _shown(record: WorkshopRecord, round_: Round, result: Result, about: str) -> Revealed:
    framework = record.workshop.framework
    return Revealed(
        round_id=round_.id,
        kicker=about,
        statement=completion(framework.statement(round_.statement_id)),
        scale=framework.scale,
        result=result,
        verdict=agreement_name(result.agreement),
        meaning=meaning_for_room(result),
        middle=middle_rating(result),
        level=say(
            "Level: {level}. {counts}.",
            level=level_name(result.level),
            counts=level_counts(result),
        ),
        remarks=_remarks(record, round_, result),
        footer=people_words(round_),
        mark=mark(record.workshop),
        settled=settled_words(framework, round_),
        counts=counts_for_room(result),
        question=question_for_room(result),
        agreed=agreed_words(framework, round_),
        name=framework.statement(round_.statement_id).name,
    )


def _remarks(record: WorkshopRecord, round_: Round, result: Result) -> tuple[str, ...]:
    remarks = [flag_remark(flag, result) for flag in Flag if flag in result.flags]
    before = _compared(record, round_, result)
    if before is not None:
        remarks.insert(0, before)
    beside = last_time(record, round_.statement_id) if round_.ordinal == 1 else ""
    return (*([beside] if beside else []), *remarks)


def _compared(record: WorkshopRecord, round_: Round, result: Result) -> str | None:
    workshop = record.workshop
    earlier = [
        r
        for r in record.rounds_of(round_.statement_id)
        if r.ordinal < round_.ordinal and r.state is RoundState.REVEALED
    ]
    if not earlier:
        return None
    view = view_round(earlier[-1], workshop.framework.scale.size, workshop.rules, workshop.privacy)
    if not isinstance(view.whole, Result):
        return None
    was = say(
        "{vote}: {agreement}.",
        vote=vote_name(earlier[-1].ordinal),
        agreement=agreement_in_sentence(view.whole.agreement),
    )
    return f"{was} {change_told(view.whole, result)}"


def completion(statement: Statement) -> str:
    """Return a statement without the stem that it completes."""
    return say("… {statement}.", statement=statement.text)


def settled_words(framework: Framework, round_: Round) -> str:
    """Return the view the room settled on with its reason, or ""."""
    if round_.settled_point is None:
        return ""
    point = framework.scale.points[round_.settled_point - 1]
    return say(
        "We settled on {point} {label}: {reason}",
        point=point.value,
        label=point.label,
        reason=round_.settled_reason,
    )


def agreed_words(framework: Framework, round_: Round) -> str:
    """Return the view the room settled on, without its reason, or ""."""
    if round_.settled_point is None:
        return ""
    point = framework.scale.points[round_.settled_point - 1]
    return say("We agreed on {point}: {label}", point=point.value, label=point.label)


def people_words(round_: Round) -> str:
    """Return how many people and ballots a round had."""
    people, which = people_in_the_room(round_.present), vote_in_sentence(round_.ordinal)
    return f"{people} · {ballots(round_.ballots_in)} · {which}"


def kicker(framework: Framework, statement: Statement, round_: Round | None = None) -> str:
    """Return where a statement stands in the day, and which vote this is."""
    action = framework.action_of(statement.id)
    parts = [action.short_title]
    if len(action.statements) > 1:
        place = [s.id for s in action.statements].index(statement.id) + 1
        parts.append(say("statement {n} of {total}", n=place, total=len(action.statements)))
    if round_ is not None and round_.ordinal > 1:
        parts.append(vote_in_sentence(round_.ordinal))
    return "  ·  ".join(parts)


def cards(framework: Framework, statement: Statement) -> tuple[Card, ...]:
    """Return the scale's points with this statement's anchors, then "can't say"."""
    scale = framework.scale
    points = (
        Card(p.value, p.label, statement.anchor(p.value) or p.description) for p in scale.points
    )
    return (*points, Card(CANNOT_SAY, scale.cannot_say_label, scale.cannot_say_description))


def _who_sees(workshop: Workshop, channel: Channel) -> str:
    seen, marked = bool(workshop.ballot_seen), come_in_sets(workshop)
    return channel_line(channel, seen=seen, marked=marked)
