"""A copy of the whole library in words: what is in it, beside what is here, and what came in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from desktop_app.domain.library_file import Brought, LibraryFile

from .dates import home_date, long_date
from .printing_day import local_day
from .speech import say, say_count


def copy_name(number: int = 1) -> str:
    """Return how a copy of today is called; `number`: the how-manieth of its name."""
    name = say("Roundtable library {day}", day=local_day().isoformat())
    return name if number == 1 else f"{name} ({number})"


def copy_names() -> Iterator[str]:
    """Yield names for a copy of today, to take the first that is free."""
    return map(copy_name, count(1))


def copied_when(day: str, folder: Path, today: date) -> str:
    """Return when everything was copied to a folder; `day` as settings keep it."""
    name = folder.name or str(folder)
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return say("Backup folder: {folder}", folder=name)
    if when == today:
        return say("Backed up today, in {folder}", folder=name)
    return say("Backed up on {day}, in {folder}", day=home_date(when), folder=name)


def what_is_in(found: LibraryFile) -> list[str]:
    """Say how many workshops a copy has, and when one was changed last."""
    lines = [say_count("{n} workshop", "{n} workshops", found.workshops)]
    if found.touched is not None:
        day = long_date(found.touched.astimezone().date())
        lines.append(say("Changed last on {day}", day=day))
    return lines


def titles_in(found: LibraryFile) -> list[str]:
    """Name the workshops that were changed last, and count the others."""
    more = found.workshops - len(found.titles)
    return [*found.titles, *([say("and {n} more", n=more)] if more else [])]


def beside_ours(found: LibraryFile) -> list[str]:
    """Say what of a copy is missing here, and what went further on which side."""
    lines = [
        say_count(
            "{n} of them is missing here and would come in.",
            "{n} of them are missing here and would come in.",
            found.added,
        )
    ]
    if found.further:
        lines.append(
            say_count(
                "{n} went further there than here.",
                "{n} went further there than here.",
                found.further,
            )
        )
    if found.behind:
        lines.append(
            say_count(
                "{n} went further here: it stays as it is.",
                "{n} went further here: they stay as they are.",
                found.behind,
            )
        )
    return lines


def came_in(brought: Brought) -> str:
    """Say how many workshops came in."""
    came = brought.added + brought.newer
    return say_count("{n} workshop came in.", "{n} workshops came in.", came)
