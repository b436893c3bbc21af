"""Scenes of a statement: shown, voted on, closed, revealed."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.analysis.visibility import view_round
from desktop_app.domain.framework import CANNOT_SAY, Framework, Statement
from desktop_app.domain.people import group_labels
from desktop_app.domain.results import Flag, Hidden, Result
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words.names import agreement_name, level_name
from desktop_app.words.room import channel_sentence, count_in, ordinal_word
from desktop_app.words.wording import (
    flag_sentence,
    hidden_sentence,
    level_counts,
    meaning,
    middle_rating,
    second_round,
)

from .marks import mark
from .scene import Card, Revealed, RevealedHidden, Scene, StatementShown, VoteClosed, VoteOpen


def current_scene(record: WorkshopRecord, statement_id: str) -> Scene:
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
        footer=channel_sentence(workshop.channel),
        mark=mark(workshop),
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


def _vote_open(workshop: Workshop, round_: Round) -> VoteOpen:
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    return VoteOpen(
        round_id=round_.id,
        kicker=kicker(framework, statement, round_),
        sentence=framework.sentence(statement),
        cards=cards(framework, statement),
        footer=channel_sentence(round_.channel),
        ballots_in=round_.ballots_in,
        present=round_.present,
        count_text=count_in(round_.ballots_in, round_.present),
        takes_turns=round_.channel.traits.on_stage,
        mark=mark(workshop),
        groups=group_labels(workshop),
        language=workshop.language,
    )


def _vote_closed(workshop: Workshop, round_: Round) -> VoteClosed:
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    return VoteClosed(
        kicker=kicker(framework, statement, round_),
        sentence=framework.sentence(statement),
        count_text=f"The vote is closed. {count_in(round_.ballots_in, round_.present)}.",
        footer="Before we look: what do you expect to see?",
        mark=mark(workshop),
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
            statement=f"… {statement.text}.",
            verdict="Too few ratings to show",
            reason=hidden_sentence(view.whole),
            footer=people_words(round_),
            mark=mark(workshop),
        )
    return _shown(record, round_, view.whole, about)


def _shown(record: WorkshopRecord, round_: Round, result: Result, about: str) -> Revealed:
    framework = record.workshop.framework
    return Revealed(
        round_id=round_.id,
        kicker=about,
        statement=f"… {framework.statement(round_.statement_id).text}.",
        scale=framework.scale,
        result=result,
        verdict=agreement_name(result.agreement),
        meaning=meaning(result),
        middle=middle_rating(result),
        level=f"Level: {level_name(result.level)}. {level_counts(result)}.",
        remarks=_remarks(record, round_, result),
        footer=people_words(round_),
        hint="Next: talk about what is behind this",
        mark=mark(record.workshop),
        settled=settled_words(framework, round_),
    )


def _remarks(record: WorkshopRecord, round_: Round, result: Result) -> tuple[str, ...]:
    remarks = [flag_sentence(flag, result) for flag in Flag if flag in result.flags]
    before = _compared(record, round_, result)
    if before is not None:
        remarks.insert(0, before)
    return tuple(remarks)


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
    which = ordinal_word(earlier[-1].ordinal).capitalize()
    was = agreement_name(view.whole.agreement).lower()
    return f"{which} vote: {was}. {second_round(view.whole, result)}"


def settled_words(framework: Framework, round_: Round) -> str:
    """Return the view the room settled on with its reason, or ""."""
    if round_.settled_point is None:
        return ""
    point = framework.scale.points[round_.settled_point - 1]
    return f"We settled on {point.value} {point.label}: {round_.settled_reason}"


def people_words(round_: Round) -> str:
    """Return how many people and ballots a round had."""
    ballots = "1 ballot" if round_.ballots_in == 1 else f"{round_.ballots_in} ballots"
    people = "1 person" if round_.present == 1 else f"{round_.present} people"
    return f"{people} in the room · {ballots} · {ordinal_word(round_.ordinal)} vote"


def kicker(framework: Framework, statement: Statement, round_: Round | None = None) -> str:
    """Return where a statement stands in the day, and which vote this is."""
    action = framework.action_of(statement.id)
    parts = [action.short_title]
    if len(action.statements) > 1:
        place = [s.id for s in action.statements].index(statement.id) + 1
        parts.append(f"statement {place} of {len(action.statements)}")
    if round_ is not None and round_.ordinal > 1:
        parts.append(f"{ordinal_word(round_.ordinal)} vote")
    return "  ·  ".join(parts)


def cards(framework: Framework, statement: Statement) -> tuple[Card, ...]:
    """Return the scale's points with this statement's anchors, then "can't say"."""
    scale = framework.scale
    points = (
        Card(p.value, p.label, statement.anchor(p.value) or p.description) for p in scale.points
    )
    return (*points, Card(CANNOT_SAY, scale.cannot_say_label, scale.cannot_say_description))
