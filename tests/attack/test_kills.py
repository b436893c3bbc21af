"""A process is killed at any moment of a vote: what it said is so, and at most one act further."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from desktop_app.domain.rounds import RoundState
from desktop_app.storage.votes.block import SIZE
from desktop_app.storage.votes.box import PLACES
from tests.helpers import ROOT
from tests.storage.votes.cuts import cut_anywhere
from tests.storage.votes.rooms import Voting, a_room

from .acts import Expected, acts, do, last_vote
from .conftest import Figure

KILLS, PARTS = 400, 8


def kill(data_dir: Path, seed: int, times: int) -> str:
    """Kill a voting process again and again; return in a line what was said and found."""
    a_room(data_dir, present=20).library.close()
    dice, done, further = random.Random(seed), 0, 0
    for _ in range(times):
        said = acts_until_killed(data_dir, seed, done, dice)
        known = [Expected(), *(act.after for act in islice(acts(seed), done + said + 1))]
        found, told = what_is_there(data_dir), known[done + said]
        assert found in (told, known[done + said + 1])
        done += said + (found != told)
        further += found != told
    return (
        f"{times} kills, {done - further} acts said and all kept, {further} kept and not yet said"
    )


@pytest.mark.slow
def test_a_few_kills_lose_or_double_nothing_that_was_said(tmp_path: Path) -> None:
    assert "4 kills" in kill(tmp_path, seed=7, times=4)


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
def test_400_kills(tmp_path: Path, figure: Figure, part: int) -> None:
    figure(kill(tmp_path, 1000 + part, KILLS // PARTS))


@pytest.mark.attack
def test_600_cuts_of_the_power(tmp_path: Path, figure: Figure) -> None:
    cuts = sum(cut_anywhere(tmp_path, seed) for seed in range(100, 106))
    figure(f"{cuts} cuts, no acknowledged ballot lost")


def acts_until_killed(data_dir: Path, seed: int, done: int, dice: random.Random) -> int:
    """Let a process act on from `done` and kill it; return how many more acts it said."""
    voter = subprocess.Popen(
        [sys.executable, "-m", "tests.attack.acts", str(data_dir), str(seed), str(done)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with voter as process:
        assert process.stdout is not None
        seen = [process.stdout.readline() for _ in range(dice.randint(1, 25))]
        end = time.perf_counter() + dice.uniform(0, 0.01)
        while time.perf_counter() < end:  # a sleep would end at the scheduler's own moments
            pass
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.readlines()
    return seen.count("done\n")


def what_is_there(data_dir: Path) -> Expected:
    voting = Voting(data_dir)
    try:
        assert voting.library.lost_votes == ()
        with voting.library.reading() as work:
            rounds = work.record("w1").rounds
        if not rounds:
            return Expected()
        key = last_vote(voting)
        under_way = [f"{r.id}.box" for r in rounds if not r.seen]
        assert voting.box_files() == under_way
        for path in voting.boxes.folder.iterdir():
            content = path.read_bytes()
            assert content[:SIZE] == content[PLACES[1] :]
        state, counts = voting.round(key).state, tuple(sorted(voting.counts(key).items()))
        found = Expected(len(rounds), state, counts)
        return found.without_groups() if state is RoundState.REVEALED else found
    finally:
        voting.library.let_go()


@pytest.mark.parametrize("seed", [1, 7])
def test_the_acts_themselves_keep_every_rule(tmp_path: Path, seed: int) -> None:
    """What the killed process does, done in peace, comes to what is expected of it."""
    voting = a_room(tmp_path, present=20)
    for act in islice(acts(seed), 60):
        do(voting, act)
    known = list(islice(acts(seed), 60))[-1].after
    voting.library.close()
    assert what_is_there(tmp_path) == known
