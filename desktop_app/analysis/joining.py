"""Votes of several tables added up: only what each table shows, never what it hides.

A part of a room is a set of partners. What is told of all tables together is told of the smallest
sets of partners that are, at each table, unions of parts shown there (the rule for comparing parts
of two workshops), so that no sum of ours, and no difference of two, holds a part that was hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.domain.channels import Channel
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import Hidden
from desktop_app.domain.rounds import MERGED, Round, RoundState, Tally
from desktop_app.domain.workshop import Privacy, ResultRules, WorkshopRecord

from .unions import smallest_unions
from .visibility import tallies_to_move, view_fist, view_priorities


class Lack(Enum):
    """Why something of a table is not among what is added up."""

    TOO_FEW = "too_few"
    NOT_RATED = "not_rated"
    NOT_ALL_AGAIN = "not_all_again"
    PARTNERS = "partners"
    BEFORE = "before"
    DOTS = "dots"
    FIST = "fist"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Left:
    """What is left behind, of one table or (`table` is "") of all; `statements` holds ids."""

    lack: Lack
    table: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One breakout group's workshop, and what the others call it."""

    name: str
    record: WorkshopRecord


@dataclass(frozen=True, slots=True)
class Sums:
    """The votes of all tables together, and what they leave behind; rounds have no ids yet."""

    rounds: tuple[Round, ...]
    before: tuple[Round, ...]
    vote: PriorityVote | None
    fist: tuple[int, ...]
    left: tuple[Left, ...]


def strictest(tables: Sequence[Table]) -> tuple[Privacy, ResultRules]:
    """Return what all tables were promised at least: rules only become stricter."""
    workshops = [table.record.workshop for table in tables]
    modes = list(Privacy)  # the strictest first
    rules = [workshop.rules for workshop in workshops]
    return min((w.privacy for w in workshops), key=modes.index), replace(
        rules[0],
        minimum_answers=max(one.minimum_answers for one in rules),
        group_minimum=max(one.group_minimum for one in rules),
        small_group_below=max(one.small_group_below for one in rules),
    )


def added_up(tables: Sequence[Table]) -> Sums:
    """Return what the tables show, added up; none of them may be a rehearsal."""
    left: list[Left] = []
    mode, _ = strictest(tables)
    rounds = [
        round_
        for statement in tables[0].record.workshop.frozen.statements
        for round_ in _statement(tables, statement.id, mode, left)
    ]
    first, *workshops = (table.record.workshop for table in tables)
    if any((w.earlier, w.progress) != (first.earlier, first.progress) for w in workshops):
        left.append(Left(Lack.PROGRESS))
    return Sums(
        tuple(rounds),
        _before(tables, left),
        _dots(tables, left),
        _fist(tables, left),
        tuple(_gathered(left)),
    )


# -- one statement ------------------------------------------------------------------------------


def _statement(
    tables: Sequence[Table], statement_id: str, mode: Privacy, left: list[Left]
) -> list[Round]:
    """Return a statement's first votes together, and later ones where all of those voted again."""
    found: dict[int, dict[str, Round]] = {}
    told = {table.name: _shown(table, statement_id) for table in tables}
    for name, rounds in told.items():
        for round_ in rounds:
            if round_.tallies:
                found.setdefault(round_.ordinal, {})[name] = round_
    if found:
        left.extend(Left(Lack.NOT_RATED, name, (statement_id,)) for name in told if not told[name])
    first = found[min(found)] if found else {}
    hidden = [name for name, rounds in told.items() if rounds and name not in first]
    left.extend(Left(Lack.TOO_FEW, name, (statement_id,)) for name in hidden)
    whole = [found[ordinal] for ordinal in sorted(found) if found[ordinal].keys() == first.keys()]
    if len(whole) < len(found):
        left.append(Left(Lack.NOT_ALL_AGAIN, statements=(statement_id,)))
    return [_sum(tuple(rounds.values()), mode, left) for rounds in whole]


def _shown(table: Table, statement_id: str) -> list[Round]:
    """Return a table's revealed rounds of a statement, with the counts that it shows."""
    rounds = table.record.rounds_of(statement_id)
    return [_as_shown(table, r) for r in rounds if r.state is RoundState.REVEALED]


def _as_shown(table: Table, round_: Round) -> Round:
    """Return a round with the counts that its own table shows, none where it hides them."""
    workshop = table.record.workshop
    points = workshop.framework.scale.size
    told = tallies_to_move(round_, points, workshop.rules, workshop.privacy)
    return replace(round_, tallies=told, ballots_in=sum(tally.votes for tally in told))


def _sum(rounds: Sequence[Round], mode: Privacy, left: list[Left]) -> Round:
    first = rounds[0]
    parts = {} if mode is Privacy.ANONYMOUS else _parts(rounds)
    if parts is None:
        left.append(Left(Lack.PARTNERS, statements=(first.statement_id,)))
        parts = {}
    votes: Counter[tuple[Channel, str, int]] = Counter()
    for tally in (tally for round_ in rounds for tally in round_.tallies):
        votes[tally.channel, parts.get(tally.group, ""), tally.point] += tally.votes
    settled = {round_.settled_point for round_ in rounds}
    return replace(
        first,
        channel=openest([round_.channel for round_ in rounds]),
        present=sum(round_.present for round_ in rounds),
        tallies=tuple(Tally(*place, count) for place, count in sorted(votes.items(), key=_place)),
        ballots_in=votes.total(),
        difference_reason="",
        settled_point=settled.pop() if len(settled) == 1 else None,
        settled_reason="",
        seen=True,
        in_by_group=(),
    )


