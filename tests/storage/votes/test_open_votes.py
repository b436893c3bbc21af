"""What stands on the disk of a vote: a running total in its box, then the result, and once."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.application.outcome import Outcome
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError, EnvironmentProblem, InputProblem
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.votes.box import PLACES, SIZE, Box
from desktop_app.storage.votes.unit import UnitBoxes
from tests.storage.records import a_workshop, save

from .rooms import Voting, a_room

LABEL = "Harbour Łódź"


def undone(outcome: Outcome[object]) -> None:
    assert outcome.undo is not None
    outcome.undo.run()


def content(folder: Path) -> dict[str, bytes]:
    """Return every file but the boxes; SQLite's index of its log, which it makes anew, left out."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in files
        if path.suffix != ".box" and not path.name.endswith("-shm")
    }


# The same bytes, whatever the order

_acts = st.lists(
    st.tuples(st.sampled_from(["", "north", "Łódź"]), st.integers(0, 5)), min_size=1, max_size=12
)


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), _acts)
def test_two_orders_leave_the_same_box(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, ballots: list[tuple[str, int]]
) -> None:
    """Through the use cases, with ballots taken back, restarts and reopenings between."""
    left = []
    for name in ("one", "two"):
        voting = a_room(tmp_path_factory.mktemp(name))
        key = voting.open()
        before = voting.boxes.box(key).path.stat()
        for group, point in data.draw(st.permutations(ballots)):
            act = data.draw(st.sampled_from(["on", "on", "on", "back", "restart", "reopen"]))
            if act == "back":
                voting.cast(key, data.draw(st.integers(0, 5)), group="mistaken")
                voting.rounds.take_back_last(key)
            voting.cast(key, point, group=group)
            if act == "restart":
                voting = voting.again()
            if act == "reopen":
                voting.rounds.close(key, "late")
                voting.rounds.reopen(key)
        after = voting.boxes.box(key).path.stat()
        assert (after.st_ino, after.st_size) == (before.st_ino, SIZE)
        assert voting.counts(key) == Counter(ballots)
        left.append(voting.boxes.box(key).path.read_bytes())
        voting.library.close()
    assert left[0] == left[1]


# Nothing else moves


def test_ballots_move_nothing_but_the_box(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.priorities.open("w1", Channel.PAPER)
    before = content(tmp_path)
    assert "roundtable.db-wal" in before
    for point in (1, 5, 3, 3, 0):
        voting.cast(key, point, group="north")
        voting.priorities.cast("w1", {"T": 2, "A": 1})
    voting.rounds.take_back_last(key)
    voting.priorities.take_back("w1")
    assert content(tmp_path) == before
    assert sum(voting.counts(key).values()) == 4
    voting.library.close()


@pytest.mark.parametrize("workshops", [30, 300])
def test_closing_writes_the_same_little_whatever_was_ever_done(
    tmp_path: Path, workshops: int
) -> None:
    voting = a_room(tmp_path, present=40)
    for number in range(workshops):
        workshop = replace(a_workshop(), id=f"w1{number}", identity=f"{number}")
        save(voting.library, WorkshopRecord(workshop))
    key = voting.open()
    with closing(sqlite3.connect(voting.library.path)) as raw:
        assert raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
    log = voting.library.path.with_name("roundtable.db-wal")
    database = voting.library.path.read_bytes()
    voting.cast(key, *[number % 6 for number in range(31)])
    assert log.stat().st_size == 0
    voting.rounds.close(key, "late")
    assert log.stat().st_size == LOG_OF_A_CLOSE
    assert voting.library.path.read_bytes() == database
    voting.library.close()


LOG_OF_A_CLOSE = 32 + 5 * (24 + 4096)
"""A head and five pages, with the indexes of what is open and unseen."""


# Once


def values_of_cells(folder: Path) -> set[tuple[int, int]]:
    """Return each point and number that stands behind the group's name anywhere."""
    found, label = set(), LABEL.encode()
    for text in content(folder).values():
        parts = text.split(label)
        found |= {(part[0], part[1]) for part in parts[1:] if len(part) > 1}
    return found


def test_a_vote_closed_twice_stands_once_and_only_after_the_reveal(tmp_path: Path) -> None:
    voting = a_room(tmp_path, present=14)
    key = voting.open()
    voting.cast(key, 4, 4, 4, 2, 2, group=LABEL)
    voting.cast(key, *[3] * 6, group="others")
    voting.rounds.close(key, "late")
    voting.library.back_up()
    voting.rounds.reopen(key)
    voting.cast(key, 2, 4, group=LABEL)  # the late one, and one by mistake
    voting.rounds.take_back_last(key)
    voting.library.back_up()
    voting.rounds.close(key, "late")
    voting.library.back_up()
    assert values_of_cells(tmp_path) == set()
    voting.rounds.reveal(key)
    voting.library.back_up()
    assert voting.box_files() == []
    assert values_of_cells(tmp_path) == {(4, 3), (2, 3)}
    voting.library.close()


@pytest.mark.parametrize("people", [1, 4])
def test_a_group_too_small_to_show_is_told_in_no_file(tmp_path: Path, people: int) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, *[4] * 8, group="others")
    voting.cast(key, *[2] * people, group=LABEL)
    voting.rounds.close(key, "late")
    voting.rounds.reveal(key)
    voting.library.back_up()
    (group,) = {tally.group for tally in voting.round(key).tallies}
    assert LABEL in group
    assert "others" in group
    voting.library.close()


