"""A step is offered for a statement that it serves, with that statement's own last result."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Action, Framework, StepWhen
from desktop_app.domain.results import Agreement, Flag, Recommendation, Result
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import ResultRules, WorkshopRecord
from desktop_app.recommendations.rules import MOST_STEPS, recommend
from desktop_app.storage.content import BuiltInFrameworks
from tests.unit.builders import make_framework, make_record, make_round, make_workshop

HIGH = (0, 0, 1, 7, 4)
MIDDLE = (0, 3, 4, 3, 0)
LOW = (4, 4, 2, 1, 1)
LOWEST = (7, 4, 1, 0, 0)
OPPOSING = (2, 3, 1, 4, 1)
MOST_OPPOSED = (5, 1, 0, 0, 5)
FEW = (0, 0, 0, 4, 0)

BUILT_IN = BuiltInFrameworks().built_in()


def serving(**serves: tuple[str, ...]) -> Framework:
    """Return one action of three statements, whose steps (L1 for T-L1) serve what is named."""
    framework = make_framework(actions=("T",))
    action = framework.actions[0]
    third = replace(action.statements[0], id="T3", name="Name T3")
    steps = tuple(replace(s, serves=serves.get(s.id[2:], ())) for s in action.steps)
    whole = replace(action, statements=(*action.statements, third), steps=steps)
    return replace(framework, actions=(whole,))


def offered(framework: Framework, *rounds: Round) -> list[tuple[str | None, str, str]]:
    record = make_record(*rounds, workshop=make_workshop(framework))
    found = recommend(record, workshop_picture(record))
    return [(offer.step_id, offer.statement_id, offer.because) for offer in found]


def test_the_weakest_statements_own_steps_come_before_those_of_the_whole_action() -> None:
    framework = serving(L1=("T1",), L3=("T2",))
    found = offered(framework, make_round("T1", LOW), make_round("T2", LOWEST))
    assert [(step, about) for step, about, _ in found] == [
        ("T-L3", "T2"),
        ("T-L2", "T2"),
        ("T-L1", "T1"),
    ]
    assert found[2][2] == "Because in the first vote 8 of 12 rated “Name T1” 1 or 2."


def test_the_next_weakest_leads_with_its_own_counts_where_no_step_serves_the_weakest() -> None:
    framework = serving(L1=("T1",), L2=("T1",), L3=("T1",), M2=("T3",), H1=("T1",))
    rounds = make_round("T1", HIGH), make_round("T2", LOW), make_round("T3", MIDDLE)
    found = offered(framework, *rounds)
    assert [(step, about) for step, about, _ in found] == [("T-M2", "T3"), ("T-H1", "T1")]
    assert "3 of 10 low" in found[0][2]


def test_a_step_for_the_whole_action_is_of_its_weakest_statements_level() -> None:
    framework = serving(L1=("T1",), L2=("T1",), L3=("T1",))
    found = offered(framework, make_round("T1", LOW), make_round("T2", HIGH))
    assert {step for step, _, _ in found} == {"T-L1", "T-L2", "T-L3"}
    only = serving(L1=("T3",), L2=("T3",), L3=("T3",))
    assert offered(only, make_round("T1", LOW), make_round("T2", HIGH)) == []


def test_the_most_opposed_statement_comes_first_and_only_where_a_step_serves_it() -> None:
    rounds = make_round("T1", OPPOSING), make_round("T2", MOST_OPPOSED)
    found = offered(serving(D1=("T1",), D2=("T1", "T2")), *rounds)
    assert [pair[:2] for pair in found[:2]] == [("T-D2", "T2"), ("T-D1", "T1")]
    found = offered(serving(D1=("T1",), D2=("T3",)), *rounds)
    assert found[0][:2] == ("T-D1", "T1")
    assert "T-D2" not in {step for step, _, _ in found}


def test_the_least_known_statement_comes_first_where_a_step_serves_it() -> None:
    rounds = make_round("T1", HIGH, 9), make_round("T2", HIGH, 7)
    assert offered(serving(), *rounds)[0][:2] == ("T-N1", "T1")
    assert offered(serving(N1=("T2",)), *rounds)[0] == (
        "T-N1",
        "T2",
        "Because in the first vote 7 of 19 could not say on “Name T2”.",
    )
    assert "T-N1" not in {step for step, _, _ in offered(serving(N1=("T3",)), *rounds)}


def test_level_steps_come_after_talking_even_where_no_step_serves_what_divides() -> None:
    framework = serving(D1=("T3",), D2=("T3",))
    record = make_record(make_round("T1", OPPOSING), workshop=make_workshop(framework))
    found = recommend(record, workshop_picture(record))
    assert found
    assert all(offer.after_talking for offer in found)


@pytest.mark.parametrize(
    ("statement", "counts", "steps"),
    [
        ("L1", HIGH, ("L-H2",)),
        ("L2", HIGH, ()),
        ("L4", HIGH, ("L-H1",)),
        ("A3", LOW, ()),
        ("A3", MIDDLE, ("A-M2",)),
        ("T3", LOW, ("T-L3", "T-L2")),
        ("G1", LOW, ("G-L3", "G-L1")),
    ],
)
def test_the_built_in_bank(statement: str, counts: tuple[int, ...], steps: tuple[str, ...]) -> None:
    assert tuple(s for s, _, _ in offered(BUILT_IN, make_round(statement, counts))) == steps


def test_succession_is_not_built_on_what_was_rated_of_learning() -> None:
    rounds = [make_round(s, HIGH) for s in ("L1", "L3", "L4")]
    learning = make_round("L2", (0, 2, 2, 5, 2))
    found = offered(BUILT_IN, *rounds, learning)
    (build,) = (why for step, _, why in found if step == "L-H2")
    assert build == "Because in the first vote 11 of 12 rated “Stay with it” 4 or 5."


# Random rooms

Votes: TypeAlias = dict[str, list[tuple[list[int], int, RoundState]]]
ratings = st.lists(st.integers(0, 7), min_size=5, max_size=5)
one_vote = st.tuples(ratings, st.integers(0, 9), st.sampled_from(RoundState))
votes = st.dictionaries(
    st.sampled_from([s.id for s in BUILT_IN.statements]),
    st.lists(one_vote, min_size=1, max_size=3),
    min_size=1,
    max_size=9,
)
rules = st.sampled_from([ResultRules(), ResultRules(minimum_answers=3)])


def record_of(found: Votes, kept: ResultRules) -> WorkshopRecord:
    rounds = [
        make_round(statement, counts, unsure, ordinal=ordinal, state=state)
        for statement, held in found.items()
        for ordinal, (counts, unsure, state) in enumerate(held, start=1)
    ]
    return make_record(*rounds, workshop=make_workshop(BUILT_IN, rules=kept))


def action_of(offer: Recommendation) -> Action:
    return BUILT_IN.action(offer.action_id)


def figures(result: Result) -> set[int]:
    """Return every figure that a reason may count of a result."""
    sums = {result.n, result.n + result.cannot_say, result.present, result.cannot_say}
    return sums | {result.below, result.middle, result.above, 1, 2, 4, 5}


@given(votes, rules)
def test_no_step_is_offered_for_a_statement_that_it_does_not_serve(
    found: Votes, kept: ResultRules
) -> None:
    record = record_of(found, kept)
    picture = workshop_picture(record)
    offers = recommend(record, picture)
    assert len({offer.key for offer in offers}) == len(offers)
    for offer in offers:
        action = action_of(offer)
        assert offer.statement_id in {s.id for s in action.statements}
        assert sum(one.action_id == offer.action_id for one in offers) <= MOST_STEPS
        step = {s.id: s for s in action.steps}.get(offer.step_id or "")
        if step is None:
            continue
        assert offer.statement_id in (step.serves or {s.id for s in action.statements})
        result = picture.statement(offer.statement_id).result
        assert result is not None
        fits = {
            StepWhen.CANNOT_SAY: Flag.MANY_CANNOT_SAY in result.flags,
            StepWhen.OPPOSING: result.agreement is Agreement.OPPOSING,
        }
        assert fits.get(step.when, step.when.value == result.level.value)
        whole = step.when.value in ("low", "middle", "high") and not step.serves
        if whole:
            assert offer.statement_id == picture.action(action.id).weakest_id


@given(votes, rules)
def test_a_reason_counts_its_statements_own_last_shown_result(
    found: Votes, kept: ResultRules
) -> None:
    record = record_of(found, kept)
    picture = workshop_picture(record)
    for offer in recommend(record, picture):
        statement, seen = (
            BUILT_IN.statement(offer.statement_id),
            picture.statement(offer.statement_id),
        )
        assert f"“{statement.name}”" in offer.because
        counted = {int(n) for n in re.findall(r"\d+", offer.because)}
        if seen.result is None:
            assert counted == set()
        else:
            assert counted <= figures(seen.result)


@given(votes)
def test_a_round_that_nobody_has_seen_changes_no_offer(found: Votes) -> None:
    record = record_of(found, ResultRules())
    assume(any(r.state is not RoundState.REVEALED for r in record.rounds))
    other = tuple(
        r if r.state is RoundState.REVEALED else replace(r, tallies=(), ballots_in=0)
        for r in record.rounds
    )
    changed = replace(record, rounds=other)
    assert recommend(record, workshop_picture(record)) == recommend(
        changed, workshop_picture(changed)
    )


def test_what_is_too_small_to_show_enters_no_reason() -> None:
    record = make_record(make_round("T1", FEW), workshop=make_workshop(BUILT_IN))
    (advice,) = recommend(record, workshop_picture(record))
    assert advice.step_id is None
    assert not re.search(r"\d", advice.because)
