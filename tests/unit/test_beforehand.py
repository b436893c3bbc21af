"""What was said before the day: it comes in beside a prepared workshop, once, and can go again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app.answers.reading import Reading
from desktop_app.application.answer_imports import AnswerImports, Decisions
from desktop_app.application.beforehand import AlreadyThere, Beforehand
from desktop_app.application.library import LibraryService
from desktop_app.application.promises import check_only_stricter
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.rounds import MERGED, Round, RoundKind, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy, Workshop, WorkshopRecord
from desktop_app.words.beforehand import beforehand_size, beforehand_told
from desktop_app.words.speech import said
from tests.answers_read import rows_table

from .builders import make_workshop
from .fakes import (
    Clock,
    FakeAnswerFiles,
    FakeFrameworks,
    FakeLearnt,
    FakeLibrary,
    FakeSamples,
    Ids,
)

Cells = tuple[str, ...]
PARTNERS = (Group("NHS Trust", 6), Group("Council", 6))


def answers(statement: str, points: str, group: str = "") -> list[Cells]:
    """Return a line for each digit; 0 is "can't say"."""
    return [(statement, "1", group, point if point != "0" else "cannot say") for point in points]


def looked(library: FakeLibrary, *rows: Cells, into: str = "w1") -> Reading:
    sample = FakeSamples(WorkshopRecord(make_workshop()))
    service = LibraryService(library, FakeFrameworks(), sample, Clock(), Ids())
    imports = AnswerImports(FakeAnswerFiles(rows_table(*rows)), service, FakeLearnt())
    workshop = beforehand(library).record(into).workshop
    return imports.look(imports.read(Path("survey.csv")), "", Decisions(), workshop)


def beforehand(library: FakeLibrary) -> Beforehand:
    return Beforehand(library, lambda: uuid4().hex)


def prepared(**changes: object) -> FakeLibrary:
    return FakeLibrary(WorkshopRecord(replace(make_workshop(), **changes)))  # type: ignore[arg-type]


def counts(round_: Round) -> dict[tuple[str, int], int]:
    return {(tally.group, tally.point): tally.votes for tally in round_.tallies}


def test_answers_come_in_as_a_revealed_round_of_a_kind_of_its_own() -> None:
    library = prepared()
    reading = looked(library, *answers("T1", "455550"), *answers("A2", "33311"))
    outcome = beforehand(library).take("w1", reading)
    record = library.record()
    assert outcome.value == "w1"
    assert record.rounds == ()
    assert record.latest_round("T1") is None
    assert {
        r.statement_id: (r.kind, r.state, r.ordinal, r.channel) for r in record.before
    } == dict.fromkeys(("T1", "A2"), (RoundKind.BEFORE, RoundState.REVEALED, 1, Channel.FILE))
    first = next(r for r in record.before if r.statement_id == "T1")
    assert (first.present, first.ballots_in) == (6, 6)
    assert counts(first) == {("", 0): 1, ("", 4): 1, ("", 5): 4}
    assert record.workshop.status is WorkshopStatus.PREPARED


def test_partners_get_the_names_of_the_day_and_small_ones_come_together() -> None:
    library = prepared(privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=PARTNERS)
    rows = answers("T1", "45555", "nhs trust") + answers("T1", "33", "council")
    rows += answers("T1", "222", "Police")
    reading = looked(library, *rows)
    beforehand(library).take("w1", reading)
    (round_,) = library.record().before
    assert {group for group, _ in counts(round_)} == {
        "NHS Trust", f"{MERGED}Council{MERGED}Police",
    }  # fmt: skip
    told = [said(one) for one in beforehand_told(reading, library.record().workshop)]
    sentence = "Not among the partners of “A workshop”: “Police”. They keep their own names"
    assert [one.split(", or ")[0] for one in told] == [sentence]


def test_a_slip_of_the_pen_is_held_against_the_partners_of_the_day() -> None:
    library = prepared(privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=PARTNERS)
    reading = looked(library, *answers("T1", "45555", "NHS Truts"))
    assert [(pair.rarer, pair.like) for pair in reading.pairs] == [("NHS Truts", "NHS Trust")]


def test_an_anonymous_workshop_keeps_no_partner() -> None:
    library = prepared()
    reading = looked(library, *answers("T1", "45555", "NHS"), *answers("T1", "333333", "Council"))
    beforehand(library).take("w1", reading)
    (round_,) = library.record().before
    assert {group for group, _ in counts(round_)} == {""}
    told = [said(one) for one in beforehand_told(reading, library.record().workshop)]
    assert told == [
        "“A workshop” shows nothing by partner, so the partners in the file are left out."
    ]


def test_a_second_file_needs_to_be_told_to_replace_the_first() -> None:
    library = prepared()
    first, second = (
        looked(library, *answers("T1", "55555")),
        looked(library, *answers("A1", "11111")),
    )
    beforehand(library).take("w1", first)
    held = library.record()
    with pytest.raises(AlreadyThere, match=r"from beforehand already \(5 people\).*--replace"):
        beforehand(library).take("w1", second)
    assert library.record() == held
    again = beforehand(library).take("w1", second, may_replace=True)
    assert [r.statement_id for r in library.record().before] == ["A1"]
    assert again.undo is not None
    again.undo.run()
    assert library.record().before == held.before
    assert again.undo.again is not None
    again.undo.again()
    assert [r.statement_id for r in library.record().before] == ["A1"]


def test_removing_can_be_taken_back_until_other_answers_come_in() -> None:
    library = prepared()
    beforehand(library).take("w1", looked(library, *answers("T1", "55555")))
    held = library.record().before
    gone = beforehand(library).remove("w1")
    assert library.record().before == ()
    assert gone.undo is not None
    gone.undo.run()
    assert library.record().before == held
    gone = beforehand(library).remove("w1")
    beforehand(library).take("w1", looked(library, *answers("A1", "11111")))
    assert gone.undo is not None
    with pytest.raises(RuleProblem, match="have come in since"):
        gone.undo.run()


def room_vote(workshop: Workshop) -> Round:
    return Round("r1", workshop.id, "T1", 1, Channel.TURNS, RoundState.OPEN, 12)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (WorkshopRecord(replace(make_workshop(), status=WorkshopStatus.CLOSED)), "has ended"),
        (WorkshopRecord(replace(make_workshop(), rehearsal_of="w0")), "is a rehearsal"),
        (WorkshopRecord(make_workshop(), (room_vote(make_workshop()),)), "has begun to vote"),
    ],
)
def test_only_before_the_day_something_comes_before_it(record: WorkshopRecord, told: str) -> None:
    library = FakeLibrary(record)
    reading = looked(prepared(), *answers("T1", "55555"))
    for act in (beforehand(library).record, lambda key: beforehand(library).take(key, reading)):
        with pytest.raises(RuleProblem, match=told):
            act("w1")
    assert library.record().before == ()


def test_a_second_vote_of_a_file_is_refused() -> None:
    library = prepared()
    rows = [*answers("T1", "555"), ("T1", "2", "", "4")]
    with pytest.raises(InputProblem, match=r"more than one vote on statement T1"):
        beforehand(library).take("w1", looked(library, *rows))


def test_how_much_was_said_beforehand() -> None:
    library = prepared()
    assert beforehand_size(library.record()) == ""
    beforehand(library).take("w1", looked(library, *answers("T1", "55555")))
    assert beforehand_size(library.record()).startswith("5 people · 1 of ")


def test_what_was_promised_beforehand_is_kept_until_the_answers_go() -> None:
    library = prepared()
    beforehand(library).take("w1", looked(library, *answers("T1", "55555")))
    record = library.record()
    looser = replace(record.workshop, privacy=Privacy.OPEN)
    with pytest.raises(RuleProblem, match="said beforehand was given under a stricter promise"):
        check_only_stricter(record, looser)
    check_only_stricter(replace(record, before=()), looser)
    voted = replace(record, rounds=(replace(record.before[0], kind=RoundKind.ROOM),))
    with pytest.raises(RuleProblem, match="The room has voted"):
        check_only_stricter(voted, looser)