def test_discarded_counts_stand_nowhere_once_that_cannot_be_taken_back(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4, 2, group=LABEL)
    discarding = voting.rounds.discard(key)
    voting.library.back_up()
    undone(discarding)
    assert voting.counts(key) == {(LABEL, 4): 1, (LABEL, 2): 1}
    voting.rounds.discard(key)
    voting.priorities.open("w1", Channel.PAPER)
    voting.priorities.cast("w1", {"T": 3})
    undone(voting.priorities.discard("w1"))
    voting.priorities.discard("w1")
    assert len(voting.box_files()) == 2
    voting.library.close()
    assert voting.box_files() == []
    assert LABEL.encode() not in b"".join(content(tmp_path).values())


def test_a_second_process_leaves_what_the_first_may_bring_back(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4)
    discarding = voting.rounds.discard(key)
    Voting(tmp_path).library.close()
    undone(discarding)
    assert voting.counts(key) == {("", 4): 1}
    voting.library.close()


def test_a_discarded_vote_is_erased_at_the_next_start_after_a_crash(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    voting.rounds.discard(voting.open())
    assert len(voting.box_files()) == 1
    assert voting.again().box_files() == []


@pytest.mark.parametrize("restart", [False, True])
def test_a_deleted_workshop_takes_its_boxes_along_at_the_clean_end(
    tmp_path: Path, restart: bool
) -> None:
    voting = a_room(tmp_path)
    voting.cast(voting.open(), 4)
    voting.priorities.open("w1", Channel.PAPER)
    with voting.library.writing() as work:
        work.hide_workshop("w1", hidden=True)
        work.commit()
    if restart:  # as after a crash, when it can still be brought back
        voting = voting.again()
    assert len(voting.box_files()) == 2
    voting.library.close()
    assert voting.box_files() == []


# Sudden ends


def test_a_box_that_outlived_its_reveal_is_never_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4, 4)
    voting.rounds.close(key, "late")
    with monkeypatch.context() as held:
        held.setattr(Box, "erase", lambda _self: False)  # as a virus scanner would hold it
        undone(voting.rounds.reveal(key))
        voting.rounds.reveal(key)
    assert voting.box_files() == [f"{key}.box"]
    assert voting.counts(key) == {("", 4): 2}
    voting = voting.again()
    assert voting.box_files() == []
    assert voting.round(key).ballots_in == 2
    voting.library.close()


