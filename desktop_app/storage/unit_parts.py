"""What every part of a unit of work stands on, and where a vote's counts lie by where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round, RoundState

from .frozen_framework import FrameworkStore
from .revisions import Revisions
from .row_access import RowAccess
from .votes.unit import UnitBoxes


class UnitPart:
    """One transaction: its connection, rows by id, changed workshops, frameworks and boxes."""

    def __init__(self, connection: Connection, store: FrameworkStore, boxes: UnitBoxes) -> None:
        self._connection = connection
        self._rows = RowAccess(connection)
        self._revisions = Revisions(connection)
        self._store = store
        self._boxes = boxes


def is_over(row: Mapping[str, Any]) -> bool:
    """Return whether the room has seen a vote's result, so that its counts are rows."""
    return bool(row["seen"]) or row["state"] is RoundState.REVEALED


def takes_secret_ballots(vote: Round | PriorityVote) -> bool:
    """Return whether a vote needs a box."""
    under_way = vote.state in {RoundState.OPEN, RoundState.CLOSED}
    return under_way and not vote.seen and not vote.channel.traits.counted
