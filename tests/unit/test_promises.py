"""What the room was promised only gets stricter once anything of it is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.application.planning import Planning
from desktop_app.application.priorities import Priorities
from desktop_app.application.rounds import Rounds
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.workshop import Group, Privacy, ResultRules, Workshop

from .builders import make_record, make_workshop
from .fakes import FakeLibrary, Ids
from .test_workshops import FULL, workshops_of

GROUPS = (Group("Council", 9), Group("Police", 8))
Voting = Callable[[FakeLibrary], Callable[[], object]]


def by_turns(library: FakeLibrary) -> Callable[[], object]:
    """Put one ballot in; give the way to discard the vote."""
    rounds = Rounds(library, Ids())
    key = rounds.open("w1", "T1", Channel.TURNS).value
    rounds.cast(key, 4)
    return lambda: rounds.discard(key).undo


def by_hands(library: FakeLibrary) -> Callable[[], object]:
    rounds = Rounds(library, Ids())
    key = rounds.open("w1", "T1", Channel.HANDS).value
    rounds.count_hands(key, [0, 0, 1, 0, 0, 0])
    return lambda: rounds.discard(key).undo


def by_dots(library: FakeLibrary) -> Callable[[], object]:
    priorities = Priorities(library, Ids())
    priorities.open("w1", Channel.PAPER)
    priorities.cast("w1", {"T": 1})
    return lambda: priorities.discard("w1").undo


def by_typed_dots(library: FakeLibrary) -> Callable[[], object]:
    priorities = Priorities(library, Ids())
    priorities.open("w1", Channel.HANDS)
    priorities.count_hands("w1", {"T": 1})
    return lambda: priorities.discard("w1").undo


def by_fist(library: FakeLibrary) -> Callable[[], object]:
    planning = Planning(library, Ids())
    planning.set_fist("w1", (0, 0, 0, 0, 0, 1))
    return lambda: planning.set_fist("w1", (0,) * 6)


WAYS: list[Voting] = [by_turns, by_hands, by_dots, by_typed_dots, by_fist]


def prepared(minimum: int) -> FakeLibrary:
    rules = ResultRules(minimum_answers=minimum)
    workshop = make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP, rules=rules)
    workshop = replace(workshop, groups=GROUPS)
    return FakeLibrary(make_record(workshop=workshop))


def change(library: FakeLibrary, minimum: int, privacy: Privacy) -> Workshop:
    details = replace(FULL, privacy=privacy, groups=GROUPS, rules=ResultRules(minimum))
    workshops_of(library).change("w1", details, library.record().workshop.details)
    return library.record().workshop


@pytest.mark.parametrize("vote", WAYS)
@pytest.mark.parametrize(
    ("minimum", "privacy", "sentence"),
    [
        (3, Privacy.ANONYMOUS_WITH_GROUP, "fewer than 4 ratings are not shown"),
        (4, Privacy.OPEN, "the privacy it was promised"),
        (3, Privacy.ANONYMOUS, "fewer than 4 ratings are not shown"),
    ],
)
def test_nothing_promised_is_loosened_once_anything_is_in(
    vote: Voting, minimum: int, privacy: Privacy, sentence: str
) -> None:
    library = prepared(4)
    assert change(library, 3, Privacy.OPEN).rules.minimum_answers == 3  # before any vote it may
    library = prepared(4)
    vote(library)
    before = library.record().workshop
    assert workshops_of(library).has_voted("w1")
    with pytest.raises(RuleProblem, match=sentence) as told:
        change(library, minimum, privacy)
    assert "can only be made stricter now" in str(told.value)
    assert library.record().workshop == before


@pytest.mark.parametrize("vote", WAYS)
def test_what_is_stricter_may_come_after_a_vote(vote: Voting) -> None:
    library = prepared(4)
    vote(library)
    changed = change(library, 5, Privacy.ANONYMOUS)
    assert (changed.rules.minimum_answers, changed.privacy) == (5, Privacy.ANONYMOUS)
    with pytest.raises(RuleProblem, match="fewer than 5"):
        change(library, 4, Privacy.ANONYMOUS)


@pytest.mark.parametrize("vote", WAYS[:-1])
@pytest.mark.parametrize(
    ("minimum", "privacy"), [(3, Privacy.ANONYMOUS_WITH_GROUP), (4, Privacy.OPEN)]
)
def test_a_vote_set_aside_does_not_come_back_under_a_looser_promise(
    vote: Voting, minimum: int, privacy: Privacy
) -> None:
    library = prepared(4)
    undo = vote(library)()
    assert undo is not None
    assert not workshops_of(library).has_voted("w1")
    change(library, minimum, privacy)
    with pytest.raises(RuleProblem, match="set aside under a stricter promise"):
        undo.run()  # type: ignore[attr-defined]
    assert not workshops_of(library).has_voted("w1")
    change(library, 4, Privacy.ANONYMOUS_WITH_GROUP)
    undo.run()  # type: ignore[attr-defined]
    assert workshops_of(library).has_voted("w1")