class Cut(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", ["write", "committed"])
@pytest.mark.parametrize("act", ["open", "cast", "back", "close", "reopen", "reveal"])
def test_an_act_that_is_cut_off_happened_or_did_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, step: str
) -> None:
    """Cut before anything of it is written, or after all is committed and before it is erased."""
    voting = a_room(tmp_path)
    first = voting.open()
    voting.cast(first, 4)
    if act in {"reopen", "reveal"}:
        voting.rounds.close(first, "late")
    acts: dict[str, Callable[[], object]] = {
        "open": lambda: voting.open("T2"),
        "cast": lambda: voting.cast(first, 5),
        "back": lambda: voting.rounds.take_back_last(first),
        "close": lambda: voting.rounds.close(first, "late"),
        "reopen": lambda: voting.rounds.reopen(first),
        "reveal": lambda: voting.rounds.reveal(first),
    }

    def cut(_boxes: UnitBoxes) -> None:
        raise Cut

    with monkeypatch.context() as power:
        power.setattr(UnitBoxes, step, cut)
        with pytest.raises(Cut):
            acts[act]()
    voting = voting.again()
    done = step == "committed"
    ballots = {"cast": {4: 1, 5: 1}, "back": {}}.get(act, {4: 1}) if done else {4: 1}
    assert voting.counts(first) == {("", point): votes for point, votes in ballots.items()}
    states = {"close": RoundState.CLOSED, "reopen": RoundState.OPEN, "reveal": RoundState.REVEALED}
    before = {"reopen": RoundState.CLOSED, "reveal": RoundState.CLOSED}.get(act, RoundState.OPEN)
    assert voting.round(first).state is (states.get(act, before) if done else before)
    opened = 2 if act == "open" and done else 1
    assert len(voting.box_files()) == (0 if act == "reveal" and done else opened)
    assert voting.library.lost_votes == ()
    voting.library.close()


def test_what_the_library_does_not_take_is_in_no_box(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4)
    before = voting.boxes.box(key).path.read_bytes()
    with voting.library.writing() as work:
        voting_round = work.round(key)
        work.add_ballot(voting_round, _ballot(5))
        assert work.round(key).ballots_in == 2
        work._connection = _Refusing(work._connection)
        with pytest.raises(EnvironmentProblem):
            work.commit()
    assert voting.boxes.box(key).path.read_bytes() == before
    voting.library.close()


class _Refusing:
    def __init__(self, connection: object) -> None:
        self._connection = connection

    def commit(self) -> None:
        raise EnvironmentProblem("The disk is gone.")

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def _ballot(point: int) -> object:
    from desktop_app.domain.rounds import Ballot

    return Ballot(point)


# Damage


def damage(voting: Voting, key: str, *places: int) -> None:
    with voting.boxes.box(key).path.open("r+b") as file:
        for place in places:
            file.seek(place + 12)
            file.write(b"#")


@pytest.mark.parametrize("place", PLACES)
def test_one_damaged_copy_costs_nothing(tmp_path: Path, place: int) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4)
    damage(voting, key, place)
    voting.cast(key, 4)
    damage(voting, key, place)
    voting = voting.again()
    assert voting.library.lost_votes == ()
    assert voting.counts(key) == {("", 4): 2}
    voting.library.close()


def test_two_damaged_copies_are_said_and_the_library_opens(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4)
    damage(voting, key, *PLACES)
    with pytest.raises(EnvironmentProblem, match="take it again"):
        voting.cast(key, 4)
    voting = voting.again()
    (told,) = voting.library.lost_votes
    assert str(told) == (
        "The ballots of the vote on “take time” in “Away-day” cannot be read. Take the vote again."
    )
    assert voting.round(key).ballots_in == 0
    voting.rounds.discard(key)
    voting.cast(voting.open(), 4)
    assert voting.again().library.lost_votes == ()


