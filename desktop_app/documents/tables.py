"""What the data tables say, as typed values; knows no file format.

Every figure comes through analysis, so the small-number rules hold in each table. A figure that
is hidden is the word "hidden"; None is a cell with nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from desktop_app.analysis.beforehand import said_before
from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.visibility import view_round
from desktop_app.domain.framework import Framework
from desktop_app.domain.plain_text import plain
from desktop_app.domain.results import GroupView, Hidden, Result, RoundView, WorkshopPicture
from desktop_app.domain.rounds import Round, RoundKind, RoundState
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words import names, wording
from desktop_app.words.parts import MERGED_GROUP, WHOLE_ROOM
from desktop_app.words.speech import said, say, say_as

Cell: TypeAlias = str | int | float | date | None

_HIDDEN: Final = to_say("hidden")
NO_CELL_SAYS: Final = to_say(
    "“hidden” stands where a figure exists, or may exist, and is not shown: before the reveal, and"
    " where so few ratings could point to the people who gave them. An empty cell has nothing to"
    " say. A count of 0 is a count."
)


def hidden() -> str:
    """Return what stands in the place of a figure that is not shown."""
    return said(_HIDDEN)


def merged_group() -> str:
    """Return what is called the group of those whose own groups are too small."""
    return said(MERGED_GROUP)


class Kind(Enum):
    """How the cells of a column are typed and set."""

    TEXT = "text"
    LONG = "long"
    WHOLE = "whole"
    MEASURE = "measure"
    SHARE = "share"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `key` heads it where machines read, `title` where people do."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """A table, known by its key and titled for people; every row has a cell for every column."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def rounds_in_order(
    record: WorkshopRecord, seen: Mapping[tuple[str, int], RoundView] | None = None
) -> Iterator[tuple[Round, RoundView]]:
    """Yield the rounds in framework order, each with what may be shown of it.

    `seen`: the views of revealed rounds, by statement and ordinal, where they are known already.
    """
    known = seen or {}
    workshop = record.workshop
    points = workshop.framework.scale.size
    for statement in workshop.framework.statements:
        for round_ in record.rounds_of(statement.id):
            if round_.state is not RoundState.DISCARDED:
                view = known.get((round_.statement_id, round_.ordinal))
                if view is None or round_.state is not RoundState.REVEALED:
                    view = view_round(round_, points, workshop.rules, workshop.privacy)
                yield round_, view


