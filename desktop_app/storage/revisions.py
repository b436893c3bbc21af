"""Which workshops a unit of work changed, and that their revision rises; knows no other change."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select, update

from .tables import workshops


class Revisions:
    """The workshops changed over one connection since the last commit.

    Single ballots and counts of an open vote are no change: nothing of them leaves this laptop
    before the vote is closed and revealed, which is one.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new: set[str] = set()
        self._changed: set[str] = set()

    def begin(self, workshop_id: str) -> None:
        """Take a workshop as new in this unit: it keeps the revision that it came with."""
        self._new.add(workshop_id)

    def raise_for(self, workshop_id: str) -> None:
        """Take a workshop as changed."""
        self._changed.add(workshop_id)

    def raise_for_owner(self, table: Table, row_id: str) -> None:
        """Take the workshop of a row as changed."""
        owner = select(table.c.workshop_id).where(table.c.id == row_id)
        self._changed.update(self._connection.execute(owner).scalars())

    def write(self) -> None:
        """Raise the revision of each changed workshop by one."""
        changed = self._changed - self._new
        self._new, self._changed = set(), set()
        if changed:
            risen = update(workshops).values(revision=workshops.c.revision + 1)
            self._connection.execute(risen.where(workshops.c.id.in_(sorted(changed))))
