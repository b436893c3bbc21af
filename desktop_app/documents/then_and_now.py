"""What papers say of an earlier workshop beside this one; knows no page and no format.

Pure values: what may be said is worked out by `analysis.then_and_now`, in the rule's words only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.analysis.change import Shift
from desktop_app.analysis.then_and_now import ActionMoves, DayMoves, ThenAndNow, comparisons
from desktop_app.charts.then_now_bars import ThenNowRow
from desktop_app.charts.trend_bars import TrendRow
from desktop_app.domain.earlier import Earlier
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words import then_and_now as words
from desktop_app.words.dates import long_date, short_date
from desktop_app.words.formats import NO_BREAK
from desktop_app.words.speech import said, say

MOST_COLUMNS: Final = 5
"""Workshops that stand side by side on a page, the last ones."""
IN_A_ROW: Final = to_say("Several workshops in a row")
NOT_COMPARED: Final = to_say("Not compared")
BY_PARTNER: Final = to_say("By partner, in words only")


@dataclass(frozen=True, slots=True)
class StatementMoves:
    """One statement by its name: its sentence, and what stands beside it."""

    name: str
    sentence: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionThenNow:
    """One action: its word with its counts, a pair of bars and a sentence for each statement."""

    title: str
    words: str
    rows: tuple[ThenNowRow, ...]
    statements: tuple[StatementMoves, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Several workshops side by side, the oldest first; `note` where older ones are left out."""

    days: tuple[str, ...]
    rows: tuple[TrendRow, ...]
    lines: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ThenNowPart:
    """A workshop beside the one it follows: how to read it, the day, the actions, the method."""

    how: str
    day: tuple[str, ...]
    short: str
    actions: tuple[ActionThenNow, ...]
    partners: tuple[str, ...]
    partners_day: str
    method: tuple[str, ...]
    trend: Trend | None


def then_now_part(record: WorkshopRecord) -> ThenNowPart | None:
    """Return what is said of the workshops that a workshop follows, None where there is none."""
    compared = comparisons(record)
    if not compared:
        return None
    moves = compared[0]
    return ThenNowPart(
        how=_how(moves),
        day=tuple(_day(moves)),
        short=_short(moves),
        actions=tuple(map(_action, moves.actions)),
        partners=tuple(_partners(moves)),
        partners_day=words.parts_sentence(moves.parts),
        method=tuple(_method(moves)),
        trend=_trend(compared) if len(compared) > 1 else None,
    )


def then_now_shortly(record: WorkshopRecord) -> str:
    """Return the day in a few lines for a summary, "" for a workshop that follows none."""
    return "".join(_short(moves) for moves in comparisons(record)[:1])


def _how(moves: DayMoves) -> str:
    then = moves.then
    return say(
        "Thin bars: {title}, {day}. Thick bars: this workshop. First votes, from before the room"
        " talked, in shares of the ratings. {people}",
        title=then.title,
        day=day_of(then),
        people=words.who_was_there(then.present, moves.now.present),
    )


def day_of(day: Earlier) -> str:
    """Return when a workshop was held."""
    return long_date(day.held_on) if day.held_on else say("without a date")


def _day(moves: DayMoves) -> Iterator[str]:
    counted = moves.counted
    yield words.day_sentence(counted)
    yield from filter(None, (words.views_sentence(counted), words.luck_sentence(counted)))
    if counted.of:
        yield said(words.TOGETHER)
    yield from _uncompared(moves)


def _uncompared(moves: DayMoves) -> Iterator[str]:
    """Yield which statements were dropped; those of today say it themselves."""
    if moves.dropped:
        names = _named(moves.dropped)
        yield say("Asked last time only, so not compared: {names}.", names=names)


def _short(moves: DayMoves) -> str:
    """Return the day in a few lines: its counts, what moved, and what to make of it."""
    counted, rows = moves.counted, moves.statements
    up, down = (_named(row for row in rows if row.shift is one) for one in (Shift.UP, Shift.DOWN))
    told = (
        words.day_sentence(counted),
        say("Moved up: {names}.", names=up) if up else "",
        say("Moved down: {names}.", names=down) if down else "",
        words.luck_sentence(counted),
        said(words.TOGETHER) if counted.of else "",
    )
    return " ".join(filter(None, told))