def point_columns(framework: Framework) -> tuple[Column, ...]:
    """Return a column for each point of the scale."""
    return tuple(
        Column(f"count_{p.value}", f"{p.value} {plain(p.label)}", Kind.WHOLE, 11)
        for p in framework.scale.points
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """A record with what may be shown of it, worked out once for all tables."""

    record: WorkshopRecord
    rounds: tuple[tuple[Round, RoundView], ...]
    picture: WorkshopPicture
    before: tuple[tuple[Round, RoundView], ...] = ()


def facts_of(record: WorkshopRecord) -> Facts:
    """Return what may be shown of a record; each round is looked at once."""
    picture = workshop_picture(record)
    seen = {
        (view.statement_id, view.ordinal): view
        for action in picture.actions
        for statement in action.statements
        for view in statement.rounds
    }
    before = tuple(said_before(record))
    return Facts(record, tuple(rounds_in_order(record, seen)), picture, before)


def measure_columns() -> tuple[Column, ...]:
    """Return a column for each measure, in the order of `measures_of`."""
    return (
        Column("median", say("Median"), Kind.MEASURE, 9),
        Column("mean", say("Mean"), Kind.MEASURE, 9),
        Column("lower_quartile", say("Lower quartile"), Kind.MEASURE, 9),
        Column("upper_quartile", say("Upper quartile"), Kind.MEASURE, 9),
        Column("consensus", say("Consensus (Leik)"), Kind.MEASURE, 11),
        Column("van_der_eijk_a", say("A (van der Eijk)"), Kind.MEASURE, 11),
        Column("tastle_wierman_cns", say("Cns (Tastle, Wierman)"), Kind.MEASURE, 13),
    )


def results_table(facts: Facts) -> Table:
    """Return one row for each statement, round and group, the whole room first."""
    framework = facts.record.workshop.framework
    columns = (
        Column("action", say("Action"), width=8),
        Column("action_title", say("Action in words"), Kind.LONG, 30),
        Column("statement", say("Statement"), width=11),
        Column("statement_text", say("What was asked"), Kind.LONG, 60),
        Column("kind", say_as("of a vote", "Kind"), width=12),
        Column("round", say("Round"), Kind.WHOLE, 8),
        Column("state", say_as("of a vote", "State"), width=21),
        Column("channel", say("Channel"), width=13),
        Column("group", say("Group"), width=18),
        Column("merged_groups", say("Groups put together"), width=24),
        Column("present", say("People"), Kind.WHOLE, 9),
        Column("n", say("Ratings"), Kind.WHOLE, 9),
        *point_columns(framework),
        Column("cannot_say", plain(framework.scale.cannot_say_label), Kind.WHOLE, 11),
        Column("level", say("Level"), width=10),
        Column("agreement", say("Agreement"), width=22),
        Column("remarks", say("Remarks"), Kind.LONG, 40),
        *measure_columns(),
        Column("difference_reason", say("Why counts differ from people"), Kind.LONG, 30),
        Column("why_hidden", say("Why hidden"), Kind.LONG, 40),
    )
    return Table("results", say("results"), columns, tuple(_result_rows(facts)))


def _result_rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    framework = facts.record.workshop.framework
    points = framework.scale.size
    for round_, view in _with_before(facts):
        head = _head(framework, round_)
        reason = plain(round_.difference_reason) or None
        yield *head, said(WHOLE_ROOM), None, view.present, *_figures(view.whole, points, reason)
        for group in view.groups:
            yield *head, *_group(group), *_figures(group.result, points, reason)


def _with_before(facts: Facts) -> Iterator[tuple[Round, RoundView]]:
    """Yield each statement's answers from before the day, then its votes."""
    for statement in facts.record.workshop.framework.statements:
        for round_, view in (*facts.before, *facts.rounds):
            if round_.statement_id == statement.id:
                yield round_, view


def _head(framework: Framework, round_: Round) -> tuple[Cell, ...]:
    action = framework.action_of(round_.statement_id)
    sentence = framework.sentence(framework.statement(round_.statement_id))
    return (
        plain(action.id), plain(action.title), plain(round_.statement_id), plain(sentence),
        names.round_kind_name(round_.kind), _ordinal(round_), names.state_name(round_.state),
        names.channel_name(round_.channel),
    )  # fmt: skip


def _ordinal(round_: Round) -> int | None:
    """Return which of the room's votes it is; of answers from before the day there is no number."""
    return round_.ordinal if round_.kind is RoundKind.ROOM else None


def _group(view: GroupView) -> tuple[Cell, Cell, Cell]:
    present: Cell = hidden() if isinstance(view.result, Hidden) else view.result.present
    merged = "; ".join(plain(name) for name in view.merged)
    return plain(view.label) or merged_group(), merged or None, present


def _figures(result: Result | Hidden, points: int, reason: str | None) -> tuple[Cell, ...]:
    """Return the cells from "Ratings" on."""
    if isinstance(result, Hidden):
        figures = (hidden(),) * (points + 4)
        measures = (hidden(),) * 7
        return *figures, None, *measures, reason, wording.hidden_sentence(result)
    return (
        result.n, *result.counts, result.cannot_say,
        names.level_name(result.level), names.agreement_name(result.agreement),
        " ".join(wording.flag_remark(flag, result) for flag in result.flags) or None,
        *measures_of(result), reason, None,
    )  # fmt: skip


def measures_of(result: Result) -> tuple[float | None, ...]:
    """Return median, mean, quartiles, Leik's C, van der Eijk's A, Tastle and Wierman's Cns."""
    return (
        result.median, result.mean, result.lower_quartile, result.upper_quartile,
        result.consensus, result.van_der_eijk_a, result.tastle_wierman_cns,
    )  # fmt: skip


def filled(
    rows: Iterable[tuple[Cell, ...]], columns: int, sentence: str
) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows, or one that says in its first cell why there are none."""
    return tuple(rows) or ((sentence, *(None,) * (columns - 1)),)
