"""What a commitment's reason may go on saying when a workshop shows less than before.

A reason is kept as it stood when its step was taken, with its counts; those must not outlive
the result they come from.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.plan import Commitment, gather_more_key
from desktop_app.domain.ports import Work
from desktop_app.domain.results import Hidden
from desktop_app.domain.workshop import Workshop, WorkshopRecord


def withdraw_reasons(work: Work, record: WorkshopRecord, changed: Workshop) -> bool:
    """Take away the reasons that count a vote which `changed` hides and nothing hid before.

    Return whether there was one.
    """
    newly = _hidden(replace(record, workshop=changed)) - _hidden(record)
    told = [c for c in record.commitments if c.because and _counts(record, c, newly)]
    for commitment in told:
        work.save_commitment(replace(commitment, because=""))
    return bool(told)


def _hidden(record: WorkshopRecord) -> set[tuple[str, int]]:
    """Return statement and ordinal of each revealed round that is hidden as a whole."""
    statements = (s for action in workshop_picture(record).actions for s in action.statements)
    views = (view for statement in statements for view in statement.rounds)
    return {(view.statement_id, view.ordinal) for view in views if isinstance(view.whole, Hidden)}


def _counts(
    record: WorkshopRecord, commitment: Commitment, votes: Collection[tuple[str, int]]
) -> bool:
    """Return whether a reason may count one of some votes.

    Where not every step says which vote it was taken for, it may be any of its actions' votes.
    """
    known = commitment.taken_for
    if known and 2 * len(known) >= len(commitment.keys):
        return any((one.statement_id, one.ordinal) in votes for one in known)
    actions = {record.workshop.framework.action_of(statement).id for statement, _ in votes}
    return bool(actions & _actions_of(record, commitment))


def _actions_of(record: WorkshopRecord, commitment: Commitment) -> set[str]:
    """Return the actions whose steps a commitment takes on, more than one where it was merged."""
    keys = set(commitment.keys)
    actions = record.workshop.framework.actions
    own = {commitment.action_id} if commitment.action_id else set()
    return own | {
        action.id
        for action in actions
        if keys & {gather_more_key(action.id), *(step.id for step in action.steps)}
    }
