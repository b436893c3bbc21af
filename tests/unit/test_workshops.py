"""Workshops as a whole: made, changed, moved through, closed and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.application.outcome import Outcome
from desktop_app.application.rounds import CountDiffers, Rounds
from desktop_app.application.workshops import MAX_TITLE, Workshops, check
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.framework import Depth, StepWhen
from desktop_app.domain.people import People
from desktop_app.domain.plan import Commitment, TakenFor
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import (
    MAX_PRESENT,
    Details,
    Group,
    Privacy,
    ResultRules,
    WorkshopRecord,
)

from .builders import NOON, make_framework, make_record, make_round, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids

FULL = Details(
    title="Away-day, Łódź",
    partnership="Partneriaeth Ŵyth",
    place="Αθήνα",
    held_on=date(2027, 5, 14),
    facilitator="Sam",
    privacy=Privacy.OPEN,
    present=23,
    channel=Channel.TURNS,
    rules=ResultRules(3),
)


def workshops_of(library: FakeLibrary) -> Workshops:
    return Workshops(library, FakeFrameworks(), Clock(), Ids())


# Making


def change(library: FakeLibrary, details: Details) -> Outcome[None]:
    """Change what is prepared, as it stands now."""
    return workshops_of(library).change("w1", details, library.record().workshop.details)


def test_a_new_workshop_has_what_was_typed_and_a_copy_of_the_framework() -> None:
    library = FakeLibrary()
    outcome = workshops_of(library).create(FULL)
    made = library.record(outcome.value).workshop
    assert outcome.changes == Changes.LIBRARY | Changes.WORKSHOP
    assert (made.title, made.partnership, made.place) == (FULL.title, FULL.partnership, FULL.place)
    assert (made.held_on, made.facilitator, made.privacy) == (FULL.held_on, "Sam", Privacy.OPEN)
    assert (made.present, made.channel, made.rules) == (23, Channel.TURNS, ResultRules(3))
    assert (made.status, made.position) == (WorkshopStatus.PREPARED, "welcome")
    assert made.framework == make_framework()
    assert made.created_at == made.updated_at == NOON + timedelta(minutes=1)
    assert not made.is_sample


def test_a_quick_workshop_has_one_statement_for_each_action() -> None:
    library = FakeLibrary()
    key = workshops_of(library).create(replace(FULL, depth=Depth.QUICK)).value
    made = library.record(key).workshop
    assert [s.id for s in made.framework.statements] == ["T", "A"]
    assert made.depth is Depth.QUICK


def test_what_is_typed_is_trimmed() -> None:
    checked = check(Details("  A  title ", " p ", "\tq", facilitator="r\n"))
    assert (checked.title, checked.partnership) == ("A  title", "p")
    assert (checked.place, checked.facilitator) == ("q", "r")


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        (Details(""), "needs a title"),
        (Details(" \t\n"), "needs a title"),
        (Details("x" * (MAX_TITLE + 1)), "The title is longer than 200 characters"),
        (Details("x", partnership="x" * 201), "The partnership is longer than 200"),
        (Details("x", place="x" * 201), "The place is longer than 200"),
        (Details("x", facilitator="x" * 201), "The facilitator is longer than 200"),
        (Details("x", present=0), "People in the room can be 1 to 500"),
        (Details("x", present=MAX_PRESENT + 1), "People in the room can be 1 to 500"),
        (Details("x", rules=ResultRules(2)), "The minimum answers can be 3, 4 or 5"),
        (Details("x", rules=ResultRules(6)), "The minimum answers can be 3, 4 or 5"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_kept(details: Details, sentence: str) -> None:
    library = FakeLibrary(make_record())
    for call in (
        lambda: workshops_of(library).create(details),
        lambda: change(library, details),
    ):
        with pytest.raises(InputProblem) as raised:
            call()
        assert sentence in str(raised.value)
    assert library.units == 0


@pytest.mark.parametrize("present", [1, MAX_PRESENT])
def test_the_limits_themselves_will_do(present: int) -> None:
    library = FakeLibrary()
    details = Details("x" * MAX_TITLE, present=present)
    made = workshops_of(library).create(details).value
    assert library.record(made).workshop.present == present


# Finding


def test_the_last_touched_comes_first() -> None:
    library = FakeLibrary()
    workshops = workshops_of(library)
    first, second = (workshops.create(Details(title)).value for title in ("One", "Two"))
    assert [s.id for s in workshops.all()] == [second, first]
    workshops.go_to(first, Step(StepKind.OVERVIEW))
    assert [s.id for s in workshops.all()] == [first, second]


def test_a_workshop_that_is_gone_is_said() -> None:
    workshops = workshops_of(FakeLibrary())
    for call in (
        lambda: workshops.record("gone"),
        lambda: workshops.change("gone", FULL, FULL),
        lambda: workshops.set_people("gone", People(3)),
        lambda: workshops.go_to("gone", Step(StepKind.CLOSE)),
        lambda: workshops.finish("gone"),
        lambda: workshops.resume("gone"),
        lambda: workshops.delete("gone"),
    ):
        with pytest.raises(NotFound):
            call()


# Changing


def test_what_was_prepared_can_be_changed_and_the_rest_stays() -> None:
    before = replace(
        make_workshop(rules=ResultRules(5, 6, 11)),
        status=WorkshopStatus.RUNNING, position="statement:T1", headline="Go",
        review_on=date(2028, 1, 1), is_sample=True,
    )  # fmt: skip
    library = FakeLibrary(make_record(workshop=before))
    outcome = change(library, FULL)
    assert outcome.changes == Changes.LIBRARY | Changes.WORKSHOP | Changes.ROUND
    assert library.record().workshop == replace(
        before, title=FULL.title, partnership=FULL.partnership, place=FULL.place,
        held_on=FULL.held_on, facilitator="Sam", privacy=Privacy.OPEN, present=23,
        channel=Channel.TURNS, rules=ResultRules(3, 6, 11),
        updated_at=NOON + timedelta(minutes=1),
    )  # fmt: skip


ANONYMOUS, BY_GROUP, OPEN = Privacy.ANONYMOUS, Privacy.ANONYMOUS_WITH_GROUP, Privacy.OPEN


@pytest.mark.parametrize(
    ("promised", "wanted", "may"),
    [
        (ANONYMOUS, ANONYMOUS, True),
        (ANONYMOUS, BY_GROUP, False),
        (ANONYMOUS, OPEN, False),
        (BY_GROUP, OPEN, False),
        (BY_GROUP, ANONYMOUS, True),
        (OPEN, BY_GROUP, True),
    ],
)
def test_the_privacy_people_voted_under_is_never_loosened(
    promised: Privacy, wanted: Privacy, may: bool
) -> None:
    workshop = make_workshop(privacy=promised)
    groups = (Group("Council", 9), Group("Police", 8))
    details = replace(FULL, privacy=wanted, groups=groups, rules=workshop.rules)
    for ballots_in in (0, 1):
        library = FakeLibrary(make_record(workshop=workshop))
        rounds = Rounds(library, Ids())
        round_id = rounds.open("w1", "T1", Channel.TURNS).value
        for _ in range(ballots_in):
            rounds.cast(round_id, 4)
        if may or not ballots_in:
            change(library, details)
            assert library.record().workshop.privacy is wanted
        else:
            with pytest.raises(RuleProblem, match="can only be made stricter"):
                change(library, details)
            assert library.record().workshop == workshop


def test_the_depth_is_fixed_when_the_workshop_is_made() -> None:
    library = FakeLibrary(make_record())
    with pytest.raises(InputProblem, match="depth of a workshop is fixed"):
        change(library, replace(FULL, depth=Depth.QUICK))
    assert library.units == 0


def with_reasons(rules: ResultRules) -> FakeLibrary:
    """Give a workshop with three ratings on T1 and seven on A1, and the steps they led to."""
    rounds = (make_round("T1", (2, 1, 0, 0, 0)), make_round("A1", (4, 3, 0, 0, 0)))
    record = make_record(*rounds, workshop=make_workshop(rules=rules))
    plan = tuple(
        Commitment(key, "w1", n, "Do it", action, step, because=f"Because of {key}.")
        for n, (key, action, step) in enumerate(
            (("few", "T", None), ("many", "A", None), ("both", "A", _step_of(record, "T")))
        )
    )
    return FakeLibrary(replace(record, commitments=plan))


def _step_of(record: WorkshopRecord, action: str) -> str:
    return record.workshop.framework.action(action).steps[0].id


def test_a_reason_does_not_outlive_the_result_that_it_counts() -> None:
    """Three answers were enough; the room wants five: counts of three may stand nowhere."""
    library = with_reasons(ResultRules(minimum_answers=3))
    outcome = change(library, replace(FULL, rules=ResultRules(5), privacy=ANONYMOUS))
    assert Changes.PLAN in outcome.changes
    told = {c.id: c.because for c in library.record().commitments}
    assert told == {"few": "", "many": "Because of many.", "both": ""}


def test_a_reason_outlives_what_is_hidden_of_other_statements_of_its_action() -> None:
    """A step says which vote it was taken for: only that vote's counts stand in its reason."""
    record = with_reasons(ResultRules(minimum_answers=3)).record()
    rounds = (*record.rounds, make_round("T2", (6, 1, 0, 0, 0)))
    plan = tuple(
        replace(record.commitments[0], id=statement, step_id=f"{_step_of(record, 'T')} {key}")
        for statement in ("T1", "T2")
        for key in (TakenFor(statement, 1, StepWhen.LOW).key,)
    )
    library = FakeLibrary(replace(record, rounds=rounds, commitments=plan))
    change(library, replace(FULL, rules=ResultRules(5), privacy=ANONYMOUS))
    told = {c.id: bool(c.because) for c in library.record().commitments}
    assert told == {"T1": False, "T2": True}


