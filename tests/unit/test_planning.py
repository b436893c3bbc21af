"""The plan: recommended steps taken on, the room's own, their order, headline and review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.planning import MAX_TEXT, Planning, Wording, open_recommendations
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, InputProblem, NotFound, RuleProblem
from desktop_app.domain.plan import Commitment
from desktop_app.domain.results import Recommendation
from desktop_app.domain.rounds import RoundState

from .builders import make_record, make_round
from .fakes import FakeLibrary, Ids

LOW, FEW = (6, 4, 2, 0, 0), (1, 0, 0, 0, 0)
DUE = date(2027, 6, 1)


def a_library() -> FakeLibrary:
    """Return a library whose first action is rated low and whose second has too few ratings."""
    return FakeLibrary(make_record(make_round("T1", LOW), make_round("A1", FEW, present=12)))


def planning_of(library: FakeLibrary) -> Planning:
    return Planning(library, Ids())


def offered(library: FakeLibrary) -> tuple[Recommendation, ...]:
    return open_recommendations(library.record())


def titles(library: FakeLibrary) -> list[str]:
    return [c.title for c in library.record().commitments]


# Recommended steps


def test_a_step_is_taken_on_with_its_reason_and_is_not_offered_again() -> None:
    library = a_library()
    step = offered(library)[0]
    outcome = planning_of(library).take("w1", step)
    assert outcome.changes == Changes.PLAN | Changes.STAGE
    assert library.record().commitments == (
        Commitment(
            outcome.value, "w1", 0, step.title, "T", "T-L1 +for:low:1:T1", step.how, step.because,
            step.leans_on, measure=step.sign, first_move=step.first_move,
        ),
    )  # fmt: skip
    assert step not in offered(library)
    assert len(offered(library)) > 0


def test_a_step_is_taken_on_once() -> None:
    library = a_library()
    planning = planning_of(library)
    step = offered(library)[0]
    planning.take("w1", step)
    with pytest.raises(RuleProblem, match="in the plan already"):
        planning.take("w1", step)
    assert titles(library) == [step.title]


def test_advice_to_gather_more_ratings_is_taken_on_once() -> None:
    library = a_library()
    advice = next(r for r in offered(library) if r.step_id is None)
    planning = planning_of(library)
    kept = planning.take("w1", advice).value
    assert advice not in offered(library)
    with pytest.raises(RuleProblem, match="in the plan already"):
        planning.take("w1", advice)
    planning.edit(library.record().commitments[0], Wording("Ask the schools too"))
    assert advice not in offered(library)
    planning.drop("w1", kept)
    assert advice in offered(library)


def test_advice_that_was_merged_is_not_offered_again() -> None:
    library = a_library()
    advice = next(r for r in offered(library) if r.step_id is None)
    planning = planning_of(library)
    kept = planning.take("w1", advice).value
    other = planning.add_own("w1", Wording("Ask the schools too")).value
    planning.merge("w1", kept, other)
    assert advice not in offered(library)


def test_changing_a_step_that_is_gone_does_not_bring_it_back() -> None:
    library = a_library()
    planning = planning_of(library)
    kept = planning.add_own("w1", Wording("Rotate the chair")).value
    (commitment,) = library.record().commitments
    planning.drop("w1", kept)
    with pytest.raises(NotFound, match="no longer in the plan"):
        planning.edit(commitment, Wording("Rotate the venue"))
    assert library.record().commitments == ()


def test_a_dropped_step_is_offered_again() -> None:
    library = a_library()
    before = offered(library)
    key = planning_of(library).take("w1", before[1]).value
    assert planning_of(library).drop("w1", key).changes == Changes.PLAN | Changes.STAGE
    assert offered(library) == before
    with pytest.raises(NotFound):
        planning_of(library).drop("w1", key)


def test_the_reason_stays_as_it_was_when_later_votes_change_the_advice() -> None:
    library = a_library()
    step = offered(library)[0]
    planning_of(library).take("w1", step)
    with library.writing() as work:
        again = make_round("T1", (0, 0, 0, 0, 12), ordinal=2)
        work.add_round(again)
        work.add_tallies(again, again.tallies)
        work.commit()
    assert library.record().commitments[0].because == step.because
    assert step not in offered(library)


def test_nothing_is_recommended_for_what_is_not_revealed() -> None:
    shown = FakeLibrary(make_record())
    votes = [make_round("T1", LOW, state=s) for s in (RoundState.OPEN, RoundState.CLOSED)]
    assert offered(shown) == ()
    assert [offered(FakeLibrary(make_record(vote))) for vote in votes] == [(), ()]


# The room's own


def test_an_own_step_is_kept_as_the_room_words_it() -> None:
    library = a_library()
    wording = Wording(" Ask Łódź ", " Chair ", DUE, " It is done ", " Ring them ")
    key = planning_of(library).add_own("w1", wording).value
    assert library.record().commitments == (
        Commitment(
            key, "w1", 0, "Ask Łódź", owner="Chair", due=DUE, measure="It is done",
            first_move="Ring them",
        ),
    )  # fmt: skip


def test_editing_keeps_the_reason_and_the_place() -> None:
    library = a_library()
    planning = planning_of(library)
    planning.add_own("w1", Wording("Own"))
    planning.take("w1", offered(library)[0])
    taken = library.record().commitments[1]
    outcome = planning.edit(taken, Wording("In our words", "Chair", DUE, "sign", "move"))
    assert outcome.changes == Changes.PLAN | Changes.STAGE
    assert library.record().commitments[1] == replace(
        taken, title="In our words", owner="Chair", due=DUE, measure="sign", first_move="move"
    )


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        (Wording(" \n"), "needs a few words"),
        (Wording("x" * (MAX_TEXT + 1)), "longer than 10000"),
        (Wording("x", owner="x" * (MAX_TEXT + 1)), "longer than 10000"),
        (Wording("x", measure="x" * (MAX_TEXT + 1)), "longer than 10000"),
        (Wording("x", first_move="x" * (MAX_TEXT + 1)), "longer than 10000"),
    ],
)
def test_what_cannot_be_kept_is_said(wording: Wording, sentence: str) -> None:
    library = a_library()
    planning = planning_of(library)
    planning.add_own("w1", Wording("Own"))
    own = library.record().commitments[0]
    for call in (lambda: planning.add_own("w1", wording), lambda: planning.edit(own, wording)):
        with pytest.raises(InputProblem, match=sentence):
            call()
    assert library.record().commitments == (own,)


# Order


@pytest.mark.parametrize(
    ("moved", "by", "order"),
    [("a", 1, "bacd"), ("d", -1, "abdc"), ("a", -1, "abcd"), ("d", 1, "abcd"), ("a", 99, "bcda"),
     ("d", -99, "dabc"), ("b", 0, "abcd")],
)  # fmt: skip
def test_a_step_moves_within_the_plan(moved: str, by: int, order: str) -> None:
    library = a_library()
    planning = planning_of(library)
    keys = {name: planning.add_own("w1", Wording(name)).value for name in "abcd"}
    planning.move("w1", keys[moved], by)
    assert "".join(titles(library)) == order
    assert [c.position for c in library.record().commitments] == [0, 1, 2, 3]


def test_a_new_step_comes_last_also_after_one_was_dropped() -> None:
    library = a_library()
    planning = planning_of(library)
    keys = [planning.add_own("w1", Wording(name)).value for name in "abc"]
    planning.drop("w1", keys[0])
    planning.add_own("w1", Wording("d"))
    assert titles(library) == ["b", "c", "d"]
    assert len({c.position for c in library.record().commitments}) == 3


def test_what_is_gone_is_said() -> None:
    library = a_library()
    planning = planning_of(library)
    step = offered(library)[0]
    calls = [
        lambda: planning.move("w1", "gone", 1),
        lambda: planning.take("gone", step),
        lambda: planning.add_own("gone", Wording("x")),
        lambda: planning.set_headline("gone", "x", ""),
        lambda: planning.set_review("gone", DUE),
    ]
    for call in calls:
        with pytest.raises(NotFound) as raised:
            call()
        assert isinstance(raised.value, AppError)
    assert titles(library) == []


# Headline and review


def test_headline_and_review_day_are_set_and_cleared() -> None:
    library = a_library()
    planning = planning_of(library)
    assert planning.set_headline("w1", " One budget ", "").changes == Changes.PLAN | Changes.STAGE
    planning.set_review("w1", DUE)
    assert library.record().workshop.headline == "One budget"
    assert library.record().workshop.review_on == DUE
    with pytest.raises(InputProblem, match="longer than"):
        planning.set_headline("w1", "x" * (MAX_TEXT + 1), "One budget")
    planning.set_headline("w1", "", "One budget")
    planning.set_review("w1", None)
    workshop = library.record().workshop
    assert (workshop.headline, workshop.review_on) == ("", None)
