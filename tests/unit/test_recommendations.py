"""Recommended steps: which, why, how many, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Depth
from desktop_app.domain.plan import Commitment
from desktop_app.domain.results import Agreement, Recommendation
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import ResultRules, WorkshopRecord
from desktop_app.recommendations.rules import recommend, takes_on
from tests.unit.builders import make_framework, make_record, make_round, make_workshop

HIGH = (0, 0, 1, 7, 4)
MIDDLE = (0, 3, 4, 3, 0)
LOW = (4, 4, 2, 1, 1)
OPPOSING = (2, 3, 1, 4, 1)


def offered(record: WorkshopRecord, dots: Mapping[str, int] | None = None) -> list[Recommendation]:
    return list(recommend(record, workshop_picture(record), dots))


def steps(*rounds: Round) -> list[str | None]:
    return [r.step_id for r in offered(make_record(*rounds))]


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ((), []),
        ((make_round("T1", LOW, state=RoundState.CLOSED),), []),
        ((make_round("T1", LOW),), ["T-L1", "T-L2", "T-L3"]),
        ((make_round("T1", HIGH),), ["T-H1", "T-H2", "T-H3"]),
        ((make_round("T1", HIGH), make_round("T2", MIDDLE)), ["T-M1", "T-M2", "T-M3"]),
        ((make_round("T1", OPPOSING),), ["T-D1", "T-D2", "T-M1"]),
        ((make_round("T1", OPPOSING), make_round("T2", LOW)), ["T-D1", "T-D2", "T-L1"]),
        ((make_round("T1", LOW, 7),), ["T-N1", "T-L1", "T-L2"]),
        ((make_round("T1", OPPOSING, 6),), ["T-N1", "T-D1", "T-D2"]),
        ((make_round("T1", (0, 0, 0, 4, 0)),), [None]),
        ((make_round("T1", (0, 0, 0, 5, 0), present=12),), [None]),
        ((make_round("T1", (0, 0, 0, 5, 0), 7),), [None]),
        ((make_round("T1", HIGH), make_round("T2", (4, 0, 0, 0, 0))), ["T-H1", "T-H2", "T-H3"]),
        (
            (make_round("T1", HIGH), make_round("T2", (5, 0, 0, 0, 0), 7)),
            ["T-N1", "T-H1", "T-H2"],
        ),
        ((make_round("T1", LOW), make_round("T1", HIGH, ordinal=2)), ["T-H1", "T-H2", "T-H3"]),
    ],
)
def test_steps_of_an_action(rounds: tuple[Round, ...], expected: list[str | None]) -> None:
    assert steps(*rounds) == expected


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ((make_round("T1", LOW),), "Because in the first vote 8 of 12 rated “Name T1” 1 or 2."),
        ((make_round("T1", HIGH),), "Because in the first vote 11 of 12 rated “Name T1” 4 or 5."),
        (
            (make_round("T1", MIDDLE),),
            (
                "Because in the first vote “Name T1” was rated neither mostly low nor mostly high: "
                "3 of 10 low, 3 high, 4 between."
            ),
        ),
        (
            (make_round("T2", OPPOSING),),
            "Because in the first vote views on “Name T2” were opposing: 5 of 11 low, 5 high.",
        ),
        (
            (make_round("T1", HIGH, 7),),
            "Because in the first vote 7 of 19 could not say on “Name T1”.",
        ),
        (
            (make_round("T1", (0, 0, 0, 5, 0), present=12),),
            "Because in the first vote only 5 of 12 people rated “Name T1”.",
        ),
        (
            (make_round("T1", (0, 0, 0, 4, 0)),),
            "Because in the first vote too few people rated “Name T1” to show a result.",
        ),
    ],
)
def test_first_reason(rounds: tuple[Round, ...], expected: str) -> None:
    assert offered(make_record(*rounds))[0].because == expected


def test_a_step_carries_statement_agreement_and_sources() -> None:
    first, second, third = offered(make_record(make_round("T1", HIGH), make_round("T2", LOW)))
    assert {r.statement_id for r in (first, second, third)} == {"T2"}
    assert first.agreement is Agreement.MIXED
    assert first.leans_on == ("V&H03",)
    assert first.first_move
    assert not first.after_talking


def test_level_steps_come_after_talking_where_views_oppose() -> None:
    found = offered(make_record(make_round("T1", OPPOSING), make_round("T2", LOW)))
    assert [(r.step_id, r.statement_id, r.after_talking) for r in found] == [
        ("T-D1", "T1", False),
        ("T-D2", "T1", False),
        ("T-L1", "T2", True),
    ]


def test_cannot_say_names_the_statement_with_the_largest_share() -> None:
    found = offered(make_record(make_round("T1", HIGH, 7), make_round("T2", HIGH, 9)))
    assert (found[0].step_id, found[0].statement_id) == ("T-N1", "T2")


def test_gathering_more_ratings_is_plain_advice() -> None:
    (advice,) = offered(make_record(make_round("T1", (0, 0, 0, 4, 0))))
    assert (advice.title, advice.leans_on) == ("Gather more ratings", ())
    assert advice.agreement is Agreement.TOO_FEW
    assert advice.how
    assert advice.first_move
    assert advice.sign


ACTIONS = ("T", "A", "I", "G", "L")
WORKSHOP = make_workshop(make_framework(actions=ACTIONS))


def order(counts: Mapping[str, tuple[int, ...]], dots: Mapping[str, int] | None = None) -> str:
    rounds = [make_round(f"{action}1", votes) for action, votes in counts.items()]
    found = offered(make_record(*rounds, workshop=WORKSHOP), dots)
    return "".join(dict.fromkeys(r.action_id for r in found))


def test_actions_are_ordered_by_level_then_agreement_then_framework() -> None:
    low_broad = (2, 5, 3, 2, 0)
    assert order({"T": HIGH, "A": MIDDLE, "I": LOW, "G": low_broad, "L": OPPOSING}) == "IGLAT"
    assert order(dict.fromkeys(ACTIONS, MIDDLE)) == "TAIGL"
    assert order({"T": (0, 0, 0, 2, 1), "A": HIGH}) == "AT"


def test_dots_go_before_everything_else() -> None:
    counts = {"T": HIGH, "A": MIDDLE, "I": LOW}
    assert order(counts, {"T": 5, "A": 9}) == "ATI"
    assert order(counts, {}) == "IAT"


def test_an_action_that_only_needs_more_ratings_comes_last_of_those_with_its_dots() -> None:
    few = (0, 0, 0, 4, 0)
    assert order({"T": few, "A": HIGH}) == "AT"
    assert order({"T": few, "A": HIGH}, {"T": 2, "A": 2}) == "AT"
    assert order({"T": few, "A": HIGH}, {"T": 3, "A": 2}) == "TA"
    assert order({"T": few, "A": few}, {"T": 2, "A": 3}) == "AT"


def test_an_action_without_dots_comes_after_one_with_a_single_dot() -> None:
    assert order({"T": HIGH, "A": HIGH}, {"A": 1}) == "AT"
    assert order({"T": LOW, "A": HIGH}, {"A": 1}) == "AT"


def test_plain_advice_is_known_by_its_action_and_by_how_it_goes() -> None:
    few = make_round("T1", (0, 0, 0, 4, 0))
    (advice,) = offered(make_record(few))
    taken = Commitment(
        id="c", workshop_id="w1", position=1, title="Reworded", action_id="T", how=advice.how
    )
    assert takes_on(taken, advice)
    assert takes_on(replace(taken, how=f"First this. {advice.how}"), advice)
    assert not takes_on(replace(taken, action_id="A"), advice)
    assert not takes_on(replace(taken, how="Otherwise"), advice)


def test_a_step_is_never_offered_twice_even_from_a_careless_bank() -> None:
    framework = make_framework(actions=("T",))
    action = framework.actions[0]
    doubled = replace(framework, actions=(replace(action, steps=action.steps + action.steps),))
    record = make_record(make_round("T1", (0, 1, 1, 3, 6), 7), workshop=make_workshop(doubled))
    assert [r.step_id for r in offered(record)] == ["T-N1", "T-H1", "T-H2"]


def test_quick_depth() -> None:
    workshop = make_workshop(make_framework().at_depth(Depth.QUICK))
    found = offered(make_record(make_round("A", LOW), workshop=workshop))
    assert [r.step_id for r in found] == ["A-L1", "A-L2", "A-L3"]
    assert found[0].because == "Because in the first vote 8 of 12 rated “Name A” 1 or 2."


votes = st.lists(st.integers(0, 6), min_size=5, max_size=5)


@given(
    st.lists(st.tuples(votes, st.integers(0, 8)), min_size=4, max_size=4),
    st.sampled_from([ResultRules(), ResultRules(minimum_answers=3)]),
)
def test_always_few_explained_and_never_twice(
    results: list[tuple[list[int], int]], rules: ResultRules
) -> None:
    statements = ("T1", "T2", "A1", "A2")
    rounds = [make_round(s, c, n) for s, (c, n) in zip(statements, results, strict=True)]
    found = offered(make_record(*rounds, workshop=make_workshop(rules=rules)))
    for action in ("T", "A"):
        mine = [r for r in found if r.action_id == action]
        assert 1 <= len(mine) <= 3
        assert len({r.step_id for r in mine}) == len(mine)
    assert all(r.because.startswith("Because ") and r.because.endswith(".") for r in found)
