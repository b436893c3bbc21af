"""One account of a step that was taken on, wherever it is told: why, and what is seen since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.planning import Planning, Wording, open_recommendations
from desktop_app.documents.dates import day_entries
from desktop_app.documents.more_tables import commitments_table
from desktop_app.documents.plan import plan_lines
from desktop_app.documents.report import full_content
from desktop_app.documents.summary import summary_content
from desktop_app.documents.tables import facts_of
from desktop_app.domain.framework import StepWhen
from desktop_app.domain.plan import Commitment, TakenFor
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import ResultRules, WorkshopRecord
from desktop_app.exports.calendar_export import calendar_of
from desktop_app.exports.json_export import document
from desktop_app.recommendations.taken import Taken, taken_on
from tests.unit.builders import make_record, make_round, make_workshop
from tests.unit.fakes import FakeLibrary

LOW = (4, 4, 2, 1, 1)
LATER = (0, 1, 2, 6, 3)
OPPOSING = (2, 3, 1, 4, 1)
FEW = (0, 0, 0, 4, 0)
THEN = "Because in the first vote 8 of 12 rated “Name T1” 1 or 2."
NOW = "In the last vote 9 of 12 rated “Name T1” 4 or 5."
WITHHELD = "What it was taken on for is not shown."


def took_first(*rounds: Round, rules: ResultRules | None = None) -> FakeLibrary:
    """Return a library whose workshop has taken its first recommendation on."""
    workshop = make_workshop(rules=rules)
    library = FakeLibrary(make_record(*rounds, workshop=workshop))
    planning = Planning(library, lambda: "c1")
    planning.take("w1", open_recommendations(library.record())[0])
    return library


def with_rounds(library: FakeLibrary, *rounds: Round) -> WorkshopRecord:
    return replace(library.record(), rounds=rounds)


def only(record: WorkshopRecord) -> Taken:
    (found,) = taken_on(record)
    return found


def test_what_it_was_taken_on_for_is_kept_with_it() -> None:
    library = took_first(make_round("T1", LOW))
    (kept,) = library.record().commitments
    assert kept.step_ids == ("T-L1",)
    assert kept.taken_for == (TakenFor("T1", 1, StepWhen.LOW),)
    assert only(library.record()) == Taken(kept, 1, THEN, "")


def test_a_commitment_without_what_it_was_for_says_only_its_reason() -> None:
    old = Commitment("c", "w1", 0, "Do it", "T", "T-L1", because="Because of that day.")
    record = make_record(make_round("T1", LATER))
    assert only(replace(record, commitments=(old,))).why == "Because of that day."
    own = replace(old, step_id=None, because="")
    assert only(replace(record, commitments=(own,))).why == ""


@pytest.mark.parametrize("step", ["T-L1 +for:", "T-L1 +for:low:x:T1", "T-L1 +for:low:1:", "+for:a"])
def test_keys_that_make_no_sense_say_nothing(step: str) -> None:
    assert Commitment("c", "w1", 0, "Do it", "T", step).taken_for == ()


def test_it_keeps_its_reason_and_says_beside_it_what_the_last_vote_shows() -> None:
    first = make_round("T1", LOW)
    voted = with_rounds(took_first(first), first, make_round("T1", LATER, ordinal=2))
    assert (only(voted).because, only(voted).last_vote) == (THEN, NOW)
    assert only(voted).why == f"{THEN} {NOW}"


def test_a_last_vote_that_shows_the_same_is_not_said() -> None:
    first = make_round("T1", LOW)
    other_tops = make_round("T1", (8, 0, 2, 2, 0), ordinal=2)
    assert only(with_rounds(took_first(first), first, other_tops)).last_vote == ""


def test_the_same_vote_counted_again_is_said() -> None:
    recounted = with_rounds(took_first(make_round("T1", LOW)), make_round("T1", LATER))
    assert only(recounted).why == f"{THEN} {NOW}"


@pytest.mark.parametrize(
    ("first", "later", "then", "now"),
    [
        (
            make_round("T1", OPPOSING),
            make_round("T1", LATER, ordinal=2),
            "Because in the first vote views on “Name T1” were opposing: 5 of 11 low, 5 high.",
            "In the last vote 1 of 12 rated “Name T1” low, 9 high.",
        ),
        (
            make_round("T1", LOW, 7),
            make_round("T1", LATER, 1, ordinal=2),
            "Because in the first vote 7 of 19 could not say on “Name T1”.",
            "In the last vote 1 of 13 could not say on “Name T1”.",
        ),
        (
            make_round("T1", (0, 0, 0, 5, 0), present=12),
            make_round("T1", LATER, ordinal=2),
            "Because in the first vote only 5 of 12 people rated “Name T1”.",
            "In the last vote 12 of 12 people rated “Name T1”.",
        ),
        (
            make_round("T1", FEW),
            make_round("T1", LATER, ordinal=2),
            "Because in the first vote too few people rated “Name T1” to show a result.",
            "In the last vote 12 of 12 people rated “Name T1”.",
        ),
        (
            make_round("T1", LOW),
            make_round("T1", (0, 4, 4, 4, 0), ordinal=2),
            THEN,
            "In the last vote 4 of 12 rated “Name T1” low, 4 high.",
        ),
        (
            make_round("T1", LOW),
            make_round("T1", FEW, ordinal=2),
            THEN,
            "The last vote on “Name T1” is not shown.",
        ),
    ],
)
def test_each_kind_of_reason(first: Round, later: Round, then: str, now: str) -> None:
    told = only(with_rounds(took_first(first), first, later))
    assert (told.because, told.last_vote) == (then, now)


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_a_vote_that_the_room_has_not_seen_says_nothing(state: RoundState) -> None:
    first = make_round("T1", LOW)
    library = took_first(first)
    unseen = make_round("T1", LATER, ordinal=2, state=state)
    assert only(with_rounds(library, first, unseen)).why == THEN
    assert only(with_rounds(library, replace(first, state=state))).why == WITHHELD


@pytest.mark.parametrize("counts", [(2, 1, 0, 0, 0), (2, 2, 0, 0, 0)])
def test_a_result_that_is_hidden_afterwards_is_told_nowhere(counts: Sequence[int]) -> None:
    library = took_first(make_round("T1", counts), rules=ResultRules(minimum_answers=3))
    record = library.record()
    assert any(figure in only(record).why for figure in "34")
    stricter = replace(record, workshop=make_workshop(rules=ResultRules(5)))
    assert only(stricter).why == WITHHELD
    for text in accounts(stricter).values():
        assert not re.search(r"\d of \d", text), text


def test_few_ratings_that_were_counted_are_not_told_once_they_are_hidden() -> None:
    few = make_round("T1", (0, 0, 0, 4, 0), present=12)
    record = took_first(few, rules=ResultRules(minimum_answers=3)).record()
    assert only(record).why == "Because in the first vote only 4 of 12 people rated “Name T1”."
    stricter = replace(record, workshop=make_workshop(rules=ResultRules(5)))
    assert only(stricter).why == WITHHELD


def test_merged_steps_tell_both_reasons_and_both_last_votes() -> None:
    rounds = make_round("T1", LOW), make_round("A1", LOW)
    library = FakeLibrary(make_record(*rounds))
    ids = iter(("c1", "c2"))
    planning = Planning(library, lambda: next(ids))
    for action in ("T", "A"):
        offers = open_recommendations(library.record())
        planning.take("w1", next(o for o in offers if o.action_id == action))
    planning.merge("w1", "c1", "c2")
    again = (make_round(s, LATER, ordinal=2) for s in ("T1", "A1"))
    told = only(with_rounds(library, *rounds, *again))
    about_a = THEN.replace("T1", "A1"), NOW.replace("T1", "A1")
    assert told.because == f"{THEN} {about_a[0]}"
    assert told.last_vote == f"{NOW} {about_a[1]}"


# One account everywhere


def accounts(record: WorkshopRecord) -> dict[str, str]:
    """Return why the only step of the plan was taken on, as each paper and file tells it."""
    (line,) = plan_lines(record)
    (row,) = summary_content(record).plan
    (action,) = (a for a in full_content(record).actions if a.key == "T")
    (step,) = (s for s in action.steps if s.taken_on)
    table = commitments_table(facts_of(record))
    cells = dict(zip((column.key for column in table.columns), table.rows[0], strict=True))
    (kept,) = document(record)["commitments"]
    event = str(calendar_of(record.workshop, day_entries(record)).events[0]["description"])
    return {
        "plan": line.reason,
        "summary": row.reason,
        "action": step.reason,
        "table": str(cells["because"]),
        "json": f"{kept['because']} {kept['last_vote']}",
        "calendar": event,
    }


def test_plan_action_page_summary_and_files_give_one_account_of_a_reworded_step() -> None:
    """Take a step, reword it, vote again."""
    first = make_round("T1", LOW)
    library = took_first(first)
    (kept,) = library.record().commitments
    reworded = Wording("Something else entirely", due=date(2027, 6, 1))
    Planning(library, lambda: "c2").edit(kept, reworded)
    record = with_rounds(library, first, make_round("T1", LATER, ordinal=2))
    for where, text in accounts(record).items():
        assert f"{THEN} {NOW}" in text, where
    (action,) = (a for a in full_content(record).actions if a.key == "T")
    taken = [s.title for s in action.steps if s.taken_on]
    assert taken == ["Taken on, number 1 of the plan: Something else entirely"]
    assert plan_lines(record)[0].number == 1
    assert kept.title not in [s.title for s in action.steps]


def test_a_step_of_the_plan_stands_at_its_action_though_it_is_offered_no_more() -> None:
    first = make_round("T1", LOW)
    record = with_rounds(took_first(first), first, make_round("T1", LATER, ordinal=2))
    (action,) = (a for a in full_content(record).actions if a.key == "T")
    assert [s.title for s in action.steps] == [
        "Taken on, number 1 of the plan: Step T-L1",
        "Step T-H1",
        "Step T-H2",
    ]
