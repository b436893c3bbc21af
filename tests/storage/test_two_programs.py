"""Two programs on one library: whoever comes second is told, and overwrites nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.application.planning import Wording
from desktop_app.application.services import Services
from desktop_app.bootstrap import open_services
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import ChangedElsewhere, NotFound, RuleProblem
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details
from desktop_app.storage.opening import FILE_NAME, open_library

LIBRARIES = Path(__file__).parent.parent / "data" / "libraries"
HERE = Step(StepKind.STATEMENT, "T1")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Services, Services]]:
    window, command = open_services(tmp_path), open_services(tmp_path)
    yield window, command
    command.close()
    window.close()


def made(services: Services) -> str:
    return services.workshops.create(Details(title="Away-day", present=9)).value


def test_an_older_form_does_not_overwrite_a_newer_title(two: tuple[Services, Services]) -> None:
    window, command = two
    key = made(window)
    shown = window.workshops.record(key).workshop.details
    command.workshops.change(key, replace(shown, title="Away-day, moved to June"), shown)
    with pytest.raises(ChangedElsewhere, match="Look at it as it is now"):
        window.workshops.change(key, replace(shown, place="Town hall"), shown)
    now = window.workshops.record(key).workshop
    assert (now.title, now.place) == ("Away-day, moved to June", "")
    window.workshops.change(key, replace(now.details, place="Town hall"), now.details)
    assert command.workshops.record(key).workshop.place == "Town hall"


def test_a_workshop_read_before_is_not_written_back(tmp_path: Path) -> None:
    services = open_services(tmp_path)
    key = made(services)
    old = services.workshops.record(key).workshop
    services.planning.set_headline(key, "One budget", "")
    services.close()
    library = open_library(tmp_path)
    with library.writing() as work:
        with pytest.raises(ChangedElsewhere):
            work.save_workshop(replace(old, title="Older"))
        with pytest.raises(NotFound):
            work.save_workshop(replace(old, id="nowhere"))
        work.commit()
    with library.reading() as work:
        assert work.workshop(key).headline == "One budget"
    library.close()


def test_a_headline_typed_over_an_older_one_is_not_kept(two: tuple[Services, Services]) -> None:
    window, command = two
    key = made(window)
    command.planning.set_headline(key, "One budget", "")
    with pytest.raises(ChangedElsewhere):
        window.planning.set_headline(key, "Two budgets", "")
    assert window.workshops.record(key).workshop.headline == "One budget"
    window.planning.set_headline(key, "Two budgets", "One budget")
    assert command.workshops.record(key).workshop.headline == "Two budgets"


def test_a_note_and_a_step_changed_elsewhere_stay_as_they_were_changed(
    two: tuple[Services, Services],
) -> None:
    window, command = two
    key = made(window)
    window.notes.add(key, HERE, NoteKind.IDEA, "Meet monthly")
    window.planning.add_own(key, Wording("Meet"))
    shown = window.workshops.record(key)
    note, step = shown.notes[0], shown.commitments[0]
    command.notes.edit(note, NoteKind.BARRIER, "Nobody has time")
    command.planning.edit(step, Wording("Meet", owner="Harbour trust"))
    with pytest.raises(ChangedElsewhere):
        window.notes.edit(note, NoteKind.IDEA, "Meet weekly")
    with pytest.raises(ChangedElsewhere):
        window.planning.edit(step, Wording("Meet", owner="City council"))
    now = window.workshops.record(key)
    assert [(n.kind, n.text) for n in now.notes] == [(NoteKind.BARRIER, "Nobody has time")]
    assert now.commitments[0].owner == "Harbour trust"
    window.planning.move(key, step.id, 1)  # its place is no part of its words
    window.planning.edit(now.commitments[0], Wording("Meet", owner="Both"))
    assert command.workshops.record(key).commitments[0].owner == "Both"


def test_a_statement_has_one_open_vote(two: tuple[Services, Services]) -> None:
    window, command = two
    key = made(window)
    first = window.rounds.open(key, "T1", Channel.TURNS).value
    with pytest.raises(RuleProblem, match="under way"):
        command.rounds.open(key, "T1", Channel.TURNS)
    window.rounds.cast(first, 3)
    assert command.workshops.record(key).rounds == window.workshops.record(key).rounds


def test_the_schema_allows_no_second_open_vote_whoever_writes_it(tmp_path: Path) -> None:
    services = open_services(tmp_path)
    key = made(services)
    first = services.rounds.round(services.rounds.open(key, "T1", Channel.TURNS).value)
    services.close()
    library = open_library(tmp_path)
    second = replace(first, id="second", ordinal=2)
    with library.writing() as work, pytest.raises(RuleProblem, match="open already"):
        work.add_round(second)
    closed = replace(second, state=RoundState.CLOSED)
    with library.writing() as work:
        work.add_round(closed)
        with pytest.raises(RuleProblem, match="open already"):
            work.save_round(second)
        work.add_round(replace(second, id="other", statement_id="T2", ordinal=1))
        work.commit()
    library.close()


def rounds_of(folder: Path) -> tuple[Round, ...]:
    library = open_library(folder)
    with library.reading() as work:
        found = work.record("w1").rounds
    library.close()
    return found


def test_of_two_open_votes_of_before_the_older_one_stays_open(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw, raw:
        raw.executescript((LIBRARIES / "0004.sql").read_text(encoding="utf-8"))
        raw.execute("DELETE FROM rounds WHERE id = 'r1'")
        raw.execute("DELETE FROM tallies WHERE round_id = 'r1'")
        for key, ordinal in (("r2", 1), ("r3", 2), ("r4", 3)):
            row = (key, "w1", "T1", ordinal, "turns", "open", 12, "", None, "", 0, "room")
            raw.execute(f"INSERT INTO rounds VALUES ({', '.join('?' * len(row))})", row)
            for number in range(ordinal):
                ballot = (key, bytes([ordinal, number]) * 8, "turns", "", 4)
                raw.execute("INSERT INTO ballots VALUES (?, ?, ?, ?, ?)", ballot)
        raw.execute("INSERT INTO tallies VALUES ('r3', 'turns', '', 4, 5)")
    found = rounds_of(tmp_path)
    assert [(r.ordinal, r.state, r.ballots_in) for r in found] == [
        (1, RoundState.OPEN, 1),
        (2, RoundState.CLOSED, 7),
        (3, RoundState.CLOSED, 3),
    ]