def _place(counted: tuple[tuple[Channel, str, int], int]) -> tuple[str, str, int]:
    (channel, group, point), _ = counted
    return channel.value, group, point


def openest(channels: Sequence[Channel]) -> Channel:
    """Return the way to vote that hides least: of all together no more is claimed."""
    return next((c for c in channels if c.traits.seen_by_all), channels[0])


def _parts(rounds: Iterable[Round]) -> Mapping[str, str] | None:
    """Return of each part's label what it is part of, in the smallest sets that all tables show.

    None where a part does not say who is in it, or all are one part: then nothing can be told.
    """
    labels = {tally.group for round_ in rounds for tally in round_.tallies}
    if MERGED in labels or (labels != {""} and _mixes(rounds)):
        return None
    unions = smallest_unions(map(_names, sorted(labels)))
    if len(unions) == 1 and len(unions[0]) > 1:
        return None
    return {label: _label(next(u for u in unions if u & _names(label))) for label in labels}


def _mixes(rounds: Iterable[Round]) -> bool:
    """Return whether some tables counted by partner and others did not."""
    by_partner = [{tally.group for tally in round_.tallies} != {""} for round_ in rounds]
    return any(by_partner) and not all(by_partner)


def _names(label: str) -> frozenset[str]:
    """Return the partners of a part; "" stands for people of whom no partner is known.

    Merged by itself, a partner is together with such people.
    """
    names = frozenset(name for name in label.split(MERGED) if name)
    together = len(names) > 1 or (names and not label.startswith(MERGED))
    return names if together else names | {""}


def _label(names: frozenset[str]) -> str:
    if len(names) == 1:
        return next(iter(names))
    return "".join(MERGED + name for name in sorted(names) if name)


# -- the rest of the day ------------------------------------------------------------------------


def _before(tables: Sequence[Table], left: list[Left]) -> tuple[Round, ...]:
    """Return the answers from before the day where all tables brought the very same along."""
    told = [
        tuple(_as_shown(table, r) for r in table.record.before if r.state is RoundState.REVEALED)
        for table in tables
    ]
    if all(_votes(one) == _votes(told[0]) for one in told):
        return told[0]
    left.append(Left(Lack.BEFORE))
    return ()


def _votes(rounds: Iterable[Round]) -> frozenset[tuple[str, int, tuple[Tally, ...]]]:
    return frozenset((r.statement_id, r.ordinal, r.tallies) for r in rounds if r.tallies)


def is_same_table(one: WorkshopRecord, other: WorkshopRecord) -> bool:
    """Return whether two files are of one table, perhaps earlier and later.

    Tables that were prepared as one workshop share its identity, but not their votes.
    """
    if one.workshop.identity != other.workshop.identity:
        return False
    votes = sorted((_votes(one.rounds), _votes(other.rounds)), key=len)
    return bool(votes[0]) and votes[0] <= votes[1]


def _dots(tables: Sequence[Table], left: list[Left]) -> PriorityVote | None:
    """Return the dots of all tables that show theirs and gave each person as many."""
    found = [(t.name, t.record.priority_vote, t.record.workshop.rules) for t in tables]
    shown = [
        (name, vote)
        for name, vote, rules in found
        if vote is not None and not isinstance(view_priorities(vote, rules), Hidden)
    ]
    if not shown:
        return None
    each = shown[0][1].dots_each
    votes = {name: vote for name, vote in shown if vote.dots_each == each}
    left.extend(Left(Lack.DOTS, table.name) for table in tables if table.name not in votes)
    dots: Counter[str] = Counter()
    for vote in votes.values():
        dots.update(vote.by_action)
    return replace(
        shown[0][1],
        channel=openest([vote.channel for vote in votes.values()]),
        present=sum(vote.present for vote in votes.values()),
        ballots_in=sum(vote.ballots_in for vote in votes.values()),
        dots_in=dots.total(),
        dots=tuple(dots.items()),
        concordance=None,
        difference_reason="",
        seen=True,
    )


def _fist(tables: Sequence[Table], left: list[Left]) -> tuple[int, ...]:
    total: Counter[int] = Counter()
    for table in tables:
        workshop = table.record.workshop
        shown = view_fist(workshop.fist, workshop.rules)
        if isinstance(shown, Hidden):
            left.append(Left(Lack.FIST, table.name))
        elif shown is not None:
            total.update(dict(enumerate(shown)))
    return tuple(total[fingers] for fingers in range(6)) if total else ()


def _gathered(left: Iterable[Left]) -> Iterable[Left]:
    """Return one line for each lack of each table, its statements together."""
    found: dict[tuple[Lack, str], list[str]] = {}
    for one in left:
        found.setdefault((one.lack, one.table), []).extend(one.statements)
    for (lack, table), statements in found.items():
        yield Left(lack, table, tuple(dict.fromkeys(statements)))
