"""What backups hold of single workshops, found and taken out; implements domain.ports.Backups."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from desktop_app.domain.backups import Backup
from desktop_app.domain.channels import Channel

from .backup import backups, damaged_folder, moment_of
from .engine import open_to_read
from .problems import plain_errors

_UNUSED_FRAMEWORKS = "DELETE FROM frameworks WHERE hash NOT IN (SELECT framework_hash FROM {users})"
_SEEN_BY_ALL = ", ".join(f"'{c.value}'" for c in Channel if c.traits.seen_by_all)

_BEGIN_AGAIN = """
    UPDATE {votes} SET difference_reason = '',
    state = CASE state WHEN 'closed' THEN 'open' ELSE state END WHERE {unseen}
"""
# Of a library from before there were boxes, copied before it is brought up to date.
_VOTES_UNDER_WAY = (
    "DELETE FROM ballots",
    """
    DELETE FROM tallies WHERE channel NOT IN ({seen_by_all})
    AND round_id IN (SELECT id FROM rounds WHERE {unseen})
    """,
)
_DOTS_UNDER_WAY = (
    "DELETE FROM dot_ballots",
    """
    DELETE FROM dot_sums WHERE channel NOT IN ({seen_by_all})
    AND priority_vote_id IN (SELECT id FROM priority_votes WHERE {unseen})
    """,
    "UPDATE priority_votes SET sealed_ballots = 0, concordance = NULL WHERE {unseen}",
)


class BackupContents:
    """The backups of the library file `library`, and the damaged files put aside beside them."""

    def __init__(self, library: Path) -> None:
        self._library = library

    def holding(self, *workshop_ids: str) -> tuple[Backup, ...]:
        """Return the copies in which one of these ids still stands anywhere, newest first.

        Looks at the bytes, so that a damaged copy and a rehearsal of the workshop are found too.
        """
        wanted = [key.encode() for key in workshop_ids]
        with plain_errors(self._library):
            found = [path for path in backups(self._library) if _holds(path, wanted)]
            aside = [path for path in self._put_aside() if _holds(path, wanted)]
        kept = sorted({path.parent for path in aside}, reverse=True)
        return (
            *(Backup(path, moment_of(path), damaged=not _can_be_read(path)) for path in found),
            *(Backup(folder, moment_of(folder), damaged=True) for folder in kept),
        )

    def forget(self, *workshop_ids: str) -> None:
        """Take workshops and their rehearsals out of every backup that can be read."""
        for held in self.holding(*workshop_ids):
            if not held.damaged:
                with plain_errors(held.path):
                    _rewrite_without(held.path, workshop_ids)

    def _put_aside(self) -> list[Path]:
        folder = damaged_folder(self._library)
        return sorted(path for path in folder.rglob("*") if path.is_file())


def leave_out_secrets(copy: sqlite3.Connection) -> None:
    """Take out of a copy of the library what may not outlive its day for as long as backups do.

    Workshops that are put away are about to be purged. Of a vote the room has not seen the result
    of it has no ballots, but for hands, which everybody saw: they lie in boxes, which are never
    copied. Held against the vote as it ended, even counts would tell how those voted who came
    after. Restored, such a vote is open.
    """
    if "hidden" in _columns(copy, "workshops"):
        _delete(copy, "hidden", ())
    copy.execute("BEGIN")
    for votes, ballots, acts in (
        ("rounds", "ballots", _VOTES_UNDER_WAY),
        ("priority_votes", "dot_ballots", _DOTS_UNDER_WAY),
    ):
        if _columns(copy, votes):
            old = acts if _columns(copy, ballots) else ()
            _forget(copy, votes, (*old, _BEGIN_AGAIN))
    copy.execute("COMMIT")


def _forget(copy: sqlite3.Connection, votes: str, acts: Sequence[str]) -> None:
    unseen = "state <> 'revealed'"
    if "seen" in _columns(copy, votes):
        unseen += " AND NOT seen"  # the room knows it, and it takes no more secret ballots
    for act in acts:
        copy.execute(act.format(votes=votes, unseen=unseen, seen_by_all=_SEEN_BY_ALL))


def _holds(path: Path, wanted: Sequence[bytes]) -> bool:
    content = path.read_bytes()
    return any(key in content for key in wanted)


def _can_be_read(path: Path) -> bool:
    with suppress(Exception), closing(open_to_read(path)) as copy:
        return bool(copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    return False


def _rewrite_without(backup: Path, workshop_ids: Sequence[str]) -> None:
    """Replace a backup by a copy without the workshops; nobody sees a half one."""
    draft = backup.with_suffix(".tmp")
    before = backup.stat()
    try:
        shutil.copyfile(backup, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            known = "rehearsal_of" in _columns(copy, "workshops")
            for workshop_id in workshop_ids:
                _delete(copy, "? IN (id, rehearsal_of)" if known else "id = ?", (workshop_id,))
            # Writes all that stays anew, so that nothing stands in free parts.
            copy.execute("VACUUM")
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        # Its age tells whether the library changed since.
        os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))
        draft.replace(backup)
    finally:
        draft.unlink(missing_ok=True)


def _delete(copy: sqlite3.Connection, which: str, values: Sequence[str]) -> None:
    copy.execute("PRAGMA foreign_keys = ON")
    copy.execute("BEGIN")
    copy.execute(f"DELETE FROM workshops WHERE {which}", values)  # noqa: S608 - our own words
    users = "workshops"
    if _columns(copy, "own_frameworks"):
        users += " UNION SELECT framework_hash FROM own_frameworks"
    copy.execute(_UNUSED_FRAMEWORKS.format(users=users))
    copy.execute("COMMIT")


def _columns(copy: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in copy.execute(f"PRAGMA table_info({table})")}
