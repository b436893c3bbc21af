"""What the room was promised about what is shown, which only gets stricter once it has voted.

PRODUCT, "Privacy rules": mode and minimum. What a small group is called hides nothing and is no
part of it.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.workshop import Privacy, Workshop, WorkshopRecord

_MOST_PRIVATE_FIRST = (Privacy.ANONYMOUS, Privacy.ANONYMOUS_WITH_GROUP, Privacy.OPEN)


def has_voted(record: WorkshopRecord) -> bool:
    """Return whether any ballot, dot or finger of the room is in."""
    vote = record.priority_vote
    dots = vote is not None and (vote.ballots_in or vote.dots_in)
    return bool(
        any(round_.ballots_in for round_ in record.all_rounds) or dots or record.workshop.fist
    )


def check_only_stricter(record: WorkshopRecord, changed: Workshop) -> None:
    """Raise RuleProblem where people have voted under a stricter promise than this."""
    if not has_voted(record):
        return
    try:
        _check(record.workshop, changed)
    except RuleProblem as error:
        if has_voted(replace(record, before=())):
            raise
        raise RuleProblem(
            "What was said beforehand was given under a stricter promise than this. Keep it as"
            " strict, or take those answers out first."
        ) from error


def check_kept(promised: Workshop, now: Workshop) -> None:
    """Raise RuleProblem where a vote that was set aside would come back to a looser promise."""
    try:
        _check(promised, now)
    except RuleProblem as error:
        raise RuleProblem(
            "This vote was set aside under a stricter promise than today’s, so it stays away. "
            "Make the settings as strict as they were, then bring it back."
        ) from error


def is_looser(privacy: Privacy, than: Privacy) -> bool:
    """Return whether a mode shows more of people than another."""
    return _MOST_PRIVATE_FIRST.index(privacy) > _MOST_PRIVATE_FIRST.index(than)


def _check(promised: Workshop, now: Workshop) -> None:
    if is_looser(now.privacy, than=promised.privacy):
        raise RuleProblem(
            "The room has voted with the privacy it was promised, which can only be made stricter "
            "now. Make a new workshop to vote with less."
        )
    before, after = promised.rules, now.rules
    if after.minimum_answers < before.minimum_answers:
        raise RuleProblem(
            "The room has voted knowing that fewer than {minimum} ratings are not shown. This can "
            "only be made stricter now. Make a new workshop to vote with less.",
            minimum=before.minimum_answers,
        )
    if after.group_minimum < before.group_minimum:
        raise RuleProblem(
            "The room has voted knowing that a partner with fewer than {minimum} ratings is not "
            "shown. This can only be made stricter now. Make a new workshop to vote with less.",
            minimum=before.group_minimum,
        )
