"""Over all exports together, nothing that is hidden can be worked out."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings

from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from tests.exports.readers import Figure, figures, web_tables, write_all
from tests.exports.rooms import rooms

Votes = tuple[int, ...]


def truth(round_: Round) -> dict[str, Votes]:
    """Give what each group really voted: can't say first, then the points."""
    found: dict[str, list[int]] = {}
    for tally in round_.tallies:
        found.setdefault(tally.group, [0] * 6)[tally.point] += tally.votes
    return {group: tuple(votes) for group, votes in found.items()}


def members(figure: Figure, groups: Iterable[str]) -> frozenset[str]:
    """Give the groups whose votes a figure adds up."""
    if figure.group is None:
        return frozenset(groups)
    if figure.group == "other partners":
        return frozenset((*figure.merged, *({""} & set(groups))))
    return frozenset([figure.group])


def added(votes: Iterable[Votes]) -> Votes:
    return tuple(map(sum, zip((0,) * 6, *votes, strict=True)))


def can_be_worked_out(
    wanted: frozenset[str], known: Sequence[frozenset[str]], all_: list[str]
) -> bool:
    """Tell whether the sum over `wanted` follows from the sums over `known` (row space)."""
    rows = [[Fraction(group in part) for group in all_] for part in known]
    target = [Fraction(group in wanted) for group in all_]
    for column in range(len(all_)):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        for row in (*rows, target):
            share = row[column] / pivot[column]
            row[:] = [a - share * b for a, b in zip(row, pivot, strict=True)]
    return not any(target)


def attack(record: WorkshopRecord, found: Sequence[Figure]) -> None:
    for round_ in record.rounds:
        here = truth(round_)
        told = [
            f for f in found if (f.statement, f.ordinal) == (round_.statement_id, round_.ordinal)
        ]
        if round_.state is not RoundState.REVEALED:
            assert told == []
            continue
        for figure in told:
            parts = members(figure, here)
            assert figure.votes == added(here[group] for group in parts), figure
            is_whole = figure.group is None or parts == frozenset(here)  # all of it, as one part
            least = record.workshop.rules.minimum_answers if is_whole else 5
            assert sum(figure.votes[1:]) >= least
        if record.workshop.privacy is not Privacy.OPEN:
            attack_beside_hands(round_, told)
        known = [members(figure, here) for figure in told]
        groups = sorted(here)
        for size in range(1, len(groups)):
            for some in combinations(groups, size):
                ratings = sum(sum(here[group][1:]) for group in some)
                if ratings < 5 and any(sum(here[group]) for group in some):
                    assert not can_be_worked_out(frozenset(some), known, groups), some


def attack_beside_hands(round_: Round, told: Sequence[Figure]) -> None:
    """Take the hands that everybody saw off each figure: no few secret ballots may be left."""
    for figure in told:
        parts = members(figure, truth(round_))
        mine = [tally for tally in round_.tallies if tally.group in parts]
        secret = [tally for tally in mine if tally.channel is not Channel.HANDS]
        if len(secret) < len(mine) and secret:
            assert sum(tally.votes for tally in secret if tally.point) >= 5, figure


def attack_sums(record: WorkshopRecord, files: dict[str, Path], found: Sequence[Figure]) -> None:
    """Take the shown statements away from an action's sums: nothing may be left."""
    data = json.loads(files["data.json"].read_text("utf-8"))
    wholes = {(f.statement, f.ordinal): f.votes for f in found if f.group is None}
    tables = [rows for caption, rows in web_tables(files["report.html"].read_text("utf-8"))
              if caption.startswith("Ratings of each action")]  # fmt: skip
    if not tables:  # nothing is added up where nothing was revealed
        assert all(round_.state is not RoundState.REVEALED for round_ in record.rounds)
        return
    (rows,) = tables
    told = {row[0]: row[1:-1] for row in rows[1:]}
    for action in data["actions"]:
        latest = {
            s: max(
                (r.ordinal for r in record.rounds_of(s) if r.state is RoundState.REVEALED),
                default=0,
            )
            for s in action["statements"]
        }
        shown = [wholes[key] for key in latest.items() if key in wholes]
        if action["counts"] is None:
            assert shown == []
            assert not any(cell.isdigit() for cell in told[action["title"]])
        else:
            assert (action["cannot_say"], *action["counts"]) == added(shown)
            assert [*map(int, told[action["title"]])] == action["counts"]


def attack_votes(record: WorkshopRecord, files: dict[str, Path]) -> None:
    """Look for the dots and the fists of too few people."""
    data = json.loads(files["data.json"].read_text("utf-8"))
    moved = json.loads(files["moved.roundtable"].read_text("utf-8"))
    vote, least = record.priority_vote, record.workshop.rules.minimum_answers
    assert vote is not None
    may = vote.state is RoundState.REVEALED and vote.ballots_in >= least and vote.dots_in > 0
    assert all(row["hidden"] is not may for row in data["priorities"])
    assert bool((moved["priority_vote"] or {}).get("counted")) is may
    assert all(one["state"] == "revealed" for one in moved["rounds"])
    few = 0 < sum(record.workshop.fist) < least
    assert (data["workshop"]["fist_to_five"] or {}).get("hidden", False) is few
    assert bool(moved["workshop"]["fist"]) is (sum(record.workshop.fist) >= least)


@pytest.mark.slow
@settings(max_examples=50)
@given(rooms())
def test_nothing_hidden_can_be_worked_out_from_all_exports(record: WorkshopRecord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = write_all(record, Path(folder), without=("overview.png",))
        found = tuple(figures(files))
        attack(record, found)
        attack_sums(record, files, found)
        attack_votes(record, files)


def test_the_attack_finds_what_is_there_to_find() -> None:
    whole, big = frozenset("abc"), frozenset("ab")
    assert can_be_worked_out(frozenset("c"), [whole, big], ["a", "b", "c"])
    assert not can_be_worked_out(frozenset("a"), [whole, big], ["a", "b", "c"])
