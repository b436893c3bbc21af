"""Workshop state to scene: the pure function that decides what the room sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.visibility import view_round
from desktop_app.analysis.wording import (
    agreement_name,
    flag_sentence,
    hidden_sentence,
    level_counts,
    level_name,
    meaning,
    middle_rating,
    second_round,
)
from desktop_app.domain.framework import CANNOT_SAY, Action, Framework, Statement
from desktop_app.domain.plan import Commitment, NoteKind
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    Flag,
    Hidden,
    Level,
    Result,
    RoundView,
    StatementPicture,
)
from desktop_app.domain.rounds import Channel, Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Workshop, WorkshopRecord

from .room_words import (
    GROUND_RULES,
    PURPOSE,
    SAMPLE_MARK,
    channel_sentence,
    count_in,
    long_date,
    ordinal_word,
    privacy_sentence,
    short_date,
)
from .scenes import (
    Card,
    Closing,
    Picture,
    PictureRow,
    Plan,
    PlanLine,
    Revealed,
    RevealedHidden,
    Scene,
    StatementShown,
    VoteClosed,
    VoteOpen,
    Welcome,
)


class OverviewOrder(Enum):
    """How the overview's actions are ordered."""

    FRAMEWORK = "framework"
    LEVEL = "level"
    DISAGREEMENT = "disagreement"


_LEVEL_ORDER = (Level.LOW, Level.MIDDLE, Level.HIGH)
_DIVIDED_FIRST = (Agreement.OPPOSING, Agreement.MIXED, Agreement.BROAD, Agreement.STRONG)

PLAN_LINES = 5
PARKED_LINES = 4


def scene_at(
    record: WorkshopRecord, step: Step, order: OverviewOrder = OverviewOrder.FRAMEWORK
) -> Scene:
    """Return what the room may see of a workshop at a step."""
    makers: dict[StepKind, Callable[[], Scene]] = {
        StepKind.WELCOME: lambda: _welcome(record),
        StepKind.STATEMENT: lambda: _statement(record, step.subject),
        StepKind.ACTION: lambda: _action(record, step.subject),
        StepKind.OVERVIEW: lambda: _overview(record, order),
        StepKind.NEXT_STEPS: lambda: _plan(record),
        StepKind.CLOSE: lambda: _closing(record),
    }
    return makers[step.kind]()


def statement_scene(record: WorkshopRecord, statement_id: str, ordinal: int) -> Scene:
    """Return the scene of one round of a statement, as when the facilitator looks back."""
    round_ = next(r for r in record.rounds_of(statement_id) if r.ordinal == ordinal)
    return _round_scene(record, round_)


def _mark(workshop: Workshop) -> str:
    return SAMPLE_MARK if workshop.is_sample else ""


def _welcome(record: WorkshopRecord) -> Welcome:
    workshop = record.workshop
    day = long_date(workshop.held_on) if workshop.held_on else ""
    about = [workshop.partnership, workshop.place, day]
    return Welcome(
        kicker="  ·  ".join(part for part in about if part),
        title=workshop.title,
        purpose=PURPOSE,
        ground_rules=GROUND_RULES,
        privacy=privacy_sentence(workshop.privacy),
        mark=_mark(workshop),
    )


def _statement(record: WorkshopRecord, statement_id: str) -> Scene:
    latest = record.latest_round(statement_id)
    if latest is not None:
        return _round_scene(record, latest)
    workshop = record.workshop
    statement = workshop.framework.statement(statement_id)
    return StatementShown(
        kicker=_kicker(workshop.framework, statement),
        sentence=workshop.framework.sentence(statement),
        cards=cards(workshop.framework, statement),
        footer=channel_sentence(workshop.channel),
        mark=_mark(workshop),
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
        kicker=_kicker(framework, statement, round_),
        sentence=framework.sentence(statement),
        cards=cards(framework, statement),
        footer=channel_sentence(round_.channel),
        ballots_in=round_.ballots_in,
        present=round_.present,
        count_text=count_in(round_.ballots_in, round_.present),
        takes_turns=round_.channel is Channel.TURNS,
        mark=_mark(workshop),
    )


def _vote_closed(workshop: Workshop, round_: Round) -> VoteClosed:
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    return VoteClosed(
        kicker=_kicker(framework, statement, round_),
        sentence=framework.sentence(statement),
        count_text=f"The vote is closed. {count_in(round_.ballots_in, round_.present)}.",
        footer="Before we look: what do you expect to see?",
        mark=_mark(workshop),
    )


def _revealed(record: WorkshopRecord, round_: Round) -> Scene:
    workshop = record.workshop
    framework = workshop.framework
    statement = framework.statement(round_.statement_id)
    view = view_round(round_, framework.scale.size, workshop.rules, workshop.privacy)
    kicker = _kicker(framework, statement, round_)
    if isinstance(view.whole, Hidden):
        return RevealedHidden(
            kicker=kicker,
            statement=f"… {statement.text}.",
            verdict="Too few ratings to show",
            reason=hidden_sentence(view.whole),
            footer=_people(round_),
            mark=_mark(workshop),
        )
    return _shown(record, round_, view.whole, kicker)


