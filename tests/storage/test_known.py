"""What was read is not read again, unless somebody has written since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import NotFound
from desktop_app.domain.rounds import Ballot
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library

from .records import a_round, a_workshop, save


class Asked:
    """The queries that a library asks from now on."""

    def __init__(self, library: SqliteLibrary) -> None:
        self.queries: list[str] = []
        event.listen(library._engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            self.queries.append(statement)


def a_library(data_dir: Path) -> SqliteLibrary:
    library = open_library(data_dir)
    save(library, WorkshopRecord(a_workshop(), (replace(a_round(), channel=Channel.TURNS),)))
    return library


def cast(library: SqliteLibrary) -> int:
    """Add a ballot as a use case does; return how many are in."""
    with library.writing() as work:
        round_ = work.round("r1")
        work.workshop(round_.workshop_id)
        work.add_ballot(round_, Ballot(4, ""))
        work.commit()
    with library.reading() as work:
        return work.round("r1").ballots_in


def test_the_second_ballot_asks_nothing_of_the_library(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    asked = Asked(library)
    assert cast(library) == 1
    assert asked.queries
    asked.queries.clear()
    assert cast(library) == 2
    assert asked.queries == []


def test_what_was_written_here_is_seen_at_once_and_in_the_same_unit(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    cast(library)
    with library.writing() as work:
        workshop = work.workshop("w1")
        work.save_workshop(replace(workshop, title="Another"))
        assert work.workshop("w1").title == "Another"
        work.commit()
    with library.reading() as work:
        assert work.workshop("w1").title == "Another"


def test_what_was_rolled_back_is_not_taken_as_read(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    with library.writing() as work:
        title = work.workshop("w1").title
        work.save_workshop(replace(work.workshop("w1"), title="Never"))
        assert work.workshop("w1").title == "Never"
    with library.reading() as work:
        assert work.workshop("w1").title == title


def test_what_was_read_only_after_it_was_written_may_be_rolled_back(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    with library.writing() as work:
        work.add_round(replace(a_round(), id="r2", statement_id="A1"))
        assert work.round("r2").id == "r2"
    with library.reading() as work, pytest.raises(NotFound):
        work.round("r2")


def test_what_another_program_wrote_is_seen(tmp_path: Path) -> None:
    library, other = a_library(tmp_path), open_library(tmp_path)
    for title in ("First", "Second"):
        cast(library)
        with other.writing() as work:
            work.save_workshop(replace(work.workshop("w1"), title=title))
            work.commit()
        with library.reading() as work:
            assert work.workshop("w1").title == title
    other.close()
    library.close()


def test_a_unit_sees_one_moment_though_another_program_writes(tmp_path: Path) -> None:
    library, other = a_library(tmp_path), open_library(tmp_path)
    with library.reading() as work:
        before = work.workshop("w1")
        with other.writing() as theirs:
            theirs.save_workshop(replace(theirs.workshop("w1"), title="Later"))
            theirs.commit()
        assert work.record("w1").workshop == before
    with library.reading() as work:
        assert work.record("w1").workshop.title == "Later"
    other.close()
    library.close()
