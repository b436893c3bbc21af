"""Ballots and tallies of rounds: the only queries that touch what people voted.

Single ballots exist only while a round takes them. They have a random key and no time; sealing
turns them into counts.
"""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, literal, select, update

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.rounds import Ballot, Round, RoundState, Tally

from .rows import Row, round_of, tally_of
from .tables import ballots, rounds, tallies


def rounds_where(connection: Connection, condition: ColumnElement[bool]) -> list[Round]:
    """Return the rounds that meet a condition on the `rounds` table."""
    wanted = select(rounds.c.id).where(condition)
    rows = connection.execute(select(rounds).where(condition)).mappings().all()
    tallied = _tallied(connection, wanted)
    single = _single(connection, wanted)
    return [round_of(_plain(row), tallied[row["id"]], single[row["id"]]) for row in rows]


def _plain(row: Any) -> Row:
    return dict(row)


def _tallied(connection: Connection, wanted: Any) -> defaultdict[str, list[Tally]]:
    # Sorted here by what a tally says, so that no order of arrival can show.
    query = (
        select(tallies)
        .where(tallies.c.round_id.in_(wanted))
        .order_by(tallies.c.round_id, tallies.c.channel, tallies.c.group_label, tallies.c.point)
    )
    found: defaultdict[str, list[Tally]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["round_id"]].append(tally_of(_plain(row)))
    return found


def _single(connection: Connection, wanted: Any) -> Counter[str]:
    query = (
        select(ballots.c.round_id, func.count())
        .where(ballots.c.round_id.in_(wanted))
        .group_by(ballots.c.round_id)
    )
    return Counter({row[0]: row[1] for row in connection.execute(query)})


def add(connection: Connection, round_: Round, ballot: Ballot) -> str:
    """Add one ballot and return its id; raise RuleProblem where the stored round is not open."""
    key = secrets.token_bytes(16)
    # One statement asks and adds, so that no ballot can slip into a round that was closed.
    row = select(
        rounds.c.id,
        literal(key),
        literal(round_.channel, ballots.c.channel.type),
        literal(ballot.group),
        literal(ballot.point),
    ).where(rounds.c.id == round_.id, rounds.c.state == RoundState.OPEN)
    columns = ["round_id", "id", "channel", "group_label", "point"]
    if connection.execute(insert(ballots).from_select(columns, row)).rowcount == 0:
        raise RuleProblem("This vote is closed, so the ballot was not counted.")
    return key.hex()


def take_back(connection: Connection, round_id: str, ballot_id: str) -> None:
    """Remove one ballot of an open round; raise RuleProblem where it cannot be had any more."""
    is_open = select(rounds.c.id).where(rounds.c.id == round_id, rounds.c.state == RoundState.OPEN)
    one = (ballots.c.round_id.in_(is_open), func.lower(func.hex(ballots.c.id)) == ballot_id)
    if connection.execute(delete(ballots).where(*one)).rowcount == 0:
        raise RuleProblem("This ballot was counted with the others and cannot be taken back.")


def set_hands(connection: Connection, round_id: str, counts: Sequence[int], group: str) -> None:
    """Replace a group's counts of hands for 0 ("can't say"), 1, ... K."""
    of_group = (tallies.c.channel == Channel.HANDS, tallies.c.group_label == group)
    connection.execute(delete(tallies).where(tallies.c.round_id == round_id, *of_group))
    counted = (Tally(Channel.HANDS, group, point, votes) for point, votes in enumerate(counts))
    add_tallies(connection, round_id, counted)


def add_tallies(connection: Connection, round_id: str, counted: Iterable[Tally]) -> None:
    """Add counts to those that are there."""
    for tally in counted:
        if tally.votes:
            _add_tally(connection, round_id, tally)


def _add_tally(connection: Connection, round_id: str, tally: Tally) -> None:
    key = {
        "round_id": round_id,
        "channel": tally.channel,
        "group_label": tally.group,
        "point": tally.point,
    }
    here = [tallies.c[name] == value for name, value in key.items()]
    more = update(tallies).where(*here).values(votes=tallies.c.votes + tally.votes)
    if connection.execute(more).rowcount == 0:
        connection.execute(insert(tallies).values(**key, votes=tally.votes))


def seal(connection: Connection, round_id: str) -> bool:
    """Turn single ballots into counts; return whether there were any."""
    kind = (ballots.c.channel, ballots.c.group_label, ballots.c.point)
    of_round = ballots.c.round_id == round_id
    query = select(*kind, func.count().label("votes")).where(of_round).group_by(*kind)
    counted = [tally_of(_plain(row)) for row in connection.execute(query).mappings()]
    add_tallies(connection, round_id, counted)
    return connection.execute(delete(ballots).where(of_round)).rowcount > 0
