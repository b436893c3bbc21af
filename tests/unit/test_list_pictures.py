"""The small picture of a workshop in the list holds what may be shown, and nothing before that."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.application.list_pictures import picture_of, pictures_of
from desktop_app.domain.rounds import RoundState

from .builders import make_record, make_round, make_workshop
from .fakes import FakeLibrary

SHOWN = make_round("T1", (0, 1, 5, 2, 0))


def test_each_action_has_the_ratings_that_are_shown() -> None:
    record = make_record(SHOWN, make_round("T2", (1, 1, 4, 2, 0)))
    assert picture_of(record) == ((1, 2, 9, 4, 0), (0, 0, 0, 0, 0))


def test_before_a_reveal_there_is_none() -> None:
    for state in (RoundState.OPEN, RoundState.CLOSED):
        assert picture_of(make_record(replace(SHOWN, state=state))) == ()
    assert picture_of(make_record()) == ()


def test_too_few_ratings_have_no_part_in_it() -> None:
    few = make_round("A1", (1, 0, 0, 0, 1), present=9)
    assert picture_of(make_record(few)) == ()
    assert picture_of(make_record(SHOWN, few)) == picture_of(make_record(SHOWN))


def test_pretend_ballots_are_none() -> None:
    rehearsed = replace(make_workshop(), rehearsal_of="w0")
    assert picture_of(make_record(SHOWN, workshop=rehearsed)) == ()


def test_what_went_meanwhile_has_none_and_the_others_have_theirs() -> None:
    found = pictures_of(FakeLibrary(make_record(SHOWN)), ("gone", "w1"))
    assert found == {"gone": (), "w1": ((0, 1, 5, 2, 0), (0, 0, 0, 0, 0))}
