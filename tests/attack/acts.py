"""The acts of a voting process that gets killed: the same for whoever knows the seed.

Run as a module with a data folder, a seed and how many acts were done before, it does the next ones
and says "done" after each.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.rounds import RoundState
from tests.storage.votes.rooms import Voting

STATEMENTS = ("T1", "T2", "A1")
GROUPS = ("", "north", "Łódź")


@dataclass(frozen=True)
class Expected:
    """What is known of the last vote after an act: its number, state and counts."""

    votes: int = 0
    state: RoundState = RoundState.REVEALED
    counts: tuple[tuple[tuple[str, int], int], ...] = ()

    def counting(self, group: str, point: int, more: int) -> Expected:
        counts = Counter(dict(self.counts))
        counts[group, point] += more
        return replace(self, counts=tuple(sorted((+counts).items())))

    def without_groups(self) -> Expected:
        """Return the same by points only: which groups are kept by name is another question."""
        counts: Counter[tuple[str, int]] = Counter()
        for (_, point), number in self.counts:
            counts["", point] += number
        return replace(self, counts=tuple(sorted(counts.items())))


@dataclass(frozen=True)
class Act:
    """One act on the last vote, and what is known after it."""

    name: str
    after: Expected
    group: str = ""
    point: int = 0


def acts(seed: int) -> Iterator[Act]:
    """Yield acts without end: votes opened, cast, closed, reopened, revealed."""
    dice, now = random.Random(seed), Expected()
    while True:
        now = Expected(now.votes + 1, RoundState.OPEN)
        yield Act("open", now)
        for _ in range(dice.randint(1, 2)):
            for _ in range(dice.randint(1, 6)):
                group, point = dice.choice(GROUPS), dice.randint(0, 5)
                now = now.counting(group, point, 1)
                yield Act("cast", now, group, point)
                if dice.random() < 0.3:
                    now = now.counting(group, point, -1)
                    yield Act("back", now)
            if not now.counts:
                now = now.counting("", 3, 1)
                yield Act("cast", now, "", 3)
            now = replace(now, state=RoundState.CLOSED)
            yield Act("close", now)
            if dice.random() < 0.5:
                now = replace(now, state=RoundState.OPEN)
                yield Act("reopen", now)
                now = replace(now.counting("", 5, 1), state=RoundState.OPEN)
                yield Act("cast", now, "", 5)
                now = replace(now, state=RoundState.CLOSED)
                yield Act("close", now)
            now = replace(now, state=RoundState.OPEN)
            yield Act("reopen", now)
        now = replace(now, state=RoundState.CLOSED)
        yield Act("close", now)
        now = replace(now, state=RoundState.REVEALED).without_groups()
        yield Act("reveal", now)


def do(voting: Voting, act: Act) -> None:
    """Do an act on the last vote."""
    if act.name == "open":
        voting.open(STATEMENTS[act.after.votes % 3])
        return
    key = last_vote(voting)
    if act.name == "cast":
        voting.cast(key, act.point, group=act.group)
    elif act.name == "back":
        voting.rounds.take_back_last(key)
    elif act.name == "close":
        voting.rounds.close(key, "late")
    elif act.name == "reopen":
        voting.rounds.reopen(key)
    else:
        voting.rounds.reveal(key)


def last_vote(voting: Voting) -> str:
    """Return the vote that was opened last: the furthest one on the statement in its turn."""
    with voting.library.reading() as work:
        rounds = work.record("w1").rounds
    places = {s: (place - 1) % 3 for place, s in enumerate(STATEMENTS)}
    return max(rounds, key=lambda r: (r.ordinal, places[r.statement_id])).id


def main(data_dir: Path, seed: int, begin: int) -> None:
    voting = Voting(data_dir)
    for number, act in enumerate(acts(seed)):
        if number >= begin:
            if act.name == "back" and number == begin:
                # After a sudden end nothing can be taken back by the use case any more.
                _take_back_as_before(voting, act)
            else:
                do(voting, act)
            sys.stdout.write("done\n")
            sys.stdout.flush()


def _take_back_as_before(voting: Voting, act: Act) -> None:
    from desktop_app.domain.rounds import Ballot

    key = last_vote(voting)
    extra = voting.counts(key) - Counter(dict(act.after.counts))
    ((group, point),) = extra
    with voting.library.writing() as work:
        work.take_back_ballot(work.round(key), Ballot(point, group))
        work.commit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