def test_a_box_that_was_removed_is_missed_at_the_next_ballot_and_made_at_the_next_start(
    tmp_path: Path,
) -> None:
    voting = a_room(tmp_path)
    key = voting.open()
    voting.cast(key, 4)
    voting.priorities.open("w1", Channel.PAPER)
    for path in voting.boxes.folder.iterdir():
        path.unlink()
    with pytest.raises(EnvironmentProblem, match="take it again"):
        voting.cast(key, 4)
    voting = voting.again()
    assert [str(told).split(" cannot")[0] for told in voting.library.lost_votes] == [
        "The dots of the vote on priorities in “Away-day”",
        "The ballots of the vote on “take time” in “Away-day”",
    ]
    voting.cast(key, 5)
    assert voting.counts(key) == {("", 5): 1}
    assert voting.again().library.lost_votes == ()


def test_a_folder_that_was_moved_takes_no_ballot_any_more(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    voting = a_room(data_dir)
    key = voting.open()
    data_dir.rename(tmp_path / "elsewhere")
    voting.cast(key, 4)
    assert voting.library.path.is_relative_to(data_dir / "rescue")  # where the day goes on
    assert voting.counts(key).total() == 1
    voting.library.let_go()
    assert Voting(tmp_path / "elsewhere").counts(key) == {}


def test_what_does_not_fit_into_a_box_is_refused_whole(tmp_path: Path) -> None:
    voting = a_room(tmp_path, present=50)
    key = voting.open()
    names = (f"{number:0>60}" for number in range(1000))
    with pytest.raises(InputProblem, match="too many or too long"):
        voting.rounds.cast(key, 4, "".join(names))
    assert voting.round(key).ballots_in == 0
    for number in range(8):
        for point in range(6):
            voting.cast(key, point, group=f"{number}" * 60)
    assert voting.round(key).ballots_in == 48
    voting.library.close()


# Partners


def test_how_many_are_in_of_each_partner_is_known_until_the_reveal(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open(channel=Channel.HANDS)
    voting.rounds.count_hands(key, [0, 1, 0, 0, 1, 0], "north")
    voting.rounds.use_channel(key, Channel.PAPER)
    voting.cast(key, 5, 0, 1, group="south")
    voting.cast(key, 5, group="north")
    voting.rounds.take_back_last(key)
    voting.cast(key, 2)
    expected = (("north", 2), ("south", 3))
    assert voting.round(key).in_by_group == expected
    voting = voting.again()
    assert voting.round(key).in_by_group == expected
    voting.rounds.close(key, "late")
    assert voting.round(key).in_by_group == expected
    voting.rounds.reveal(key)
    assert voting.round(key).in_by_group == ()
    voting.library.close()


# Hands


def test_a_vote_by_hands_has_no_box_until_it_is_taken_otherwise(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    key = voting.open(channel=Channel.HANDS)
    voting.rounds.count_hands(key, [0, 0, 0, 1, 2, 0])
    assert voting.box_files() == []
    voting = voting.again()
    assert voting.library.lost_votes == ()
    voting.rounds.use_channel(key, Channel.TURNS)
    assert voting.box_files() == [f"{key}.box"]
    voting.cast(key, 5)
    assert voting.round(key).ballots_in == 4
    voting.rounds.close(key, "late")
    undone(voting.rounds.reveal(key))
    with pytest.raises(AppError, match="has seen this result"):
        voting.rounds.reopen(key)
    voting.library.close()


def test_dots_keep_their_totals_and_the_concordance_through_a_reopening(tmp_path: Path) -> None:
    voting = a_room(tmp_path)
    voting.priorities.open("w1", Channel.PAPER)
    for dots in ({"T": 3}, {"T": 2, "A": 1}, {"A": 3}):
        voting.priorities.cast("w1", dots)
    undone(voting.priorities.close("w1"))
    voting = voting.again()
    for dots in ({"T": 3}, {"T": 2, "A": 1}, {"A": 1}):
        voting.priorities.cast("w1", dots)
    voting.priorities.take_back("w1")
    voting.priorities.close("w1")
    voting.priorities.reveal("w1")
    with voting.library.reading() as work:
        vote = work.priority_vote("w1")
    assert vote is not None
    assert (vote.ballots_in, vote.dots, vote.seen) == (5, (("T", 10), ("A", 5)), True)
    assert vote.concordance == 0.36
    assert voting.box_files() == []
    voting.library.close()
