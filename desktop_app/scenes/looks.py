"""Other ways to look at a revealed statement: two rounds side by side, and partner by partner."""

from __future__ import annotations

from enum import Enum

from desktop_app.analysis.visibility import view_round
from desktop_app.domain.channels import Channel
from desktop_app.domain.results import GroupView, Hidden, Result, RoundView
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.change import change_told
from desktop_app.words.names import agreement_in_sentence, agreement_name, vote_name
from desktop_app.words.speech import said, say
from desktop_app.words.wording import hidden_sentence, level_counts

from .marks import mark
from .scene import ByGroup, Compared, GroupPart, Scene
from .votes import agreed_words, completion, current_scene, kicker, people_words, settled_words

GROUPS_FOOTER = to_say("A partner is shown where at least five of its people have rated.")


class Look(Enum):
    """What of a revealed statement, or of the dots, is on the stage."""

    RESULT = "result"
    ROUNDS = "rounds"
    GROUPS = "groups"
    BESIDE = "beside"


def statement_look(
    record: WorkshopRecord, statement_id: str, look: Look, way: Channel | None = None
) -> Scene:
    """Return a statement as it stands, looked at in this way where that is possible."""
    scene: Scene | None = None
    if look is Look.ROUNDS:
        scene = compared_scene(record, statement_id)
    elif look is Look.GROUPS:
        scene = groups_scene(record, statement_id)
    return scene or current_scene(record, statement_id, way)


def offered_looks(record: WorkshopRecord, statement_id: str) -> tuple[Look, ...]:
    """Return the ways a statement can be looked at now, the plain result first."""
    looks = [Look.RESULT]
    if compared_scene(record, statement_id) is not None:
        looks.append(Look.ROUNDS)
    if groups_scene(record, statement_id) is not None:
        looks.append(Look.GROUPS)
    return tuple(looks)


def compared_scene(record: WorkshopRecord, statement_id: str) -> Compared | None:
    """Return the last revealed round beside the one before, where both may be shown."""
    latest = record.latest_round(statement_id)
    shown = [r for r in record.rounds_of(statement_id) if r.state is RoundState.REVEALED]
    if len(shown) < 2 or shown[-1] != latest:
        return None
    first, second = shown[-2:]
    before, after = _view(record, first).whole, _view(record, second).whole
    if isinstance(before, Hidden) or isinstance(after, Hidden):
        return None
    framework = record.workshop.framework
    statement = framework.statement(statement_id)
    return Compared(
        kicker=kicker(framework, statement),
        statement=completion(statement),
        scale=framework.scale,
        before=before,
        after=after,
        names=(vote_name(first.ordinal), vote_name(second.ordinal)),
        verdicts=(agreement_name(before.agreement), agreement_name(after.agreement)),
        name=statement.name,
        votes=(
            say("{vote}, thin bars", vote=vote_name(first.ordinal)),
            say("{vote}, thick bars", vote=vote_name(second.ordinal)),
        ),
        moved=change_told(before, after),
        agreements=_agreements(first, before, second, after),
        settled=settled_words(framework, second),
        footer=people_words(second),
        mark=mark(record.workshop),
    )


def groups_scene(record: WorkshopRecord, statement_id: str) -> ByGroup | None:
    """Return the last round partner by partner, where the view has parts to show."""
    latest = record.latest_round(statement_id)
    if latest is None:
        return None
    view = _view(record, latest)
    if not view.groups:
        return None
    framework = record.workshop.framework
    statement = framework.statement(statement_id)
    return ByGroup(
        kicker=kicker(framework, statement, latest),
        statement=completion(statement),
        scale=framework.scale,
        parts=tuple(group_part(part) for part in view.groups),
        footer=said(GROUPS_FOOTER),
        mark=mark(record.workshop),
        settled=agreed_words(framework, latest),
        name=statement.name,
    )


def _view(record: WorkshopRecord, round_: Round) -> RoundView:
    workshop = record.workshop
    points = workshop.framework.scale.size
    return view_round(round_, points, workshop.rules, workshop.privacy)


def _agreements(first: Round, before: Result, second: Round, after: Result) -> str:
    if before.agreement is after.agreement:
        return say("{agreement} in both votes.", agreement=agreement_name(after.agreement))
    return say(
        "{earlier}: {was}. {later}: {now}.",
        earlier=vote_name(first.ordinal),
        was=agreement_in_sentence(before.agreement),
        later=vote_name(second.ordinal),
        now=agreement_in_sentence(after.agreement),
    )


def group_part(view: GroupView) -> GroupPart:
    """Return what the room sees of a part of it."""
    others = view.merged or isinstance(view.result, Hidden)
    label = view.label or (say("Other partners") if others else say("Without a partner"))
    merged = ", ".join(view.merged)
    if isinstance(view.result, Hidden):
        return GroupPart(
            label, merged, None, hidden_sentence(view.result), short=say("Hidden: too few ratings")
        )
    agreement = agreement_name(view.result.agreement)
    return GroupPart(
        label, merged, view.result, agreement, say("{counts}.", counts=level_counts(view.result))
    )
