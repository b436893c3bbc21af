"""Commitments and the review date as a calendar file (RFC 5545) that any calendar takes in.

All-day events without alarms or people. An event keeps its identity and its stamp as long as it
stays the same thing, so that a file taken in twice updates and does not double.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from pathlib import Path

from icalendar import Calendar, Event, vText

from desktop_app import __version__
from desktop_app.domain.plain_text import one_line, plain
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.recommendations.taken import Taken, taken_on
from desktop_app.words.method import limits, marks_of
from desktop_app.words.speech import say

_DOMAIN = "roundtable.invalid"
"""Ends every UID; no such domain can exist (RFC 2606), so no other maker uses it."""
_COUNTED_FROM = 1_000_000_000
"""Where the count of changes begins: Outlook updates only by a higher one, and earlier versions
wrote the seconds since 2020. With the highest revision it still fits into the 32 bits it has."""


def write_calendar(record: WorkshopRecord, target: Path) -> None:
    """Write the dates of a workshop as iCalendar; raise OutputProblem or DiskFull."""
    content = calendar_of(record).to_ical(sorted=True)
    with write_atomically(target) as file:
        file.write(content)


def calendar_of(record: WorkshopRecord) -> Calendar:
    """Return an event for each commitment with a date and for the review."""
    workshop = record.workshop
    calendar = Calendar()
    calendar.add("prodid", f"-//Roundtable//Roundtable {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # No METHOD: that would be a message, which wants an organiser's address (RFC 5546, 3.2.1).
    calendar.add("x-wr-calname", vText(one_line(workshop.title)))
    # A calendar has to hold something (RFC 5545, 3.6): without dates, the day itself.
    for event in tuple(_events(record)) or (_day_itself(workshop),):
        calendar.add_component(event)
    return calendar


def _events(record: WorkshopRecord) -> Iterator[Event]:
    workshop = record.workshop
    for taken in taken_on(record):
        if taken.commitment.due:
            yield _commitment(workshop, taken, taken.commitment.due)
    if workshop.review_on:
        name = say("Review: {workshop}", workshop=one_line(workshop.title))
        about = say("Look at each commitment together: done, under way, stuck or dropped.")
        yield _event(workshop, "review", workshop.review_on, name, about)


def _commitment(workshop: Workshop, taken: Taken, due: date) -> Event:
    commitment = taken.commitment
    owner = one_line(commitment.owner)
    name = one_line(commitment.title) + (f" ({owner})" if owner else "")
    parts = (
        (say("Owner"), commitment.owner),
        (say("First move"), commitment.first_move),
        (say("How we will know"), commitment.measure),
        (say("Why"), taken.why),
    )
    about = "\n".join(
        say("{name}: {meaning}", name=what, meaning=plain(text))
        for what, text in parts
        if text.strip()
    )
    return _event(workshop, commitment.id, due, name, about)


def _day_itself(workshop: Workshop) -> Event:
    day = workshop.held_on or workshop.created_at.astimezone(UTC).date()
    about = say("No commitment has a date yet, and no review date is set.")
    return _event(workshop, "workshop", day, one_line(workshop.title), about)


def _event(workshop: Workshop, key: str, day: date, name: str, about: str) -> Event:
    stamp = workshop.updated_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"{key}.{workshop.id}@{_DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", _COUNTED_FROM + workshop.revision)
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", name)
    event.add("description", f"{about}\n\n{_where_from(workshop)}".strip())
    event.add("categories", ["Roundtable"])
    event.add("class", "PUBLIC")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def _where_from(workshop: Workshop) -> str:
    partnership = one_line(workshop.partnership)
    event = " · ".join(part for part in (one_line(workshop.title), partnership) if part)
    status = plain(workshop.framework.status)
    return "\n".join(
        (
            *(say("{mark}.", mark=mark) for mark in marks_of(workshop)),
            event,
            status,
            limits(workshop),
        )
    )
