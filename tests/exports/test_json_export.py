"""The JSON export says everything that may be said, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.plan import Commitment, Note, NoteKind, gather_more_key
from desktop_app.domain.rounds import RoundKind, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy, ResultRules, WorkshopRecord
from desktop_app.exports.json_export import document, write_json
from tests.unit.builders import (
    make_framework,
    make_grouped_round,
    make_record,
    make_round,
    make_workshop,
)

# PRODUCT, "Command line": what a round has.
FIGURES = {
    "counts", "cannot_say", "n", "consensus", "level", "agreement", "flags", "median", "mean",
    "van_der_eijk_a", "tastle_wierman_cns",
}  # fmt: skip
ROUND = {"statement", "ordinal", "group", "present", "hidden"} | FIGURES


def rounds_of(record: WorkshopRecord) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document(record)["rounds"]
    return found


def test_a_shown_round_has_every_figure() -> None:
    (found,) = rounds_of(make_record(make_round("T1", [0, 2, 3, 5, 2], 1, present=14)))
    assert set(found) >= ROUND
    assert found["statement_text"] == "At the moment, leaders help us to text T1."
    expected = {
        "statement": "T1", "ordinal": 1, "group": None, "present": 14, "hidden": False,
        "counts": [0, 2, 3, 5, 2], "cannot_say": 1, "n": 12, "consensus": 0.625, "level": "high",
        "agreement": "broad", "flags": ["minority_view"], "median": 4,
    }  # fmt: skip
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("state", "counts", "because"),
    [
        (RoundState.OPEN, [0, 0, 3, 4, 5], "not_revealed"),
        (RoundState.CLOSED, [0, 0, 3, 4, 5], "not_revealed"),
        (RoundState.REVEALED, [0, 0, 0, 2, 2], "too_few_answers"),
    ],
)
def test_a_hidden_figure_is_null_with_hidden_beside_it(
    state: RoundState, counts: list[int], because: str
) -> None:
    record = make_record(make_round("T1", counts, 3, state=state))
    (found,) = rounds_of(record)
    assert (found["hidden"], found["hidden_because"]) == (True, because)
    assert {found[name] for name in FIGURES} == {None}
    action = document(record)["actions"][0]
    assert (action["counts"], action["level"]) == (None, None)
    assert action["hidden"] == (because == "too_few_answers")


def test_a_discarded_round_is_left_out() -> None:
    assert rounds_of(make_record(make_round("T1", [1] * 5, state=RoundState.DISCARDED))) == []


def test_groups_come_only_where_the_room_was_told_so() -> None:
    round_ = make_grouped_round(
        {"north": (0, 0, 0, 0, 3, 3), "east": (1, 2, 2, 1, 1, 0), "sea": (0, 1, 0, 0, 0, 0)}
    )
    quiet = rounds_of(make_record(round_))
    assert [r["group"] for r in quiet] == [None]
    workshop = make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP)
    found = rounds_of(make_record(round_, workshop=workshop))
    assert [r["group"] for r in found] == [None, "north", "other partners"]
    assert all(set(r) >= ROUND and not r["hidden"] for r in found)
    assert [r["n"] for r in found] == [13, 6, 7]
    assert found[2]["merged_groups"] == ["east", "sea"]


def test_rounds_stand_in_framework_order_then_by_ordinal() -> None:
    counts = [0, 0, 3, 4, 5]
    record = make_record(
        make_round("A1", counts), make_round("T1", counts, ordinal=2), make_round("T1", counts)
    )
    order = [(r["statement"], r["ordinal"]) for r in rounds_of(record)]
    assert order == [("T1", 1), ("T1", 2), ("A1", 1)]


def test_actions_and_recommendations_say_where_they_come_from() -> None:
    whole = document(make_record(make_round("T1", [6, 4, 1, 1, 0])))
    action, untouched = whole["actions"]
    assert (action["id"], action["level"], action["weakest_statement"]) == ("T", "low", "T1")
    assert (action["counts"], action["hidden"]) == ([6, 4, 1, 1, 0], False)
    assert (untouched["counts"], untouched["hidden"]) == (None, False)
    assert whole["recommendations"]
    for offer in whole["recommendations"]:
        assert {"action", "step", "because", "leans_on"} <= set(offer)
        assert offer["action"] == "T"
        assert isinstance(offer["leans_on"], list)
    assert whole["priorities"] == []


def test_the_workshop_its_notes_and_its_plan_are_there() -> None:
    workshop = replace(
        make_workshop(make_framework(3), rules=ResultRules(3), privacy=Privacy.OPEN),
        partnership="Partneriaeth Ŵyth", held_on=date(2027, 5, 14), headline="One “budget”",
        review_on=date(2027, 11, 12), is_sample=True, status=WorkshopStatus.CLOSED,
    )  # fmt: skip
    record = WorkshopRecord(
        workshop,
        (),
        (Note("n", "w1", NoteKind.BARRIER, "No time", "T1", None, 2),),
        (Commitment("c", "w1", 0, "Meet", "T", "T-L1", leans_on=("V",), due=date(2027, 6, 1)),),
    )
    whole = document(record)
    assert list(whole) == [
        "format", "version", "workshop", "rounds", "beforehand", "actions", "priorities",
        "priority_vote", "recommendations", "commitments", "notes", "follows",
        "then_and_now",
    ]  # fmt: skip
    about = whole["workshop"]
    expected = {
        "id": "w1", "date": "2027-05-14", "review_date": "2027-11-12", "privacy": "open",
        "sample": True, "in_progress": False, "status": "closed", "people_in_the_room": 12,
        "headline": "One “budget”", "partnership": "Partneriaeth Ŵyth",
    }  # fmt: skip
    assert {key: about[key] for key in expected} == expected
    assert about["rules"]["minimum_answers"] == 3
    assert [p["value"] for p in about["scale"]["points"]] == [1, 2, 3]
    assert about["framework"]["status"] == "A test."
    assert whole["notes"][0]["statement"] == "T1"
    assert whole["commitments"][0]["due"] == "2027-06-01"


def test_advice_that_was_taken_on_is_no_step_of_the_bank() -> None:
    plan = [
        Commitment("c1", "w1", 0, "Gather more ratings", "T", gather_more_key("T")),
        Commitment("c2", "w1", 1, "Both", "T", f"T-L1 {gather_more_key('T')}"),
    ]
    found = document(replace(make_record(), commitments=tuple(plan)))["commitments"]
    assert [(c["step"], c["steps"]) for c in found] == [(None, []), ("T-L1", ["T-L1"])]


def test_version_2_says_who_it_is_and_what_the_stage_calls_things() -> None:
    workshop = replace(make_workshop(), identity="0a1b", revision=41, language="cy")
    served = replace(workshop.framework.actions[0].steps[0], short="Begin small", serves=("T1",))
    action = replace(
        workshop.framework.actions[0], steps=(served, *workshop.framework.actions[0].steps[1:])
    )
    framework = replace(workshop.framework, actions=(action, *workshop.framework.actions[1:]))
    workshop = replace(workshop, framework=framework)
    whole = document(make_record(make_round("T1", [6, 4, 1, 1, 0]), workshop=workshop))
    assert whole["version"] == 2
    about = {name: whole["workshop"][name] for name in ("identity", "revision", "language")}
    assert about == {"identity": "0a1b", "revision": 41, "language": "cy"}
    (found,) = whole["rounds"]
    assert (found["kind"], found["statement_name"]) == ("room", "Name T1")
    first = whole["actions"][0]
    assert (first["name"], first["statement_names"]) == ("Name T", ["Name T1", "Name T2"])
    offers = {offer["step"]: offer for offer in whole["recommendations"]}
    assert (offers["T-L1"]["short"], offers["T-L1"]["serves"]) == ("Begin small", ["T1"])
    assert offers["T-L2"]["serves"] == []


def test_a_round_before_the_day_is_none_of_its_rounds() -> None:
    record = make_record(make_round("T1", [6, 4, 1, 1, 0]))
    early = replace(record.rounds[0], id="early", kind=RoundKind.BEFORE)
    found, without = document(replace(record, before=(early,))), document(record)
    assert [(one["kind"], one["counts"]) for one in found["beforehand"]] == [
        ("before", [6, 4, 1, 1, 0])
    ]
    assert {name for name in found if found[name] != without[name]} == {"beforehand", "workshop"}


def test_before_the_end_it_says_in_progress() -> None:
    assert document(make_record())["workshop"]["in_progress"] is True


def test_equal_workshops_give_equal_bytes(tmp_path: Path) -> None:
    record = make_record(make_round("T1", [0, 2, 3, 5, 2]))
    named = replace(record, workshop=replace(record.workshop, title="Łódź"))
    for name in ("a.json", "b.json"):
        write_json(named, tmp_path / name)
    content = (tmp_path / "a.json").read_bytes()
    assert content == (tmp_path / "b.json").read_bytes()
    assert "Łódź".encode() in content
    assert json.loads(content) == document(named)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="there is no folder"):
        write_json(make_record(), tmp_path / "gone" / "w.json")
    assert list(tmp_path.iterdir()) == []


_votes = st.tuples(*[st.integers(0, 6)] * 6)


@given(st.dictionaries(st.sampled_from(["", "a", "b", "c", "d"]), _votes, max_size=5))
def test_no_figure_of_a_small_part_can_be_worked_out(groups: dict[str, tuple[int, ...]]) -> None:
    workshop = make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP)
    whole, *parts = rounds_of(make_record(make_grouped_round(groups), workshop=workshop))
    shown = [part["n"] for part in parts if not part["hidden"]]
    assert all(n >= 5 for n in shown)
    if whole["hidden"]:
        assert parts == []
    elif shown:
        assert whole["n"] - sum(shown) == 0 or whole["n"] - sum(shown) >= 5
