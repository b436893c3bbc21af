"""What an open library does when its file is moved or removed; implements domain.ports.Rescue."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Final

from sqlalchemy import Connection, func, select

from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import Phrase, phrase

from .backup import backups_folder
from .marks import Marks
from .problems import gone, plain_errors
from .rescue import keep_going, rescues, take_into
from .tables import workshops
from .whereabouts import Whereabouts

_LIBRARY: Final = b"SQLite format 3\0"


class Keeping:
    """Where an open library is, and where its day goes on once it is not there any more."""

    def __init__(self, path: Path, marks: Marks) -> None:
        self.home = path
        self.marks = marks
        self.lock = RLock()
        self.where = Whereabouts(path)
        self._news: list[Phrase] = []

    def go_on_elsewhere(self, source: sqlite3.Connection) -> Path:
        """Copy what the open connection can read to a new place and return it; keep the news.

        Raise LibraryMissing where there is no such place.
        """
        try:
            path = keep_going(source, self.home, self.marks)
        except (OSError, sqlite3.Error) as error:
            reason = refusal(error) if isinstance(error, OSError) else str(error)
            raise gone(self.home, reason) from error
        self.where = Whereabouts(path)
        self._news.append(_moved(self.home, path.parent))
        return path

    def notice_copies(self) -> None:
        """Have it told that other libraries lie beside, as programs that synchronise leave them."""
        names = sorted(file.name for file in _copies_beside(self.home))
        if names:
            self._news.append(_beside(", ".join(names)))

    def notice_older(self, connection: Connection) -> None:
        """Have it told that the library changed last before what was in it when it was closed."""
        latest = connection.execute(select(func.max(workshops.c.updated_at))).scalar_one()
        known = self.marks.latest_in(self.home.parent)
        if known is not None and (latest is None or latest < known) and not self.waiting():
            self._news.append(_older(known, backups_folder(self.home)))

    def remember(self, connection: Connection) -> None:
        """Keep outside how much is in the library, and when it changed last.

        While news waits that nobody was told, as in a command, the next start still finds it.
        """
        shown = workshops.c.hidden.is_(False)
        count = connection.execute(select(func.count()).where(shown)).scalar_one()
        lasting = shown & (workshops.c.rehearsal_of == "")
        newest = select(func.max(workshops.c.updated_at)).where(lasting)
        latest = connection.execute(newest).scalar_one()
        told = not self._news
        self.marks.remember(self.home.parent, count, latest if told else None)

    def require_same(self, _connection: object, _record: object) -> None:
        """Raise LibraryMissing where a new connection is not to the file that was opened."""
        if not self.where.is_there():
            raise gone(self.home, phrase("it is not open any more"))

    def news(self) -> tuple[Phrase, ...]:
        """Return what happened to the library since this was asked last."""
        told, self._news = tuple(self._news), []
        return told

    def waiting(self) -> tuple[Path, ...]:
        """Return the folders in which earlier days are kept apart, oldest first."""
        return tuple(file.parent for file in self._kept_apart())

    def take_up(self) -> None:
        """Take what is kept apart into the library."""
        with plain_errors(self.home):
            for file in self._kept_apart():
                take_into(file, self.where.path)

    def _kept_apart(self) -> list[Path]:
        found = rescues(self.home, self.marks)
        return [file for file in found if file != self.where.path]


def _copies_beside(home: Path) -> Iterator[Path]:
    for file in home.parent.glob(f"{home.stem}?*{home.suffix}"):
        with suppress(OSError), file.open("rb") as content:
            if content.read(len(_LIBRARY)) == _LIBRARY:
                yield file


def _beside(names: str) -> Phrase:
    return phrase(
        "Beside the library lies another copy of it: {files}. A program that synchronises folders"
        " leaves such copies where a library was changed in two places. Nothing was taken from it."
        " “Bring back from a stick…” in the menu of home shows what it holds, and brings in what is"
        " missing here. Then move it away, and keep the library in a folder that nothing"
        " synchronises.",
        files=names,
    )


def _older(known: datetime, backups: Path) -> Phrase:
    return phrase(
        "The library is older than when it was last closed on this computer: what changed on {when}"
        " is not in it. A program that synchronises folders may have put an older one in its place,"
        " or it was deleted on another computer. A backup may have what is missing: “Bring back"
        " from a stick…” in the menu of home shows what one of {folder} holds, and brings it in.",
        when=phrase("{moment} UTC", moment=known.strftime("%Y-%m-%d %H:%M")),
        folder=backups,
    )


def _moved(home: Path, folder: Path) -> Phrase:
    return phrase(
        "The library {path} was moved or removed while it was open: all of it, and all that"
        " follows, is now kept in {folder}, and the next start takes it up.",
        path=home,
        folder=folder,
    )