def test_a_change_that_hides_nothing_more_leaves_reasons_alone() -> None:
    library = with_reasons(ResultRules(minimum_answers=5))
    same = library.record().workshop.rules
    outcome = change(library, replace(FULL, rules=same, privacy=ANONYMOUS))
    assert Changes.PLAN not in outcome.changes
    assert all(c.because for c in library.record().commitments)


@pytest.mark.parametrize("by", ["set_people", "change"])
def test_open_votes_follow_the_people_in_the_room_and_others_do_not(by: str) -> None:
    states = {"T1": RoundState.OPEN, "T2": RoundState.CLOSED, "A1": RoundState.REVEALED}
    rounds = [make_round(key, (0, 0, 2, 0, 0), state=s) for key, s in states.items()]
    library = FakeLibrary(make_record(*rounds))
    if by == "change":
        change(library, replace(FULL, present=9, privacy=ANONYMOUS, rules=ResultRules()))
    else:
        outcome = workshops_of(library).set_people("w1", People(9))
        assert outcome.changes == Changes.WORKSHOP | Changes.ROUND
    record = library.record()
    assert record.workshop.present == 9
    assert {r.statement_id: r.present for r in record.rounds} == {"T1": 9, "T2": 2, "A1": 2}
    assert all(r.ballots_in == 2 for r in record.rounds)


