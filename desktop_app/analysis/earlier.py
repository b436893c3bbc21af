"""The frozen copy of a workshop that a follow-up keeps, made from that workshop's own view.

Sees votes only through visibility, so nothing in a copy can give away more than the papers do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.earlier import (
    Earlier,
    EarlierAction,
    EarlierCommitment,
    EarlierPart,
    EarlierStatement,
    EarlierVote,
    as_earlier,
    still_open,
)
from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.results import GroupView, Result
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import ResultRules, WorkshopRecord

from .result import result_of
from .visibility import view_round


def earlier_of(record: WorkshopRecord) -> Earlier:
    """Return the frozen copy of a workshop."""
    workshop = record.workshop
    framework = workshop.framework
    return Earlier(
        identity=workshop.identity,
        revision=workshop.revision,
        title=workshop.title,
        framework_id=framework.id,
        framework_version=framework.version,
        framework_title=framework.title,
        present=workshop.present,
        partnership=workshop.partnership,
        held_on=workshop.held_on,
        partners=tuple(group.label for group in workshop.groups),
        rules=workshop.rules,
        actions=tuple(EarlierAction(a.id, a.title, a.short_title) for a in framework.actions),
        statements=tuple(_statement(record, one) for one in framework.statements),
        commitments=tuple(_commitments(record)),
    )


def first_vote(record: WorkshopRecord, statement_id: str) -> Round | None:
    """Return the room's first vote on a statement, None where it was not revealed.

    A later one is none, even where the first is not there: the room had talked by then.
    """
    rounds = record.rounds_of(statement_id)
    first = next((one for one in rounds if one.ordinal == 1), None)
    return first if first is not None and first.state is RoundState.REVEALED else None


def result_then(vote: EarlierVote, rules: ResultRules) -> Result | None:
    """Return the whole room's result of an earlier vote, None where it was hidden."""
    if vote.is_hidden:
        return None
    return result_of(vote.counts, vote.cannot_say, vote.present, rules)


def _statement(record: WorkshopRecord, statement: Statement) -> EarlierStatement:
    framework = record.workshop.framework
    return EarlierStatement(
        statement.id,
        framework.action_of(statement.id).id,
        statement.name,
        framework.sentence(statement),
        _labels(framework),
        _vote(record, statement.id),
    )


def _labels(framework: Framework) -> tuple[str, ...]:
    return tuple(point.label for point in framework.scale.points)


def _vote(record: WorkshopRecord, statement_id: str) -> EarlierVote | None:
    round_ = first_vote(record, statement_id)
    if round_ is None:
        return None
    workshop = record.workshop
    points = workshop.framework.scale.size
    view = view_round(round_, points, workshop.rules, workshop.privacy)
    if not isinstance(view.whole, Result):
        return EarlierVote(round_.channel, view.present)
    whole, parts = view.whole, tuple(_parts(view.groups))
    return EarlierVote(round_.channel, view.present, whole.counts, whole.cannot_say, parts)


def _parts(groups: Iterable[GroupView]) -> Iterator[EarlierPart]:
    for group in groups:
        if isinstance(group.result, Result):
            names = (group.label,) if group.label else group.merged
            counts, cannot_say = group.result.counts, group.result.cannot_say
            yield EarlierPart(names, counts, cannot_say, merged=not group.label)


def _commitments(record: WorkshopRecord) -> Iterator[EarlierCommitment]:
    """Yield what the day took on, then what is still open of the days before."""
    workshop = record.workshop
    for taken in record.commitments:
        yield as_earlier(taken, workshop.held_on)
    if workshop.earlier:
        again = {taken.continues for taken in record.commitments}
        yield from still_open(workshop.earlier[0].commitments, workshop.progress, again)
