"""The vote on priorities: the only queries that touch how people shared out their dots.

As with ballots, what single people did is kept only while the vote is open, under a random key
and without a time; sealing turns it into sums.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, literal, select, update

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.priorities import DotBallot, PriorityVote
from desktop_app.domain.rounds import RoundState

from .rows import DotSum, dot_sum_of, priority_vote_of, priority_vote_values
from .tables import dot_ballots, dot_sums, priority_votes


def vote_of(
    connection: Connection, workshop_id: str, actions: Sequence[str]
) -> PriorityVote | None:
    """Return a workshop's priority vote, its known dots in the order of `actions`, or None.

    One that was discarded is none.
    """
    query = select(priority_votes).where(
        priority_votes.c.workshop_id == workshop_id,
        priority_votes.c.state != RoundState.DISCARDED,
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    single = [ballot.placed for ballot in ballots_of(connection, row["id"])]
    sums = _sums(connection, row["id"])
    return priority_vote_of(dict(row), sums, single, actions)


def put(connection: Connection, vote: PriorityVote) -> bool:
    """Add a workshop's vote or write its state; return whether a discarded one made way for it.

    Raise RuleProblem where the workshop has another one.
    """
    of_workshop = priority_votes.c.workshop_id == vote.workshop_id
    set_aside = (priority_votes.c.state == RoundState.DISCARDED, priority_votes.c.id != vote.id)
    removed = connection.execute(delete(priority_votes).where(of_workshop, *set_aside)).rowcount
    known = connection.execute(select(priority_votes.c.id).where(of_workshop)).scalar()
    values = priority_vote_values(vote)
    if known is None:
        connection.execute(insert(priority_votes).values(sealed_ballots=0, **values))
    elif known == vote.id:
        here = priority_votes.c.id == vote.id
        connection.execute(update(priority_votes).where(here).values(**values))
    else:
        raise RuleProblem(
            "This workshop already has a vote on priorities. Discard it before a new one begins."
        )
    return removed > 0


def add(connection: Connection, vote: PriorityVote, ballot: DotBallot) -> None:
    """Add one person's dots; raise RuleProblem where the stored vote is not open."""
    row = select(
        priority_votes.c.id,
        literal(secrets.token_bytes(16)),
        literal(vote.channel, dot_ballots.c.channel.type),
        # In the order of the ids: in which order somebody placed the dots is nobody's business.
        literal(_added_up(ballot.dots), dot_ballots.c.dots.type),
    ).where(priority_votes.c.id == vote.id, priority_votes.c.state == RoundState.OPEN)
    columns = ["priority_vote_id", "id", "channel", "dots"]
    if connection.execute(insert(dot_ballots).from_select(columns, row)).rowcount == 0:
        raise RuleProblem("This vote is closed, so the dots were not counted.")


def take_back(connection: Connection, vote: PriorityVote, ballot: DotBallot) -> None:
    """Remove one ballot like this one; raise RuleProblem where it cannot be had any more."""
    is_open = select(priority_votes.c.id).where(
        priority_votes.c.id == vote.id, priority_votes.c.state == RoundState.OPEN
    )
    one = select(dot_ballots.c.id).where(
        dot_ballots.c.priority_vote_id.in_(is_open),
        dot_ballots.c.channel == vote.channel,
        dot_ballots.c.dots == _added_up(ballot.dots),
    )
    found = connection.execute(one.limit(1)).scalar()
    if found is None:
        raise RuleProblem("These dots were counted with the others and cannot be taken back.")
    here = (dot_ballots.c.priority_vote_id == vote.id, dot_ballots.c.id == found)
    connection.execute(delete(dot_ballots).where(*here))


def ballots_of(connection: Connection, vote_id: str) -> tuple[DotBallot, ...]:
    """Return the single dot ballots, in the order of their random keys."""
    query = select(dot_ballots.c.dots).where(dot_ballots.c.priority_vote_id == vote_id)
    rows = connection.execute(query.order_by(dot_ballots.c.id)).scalars()
    return tuple(DotBallot(dots) for dots in rows)


def set_hands(connection: Connection, vote_id: str, dots: Mapping[str, int]) -> None:
    """Replace the hands channel's dots."""
    hands = (dot_sums.c.priority_vote_id == vote_id, dot_sums.c.channel == Channel.HANDS)
    connection.execute(delete(dot_sums).where(*hands))
    _add_sums(connection, vote_id, (DotSum(Channel.HANDS, a, n) for a, n in dots.items()))


def seal(connection: Connection, vote_id: str) -> bool:
    """Turn single dot ballots into sums; return whether there were any."""
    of_vote = dot_ballots.c.priority_vote_id == vote_id
    rows = connection.execute(
        select(dot_ballots.c.channel, dot_ballots.c.dots).where(of_vote)
    ).all()
    placed: Counter[tuple[Channel, str]] = Counter()
    for channel, dots in rows:
        for action_id, count in dots:
            placed[channel, action_id] += count
    _add_sums(connection, vote_id, (DotSum(*key, count) for key, count in placed.items()))
    people = priority_votes.c.sealed_ballots + len(rows)
    here = update(priority_votes).where(priority_votes.c.id == vote_id)
    connection.execute(here.values(sealed_ballots=people))
    return connection.execute(delete(dot_ballots).where(of_vote)).rowcount > 0


def _sums(connection: Connection, vote_id: str) -> list[DotSum]:
    query = select(dot_sums).where(dot_sums.c.priority_vote_id == vote_id)
    return [dot_sum_of(dict(row)) for row in connection.execute(query).mappings()]


def _add_sums(connection: Connection, vote_id: str, added: Iterable[DotSum]) -> None:
    for one in added:
        if one.dots:
            _add_sum(connection, vote_id, one)


def _add_sum(connection: Connection, vote_id: str, one: DotSum) -> None:
    key = {"priority_vote_id": vote_id, "channel": one.channel, "action_id": one.action_id}
    here = [dot_sums.c[name] == value for name, value in key.items()]
    more = update(dot_sums).where(*here).values(dots=dot_sums.c.dots + one.dots)
    if connection.execute(more).rowcount == 0:
        connection.execute(insert(dot_sums).values(**key, dots=one.dots))


def _added_up(dots: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    placed: Counter[str] = Counter()
    for action_id, count in dots:
        placed[action_id] += count
    return tuple(sorted((a, n) for a, n in placed.items() if n))