@pytest.mark.parametrize("present", [-1, MAX_PRESENT + 1])
def test_people_in_the_room_have_limits(present: int) -> None:
    library = FakeLibrary(make_record())
    with pytest.raises(InputProblem, match="0 to 500"):
        workshops_of(library).set_people("w1", People(present))
    assert library.record().workshop.present == 12


def test_nobody_leaves_a_vote_that_their_ballot_is_in() -> None:
    library = FakeLibrary(make_record(workshop=make_workshop(present=2)))
    rounds, workshops = Rounds(library, Ids()), workshops_of(library)
    key = rounds.open("w1", "T1", Channel.TURNS).value
    rounds.cast(key, 3)
    rounds.cast(key, 3)
    with pytest.raises(RuleProblem, match="Close that vote first"):
        workshops.set_people("w1", People(1))
    rounds.close(key)
    workshops.set_people("w1", People(1))
    assert (library.round(key).ballots_in, library.round(key).present) == (2, 2)


def test_what_is_prepared_anew_leaves_as_many_people_as_ballots() -> None:
    library = FakeLibrary(make_record(workshop=make_workshop(present=2)))
    rounds = Rounds(library, Ids())
    key = rounds.open("w1", "T1", Channel.PAPER).value
    rounds.cast(key, 3)
    rounds.cast(key, 3)
    with pytest.raises(RuleProblem, match="Close that vote first"):
        change(library, replace(library.record().workshop.details, present=1))
    assert library.round(key).present == 2


