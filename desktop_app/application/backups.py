"""Use cases on what backups still hold of a workshop that is deleted."""

from __future__ import annotations

from desktop_app.domain.backups import Backup
from desktop_app.domain.ports import Backups


class BackupCopies:
    """Tell which backups hold a workshop, and take it out of them."""

    def __init__(self, backups: Backups) -> None:
        self._backups = backups

    def holding(self, workshop_id: str) -> tuple[Backup, ...]:
        """Return the backups that hold a workshop or a rehearsal of it, newest first."""
        return self._backups.holding(workshop_id)

    def forget(self, workshop_id: str) -> tuple[Backup, ...]:
        """Take a workshop out of every backup; return those that still hold it.

        It cannot be undone. Raise an EnvironmentProblem where the disk stands in the way.
        """
        self._backups.forget(workshop_id)
        return self._backups.holding(workshop_id)
