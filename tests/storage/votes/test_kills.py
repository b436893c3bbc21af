"""A process is killed at any moment of a vote: what it said is so, and at most one act further."""

from __future__ import annotations

import os
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

from .acts import Expected, acts, last_vote
from .rooms import Voting, a_room

KILLS = int(os.environ.get("ROUNDTABLE_KILLS", "6"))
"""How often; an attack in earnest asks for 400."""


def test_no_kill_loses_or_doubles_what_was_said(tmp_path: Path) -> None:
    seed = 7
    a_room(tmp_path).library.close()
    dice, done = random.Random(seed), 0
    for _ in range(KILLS):
        said = acts_until_killed(tmp_path, seed, done, dice)
        known = [Expected(), *(act.after for act in islice(acts(seed), done + said + 1))]
        found = what_is_there(tmp_path)
        assert found in known[done + said : done + said + 2]
        done = done + said + (found == known[done + said + 1] and found != known[done + said])
    assert done > KILLS


def acts_until_killed(data_dir: Path, seed: int, done: int, dice: random.Random) -> int:
    """Let a process act on from `done` and kill it; return how many more acts it said."""
    voter = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.votes.acts", str(data_dir), str(seed), str(done)],
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
    from .acts import do

    voting = a_room(tmp_path)
    for act in islice(acts(seed), 60):
        do(voting, act)
    known = list(islice(acts(seed), 60))[-1].after
    voting.library.close()
    assert what_is_there(tmp_path) == known
