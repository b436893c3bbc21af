"""What is due, by the dates alone: of each commitment only the last that is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop_app.domain.dues import Due, LookedBack, due_by
from desktop_app.domain.earlier import EarlierCommitment, Progress, Standing
from desktop_app.words.due import due_when

TODAY = date(2028, 5, 20)
ONE = Due("one", "Rotate chair", "Chair", date(2028, 4, 30), "w1", "Harbour")
TWO = Due("two", "One page", "", date(2028, 6, 1), "w1", "Harbour")
PROMISED = tuple(EarlierCommitment(d.identity, d.title, d.owner, due=d.day) for d in (ONE, TWO))


def back(*progress: Progress, again: str = "") -> LookedBack:
    return LookedBack("w2", "Harbour 2028", PROMISED, progress, frozenset({again} - {""}))


def keys(*found: LookedBack, today: date = TODAY) -> list[str]:
    return [one.identity for one in due_by((TWO, ONE), found, today)]


def test_what_was_due_comes_first_and_what_is_far_off_not_at_all() -> None:
    assert keys() == ["one", "two"]
    assert keys(today=TODAY - timedelta(days=30)) == ["one"]
    assert keys(today=TODAY.replace(year=2027)) == []
    assert keys(today=TODAY.replace(year=2031)) == []
    assert keys(today=date.max) == []


def test_what_is_done_dropped_or_taken_on_again_is_over() -> None:
    assert keys(back(Progress("one", Standing.DONE))) == ["two"]
    assert keys(back(Progress("one", Standing.DROPPED))) == ["two"]
    assert keys(back(again="two")) == ["one"]


def test_a_new_date_takes_the_place_of_the_old_one() -> None:
    stuck = Progress("one", Standing.STUCK, due=date(2028, 6, 10))
    assert keys(back(stuck)) == ["two", "one"]
    (_, told) = due_by((TWO, ONE), (back(stuck),), TODAY)
    assert (told.workshop_id, told.about) == ("w2", "Harbour 2028")
    later = replace(back(Progress("one", Standing.DONE)), workshop_id="w3")
    assert keys(back(stuck), later) == ["two"]


def test_a_follow_up_without_its_earlier_workshop_tells_of_it_all_the_same() -> None:
    assert [one.identity for one in due_by((), (back(),), TODAY)] == ["one", "two"]


def test_a_date_is_told_without_alarm() -> None:
    assert due_when(ONE.day, TODAY) == "Was due 30 April 2028"
    assert due_when(TWO.day, TODAY) == "1 June 2028"
    assert due_when(TODAY, TODAY) == "Due today"
