"""What every part of a unit of work stands on; knows no use of it."""

from __future__ import annotations

from sqlalchemy import Connection

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
