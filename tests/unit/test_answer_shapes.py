"""One room in the many shapes in which tools and people hand it out: the same counts each time."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from desktop_app.answers.reading import Reading, read_answers
from desktop_app.application.open_questions import first_open
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.storage.content import BuiltInFrameworks
from tests.answers_read import points_in

FRAMEWORK = BuiltInFrameworks().built_in()
IDS = tuple(one.id for one in FRAMEWORK.statements)
TEXTS = tuple(one.text for one in FRAMEWORK.statements)
LABELS = {point.value: point.label for point in FRAMEWORK.scale.points}
AGREE = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
PARTNERS = ("Council", "NHS Trust", "Police")
ROOM = [
    (PARTNERS[n % 3], [(n * 7 + k * 3 + k * n % 4) % 6 or None for k in range(16)])
    for n in range(12)
]
Cells = Sequence[str]


def number(point: int | None) -> str:
    return str(point or "")


def label(point: int | None) -> str:
    return LABELS[point] if point else ""


def agree(point: int | None) -> str:
    return AGREE[point - 1] if point else ""


def code(point: int | None) -> str:
    return f"A{point}" if point else ""


def lines(
    head: Cells,
    cell: Callable[[int | None], str] = number,
    before: Callable[[int, str], Cells] = lambda n, who: (who,),
    after: Cells = (),
) -> list[Cells]:
    """Return a header with one person a line below it."""
    people = [(*before(n, who), *map(cell, given), *after) for n, (who, given) in enumerate(ROOM)]
    return [tuple(head), *people]


def read(rows: Sequence[Cells]) -> Reading:
    table = tuple((n, tuple(row)) for n, row in enumerate(rows, 1) if any(row))
    return read_answers(AnswerTable("f.csv", table), FRAMEWORK)


def is_the_room(found: Reading) -> None:
    assert first_open(found) is None
    assert (found.mistake_count, found.people) == (0, 12)
    for place, key in enumerate(IDS):
        given = [person[1][place] for person in ROOM]
        assert points_in(found, key) == [given.count(point) for point in range(1, 6)], key
        assert found.rounds[key, 1].blanks == given.count(None)


HOW = "How far do our leaders help us to"
FORMS = ("ID", "Start time", "Completion time", "Email", "Name")
LIME = ("id", "submitdate", "lastpage", "startlanguage", "seed")
MONKEY = ("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address")
QUALTRICS = ("StartDate", "EndDate", "Status", "IPAddress", "ResponseId")
FIXED = ("1", "2026-07-27 19:00", "2026-07-27 19:05", "10.0.0.1", "R_1")
IMPORT_IDS = tuple(json.dumps({"ImportId": f"QID{n}"}) for n in range(22))
Q_CODES = tuple(f"Q2_{n}" for n in range(1, 17))


def of_tool(_n: int, who: str) -> Cells:
    return (*FIXED, who)


def other(_n: int, who: str) -> Cells:
    return (*FIXED, *(("Other (please specify)", who) if who == "Police" else (who, "")))


def sections(first: str) -> list[Cells]:
    rows: list[Cells] = [(first, *IDS)]
    for who in PARTNERS:
        people = [given for one, given in ROOM if one == who]
        rows += [(who,), *((f"{n}", *map(number, given)) for n, given in enumerate(people, 1)), ()]
    return [*rows, ("Two forms were hard to read",)]


def turned(*heads: str) -> list[Cells]:
    people = [given for _, given in ROOM]
    rows = [(TEXTS[k], *(number(given[k]) for given in people)) for k in range(16)]
    return [("Statement", *heads), *rows]


WITH_PARTNERS: dict[str, list[Cells]] = {
    "capitals and full stops": lines(
        (*FORMS, "Which organisation?", *(f"{t.capitalize()}." for t in TEXTS)), label, of_tool
    ),
    "question around": lines((*FORMS, "Org", *(f"{HOW} {t}?" for t in TEXTS)), label, of_tool),
    "question in another line": lines(("Org", *(f"{HOW}…\n{t}" for t in TEXTS))),
    "in round brackets": lines(("Org", *(f"How far? ({t})" for t in TEXTS))),
    "behind a colon": lines(("Org", *(f"Our leaders help us to: {t}" for t in TEXTS))),
    "behind a dash alone": lines(("Org", *(f"How far...-{t}" for t in TEXTS))),
    "behind a stroke": lines(("Org", *(f"How far? / {t}" for t in TEXTS))),
    "as a page is written": lines(
        ("Org", *(f"<p>{t.replace(chr(39), '&#39;')}</p>" for t in TEXTS))
    ),
    "numbered in a grid": lines(
        ("Timestamp", "Your organisation", *(f"How? [{n}) {t}]" for n, t in enumerate(TEXTS, 1))),
        number,
        lambda n, who: (f"2026/07/27 7:{n}", who),
    ),
    "Welsh": lines(("Eich sefydliad", *(f"Cwestiwn [{t}]" for t in TEXTS))),
    "German": lines(("Organisation", *TEXTS), lambda p: f"{p},00" if p else "keine Antwort"),
    "codes under ids": lines((*LIME, "org", *(f"lead[{i}]" for i in IDS)), code, of_tool),
    "codes under codes and texts": lines(
        (*LIME, "org. Org", *(f"Q1[SQ{n:03}]. How [{t}]" for n, t in enumerate(TEXTS, 1))),
        code, of_tool,
    ),
    "code and words in one": lines(("Org", *TEXTS), lambda p: f"[A{p}] {LABELS[p]}" if p else ""),
    "out of five": lines(("Org", *TEXTS), lambda p: f"{p}/5" if p else ""),
    "stars": lines(("Org", *TEXTS), lambda p: "★" * (p or 0)),
    "number and half a label": lines(
        ("Org", *TEXTS), lambda p: f"{p} ({LABELS[p].split()[0]})" if p else ""
    ),
    "number and agreement": lines(("Org", *TEXTS), lambda p: f"{p} - {agree(p)}" if p else ""),
    "a matrix over two lines": [
        (*MONKEY, "Which organisation?", f"{HOW}:"), (*[""] * 5, "Open-Ended Response", *TEXTS),
        *lines((), label, of_tool)[1:],
    ],
    "a question a column, Response below": [
        (*MONKEY, "Which organisation?", *TEXTS), (*[""] * 5, *["Response"] * 17),
        *lines((), label, of_tool)[1:],
    ],
    "partner written beside": [
        (*MONKEY, "Which organisation?", "", *TEXTS),
        (*[""] * 5, "Response", "Other (please specify)", *["Response"] * 16),
        *lines((), label, other)[1:],
    ],
    "three lines of ids, texts, and what was imported": [
        (*QUALTRICS, "Q1", *Q_CODES),
        (*QUALTRICS, "Organisation", *(f"{HOW} - {t}" for t in TEXTS)),
        IMPORT_IDS, *lines((), number, of_tool)[1:],
    ],
    "ids of ours over their texts": [
        (*QUALTRICS, "Q1", *IDS), (*QUALTRICS, "Organisation", *(f"{HOW} - {t}" for t in TEXTS)),
        IMPORT_IDS, *lines((), label, of_tool)[1:],
    ],
    "a try of the tool": [
        (*QUALTRICS, "Organisation", *TEXTS), *lines((), number, of_tool)[1:],
        (*FIXED[:2], "Survey Preview", *FIXED[3:], "Council", *["3"] * 16),
    ],
    "totals and averages": [
        *lines(("Org", *IDS)), ("Total", *["34"] * 16), ("Average", *["3.0"] * 16),
    ],
    "headings between the lines": sections("Form"),
    "headings between the lines, no first heading": sections(""),
    "turned round": turned(*(who for who, _ in ROOM)),
    "organisation and role": lines(("Role", "Sector", "Organisation", *TEXTS), number,
                                   lambda n, who: ("Manager", "Public", who)),
    "a question that speaks of organisations": lines(
        ("Do you agree to your organisation seeing this?", "Organisation", *TEXTS), number,
        lambda n, who: ("Yes", who),
    ),
    "a remark on each": [
        ("Org", *(part for t in TEXTS for part in (t, f"Why? {t}"))),
        *((row[0], *(x for cell in row[1:] for x in (cell, "Because they said so. " * 5)))
          for row in lines(())[1:]),
    ],
    "one answer a line, Choice": [
        ("Session", "Voter", "Organisation", "Question", "Choice"),
        *(("1", str(n), who, TEXTS[k], label(p))
          for n, (who, given) in enumerate(ROOM) for k, p in enumerate(given)),
    ],
    "one answer a line, numbered": [
        ("id", "organisation", "question", "answer"),
        *((str(n), who, TEXTS[k], label(p))
          for n, (who, given) in enumerate(ROOM) for k, p in enumerate(given)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("shape", WITH_PARTNERS)
def test_a_room_in_each_shape_has_its_people_partners_and_counts(shape: str) -> None:
    found = read(WITH_PARTNERS[shape])
    is_the_room(found)
    assert dict(found.of_partner) == dict.fromkeys(PARTNERS, 4)


def test_people_named_above_their_columns_are_no_partners() -> None:
    found = read(turned(*(f"Person {n}" for n in range(12))))
    is_the_room(found)
    assert dict(found.of_partner) == {}


ASKED: dict[str, list[Cells]] = {
    "numbers": lines(("Org", *(str(n) for n in range(1, 17)))),
    "Q and numbers": lines(("Org", *(f"Q{n}" for n in range(1, 17)))),
    "codes under codes": lines((*LIME, "org", *(f"Q1[SQ{n:03}]" for n in range(1, 17))), code,
                               of_tool),
    "codes of a tool": lines(("Org", *Q_CODES)),
}  # fmt: skip


@pytest.mark.parametrize("shape", ASKED)
def test_statements_that_are_only_numbered_are_proposed_in_order(shape: str) -> None:
    found = read(ASKED[shape])
    assert tuple(one.proposed for one in found.asked_columns) == IDS
    assert (found.ballots, found.people) == (0, 12)


def test_statements_cut_off_are_proposed() -> None:
    found = read(lines((*LIME, "org", *(f"{t[:15]}.. " for t in TEXTS)), code, of_tool))
    asked = [one.proposed for one in found.asked_columns]
    assert set(asked) | {key for key, _ in found.rounds} == set(IDS)
    assert len(asked) > 14


@pytest.mark.parametrize(
    ("cell", "proposed"),
    [
        (agree, {a.casefold(): n for n, a in enumerate(AGREE, 1)}),
        (lambda p: f"A{p - 1}" if p else "", {f"a{n - 1}": n for n in range(1, 6)}),
        (lambda p: str(p + 10) if p else "", {str(n + 10): n for n in range(1, 6)}),
        (lambda p: str(p * 2) if p else "", {str(n * 2): None for n in range(1, 6)}),
        (lambda p: f"{6 - p} - {agree(p)}" if p else "", None),
    ],
)
def test_another_scale_is_asked_as_a_whole_and_never_half_taken(
    cell: Callable[[int | None], str], proposed: dict[str, int | None] | None
) -> None:
    found = read(lines(("Org", *TEXTS), cell))
    assert first_open(found) is not None
    if proposed is not None:
        assert {one.text: one.proposed for one in found.unknown} == proposed
        assert found.ballots == 0


def test_a_statement_that_stands_twice_is_taken_once_and_told() -> None:
    found = read(lines(("Org", TEXTS[0], *TEXTS[:15])))
    assert "Two columns are “rely on one another" in str(found.told[0])
    assert found.rounds["T1", 1].people == 12


def test_counts_under_numbers_with_a_line_of_totals() -> None:
    counts = [[given[k] for _, given in ROOM] for k in range(16)]
    rows = [(TEXTS[k], *(str(counts[k].count(p)) for p in range(1, 6)), "12") for k in range(16)]
    found = read([("Statement", "1", "2", "3", "4", "5", "n"), *rows, ("Total", *["9"] * 6)])
    assert first_open(found) is None
    assert points_in(found, "L4") == [counts[15].count(point) for point in range(1, 6)]
