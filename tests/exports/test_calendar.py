"""The calendar holds every day of the plan once, wherever its workshop goes, and tells the rest."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Event

from desktop_app.documents.dates import day_entries, undated_sentence
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.plan import Commitment
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.calendar_export import write_calendar, write_calendars_by_owner
from desktop_app.storage.workshop_file import read_workshop_file, write_workshop_file
from tests.exports.rooms import sample, ugly
from tests.unit.builders import make_record

with_days = pytest.mark.parametrize("room", [sample, ugly])


def written(record: WorkshopRecord, folder: Path) -> list[Event]:
    write_calendar(record, folder / "w.ics")
    return Calendar.from_ical((folder / "w.ics").read_bytes()).walk("VEVENT")


def with_plan(*plan: Commitment, **changes: object) -> WorkshopRecord:
    record = make_record()
    workshop = replace(record.workshop, held_on=date(2027, 5, 14), **changes)  # type: ignore[arg-type]
    return replace(record, workshop=workshop, commitments=plan)


def step(number: int, **parts: object) -> Commitment:
    return Commitment(f"c{number}", "w1", number, f"Step {number}", **parts)  # type: ignore[arg-type]


@with_days
def test_the_calendar_keeps_the_rules(room: Callable[[], WorkshopRecord], tmp_path: Path) -> None:
    record = room()
    events = written(record, tmp_path)
    content = (tmp_path / "w.ics").read_bytes()
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert b"\x07" not in content
    calendar = Calendar.from_ical(content)
    assert (calendar["version"], calendar["calscale"]) == ("2.0", "GREGORIAN")
    assert "method" not in calendar
    assert len({event["uid"] for event in events}) == len(events)
    for event in events:
        assert not event.errors
        start = event["dtstart"]
        assert start.params["VALUE"] == "DATE"
        assert event["dtstamp"].dt == record.workshop.updated_at
        if start.dt < date.max:
            assert (event["dtend"].dt - start.dt).days == 1


@with_days
def test_another_reader_takes_the_calendar_in(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    """What wrote it does not judge it: a strict reader that shares no line of code with it."""
    record = room()
    written(record, tmp_path)
    read = IcsCalendarStream.calendar_from_ics((tmp_path / "w.ics").read_bytes().decode("utf-8"))
    entries = day_entries(record)
    told = sorted((entry.day, entry.title) for entry in entries)
    assert sorted((event.dtstart, event.summary) for event in read.events) == told
    for event in read.events:
        (alarm,) = event.alarm
        assert alarm.trigger < timedelta(0)


def test_first_moves_due_dates_and_review_each_come_with_a_reminder(tmp_path: Path) -> None:
    record = sample()
    found = {str(event["summary"]): event for event in written(record, tmp_path)}
    for taken in record.commitments:
        whole = found.pop(f"{taken.title} ({taken.owner})")
        assert whole["dtstart"].dt == taken.due
        assert f"First move: {taken.first_move}\n" in whole["description"]
        first = found.pop(f"First move: {taken.first_move} ({taken.owner})")
        assert first["dtstart"].dt == date(2027, 5, 28)
        assert f"For: {taken.title}" in first["description"]
        for event, days in ((whole, 7), (first, 1)):
            (alarm,) = event.walk("VALARM")
            assert alarm["action"] == "DISPLAY"
            assert alarm["trigger"].dt == timedelta(hours=9, days=-days)
    (review,) = found.values()
    assert review["dtstart"].dt == record.workshop.review_on
    assert len(review.walk("VALARM")) == 1


def test_a_first_move_is_never_after_its_step(tmp_path: Path) -> None:
    soon = step(0, due=date(2027, 5, 20), first_move="Ring them")
    events = written(with_plan(soon), tmp_path)
    assert {event["dtstart"].dt for event in events} == {date(2027, 5, 20)}


def test_undated_steps_are_told_at_the_review_and_in_a_sentence(tmp_path: Path) -> None:
    plan = (step(0), step(1, owner="Ann"), step(2, due=date(2027, 6, 1)))
    record = with_plan(*plan, review_on=date(2027, 11, 1))
    review = written(record, tmp_path)[-1]
    assert "Without a date yet:\n– Step 0\n– Step 1 (Ann)\n" in review["description"]
    told = "2 steps have no date and are not in the calendar: “Step 0” and “Step 1”."
    assert undated_sentence(record) == told
    assert undated_sentence(with_plan(plan[2])) == ""


def test_many_undated_steps_are_counted() -> None:
    told = undated_sentence(with_plan(*map(step, range(9))))
    assert told.endswith("“Step 0”, “Step 1”, “Step 2” and 6 more.")


@pytest.mark.parametrize("write", [write_calendar, write_calendars_by_owner])
@pytest.mark.parametrize("plan", [(), (step(0),)], ids=["empty", "undated"])
def test_without_a_day_a_sentence_comes_instead_of_an_empty_file(
    plan: tuple[Commitment, ...],
    write: Callable[[WorkshopRecord, Path], None],
    tmp_path: Path,
) -> None:
    with pytest.raises(OutputProblem, match="nothing for a calendar yet"):
        write(with_plan(*plan), tmp_path / "w")
    assert list(tmp_path.iterdir()) == []


def test_an_event_counts_its_versions(tmp_path: Path) -> None:
    """So a file that is taken in again updates what is there, in Outlook too."""
    before = sample()
    changed = replace(before.workshop, revision=before.workshop.revision + 1)
    after = replace(before, workshop=changed)
    for old, new in zip(written(before, tmp_path), written(after, tmp_path), strict=True):
        assert old["uid"] == new["uid"]
        assert old["sequence"] < new["sequence"] < 2**31


def test_events_stay_the_same_on_another_laptop_and_back_again(tmp_path: Path) -> None:
    record = sample()
    here = [event["uid"] for event in written(record, tmp_path)]
    for laptop in range(3):
        number = count(100 * laptop)
        write_workshop_file(record, tmp_path / "w.roundtable")
        assert record.commitments[0].id not in (tmp_path / "w.roundtable").read_text("utf-8")
        record = read_workshop_file(tmp_path / "w.roundtable", lambda n=number: f"new{next(n)}")  # type: ignore[misc]
        assert [event["uid"] for event in written(record, tmp_path)] == here


def test_a_reworded_step_that_was_moved_up_stays_the_same_event(tmp_path: Path) -> None:
    one, two = (step(n, due=date(2027, 6, 1 + n)) for n in (0, 1))
    old = [event["uid"] for event in written(with_plan(one, two), tmp_path)]
    up = (
        replace(two, position=0, title="Reworded", due=None, first_move="Ring"),
        replace(one, position=1),
    )
    new = [event["uid"] for event in written(with_plan(*up), tmp_path)]
    assert new[0] == old[1].replace(two.identity, f"{two.identity}.first")
    assert new[1] == old[0]


@pytest.fixture
def far_east() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Kiritimati"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_a_day_is_the_day_where_the_laptop_is() -> None:
    evening = datetime(2027, 5, 14, 20, tzinfo=UTC)  # the 15th out there
    record = with_plan(step(0, first_move="Ring"))
    workshop = replace(record.workshop, held_on=None, created_at=evening)
    (first,) = day_entries(replace(record, workshop=workshop))
    assert first.day == date(2027, 5, 29)


def test_each_owner_gets_their_own_days_and_the_review(tmp_path: Path) -> None:
    plan = (
        step(0, owner="Ann", due=date(2027, 6, 1)),
        step(1, owner="a/n:n", due=date(2027, 6, 2)),
        step(2, owner="ANN ", due=date(2027, 6, 3), first_move="Ring"),
        step(3, due=date(2027, 6, 4)),
        step(4, owner="A n n", due=date(2027, 6, 5)),
        step(5, owner="a n\tn", first_move="Write"),
    )
    record = with_plan(*plan, review_on=date(2027, 11, 1))
    write_calendars_by_owner(record, tmp_path / "dates")
    found = {
        path.name: [str(e["summary"]) for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
        for path in (tmp_path / "dates").iterdir()
    }
    review = f"Review: {record.workshop.title}"
    assert found == {
        "Ann - dates.ics": ["Step 0 (Ann)", "First move: Ring (ANN)", "Step 2 (ANN)", review],
        "a n n - dates.ics": ["Step 1 (a/n:n)", review],
        "no owner yet - dates.ics": ["Step 3", review],
        "A n n - dates (2).ics": ["Step 4 (A n n)", "First move: Write (a n n)", review],
    }
    whole = {event["uid"] for event in written(record, tmp_path)}
    for path in (tmp_path / "dates").iterdir():
        own = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert {event["uid"] for event in own} <= whole


def test_an_owner_without_a_day_gets_no_file(tmp_path: Path) -> None:
    record = with_plan(step(0, owner="Ann"), step(1, owner="Bob", first_move="Ring"))
    write_calendars_by_owner(record, tmp_path / "dates")
    assert [path.name for path in (tmp_path / "dates").iterdir()] == ["Bob - dates.ics"]
