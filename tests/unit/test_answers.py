"""What a file of answers means: shapes, columns, ratings, partners."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.answers.choices import Blank, Choices, Taken, Use
from desktop_app.answers.columns import Reason
from desktop_app.answers.heads import Shape
from desktop_app.answers.partners import Pair, partners_in
from desktop_app.answers.ratings import Odd, RatingWords
from desktop_app.answers.reading import MAX_PARTNERS, Reading, UnknownAnswer, read_answers
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.storage.answer_files import AnswersOfAnyKind
from desktop_app.storage.content import BuiltInFrameworks
from tests.answers_read import points_in, rows_table

FRAMEWORK = BuiltInFrameworks().built_in()
STATEMENTS = FRAMEWORK.statements
TEXTS = {one.id: one.text for one in STATEMENTS}
CASES = Path(__file__).parents[1] / "data" / "answers"
EXPECTED: dict[str, Any] = json.loads((CASES / "expected.json").read_text("utf-8"))


def read(*rows: tuple[str, ...], choices: Choices | None = None) -> Reading:
    """Return what lines become, the first of them the header."""
    return read_answers(AnswerTable("b.csv", tuple(enumerate(rows, 1))), FRAMEWORK, choices)


# Files as survey tools write them


@pytest.mark.parametrize("name", EXPECTED["files"])
def test_each_file_of_a_real_shape_becomes_what_it_holds(name: str) -> None:
    expected = EXPECTED["files"][name]
    room = EXPECTED["room"] if expected.get("room") else expected
    found = read_answers(AnswersOfAnyKind().table(CASES / name), FRAMEWORK)
    assert found.mistake_count == 0
    assert found.asked_columns == ()
    for statement, wanted in room["statements"].items():
        vote = found.rounds[statement, 1]
        assert points_in(found, statement) == wanted["counts"], statement
        assert vote.blanks + vote.cannot_say == wanted["blank"], statement
    people = expected.get("people", room.get("people"))
    if people is not None:
        assert found.people == people
    partners = expected.get("partners", room.get("partners"))
    if partners is not None:
        assert found.of_partner == partners


def test_a_blank_is_not_answered_in_a_file_of_a_tool_and_cannot_say_in_our_own() -> None:
    def of(name: str) -> Reading:
        return read_answers(AnswersOfAnyKind().table(CASES / name), FRAMEWORK)

    tool, own = of("msforms.xlsx"), of("pandas-melt.csv")
    assert (tool.blank, tool.rounds["L4", 1].ballots, tool.rounds["L4", 1].people) == (
        Blank.NOT_ANSWERED, 8, 12,
    )  # fmt: skip
    assert (own.blank, own.rounds["L4", 1].cannot_say) == (Blank.CANNOT_SAY, 4)


def test_names_that_differ_in_case_or_marks_are_one_and_a_slip_is_asked() -> None:
    found = read_answers(AnswersOfAnyKind().table(CASES / "variants.csv"), FRAMEWORK)
    assert set(found.partners.written) == {"Council", "NHS", "Police", "Coucil"}
    assert set(found.partners.written["NHS"]) == {"NHS", "N.H.S.", "nhs"}
    assert found.pairs == (Pair("Coucil", "Council"),)
    assert found.small_partners == ("Coucil", "Police")


# Headers


def people_rows(*heads: tuple[str, ...]) -> Reading:
    return read(*heads, ("x", "3", "4"), ("y", "5", ""))


T1, T2 = TEXTS["T1"], TEXTS["T2"]


@pytest.mark.parametrize(
    "heads",
    [
        (("Org", T1, T2),),
        (("Org", T1.upper(), f" {T2}. "),),
        (("Org", f"1. {T1}", f"2) {T2}"),),
        (("Org", f"How far … [{T1}]", f"How far … [{T2}]"),),
        (("Org", f"T1. {T1}", f"T2: {T2}"),),
        (("Org", "T1", "t2"),),
        (("Org", "Q1[T1]", "Q1[T2]"),),
        (("Org", STATEMENTS[0].name, STATEMENTS[1].name.upper()),),
        (("Org", f"How far? - {T1}", f"How far? - {T2}"),),
        (("Org", "How far?", ""), ("Open-Ended Response", T1, T2)),
        (("Org", T1, T2), ("Open-Ended Response", "Response", "Response")),
        (("Q1", "Q2_1", "Q2_2"), ("Org", f"How far? - {T1}", f"How far? - {T2}"),
         ('{"ImportId":"QID1"}', '{"ImportId":"QID2_1"}', '{"ImportId":"QID2_2"}')),
        (("Away-day survey",), ("Exported", "27/11/2026"), ("Org", T1, T2)),
    ],
)  # fmt: skip
def test_headers_of_one_line_two_or_three(heads: tuple[tuple[str, ...], ...]) -> None:
    found = people_rows(*heads)
    assert found.shape is Shape.PEOPLE
    assert found.people == 2
    assert points_in(found, "T1") == [0, 0, 1, 0, 1]
    assert (points_in(found, "T2"), found.rounds["T2", 1].blanks) == ([0, 0, 0, 1, 0], 1)


def test_a_quizs_points_and_feedback_are_no_second_answers() -> None:
    found = read((T1, f"Points - {T1}", f"Feedback - {T1}"), ("4", "0", "Well done"))
    assert points_in(found, "T1") == [0, 0, 0, 1, 0]
    assert [one.taken.use for one in found.columns[1:]] == [Use.LEFT_OUT] * 2


@pytest.mark.parametrize(
    "heading", [T1[:30], T1.replace("what we said", "the things we said"), f"{T1[:15]}..."]
)
def test_a_statement_nearly_in_its_words_is_proposed_and_never_taken(heading: str) -> None:
    found = read((heading, T2), ("4", "5"))
    (asked,) = found.asked_columns
    assert (asked.proposed, asked.reason) == ("T1", Reason.NEARLY)
    assert ("T1", 1) not in found.rounds
    said = Choices(columns={0: Taken(Use.STATEMENT, "T1")})
    assert points_in(read((heading, T2), ("4", "5"), choices=said), "T1") == [0, 0, 0, 1, 0]


def test_as_many_columns_of_ratings_as_statements_are_proposed_in_their_order() -> None:
    heads = tuple(f"Question {n}" for n in range(1, len(STATEMENTS) + 1))
    found = read(("Timestamp", *heads), ("1/2/2026", *["3"] * len(STATEMENTS)))
    assert [one.proposed for one in found.columns] == ["", *(one.id for one in STATEMENTS)]
    assert found.ballots == 0


def test_what_could_name_a_person_is_never_read_nor_shown() -> None:
    heads = ("ID", "Start time", "Email", "Name", "First Name", "IP Address", "Contact", T1)
    row = ("7", "9:00", "a@b.org", "Ann", "Ann", "10.0.0.1", "ann@b.org", "4")
    found = read(heads, row)
    left = [one for one in found.columns if one.taken.use is Use.LEFT_OUT]
    assert [one.name for one in left] == list(heads[:-1])
    assert {one.reason for one in left} == {Reason.PERSON, Reason.TIME}
    assert found.shown == ((2, ("", "", "", "", "", "", "", "4")),)


def test_lines_below_that_are_no_answers_are_no_people() -> None:
    found = read(("Org", T1), ("A", "4"), ("Made with a survey tool", ""), ("", ""))
    assert (found.people, found.beside) == (1, 2)


def test_somebody_who_answered_nothing_was_there() -> None:
    found = read(("Timestamp", "Org", T1, T2), ("9:00", "A", "4", "4"), ("9:01", "A", "", ""))
    vote = found.rounds["T1", 1]
    assert (found.people, vote.people, vote.ballots, vote.blanks) == (2, 2, 1, 1)


# Ratings


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("3", 3), (" 3 ", 3), ("3.0", 3), ("3,0", 3), ("3 - Partly there", 3),
        ("3: Partly there", 3), ("3 – partly there", 3), ("Partly there", 3), ("PARTLY THERE.", 3),
        ("Partly there (3)", 3),
        ("A3", 3), ("a03", 3), ("5 - It's extremely important", 5), ("3) Partly there", 3),
        ("can't say", CANNOT_SAY), ("Can’t say", CANNOT_SAY), ("Don't know", CANNOT_SAY),
        ("N/A", CANNOT_SAY), ("not sure", CANNOT_SAY),
        ("", Odd.BLANK), ("  ", Odd.BLANK), ("NA", Odd.BLANK), ("-", Odd.BLANK),
        ("No answer", Odd.BLANK), ("nan", Odd.BLANK),
        ("0", Odd.UNKNOWN), ("6", Odd.UNKNOWN), ("A6", Odd.UNKNOWN), ("3.5", Odd.UNKNOWN),
        ("4 - Partly there", Odd.UNKNOWN), ("2026-05-14T00:00:00", Odd.UNKNOWN),
        ("Agree", Odd.UNKNOWN), ("٣", Odd.UNKNOWN), ("-3", Odd.UNKNOWN),
        ("x" * 10_000, Odd.UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_cell_says(cell: str, meaning: int | Odd) -> None:
    assert RatingWords(FRAMEWORK, {}).meaning(cell) == meaning


def test_a_scale_of_agreement_is_proposed_once_and_asked() -> None:
    rows = [("Strongly agree",), ("Agree",), ("Agree",), ("Disagree",)]
    found = read((T1,), *rows)
    assert found.unknown == (
        UnknownAnswer("agree", 2, 4), UnknownAnswer("disagree", 1, 2),
        UnknownAnswer("strongly agree", 1, 5),
    )  # fmt: skip
    assert (found.ballots, found.mistake_count) == (0, 4)
    said = Choices(answers={one.text: one.proposed for one in found.unknown})
    assert points_in(read((T1,), *rows, choices=said), "T1") == [0, 1, 0, 2, 1]


def test_counts_are_taken_over_and_no_person_is_known() -> None:
    labels = tuple(f"{p.value} {p.label}" for p in FRAMEWORK.scale.points)
    found = read(("Statement", *labels, "Can't say"), (T1, "2", "1", "0", "", "4", "1"))
    assert found.shape is Shape.COUNTS
    assert (points_in(found, "T1"), found.rounds["T1", 1].cannot_say) == ([2, 1, 0, 0, 4], 1)
    wrong = read(("Statement", *labels), (T1, "2", "x", "0", "-1", "4"))
    assert (wrong.ballots, wrong.mistakes[0].line) == (0, 2)


# Partners


def test_partners_are_joined_renamed_and_kept_apart_as_somebody_says() -> None:
    rows = [("Council", "3"), ("Coucil", "4"), ("council ", "5")]

    def of(choices: Choices) -> Reading:
        return read(("Partner", T1), *rows, choices=choices)

    joined = of(Choices(partners={"coucil": "Council"}))
    assert (dict(joined.of_partner), joined.pairs) == ({"Council": 3}, ())
    renamed = of(Choices(partners={"council": "Borough", "coucil": "Borough"}))
    assert dict(renamed.of_partner) == {"Borough": 3}
    apart = of(Choices(kept_apart=frozenset({frozenset(("council", "coucil"))})))
    assert (dict(apart.of_partner), apart.pairs) == ({"Coucil": 1, "Council": 2}, ())


@pytest.mark.parametrize(
    "names", [("Team A", "Team B"), ("Group 11", "Group 12"), ("NHS", "NHSE"), ("Health", "Police")]
)
def test_different_partners_are_never_taken_for_a_slip(names: tuple[str, str]) -> None:
    assert partners_in(Counter(names), Choices(), ()).pairs == ()


def test_a_column_of_very_many_names_is_not_one_of_partners() -> None:
    rows = [(f"Name{n}", "3") for n in range(MAX_PARTNERS + 1)]
    found = read(("Organisation", T1), *rows)
    assert [one.reason for one in found.asked_columns] == [Reason.TOO_MANY]
    assert (found.people, found.of_partner) == (MAX_PARTNERS + 1, {})


# Whatever room: the same counts again

_answers = st.lists(
    st.tuples(
        st.sampled_from(["Council", "NHS Trust", "Police"]),
        st.lists(st.sampled_from([None, 0, 1, 2, 3, 4, 5]), min_size=3, max_size=3),
    ),
    min_size=1,
    max_size=25,
)
_shapes = st.sampled_from(["labels", "numbers", "both", "codes", "long", "long labels"])
IDS = ("T1", "A2", "L4")


def written(person: tuple[str, list[int | None]], shape: str) -> tuple[str, ...]:
    labels = {p.value: p.label for p in FRAMEWORK.scale.points} | {0: "can't say"}

    def cell(point: int | None) -> str:
        if point is None or point == 0:
            return "" if point is None else labels[0]
        if "labels" in shape:
            return labels[point]
        return {"both": f"{point} - {labels[point]}", "codes": f"A{point}"}.get(shape, f"{point}.0")

    return tuple(cell(point) for point in person[1])


@settings(max_examples=60)
@given(_answers, _shapes, st.randoms(use_true_random=False))
def test_a_room_in_any_shape_gives_its_counts_again(
    people: list[tuple[str, list[int | None]]], shape: str, dice: random.Random
) -> None:
    if shape.startswith("long"):
        lines = [
            (TEXTS[key], person[0], cell)
            for person in people
            for key, cell in zip(IDS, written(person, shape), strict=True)
        ]
        dice.shuffle(lines)
        found = read(("Question", "Organisation", "Answer"), *lines)
    else:
        heads = ("Start time", "Your organisation", *(f"Q [{TEXTS[key]}]" for key in IDS))
        rows = [("9:00", person[0], *written(person, shape)) for person in people]
        dice.shuffle(rows)
        found = read(heads, *rows)
    assert (found.mistake_count, found.people) == (0, len(people))
    for place, key in enumerate(IDS):
        wanted = Counter((who, p[place]) for who, p in people if p[place] is not None)
        vote = found.rounds[key, 1]
        assert vote.votes == wanted
        assert (vote.people, vote.blanks) == (len(people), len(people) - wanted.total())


def test_rows_of_our_own_header_are_counted_or_told() -> None:
    rows = [("T1", "1", "", "3"), ("Z", "1", "", "3"), ("T1", "x", "", "3"), ("T1", "3", "", "3")]
    found = read_answers(rows_table(*rows), FRAMEWORK)
    assert (found.ballots, found.mistake_count) == (1, 3)
    assert sorted(one.line for one in found.mistakes) == [3, 4, 5]