def _shown(record: WorkshopRecord, round_: Round, result: Result, kicker: str) -> Revealed:
    framework = record.workshop.framework
    return Revealed(
        round_id=round_.id,
        kicker=kicker,
        statement=f"… {framework.statement(round_.statement_id).text}.",
        scale=framework.scale,
        result=result,
        verdict=agreement_name(result.agreement),
        meaning=meaning(result),
        middle=middle_rating(result),
        level=f"Level: {level_name(result.level)}. {level_counts(result)}.",
        remarks=_remarks(record, round_, result),
        footer=_people(round_),
        hint="Next: talk about what is behind this",
        mark=_mark(record.workshop),
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


def _people(round_: Round) -> str:
    ballots = "1 ballot" if round_.ballots_in == 1 else f"{round_.ballots_in} ballots"
    people = "1 person" if round_.present == 1 else f"{round_.present} people"
    return f"{people} in the room · {ballots} · {ordinal_word(round_.ordinal)} vote"


def _kicker(framework: Framework, statement: Statement, round_: Round | None = None) -> str:
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


def _action(record: WorkshopRecord, action_id: str) -> Picture:
    framework = record.workshop.framework
    action = framework.action(action_id)
    picture = workshop_picture(record).action(action_id)
    return Picture(
        kicker="Talk about the whole action",
        title=action.title,
        rows=tuple(_statement_row(action, s) for s in picture.statements),
        scale=framework.scale,
        footer="Each bar: ratings below, at and above the middle of the scale.",
        prompt=action.prompts[0].text if action.prompts else "",
        mark=_mark(record.workshop),
    )


def _statement_row(action: Action, picture: StatementPicture) -> PictureRow:
    statement = next(s for s in action.statements if s.id == picture.statement_id)
    label = statement.word.capitalize()
    if picture.result is not None:
        return PictureRow(
            label,
            picture.result.counts,
            level_name(picture.result.level),
            agreement_name(picture.result.agreement),
        )
    return PictureRow(label, None, "", "", _nothing(picture.latest))


def _nothing(view: RoundView | None) -> str:
    if view is not None and isinstance(view.whole, Hidden):
        return "Hidden: too few ratings"
    return "Not rated yet"


def _overview(record: WorkshopRecord, order: OverviewOrder) -> Picture:
    framework = record.workshop.framework
    actions = ordered(workshop_picture(record).actions, order)
    return Picture(
        kicker="Where we stand",
        title=f"The {_number(len(actions))} leadership actions",
        rows=tuple(_action_row(framework.action(a.action_id), a) for a in actions),
        scale=framework.scale,
        footer=(
            "Each bar: share below, at and above the middle of the scale. "
            "The level is that of the weakest statement."
        ),
        mark=_mark(record.workshop),
    )


def ordered(actions: tuple[ActionPicture, ...], order: OverviewOrder) -> tuple[ActionPicture, ...]:
    """Return the actions in an order; those without a result come last."""
    if order is OverviewOrder.LEVEL:
        return tuple(sorted(actions, key=lambda a: _place(_LEVEL_ORDER, a.level)))
    if order is OverviewOrder.DISAGREEMENT:
        return tuple(sorted(actions, key=lambda a: _place(_DIVIDED_FIRST, a.agreement)))
    return actions


def _place(order: tuple[object, ...], value: object) -> int:
    return order.index(value) if value in order else len(order)


def statement_rows(record: WorkshopRecord, order: OverviewOrder) -> tuple[PictureRow, ...]:
    """Return one row a statement over all actions, for the console's overview."""
    framework = record.workshop.framework
    actions = workshop_picture(record).actions
    pairs = [(framework.action(a.action_id), s) for a in actions for s in a.statements]
    if order is OverviewOrder.LEVEL:
        pairs.sort(key=lambda pair: _place(_LEVEL_ORDER, _level_of(pair[1])))
    elif order is OverviewOrder.DISAGREEMENT:
        pairs.sort(key=lambda pair: _place(_DIVIDED_FIRST, _agreement_of(pair[1])))
    return tuple(_statement_row(action, picture) for action, picture in pairs)


def _level_of(picture: StatementPicture) -> Level | None:
    return picture.result.level if picture.result else None


def _agreement_of(picture: StatementPicture) -> Agreement | None:
    return picture.result.agreement if picture.result else None


def _number(count: int) -> str:
    words = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[count] if 0 < count < len(words) else str(count)


def _action_row(action: Action, picture: ActionPicture) -> PictureRow:
    if picture.level is not None and picture.agreement is not None:
        return PictureRow(
            action.short_title,
            picture.pooled,
            level_name(picture.level),
            agreement_name(picture.agreement),
        )
    hidden = any(s.latest is not None for s in picture.statements)
    return PictureRow(
        action.short_title, None, "", "", "Too few ratings" if hidden else "Not rated yet"
    )


def plan_lines(commitments: tuple[Commitment, ...], limit: int) -> tuple[PlanLine, ...]:
    """Return the first `limit` commitments as the room reads them."""
    return tuple(
        PlanLine(c.title, c.owner, short_date(c.due) if c.due else "") for c in commitments[:limit]
    )


def _more(total: int, limit: int) -> str:
    return f"and {total - limit} more in the printed plan" if total > limit else ""


def _plan(record: WorkshopRecord) -> Plan:
    commitments = record.commitments
    return Plan(
        kicker="Next steps",
        title="What we will do",
        headline=record.workshop.headline,
        lines=plan_lines(commitments, PLAN_LINES),
        more=_more(len(commitments), PLAN_LINES),
        empty="Which of the recommended steps fit us? What would we add?",
        mark=_mark(record.workshop),
    )


def _closing(record: WorkshopRecord) -> Closing:
    workshop = record.workshop
    parked = tuple(n.text for n in record.notes if n.kind is NoteKind.PARKED)
    review = f"We look again on {long_date(workshop.review_on)}." if workshop.review_on else ""
    return Closing(
        kicker=workshop.partnership or workshop.title,
        title="Thank you",
        headline=workshop.headline,
        lines=plan_lines(record.commitments, PLAN_LINES - 1),
        more=_more(len(record.commitments), PLAN_LINES - 1),
        parked=parked[:PARKED_LINES],
        review=review,
        mark=_mark(workshop),
    )
