"""First moves, due dates and the review as calendar files (RFC 5545) that any calendar takes in.

All-day events with a reminder and without people. An event keeps its identity on every laptop, so
that a file taken in twice updates and does not double, whichever laptop wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event, vText

from desktop_app import __version__
from desktop_app.documents.dates import DayEntry, day_entries, entries_of, owners
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.plain_text import fit_for_a_disk, one_line, plain
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically, write_folder, write_on_disk
from desktop_app.words.method import limits, marks_of
from desktop_app.words.speech import say

_DOMAIN = "roundtable.invalid"
"""Ends every UID; no such domain can exist (RFC 2606), so no other maker uses it."""
_COUNTED_FROM = 1_000_000_000
"""Where the count of changes begins: Outlook updates only by a higher one, and earlier versions
wrote the seconds since 2020. With the highest revision it still fits into the 32 bits it has."""
_REMIND_AT = timedelta(hours=9)
"""When on its day a reminder comes; an all-day event begins at midnight, when nobody looks."""


def write_calendar(record: WorkshopRecord, target: Path) -> None:
    """Write the dates of a workshop as iCalendar; raise OutputProblem or DiskFull.

    Raise OutputProblem also where there is no date at all: no calendar takes an empty file.
    """
    content = _bytes_of(record.workshop, _some(day_entries(record)))
    with write_atomically(target) as file:
        file.write(content)


def write_calendars_by_owner(record: WorkshopRecord, target: Path) -> None:
    """Write a calendar file for each owner into a new folder, `target`: all of them, or no folder.

    Raise OutputProblem or DiskFull, also where a folder of that name holds something.
    """
    _some(day_entries(record))
    with write_folder(target) as draft:
        for name, entries in _by_owner(record):
            write_on_disk(draft / f"{name}.ics", _bytes_of(record.workshop, entries))


def _by_owner(record: WorkshopRecord) -> Iterator[tuple[str, tuple[DayEntry, ...]]]:
    """Yield each owner's days under a name of its own: to some disks “Ann” is “ANN”."""
    taken: set[str] = set()
    for owner in owners(record) or ("",):
        entries = entries_of(record, owner)
        whose = fit_for_a_disk(owner) or say("no owner yet")
        # For translators: the name of a file
        base = name = say("{whose} - dates", whose=whose)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base} ({number})"
        if entries:
            taken.add(name.casefold())
            yield name, entries


def _some(entries: tuple[DayEntry, ...]) -> tuple[DayEntry, ...]:
    if not entries:
        raise OutputProblem(
            "There is nothing for a calendar yet: no step has a date or a first move, and no day"
            " is set to look again. Set one of them, then save the dates again."
        )
    return entries


def _bytes_of(workshop: Workshop, entries: Iterable[DayEntry]) -> bytes:
    content: bytes = calendar_of(workshop, entries).to_ical(sorted=True)
    return content


def calendar_of(workshop: Workshop, entries: Iterable[DayEntry]) -> Calendar:
    """Return a calendar with an event for each entry."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Roundtable//Roundtable {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # No METHOD: that would be a message, which wants an organiser's address (RFC 5546, 3.2.1).
    calendar.add("x-wr-calname", vText(one_line(workshop.title)))
    for entry in entries:
        calendar.add_component(_event(workshop, entry))
    return calendar


def _event(workshop: Workshop, entry: DayEntry) -> Event:
    stamp = workshop.updated_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"{entry.key}.{workshop.identity or workshop.id}@{_DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", _COUNTED_FROM + workshop.revision)
    event.add("dtstart", entry.day)
    if entry.day < date.max:
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", f"{entry.about}\n\n{_where_from(workshop)}".strip())
    event.add("categories", ["Roundtable"])
    event.add("class", "PUBLIC")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add_component(_reminder(entry))
    return event


def _reminder(entry: DayEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _REMIND_AT - timedelta(days=entry.remind_before))
    return alarm


def _where_from(workshop: Workshop) -> str:
    partnership = one_line(workshop.partnership)
    event = " · ".join(part for part in (one_line(workshop.title), partnership) if part)
    status = plain(workshop.framework.status)
    return "\n".join(
        (
            *(say("{mark}.", mark=mark) for mark in marks_of(workshop)),
            event,
            status,
            *filter(None, (limits(workshop),)),
        )
    )
