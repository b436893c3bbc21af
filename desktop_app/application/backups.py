"""Use cases on what backups still hold of a workshop that is deleted."""

from __future__ import annotations

from desktop_app.domain.backups import Backup
from desktop_app.domain.ports import Backups


class BackupCopies:
    """Tell which backups hold a workshop, and take it out of them."""

    def __init__(self, backups: Backups) -> None:
        self._backups = backups

    def holding(self, *workshop_ids: str) -> tuple[Backup, ...]:
        """Return the backups that hold any of these or a rehearsal of one, newest first."""
        return self._backups.holding(*workshop_ids)

    def forget(self, *workshop_ids: str) -> tuple[Backup, ...]:
        """Take workshops out of every backup; return those that still hold one of them.

        It cannot be undone. Raise an EnvironmentProblem where the disk stands in the way.
        """
        self._backups.forget(*workshop_ids)
        return self._backups.holding(*workshop_ids)
