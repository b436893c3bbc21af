"""The scenes of what was said beforehand: put on the stage by choice, and marked on each.

While the room votes, and until its result is revealed, there are none: they would lead the vote.
After that they stand beside it. The room's level, agreement and advice know nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.analysis.beforehand import view_before
from desktop_app.analysis.unanimous import unanimous
from desktop_app.analysis.visibility import view_round
from desktop_app.domain.results import Hidden, Result, RoundView
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.beforehand import BEFOREHAND, SAID_BEFOREHAND
from desktop_app.words.names import agreement_in_sentence, agreement_name, vote_name
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.stage_words import counts_for_room
from desktop_app.words.wording import hidden_sentence, level_counts, meaning_for_room, middle_rating

from .door import in_its_language
from .looks import GROUPS_FOOTER, group_part
from .marks import mark
from .scene import ByGroup, Compared, Revealed, RevealedHidden, Scene
from .votes import completion, kicker


def has_beforehand(record: WorkshopRecord, step: Step) -> bool:
    """Return whether the room can be shown what was said beforehand of a step's statement."""
    if step.kind is not StepKind.STATEMENT or view_before(record, step.subject) is None:
        return False
    latest = record.latest_round(step.subject)
    return latest is None or latest.state is RoundState.REVEALED


@in_its_language
def beforehand_scenes(record: WorkshopRecord, step: Step) -> tuple[Scene, ...]:
    """Return what was said beforehand, beside the room's vote if there is one; then by partner."""
    view = view_before(record, step.subject)
    if view is None or not has_beforehand(record, step):
        return ()
    return tuple(_scenes(record, step.subject, view))


def _scenes(record: WorkshopRecord, statement_id: str, view: RoundView) -> Iterator[Scene]:
    if isinstance(view.whole, Hidden):
        yield _hidden(record, statement_id, view, view.whole)
        return
    room = record.last_revealed(statement_id)
    result = _result(record, room) if room is not None else None
    if room is not None and result is not None:
        yield _beside(record, view, view.whole, room, result)
    else:
        yield _alone(record, view, view.whole)
    if len(view.groups) > 1 and not unanimous(view.groups):  # nobody is asked about it here
        yield _by_group(record, view)


def _result(record: WorkshopRecord, room: Round) -> Result | None:
    workshop = record.workshop
    points = workshop.framework.scale.size
    whole = view_round(room, points, workshop.rules, workshop.privacy).whole
    return whole if isinstance(whole, Result) else None


def _head(record: WorkshopRecord, statement_id: str) -> tuple[str, str]:
    framework = record.workshop.framework
    statement = framework.statement(statement_id)
    return kicker(framework, statement), completion(statement)


def _mark(record: WorkshopRecord) -> str:
    """Return what every scene of these is marked with, beside what all scenes are."""
    return "  ·  ".join(part for part in (mark(record.workshop), said(SAID_BEFOREHAND)) if part)


def _people(view: RoundView) -> str:
    return say_count(
        "{n} person answered before the day", "{n} people answered before the day", view.present
    )


def _alone(record: WorkshopRecord, view: RoundView, result: Result) -> Revealed:
    framework = record.workshop.framework
    about, statement = _head(record, view.statement_id)
    return Revealed(
        round_id=view.statement_id,
        kicker=about,
        statement=statement,
        scale=framework.scale,
        result=result,
        verdict=agreement_name(result.agreement),
        meaning=meaning_for_room(result),
        middle=middle_rating(result),
        level=say("{counts}.", counts=level_counts(result)),
        remarks=(),
        footer=_people(view),
        mark=_mark(record),
        counts=counts_for_room(result),
        question=say("{people}.", people=_people(view)),
        name=framework.statement(view.statement_id).name,
    )


def _beside(
    record: WorkshopRecord, view: RoundView, before: Result, room: Round, result: Result
) -> Compared:
    framework = record.workshop.framework
    about, statement = _head(record, view.statement_id)
    first, second = said(BEFOREHAND), vote_name(room.ordinal)
    return Compared(
        kicker=about,
        statement=statement,
        scale=framework.scale,
        before=before,
        after=result,
        names=(first, second),
        verdicts=(agreement_name(before.agreement), agreement_name(result.agreement)),
        name=framework.statement(view.statement_id).name,
        votes=(
            say("{vote}, thin bars", vote=first),
            say("{vote}, thick bars", vote=second),
        ),
        moved=say("Others may have answered beforehand than are in the room."),
        agreements=say(
            "{earlier}: {was}. {later}: {now}.",
            earlier=first,
            was=agreement_in_sentence(before.agreement),
            later=second,
            now=agreement_in_sentence(result.agreement),
        ),
        settled="",
        footer=_people(view),
        mark=_mark(record),
    )


def _by_group(record: WorkshopRecord, view: RoundView) -> ByGroup:
    framework = record.workshop.framework
    about, statement = _head(record, view.statement_id)
    return ByGroup(
        kicker=about,
        statement=statement,
        scale=framework.scale,
        parts=tuple(group_part(part) for part in view.groups),
        footer=said(GROUPS_FOOTER),
        mark=_mark(record),
        name=framework.statement(view.statement_id).name,
    )


def _hidden(
    record: WorkshopRecord, statement_id: str, view: RoundView, hidden: Hidden
) -> RevealedHidden:
    about, statement = _head(record, statement_id)
    return RevealedHidden(
        kicker=about,
        statement=statement,
        verdict=say("Too few ratings to show"),
        reason=hidden_sentence(hidden),
        footer=_people(view),
        mark=_mark(record),
        name=record.workshop.framework.statement(statement_id).name,
    )
