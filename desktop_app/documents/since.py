"""What became of last time's commitments on paper, as plain values; knows no page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.earlier import EarlierCommitment, Progress, Standing, progress_of
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import short_date
from desktop_app.words.speech import said, say
from desktop_app.words.standings import (
    since_when,
    standing_button,
    standing_sign,
    standings_counted,
)

from .once import once

TITLE: Final = to_say("Since last time")
NOT_TOLD: Final = to_say("Not told")
SHARES: Final = (0.06, 0.36, 0.24, 0.34)
"""How the columns share the width, wherever the table is laid out."""
_NAMED = 80


@dataclass(frozen=True, slots=True)
class SinceLine:
    """One commitment of last time; an empty text was not told. `sign` stands beside `standing`.

    `short` is the short title of the step that it was, where it has one.
    """

    number: int
    title: str
    owner: str
    due: str
    sign: str
    standing: str
    word: str
    now_by: str
    again: bool
    short: str


@dataclass(frozen=True, slots=True)
class SincePart:
    """What became of all of them: since when, how many stand where, and each."""

    since: str
    counted: str
    lines: tuple[SinceLine, ...]


@once
def since_part(record: WorkshopRecord) -> SincePart | None:
    """Return what became of last time's commitments, None where a workshop follows none."""
    workshop = record.workshop
    if not workshop.looks_back:
        return None
    earlier = workshop.earlier[0]
    again = {taken.continues for taken in record.commitments}
    steps = (step for action in workshop.framework.actions for step in action.steps)
    short = {step.title: step.short for step in steps if step.short}
    lines = tuple(
        _line(number, one, known, again=one.identity in again, short=short.get(one.title.strip()))
        for number, one in enumerate(earlier.commitments, start=1)
        for known in (progress_of(workshop.progress, one.identity),)
    )
    about = whence(earlier.held_on, earlier.title)
    return SincePart(about, standings_counted(workshop.progress, len(lines)), lines)


def whence(held_on: date | None, title: str) -> str:
    """Return of which day and workshop the commitments are."""
    return say("{since}: “{title}”", since=since_when(held_on), title=title.strip())


def _line(
    number: int, one: EarlierCommitment, known: Progress, *, again: bool, short: str | None
) -> SinceLine:
    standing = known.standing
    return SinceLine(
        number=number,
        title=one.title.strip(),
        owner=one.owner.strip(),
        due=short_date(one.due) if one.due else "",
        sign=standing_sign(standing) if standing else "",
        standing=standing_button(standing) if standing else "",
        word=known.word,
        now_by=short_date(known.due) if known.due and known.is_open else "",
        again=again,
        short=short or one.title.strip(),
    )


def since_shortly(record: WorkshopRecord) -> str:
    """Return what became of them in a few lines, "" where there is nothing to look back at."""
    part = since_part(record)
    return since_in_short(part) if part else ""


def since_in_short(part: SincePart) -> str:
    """Return how many stand where, and which: "Stuck: rotate the chair; one page."."""
    told = [_said_of(part.lines, standing_button(one)) for one in Standing]
    named = " ".join(text for text in told if text)
    return say("{counted}. {named}", counted=part.counted, named=named).strip()


def _said_of(lines: Iterable[SinceLine], standing: str) -> str:
    found = [_in_brief(line.short) for line in lines if line.standing == standing]
    if not found:
        return ""
    if found[-1].endswith("…"):
        return say("{standing}: {commitments}", standing=standing, commitments="; ".join(found))
    return say("{standing}: {commitments}.", standing=standing, commitments="; ".join(found))


def _in_brief(title: str) -> str:
    """Return a title, or its first words and an ellipsis."""
    if len(title) <= _NAMED:
        return title
    words, _, _ = title[: _NAMED + 1].rpartition(" ")
    return f"{words.rstrip() or title[:_NAMED]}…"


def since_columns() -> tuple[str, ...]:
    """Return what heads the columns of the table."""
    return say("No."), say("What was promised"), say("Who, by when"), say("What became of it")


def who_by_when(line: SinceLine) -> str:
    """Return who took it on and by when."""
    return ", ".join(part for part in (line.owner, line.due) if part)


def told_in_a_line(line: SinceLine) -> str:
    """Return what became of one commitment, after what it was."""
    stands, rest = became(line)
    return say(
        "{title}: {became}", title=line.title, became=" · ".join(filter(None, (stands, rest)))
    )


def became(line: SinceLine) -> tuple[str, str]:
    """Return where it stands with its sign, and the rest of what was told."""
    stands = f"{line.sign} {line.standing}" if line.standing else said(NOT_TOLD)
    now = say("Now by {day}.", day=line.now_by) if line.now_by else ""
    again = say("Taken on again.") if line.again else ""
    word = line.word if not line.word or line.word[-1] in ".?!" else f"{line.word}."
    return stands, " ".join(part for part in (word, now, again) if part)
