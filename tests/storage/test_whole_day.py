"""Dots, groups, time, own frameworks and workshops that are put away, as the library keeps them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.analysis.priorities import ranking
from desktop_app.domain.agenda import StepTime
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, LibraryDamaged, NotFound, RuleProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.priorities import DotBallot, PriorityVote, RankSums
from desktop_app.domain.rounds import Ballot, RoundState, Tally
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library

from .records import a_framework, a_round, a_workshop, save

VOTE = PriorityVote("p1", "w1", RoundState.OPEN, Channel.TURNS, 3, 12)
TURNS = replace(a_round(), channel=Channel.TURNS)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    opened = open_library(tmp_path)
    save(opened, WorkshopRecord(a_workshop(), (TURNS,)))
    with opened.writing() as work:
        work.set_priority_vote(VOTE)
        work.commit()
    yield opened
    opened.close()


def record_of(library: SqliteLibrary, workshop_id: str = "w1") -> WorkshopRecord:
    with library.reading() as work:
        return work.record(workshop_id)


def vote_of(library: SqliteLibrary) -> PriorityVote:
    vote = record_of(library).priority_vote
    assert vote is not None
    with library.reading() as work:
        assert work.priority_vote("w1") == vote  # read by itself or with all the rest: the same
    return vote


def set_state(library: SqliteLibrary, state: RoundState) -> None:
    with library.writing() as work:
        work.set_priority_vote(replace(VOTE, state=state, concordance=0.25, present=9))
        work.commit()


def place_dots(library: SqliteLibrary, *dots: tuple[str, int]) -> None:
    with library.writing() as work:
        work.add_dot_ballot(VOTE, ballot := DotBallot(dots), ranking(ballot, ("A", "T")))
        work.commit()


def bytes_on_disk(library: SqliteLibrary) -> bytes:
    return b"".join(path.read_bytes() for path in library.path.parent.glob("roundtable.db*"))


def column(library: SqliteLibrary, query: str) -> list[object]:
    with closing(sqlite3.connect(library.path)) as raw:
        return [row[0] for row in raw.execute(query)]


# Dots


def test_dots_show_only_once_revealed_but_typed_ones_before(library: SqliteLibrary) -> None:
    place_dots(library, ("T", 2), ("A", 1))
    place_dots(library, ("A", 3))
    with library.writing() as work:
        work.set_hand_dots(VOTE, {"T": 7, "A": 2})
        work.set_hand_dots(VOTE, {"T": 5, "A": 0})
        work.commit()
    assert vote_of(library) == replace(VOTE, ballots_in=2, dots_in=11, dots=(("T", 5),))
    set_state(library, RoundState.CLOSED)
    closed = replace(vote_of(library), state=RoundState.CLOSED)
    assert (closed.ballots_in, closed.dots_in, closed.dots) == (2, 11, (("T", 5),))
    set_state(library, RoundState.REVEALED)
    revealed = vote_of(library)
    assert (revealed.dots, revealed.by_action) == ((("T", 7), ("A", 4)), {"T": 7, "A": 4})
    assert (revealed.ballots_in, revealed.concordance, revealed.present) == (2, 0.25, 9)


def test_a_reopened_vote_keeps_its_dots_and_rankings_and_takes_more(library: SqliteLibrary) -> None:
    place_dots(library, ("T", 3))
    set_state(library, RoundState.CLOSED)
    with library.writing() as work, pytest.raises(RuleProblem, match="closed"):
        work.add_dot_ballot(VOTE, DotBallot((("T", 1),)), RankSums())
    set_state(library, RoundState.OPEN)
    place_dots(library, ("T", 1), ("A", 2))
    assert (vote_of(library).ballots_in, vote_of(library).dots_in) == (2, 6)
    with library.reading() as work:
        assert work.rank_sums(VOTE) == RankSums(2, (("A", 6), ("T", 6)), 0)
    set_state(library, RoundState.REVEALED)
    assert vote_of(library).dots == (("T", 4), ("A", 2))
    with library.reading() as work:
        assert work.rank_sums(VOTE) == RankSums()


def test_the_last_dots_can_be_taken_back_while_the_vote_is_open(library: SqliteLibrary) -> None:
    place_dots(library, ("T", 3))
    other = DotBallot((("A", 3),))
    with library.writing() as work:
        with pytest.raises(RuleProblem, match="cannot be taken back"):
            work.take_back_dots(VOTE, other, ranking(other, ("A", "T")))
        last = DotBallot((("T", 3),))
        work.take_back_dots(VOTE, last, ranking(last, ("A", "T")))
        assert work.rank_sums(VOTE) == RankSums()
        work.commit()
    assert (vote_of(library).ballots_in, vote_of(library).dots_in) == (0, 0)


def test_secret_dots_are_in_no_row_before_the_reveal(library: SqliteLibrary) -> None:
    for _ in range(9):
        place_dots(library, ("T", 2), ("A", 1))
    for state in (RoundState.CLOSED, RoundState.OPEN, RoundState.DISCARDED):
        set_state(library, state)
        assert column(library, "SELECT count(*) FROM dot_sums") == [0]
        assert column(library, "SELECT sealed_ballots FROM priority_votes") == [0]


def test_a_workshop_has_one_priority_vote(library: SqliteLibrary) -> None:
    second = replace(VOTE, id="p2")
    with library.writing() as work:
        with pytest.raises(RuleProblem, match="already has a vote"):
            work.set_priority_vote(second)
        work.set_priority_vote(replace(VOTE, state=RoundState.DISCARDED))
        assert work.record(VOTE.workshop_id).priority_vote is None
        work.set_priority_vote(second)
        for call in (work.rank_sums, work.add_dots):
            with pytest.raises(NotFound, match="no longer in the library"):
                call(VOTE)
        work.commit()
    assert vote_of(library) == second
    assert column(library, "SELECT count(*) FROM dot_sums") == [0]


# Ballots and groups


def test_the_last_press_can_be_taken_back_while_the_round_is_open(library: SqliteLibrary) -> None:
    with library.writing() as work:
        for point in (2, 5):
            work.add_ballot(TURNS, Ballot(point))
        work.take_back_ballot(TURNS, Ballot(5))
        for cannot in (Ballot(5), Ballot(2, "north"), Ballot(9)):
            with pytest.raises(RuleProblem, match="taken back"):
                work.take_back_ballot(TURNS, cannot)
        work.commit()
    with library.writing() as work:
        work.save_round(replace(TURNS, state=RoundState.CLOSED))
        with pytest.raises(RuleProblem):
            work.take_back_ballot(TURNS, Ballot(2))
        work.save_round(replace(TURNS, state=RoundState.REVEALED))
        assert work.round("r1").tallies == (Tally(Channel.TURNS, "", 2, 1),)
        with pytest.raises(NotFound):
            work.take_back_ballot(replace(TURNS, id="gone"), Ballot(2))


def test_hands_are_counted_group_by_group(library: SqliteLibrary) -> None:
    with library.writing() as work:
        work.set_hand_counts(TURNS, [1, 0, 0, 4, 0, 0], "Łódź")
        work.set_hand_counts(TURNS, [0, 0, 0, 9, 0, 0], "north")
        work.set_hand_counts(TURNS, [0, 2, 0, 1, 0, 0], "north")
        round_ = work.round("r1")
    assert round_.hand_counts(5) == (1, 2, 0, 5, 0, 0)
    assert {t.group for t in round_.tallies} == {"Łódź", "north"}


# Time


def test_times_come_in_the_order_of_the_steps(library: SqliteLibrary) -> None:
    times = tuple(StepTime(key, 60) for key in ("welcome", "statement:T1", "close", "unknown"))
    with library.writing() as work:
        for time in reversed(times):
            work.save_time("w1", replace(time, seconds=1))
            work.save_time("w1", time)
        with pytest.raises(NotFound):
            work.save_time("gone", times[0])
        work.commit()
    assert record_of(library).times == times


# Frameworks made here


def titled(key: str, version: str, title: str) -> Framework:
    return replace(a_framework(), id=key, version=version, title=title)


def test_versions_are_kept_and_never_change(library: SqliteLibrary) -> None:
    ours = (titled("b", "1.0", "Ours"), titled("b", "2.0", "Ours, better"))
    other = titled("a", "1", "zwei")
    with library.writing() as work:
        for framework in (*ours, other, ours[0]):
            work.save_own_framework(framework)
        with pytest.raises(InputProblem, match="new version"):
            work.save_own_framework(titled("b", "1.0", "Changed silently"))
        work.commit()
    with library.reading() as work:
        assert work.own_frameworks() == (ours[1], other)
        assert work.framework_versions("b") == ours


def test_a_workshop_keeps_its_copy_of_a_deleted_framework(library: SqliteLibrary) -> None:
    ours = titled("ours", "1", "Whistle-blower")
    with library.writing() as work:
        work.save_own_framework(ours)
        work.save_own_framework(a_framework())
        work.add_workshop(replace(a_workshop(), id="w2", framework=a_framework()))
        for key in ("ours", a_framework().id):
            work.delete_own_framework(key)
            with pytest.raises(NotFound, match="This framework is no longer"):
                work.framework_versions(key)
            with pytest.raises(NotFound):
                work.delete_own_framework(key)
        work.commit()
    assert record_of(library, "w2").workshop.framework == a_framework()
    assert b"Whistle-blower" not in bytes_on_disk(library)


def test_a_framework_made_here_outlives_the_workshops_that_used_it(library: SqliteLibrary) -> None:
    with library.writing() as work:
        work.save_own_framework(a_framework())
        work.delete_workshop("w1")
        work.commit()
    again = open_library(library.path.parent)
    with again.reading() as work:
        assert work.own_frameworks() == (a_framework(),)
    again.close()


# Workshops that are put away

SECRET = "Whistle-blower"


@pytest.fixture
def hiding(library: SqliteLibrary) -> SqliteLibrary:
    """Return a library with a second workshop that was put away."""
    second = replace(a_workshop(), id="w2", title=SECRET)
    save(library, WorkshopRecord(second, (), (Note("n", "w2", NoteKind.IDEA, SECRET),)))
    hide(library, hidden=True)
    return library


def hide(library: SqliteLibrary, *, hidden: bool) -> None:
    with library.writing() as work:
        work.hide_workshop("w2", hidden=hidden)
        work.commit()


def shown(library: SqliteLibrary) -> set[str]:
    with library.reading() as work:
        return {summary.id for summary in work.summaries()}


def test_a_workshop_put_away_is_as_good_as_deleted_and_comes_back(hiding: SqliteLibrary) -> None:
    assert shown(hiding) == {"w1"}
    with hiding.reading() as work:
        for ask in (work.workshop, work.record):
            with pytest.raises(NotFound):
                ask("w2")
    with hiding.writing() as work, pytest.raises(NotFound):
        work.hide_workshop("gone", hidden=True)
    hide(hiding, hidden=False)
    assert shown(hiding) == {"w1", "w2"}
    assert record_of(hiding, "w2").notes[0].text == SECRET


def test_closing_purges_what_was_put_away(hiding: SqliteLibrary) -> None:
    hiding.close()
    assert SECRET.encode() not in bytes_on_disk(hiding)
    assert column(hiding, "SELECT id FROM workshops") == ["w1"]
    assert column(hiding, "PRAGMA freelist_count") == [0]


def test_what_came_back_stays_when_the_library_closes(hiding: SqliteLibrary) -> None:
    hide(hiding, hidden=False)
    hiding.close()
    assert shown(hiding) == {"w1", "w2"}


def test_a_second_library_of_the_same_file_purges_nothing(hiding: SqliteLibrary) -> None:
    open_library(hiding.path.parent).close()
    hide(hiding, hidden=False)
    assert record_of(hiding, "w2").workshop.title == SECRET


def crashed(library: SqliteLibrary, after: Path) -> SqliteLibrary:
    """Return the library as the next start finds it after a crash now."""
    after.mkdir()
    for path in library.path.parent.glob("roundtable.db*"):
        if not path.name.endswith("-shm"):
            (after / path.name).write_bytes(path.read_bytes())
    return open_library(after)


def test_after_a_crash_what_was_put_away_can_be_brought_back_until_the_clean_end(
    hiding: SqliteLibrary, tmp_path: Path
) -> None:
    once = crashed(hiding, tmp_path / "once")
    assert shown(once) == {"w1"}
    with once.reading() as work:
        assert [away.title for away in work.put_away()] == [SECRET]
    copies = list((tmp_path / "once" / "backups").glob("*.db"))
    assert copies
    assert all(SECRET.encode() not in copy.read_bytes() for copy in copies)
    twice = crashed(once, tmp_path / "twice")
    hide(twice, hidden=False)
    assert record_of(twice, "w2").notes[0].text == SECRET
    once.close()
    assert SECRET.encode() not in bytes_on_disk(once)
    twice.close()
    assert shown(twice) == {"w1", "w2"}


def test_what_closes_without_purging_leaves_it_to_the_next_end(hiding: SqliteLibrary) -> None:
    hiding.close(purges=False)
    with hiding.reading() as work:
        assert [away.id for away in work.put_away()] == ["w2"]
    hiding.close()
    with hiding.reading() as work:
        assert work.put_away() == ()


# Damage


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_damage_in_a_file_of_any_schema_is_found_and_nothing_is_migrated(
    tmp_path: Path, revision: str
) -> None:
    script = Path(__file__).parents[1] / "data" / "libraries" / f"{revision}.sql"
    path = tmp_path / "roundtable.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(script.read_text(encoding="utf-8"))
        raw.execute("UPDATE workshops SET privacy = 'unheard of'")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    with pytest.raises(LibraryDamaged, match="Nothing was changed"):
        open_library(tmp_path)
    assert path.read_bytes() == before


def test_a_value_of_another_shape_is_found(library: SqliteLibrary) -> None:
    library.close()
    with closing(sqlite3.connect(library.path)) as raw, raw:
        raw.execute("""UPDATE workshops SET groups = '[{"label": 7, "people": "many"}]'""")
    with pytest.raises(LibraryDamaged):
        open_library(library.path.parent)


@pytest.mark.parametrize("channel", [Channel.TURNS, Channel.HANDS])
def test_a_backup_holds_no_dots_of_a_vote_under_way_that_were_secret(
    library: SqliteLibrary, tmp_path: Path, channel: Channel
) -> None:
    if channel is Channel.HANDS:
        with library.writing() as work:
            work.set_hand_dots(VOTE, {"T": 3})
            work.commit()
    else:
        place_dots(library, ("T", 2), ("A", 1))
        set_state(library, RoundState.CLOSED)
        set_state(library, RoundState.OPEN)
        place_dots(library, ("T", 3))
    (tmp_path / "restored").mkdir()
    shutil.copy(library.back_up(), tmp_path / "restored" / "roundtable.db")
    again = open_library(tmp_path / "restored")
    in_now = 3 if channel is Channel.HANDS else 0
    assert (vote_of(again).dots_in, vote_of(again).ballots_in) == (in_now, 0)
    assert vote_of(again).state is RoundState.OPEN
    again.close()


def test_a_backup_holds_all_dots_of_a_vote_that_is_over(
    library: SqliteLibrary, tmp_path: Path
) -> None:
    place_dots(library, ("T", 2), ("A", 1))
    set_state(library, RoundState.REVEALED)
    (tmp_path / "restored").mkdir()
    shutil.copy(library.back_up(), tmp_path / "restored" / "roundtable.db")
    again = open_library(tmp_path / "restored")
    assert vote_of(again) == vote_of(library)
    assert vote_of(again).dots == (("T", 2), ("A", 1))
    again.close()