def _named(rows: Iterable[ThenAndNow]) -> str:
    return " · ".join(row.name for row in rows)


def _action(action: ActionMoves) -> ActionThenNow:
    counts, word = words.action_counts(action), words.action_word(action)
    return ActionThenNow(
        title=action.title,
        words=say("{word}: {counts}.", word=word, counts=counts) if counts else word,
        rows=tuple(map(_pair, action.statements)),
        statements=tuple(
            StatementMoves(row.name, words.sentence(row), words.notes(row))
            for row in action.statements
        ),
    )


def _pair(row: ThenAndNow) -> ThenNowRow:
    then, now = (one.counts if one else None for one in (row.then, row.now))
    moved = row.shift is not None and row.shift.is_move
    return ThenNowRow(row.name, then, now, words.word(row), moved, row.few)


def _partners(moves: DayMoves) -> Iterator[str]:
    for row in moves.statements:
        if row.parts:
            told = " ".join(map(words.part_words, row.parts))
            yield say("{name}: {sentence}", name=row.name, sentence=told)


def _method(moves: DayMoves) -> Iterator[str]:
    yield said(words.METHOD)
    rows = [row for row in moves.statements if row.change and row.then and row.now]
    if rows:
        then = max(row.then.n for row in rows if row.then)
        now = max(row.now.n for row in rows if row.now)
        yield words.day_numbers(moves.counted, then, now)


def statements_told(statements: Iterable[StatementMoves]) -> tuple[str, ...]:
    """Return all that is said of statements, each sentence once after those it is true of."""
    names: dict[str, list[str]] = {}
    for one in statements:
        names.setdefault(" ".join((one.sentence, *one.notes)), []).append(one.name)
    return tuple(
        say("{name}: {sentence}", name=" · ".join(of), sentence=told) for told, of in names.items()
    )


# -- a chain ------------------------------------------------------------------------------------


def _trend(compared: Sequence[DayMoves]) -> Trend:
    """Return the last few workshops of a chain side by side, the oldest first."""
    shown = compared[: MOST_COLUMNS - 1][::-1]
    days = (shown[0].then, *(moves.now for moves in shown))
    left = len(compared) - len(shown)
    note = say("Older workshops, {n} of them, are left out here.", n=left) if left else ""
    return Trend(
        days=tuple(_in_a_column(day) for day in days),
        rows=tuple(_trend_rows(shown)),
        lines=tuple(map(_step, shown)),
        note=note,
    )


def _in_a_column(day: Earlier) -> str:
    """Return a day that a line break may divide, as columns are narrow on a telephone."""
    return short_date(day.held_on).replace(NO_BREAK, " ") if day.held_on else "–"


def _step(moves: DayMoves) -> str:
    counted = moves.counted
    return say(
        "{then} and {now}: {day} {luck}",
        then=day_of(moves.then),
        now=day_of(moves.now),
        day=words.day_sentence(counted),
        luck=words.luck_sentence(counted),
    ).strip()


def _trend_rows(shown: Sequence[DayMoves]) -> Iterator[TrendRow]:
    """Yield each statement that is compared in the last step, as far back as it is."""
    for row in shown[-1].statements:
        if row.change is None:
            continue
        cells = list(_back_from(row.key, shown))
        missing = len(shown) + 1 - len(cells)
        counts = (None,) * missing + tuple(c for c, _ in reversed(cells))
        told = ("",) * missing + tuple(w for _, w in reversed(cells))
        yield TrendRow(row.name, counts, told)


def _back_from(key: str, shown: Sequence[DayMoves]) -> Iterator[tuple[tuple[int, ...] | None, str]]:
    """Yield a statement's counts and word from today back to where it is no longer compared."""
    for place in range(len(shown) - 1, -1, -1):
        row = _row_of(shown[place].statements, key)
        if row is None or row.change is None or row.now is None or row.then is None:
            return
        yield row.now.counts, words.word(row)
        earlier = _row_of(shown[place - 1].statements, key) if place else None
        if earlier is None or earlier.change is None:
            yield row.then.counts, ""
            return


def _row_of(rows: Iterable[ThenAndNow], key: str) -> ThenAndNow | None:
    return next((row for row in rows if row.key == key), None)
