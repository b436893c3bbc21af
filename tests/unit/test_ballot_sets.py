"""Which partners have paper ballots of their own, and which share a mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.ballot_sets import ballot_sets
from desktop_app.domain.result_rules import GROUP_FLOOR
from desktop_app.domain.workshop import Group, Privacy, Workshop

from .builders import make_workshop


def room(*people: int, privacy: Privacy = Privacy.ANONYMOUS_WITH_GROUP) -> Workshop:
    groups = tuple(Group(letter, n) for letter, n in zip("PQRSTUVWX", people, strict=False))
    return replace(make_workshop(), privacy=privacy, groups=groups, present=sum(people))


def names(workshop: Workshop) -> list[str]:
    return ["".join(one.names) for one in ballot_sets(workshop)]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((11, 8, 6), ["P", "Q", "R"]),
        ((11, 4, 6, 3), ["P", "R", "QS"]),
        ((11, 4, 6), ["P", "QR"]),  # four alone would be told by their mark
        ((4, 20), ["PQ"]),
        ((2, 2), ["PQ"]),
        ((0, 5, 9), ["R", "PQ"]),
    ],
)
def test_small_partners_share_a_set(people: tuple[int, ...], expected: list[str]) -> None:
    assert names(room(*people)) == expected


def test_a_room_that_keeps_no_partners_has_no_sets() -> None:
    assert ballot_sets(room(9, 9, privacy=Privacy.ANONYMOUS)) == ()


@given(st.lists(st.integers(0, 30), min_size=2, max_size=9))
def test_every_partner_is_in_one_set_and_none_is_small_beside_others(people: list[int]) -> None:
    sets = ballot_sets(room(*people))
    assert sorted(name for one in sets for name in one.names) == sorted("PQRSTUVWX"[: len(people)])
    assert len(sets) == 1 or all(one.people >= GROUP_FLOOR for one in sets)
    assert len({one.label for one in sets}) == len(sets)
