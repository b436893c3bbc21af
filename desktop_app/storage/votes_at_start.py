"""What a start makes of the boxes it finds: votes under way go on, all else goes; once, under lock.

A vote that is under way has a box, unless it is counted by hands. One whose box is gone begins
again with nothing in; of one whose copies are both damaged nothing can be counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, literal, select
from sqlalchemy.engine import RowMapping

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.texts import Phrase, phrase

from .frozen_framework import FrameworkStore
from .tables import UNSEEN, priority_votes, rounds, workshops
from .votes.counts import Counts
from .votes.folder import Boxes


@dataclass(frozen=True, slots=True)
class _Vote:
    """A vote that the room has not seen the result of."""

    id: str
    under_way: bool
    by_hands: bool
    told: Phrase


def heal_votes(connection: Connection, store: FrameworkStore, boxes: Boxes) -> tuple[Phrase, ...]:
    """Heal the boxes of votes under way; return a sentence for each whose ballots are lost."""
    votes = {vote.id: vote for vote in _unseen(connection, store) if vote.under_way}
    missed = boxes.heal(votes)
    lost = [votes[key] for key in sorted(missed) if boxes.has(key) or not votes[key].by_hands]
    for vote in lost:
        if not boxes.has(vote.id):
            boxes.make(vote.id, Counts())
    return tuple(vote.told for vote in lost)


def clear_votes(
    connection: Connection, store: FrameworkStore, boxes: Boxes, *, alone: bool
) -> None:
    """Erase the boxes of no vote under way.

    Votes that were discarded keep theirs unless the library is held `alone`: whoever else has it
    open may still bring them back.
    """
    boxes.keep_only({v.id for v in _unseen(connection, store) if v.under_way or not alone})


def drop_discarded(connection: Connection, boxes: Boxes) -> None:
    """Erase the boxes of votes that were discarded, now that nobody can bring them back."""
    for table in (rounds, priority_votes):
        discarded = select(table.c.id).where(UNSEEN, table.c.state == RoundState.DISCARDED)
        for vote_id in connection.execute(discarded).scalars():
            boxes.box(vote_id).erase()


def _unseen(connection: Connection, store: FrameworkStore) -> Iterator[_Vote]:
    for table in (rounds, priority_votes):
        for row in connection.execute(_query(table is rounds)).mappings():
            by_hands = row["channel"].traits.counted
            under_way = row["state"] is not RoundState.DISCARDED
            yield _Vote(row["id"], under_way, by_hands, _told(connection, store, row))


def _query(on_statements: bool) -> Select[tuple[object, ...]]:
    table = rounds if on_statements else priority_votes
    statement = rounds.c.statement_id if on_statements else literal("")
    own = (table.c.id, table.c.state, table.c.channel, statement.label("statement_id"))
    found = select(*own, workshops.c.title, workshops.c.framework_hash)
    return found.join(workshops, workshops.c.id == table.c.workshop_id).where(UNSEEN)


def _told(connection: Connection, store: FrameworkStore, row: RowMapping) -> Phrase:
    if not row["statement_id"]:
        return phrase(
            "The dots of the vote on priorities in “{workshop}” cannot be read. Take the vote"
            " again.",
            workshop=row["title"],
        )
    statements = store.get(connection, row["framework_hash"]).statements
    texts = {statement.id: statement.text for statement in statements}
    return phrase(
        "The ballots of the vote on “{statement}” in “{workshop}” cannot be read. Take the vote"
        " again.",
        statement=texts.get(row["statement_id"], row["statement_id"]),
        workshop=row["title"],
    )