def test_fewer_people_than_counted_hands_are_a_difference_that_needs_a_reason() -> None:
    library = FakeLibrary(make_record(workshop=make_workshop(present=2)))
    rounds = Rounds(library, Ids())
    key = rounds.open("w1", "T1", Channel.HANDS).value
    rounds.count_hands(key, (0, 0, 0, 2, 0, 0))
    workshops_of(library).set_people("w1", People(1))
    with pytest.raises(CountDiffers):
        rounds.close(key)


# Moving


def test_a_step_is_kept_for_the_next_start_and_the_workshop_runs() -> None:
    library = FakeLibrary(make_record())
    outcome = workshops_of(library).go_to("w1", Step(StepKind.STATEMENT, "A2"))
    assert outcome.changes == Changes.POSITION | Changes.LIBRARY
    workshop = library.record().workshop
    assert (workshop.position, workshop.status) == ("statement:A2", WorkshopStatus.RUNNING)


def test_what_is_gone_on_with_is_touched_only_where_another_would_be_continued() -> None:
    library = FakeLibrary(make_record())
    workshops = workshops_of(library)
    workshops.begin("w1")
    before, units = library.record().workshop, library.units
    workshops.go_on_with("w1")
    assert (library.record().workshop, library.units) == (before, units)


def test_a_step_that_does_not_exist_is_the_first_one() -> None:
    library = FakeLibrary(make_record())
    workshops_of(library).go_to("w1", Step(StepKind.STATEMENT, "Z9"))
    assert library.record().workshop.position == "welcome"


def test_beginning_makes_a_prepared_workshop_run_where_it_stands() -> None:
    library = FakeLibrary(make_record())
    outcome = workshops_of(library).begin("w1")
    assert outcome.changes == Changes.WORKSHOP | Changes.LIBRARY
    workshop = library.record().workshop
    assert (workshop.position, workshop.status) == ("welcome", WorkshopStatus.RUNNING)


def test_looking_back_does_not_open_a_closed_workshop() -> None:
    library = FakeLibrary(make_record())
    workshops = workshops_of(library)
    outcome = workshops.finish("w1")
    assert outcome.changes == Changes.WORKSHOP | Changes.LIBRARY | Changes.END
    workshops.go_to("w1", Step(StepKind.OVERVIEW))
    assert library.record().workshop.status is WorkshopStatus.CLOSED
    workshops.resume("w1")
    assert library.record().workshop.status is WorkshopStatus.RUNNING


def test_a_deleted_workshop_takes_only_its_own_with_it() -> None:
    library = FakeLibrary(make_record(make_round("T1", (0, 0, 2, 0, 0))))
    library.put(make_record(workshop=replace(make_workshop(), id="w2")))
    assert workshops_of(library).delete("w1").changes == Changes.LIBRARY
    assert [s.id for s in workshops_of(library).all()] == ["w2"]
    with pytest.raises(NotFound):
        workshops_of(library).record("w1")


def test_a_deleted_workshop_comes_back_whole() -> None:
    library = FakeLibrary(make_record(make_round("T1", (0, 0, 2, 0, 0))))
    before = library.record()
    outcome = workshops_of(library).delete("w1")
    assert outcome.undo is not None
    assert outcome.undo.about == before.workshop.title
    assert outcome.undo.run() is Changes.LIBRARY
    assert library.record() == before


def test_rehearsals_go_with_their_workshop() -> None:
    library = FakeLibrary(make_record())
    rehearsal = replace(make_workshop(), id="w2", rehearsal_of="w1")
    library.put(make_record(workshop=rehearsal))
    workshops_of(library).delete("w1")
    assert workshops_of(library).all() == ()
    assert list(library.shelf.workshops) == ["w1"]
