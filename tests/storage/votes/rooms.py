"""A workshop in a real library, voted in through the real use cases."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count
from pathlib import Path

from desktop_app.application.priorities import Priorities
from desktop_app.application.rounds import Rounds
from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import Round
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library
from desktop_app.storage.votes.folder import FOLDER_NAME, Boxes
from tests.storage.records import a_workshop, save


class Voting:
    """A library opened anew, with its use cases."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.library: SqliteLibrary = open_library(data_dir)
        # Ids that say nothing and never come again, also after a restart.
        numbers = count(len(list(data_dir.rglob("*"))) * 1000)
        self.rounds = Rounds(self.library, lambda: f"v{next(numbers)}")
        self.priorities = Priorities(self.library, lambda: f"p{next(numbers)}")

    def open(self, statement_id: str = "T1", channel: Channel = Channel.NUMBER_KEYS) -> str:
        return self.rounds.open("w1", statement_id, channel).value

    def cast(self, vote_id: str, *points: int, group: str = "") -> None:
        for point in points:
            self.rounds.cast(vote_id, point, group)

    def round(self, vote_id: str) -> Round:
        return self.rounds.round(vote_id)

    def counts(self, vote_id: str) -> Counter[tuple[str, int]]:
        """Return what the reveal would show, by group and point."""
        found: Counter[tuple[str, int]] = Counter()
        with self.library.reading() as work:
            for tally in work.counts_to_reveal(work.round(vote_id)):
                found[tally.group, tally.point] += tally.votes
        return found

    @property
    def boxes(self) -> Boxes:
        return Boxes(self.data_dir / FOLDER_NAME)

    def box_files(self) -> list[str]:
        return sorted(path.name for path in self.boxes.folder.glob("*"))

    def again(self) -> Voting:
        """Return what the next start finds after a sudden end."""
        self.library.let_go()
        return Voting(self.data_dir)


def a_room(
    data_dir: Path, privacy: Privacy = Privacy.ANONYMOUS_WITH_GROUP, present: int = 12
) -> Voting:
    voting = Voting(data_dir)
    workshop = replace(a_workshop(), privacy=privacy, present=present)
    save(voting.library, WorkshopRecord(workshop))
    return voting
