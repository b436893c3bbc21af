"""The laptop dies in the middle of a vote by turns: one click, and every ballot is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from tests.helpers import ROOT

from .conftest import Start
from .driver import App
from .voter import point_of
from .ways import turns_vote

PEOPLE = 130
TIMES = 4  # together more than half of the people, and never all


def vote_until_killed(data_dir: Path, ballots: int, pause: float) -> tuple[str, int, int]:
    """Kill a voting application; return its step, where it began, and what it acknowledged."""
    voter = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.voter", str(data_dir)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with voter as process:
        assert process.stdout is not None
        step, began = process.stdout.readline().split()
        seen = [process.stdout.readline() for _ in range(ballots)]
        with suppress(subprocess.TimeoutExpired):
            process.wait(pause)  # so that it dies at any moment of the next vote
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.readlines()
    return step, int(began), seen.count("in\n")


@pytest.mark.slow
def test_every_acknowledged_ballot_is_there_after_a_kill(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    turns_vote(first, PEOPLE)
    first.stop()
    chance = random.Random()
    acknowledged = 0
    for _ in range(TIMES):
        step, began, taken = vote_until_killed(
            tmp_path, chance.randint(20, 26), chance.uniform(0, 0.006)
        )
        assert step == "statement:T1"
        assert began - acknowledged in {0, 1}  # one more may be durable, but not yet said
        acknowledged = began + taken
    the_next_start_goes_on(start(tmp_path), acknowledged)


def the_next_start_goes_on(app: App, acknowledged: int) -> None:
    app.expect("Continue where you stopped")
    app.click("Continue")
    stored = next(n for n in (acknowledged, acknowledged + 1) if app.reads(f"{n} of {PEOPLE} in"))
    app.expect("rely on one another to do what we said we would")
    app.close_short()
    app.click("Reveal")
    votes = Counter(point_of(number) for number in range(stored))
    high, rated = votes[4] + votes[5], stored - votes[0]
    app.expect(f"{high} of {rated} rated 4 or 5")
