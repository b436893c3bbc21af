"""Beginning from an earlier workshop: what comes along, what is told, and what stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.following import Following
from desktop_app.application.planning import Planning
from desktop_app.domain.agenda import half_day, has_times
from desktop_app.domain.earlier import MAX_EARLIER, MAX_WORD, Progress, Standing
from desktop_app.domain.errors import ChangedElsewhere, InputProblem, NotFound, RuleProblem
from desktop_app.domain.plan import Commitment
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.recommendations.taken import taken_on

from .builders import NOON, make_record, make_round, make_workshop
from .fakes import FakeLibrary, Ids

MAY, JUNE = date(2027, 5, 14), date(2028, 6, 1)
SINCE = Step(StepKind.SINCE)


class NoFiles:
    """No file can be read."""

    def read(self, path: Path, new_id: Callable[[], str]) -> WorkshopRecord:
        raise NotFound("None")


def earlier_day() -> WorkshopRecord:
    partners = (Group("Council", 6), Group("Health", 6))
    base = make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP)
    held = replace(base, held_on=MAY, partnership="Harbour", groups=partners)
    held = replace(held, agenda=half_day(held.framework))
    record = make_record(make_round("T1", (0, 1, 5, 2, 0)), workshop=held)
    plan = tuple(
        Commitment(key, "w1", place, title, "T", owner="Chair", due=MAY)
        for place, (key, title) in enumerate((("c1", "Rotate chair"), ("c2", "One page")))
    )
    return replace(record, commitments=plan)


class Day:
    """A library with an earlier workshop and its follow-up."""

    def __init__(self) -> None:
        self.library = FakeLibrary(earlier_day())
        ids = Ids()
        self.following = Following(self.library, NoFiles(), lambda: NOON, ids)
        self.planning = Planning(self.library, ids)
        self.id = self.following.begin("w1").value
        self.first, self.second = self.record().workshop.earlier[0].commitments

    def record(self, key: str = "") -> WorkshopRecord:
        with self.library.reading() as work:
            return work.record(key or self.id)

    def tell(self, news: Progress, shown: Progress | None = None) -> None:
        self.following.tell(self.id, news, shown or Progress(news.commitment))


def test_partners_framework_and_open_commitments_come_along_and_no_vote_does() -> None:
    day = Day()
    made, before = day.record(), earlier_day().workshop
    assert (made.rounds, made.commitments, made.notes) == ((), (), ())
    workshop = made.workshop
    assert workshop.framework == before.framework
    assert (workshop.partnership, workshop.groups) == ("Harbour", before.groups)
    assert (workshop.title, workshop.held_on) == ("Follow-up: A workshop", None)
    assert workshop.identity not in ("", before.identity)
    assert [one.title for one in workshop.earlier[0].commitments] == ["Rotate chair", "One page"]


def test_the_earlier_workshop_is_never_changed() -> None:
    day = Day()
    before = day.record("w1")
    day.tell(Progress(day.first.identity, Standing.DONE))
    day.planning.take_again(day.id, day.second)
    assert day.record("w1") == before


def test_the_day_looks_back_right_after_the_welcome_in_as_long_a_half_day() -> None:
    workshop = Day().record().workshop
    assert workshop.steps[:2] == (Step(StepKind.WELCOME), SINCE)
    assert workshop.agenda == half_day(workshop.framework, looks_back=True)
    assert sum(item.minutes for item in workshop.agenda) == sum(
        item.minutes for item in half_day(workshop.framework)
    )
    assert has_times(workshop.agenda)


def test_a_follow_up_without_open_commitments_has_no_such_step() -> None:
    day = Day()
    for one in (day.first, day.second):
        day.tell(Progress(one.identity, Standing.DONE))
    last = day.record(day.following.begin(day.id).value).workshop
    assert SINCE not in last.steps
    assert [one.identity for one in last.earlier] == [
        day.record().workshop.identity,
        "identity-of-w1",
    ]
    assert last.title == "Follow-up: A workshop"


def test_the_chain_lets_the_oldest_go() -> None:
    day = Day()
    key = day.id
    for _ in range(MAX_EARLIER + 2):
        key = day.following.begin(key).value
    kept = day.record(key).workshop.earlier
    assert len(kept) == MAX_EARLIER
    assert "identity-of-w1" not in {one.identity for one in kept}


def test_progress_is_told_and_taken_back_one_commitment_after_another() -> None:
    day = Day()
    one, other = day.first.identity, day.second.identity
    stuck = Progress(one, Standing.STUCK, "no room", JUNE)
    undo = day.following.tell(day.id, stuck, Progress(one)).undo
    day.tell(Progress(other, Standing.DONE))
    assert undo is not None
    undo.run()
    assert day.record().workshop.progress == (Progress(other, Standing.DONE),)
    assert undo.again is not None
    undo.again()
    assert stuck in day.record().workshop.progress


def test_what_somebody_else_told_meanwhile_is_not_written_over() -> None:
    day = Day()
    key = day.first.identity
    day.tell(Progress(key, Standing.DONE))
    with pytest.raises(ChangedElsewhere):
        day.tell(Progress(key, Standing.STUCK))
    day.tell(Progress(key, Standing.DONE))


def test_what_is_none_of_last_times_or_far_too_long_is_refused() -> None:
    day = Day()
    with pytest.raises(NotFound, match="none of last time"):
        day.tell(Progress("another", Standing.DONE))
    with pytest.raises(InputProblem, match="300 characters"):
        day.tell(Progress(day.first.identity, Standing.DONE, "x" * (MAX_WORD + 1)))
    assert day.record().workshop.progress == ()


def test_a_rehearsal_is_followed_by_nothing() -> None:
    record = make_record(workshop=replace(make_workshop(), rehearsal_of="w0"))
    library = FakeLibrary(record)
    with pytest.raises(RuleProblem, match="rehearsal"):
        Following(library, NoFiles(), lambda: NOON, Ids()).begin("w1")


def test_what_goes_on_is_taken_on_once_with_its_new_date_and_its_reason() -> None:
    day = Day()
    day.tell(Progress(day.first.identity, Standing.STUCK, "", JUNE))
    day.planning.take_again(day.id, day.first)
    with pytest.raises(RuleProblem, match="in the plan already"):
        day.planning.take_again(day.id, day.first)
    (taken,) = taken_on(day.record())
    assert (taken.commitment.title, taken.commitment.due) == ("Rotate chair", JUNE)
    assert taken.because == "Taken on again: it was promised on 14 May 2027."
    again = day.record(day.following.begin(day.id).value).workshop.earlier[0].commitments
    assert [one.title for one in again] == ["Rotate chair", "One page"]
