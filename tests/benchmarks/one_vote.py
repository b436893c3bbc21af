"""One vote at the laptop, from the key press until it is on disk and painted.

Run as a module with a library folder, a number of votes and from which key on they are timed, it
prints two columns of milliseconds: a vote, and the same row inserted durably by plain sqlite3 into
a copy of the same library.
"""

from __future__ import annotations

import secrets
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, difference

if TYPE_CHECKING:
    from .two_windows import TwoWindows

MODULE = "tests.benchmarks.one_vote"
LIMIT_MS = 5.0
CONFIRMED, PICKED = "confirmed", "picked"
"""Timed from the key that confirms until it is on disk and the stage repainted, which is what the
limit is for; or from the pick before it, shown first, until the ballot has thanked as well."""
WARM_UP = 10
TABLE = """
    CREATE TABLE ballots (
        round_id TEXT REFERENCES rounds(id), id BLOB, channel TEXT, group_label TEXT, point INTEGER,
        PRIMARY KEY (round_id, id)
    ) WITHOUT ROWID
"""
"""As the library had it when each ballot was a row, so that the comparison stays the same."""
INSERT = "INSERT INTO ballots (round_id, id, channel, group_label, point) VALUES (?, ?, ?, ?, ?)"
SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")


def measure(processes: Processes, folder: Path, votes: int) -> list[Row]:
    """Return the rows, the window process doing vote and insert in turn."""
    rows = []
    for since, what in (
        (CONFIRMED, "one vote, key to disk and stage repainted"),
        (PICKED, "the same with pick and thanks on the ballot"),
    ):
        pair = numbers(processes.output(MODULE, folder / since, str(votes), since))
        rows.append(difference(what, pair, "sqlite3 insert, WAL, FULL", "ms", LIMIT_MS))
    return rows


def main(data_dir: Path, votes: int, since: str) -> None:
    from desktop_app.domain.channels import Channel
    from desktop_app.domain.steps import Step, StepKind

    from .libraries import add_vote_by_turns
    from .two_windows import two_windows

    with two_windows(data_dir) as windows:
        windows.open(add_vote_by_turns(windows.services, people=votes + WARM_UP))
        windows.session.go_to(Step(StepKind.STATEMENT, "T1"))
        windows.session.voting.open_vote(Channel.TURNS)
        windows.settle()
        copy = _copy_of(data_dir)
        with closing(sqlite3.connect(copy, isolation_level=None)) as raw:
            for setting in SETTINGS:
                raw.execute(f"PRAGMA {setting}").fetchall()
            ours, baseline = _voter(windows, since), _inserter(raw)
            print_numbers(interleaved(ours, baseline, votes, WARM_UP))
        windows.session.voting.close()  # an open vote would ask before the window closes


def _voter(windows: TwoWindows, since: str) -> Callable[[], float]:
    from PySide6.QtCore import Qt

    from .two_windows import PaintWatch

    ballot = windows.ballot
    ballot.turn.times = replace(ballot.turn.times, pause_ms=0)  # no part of a vote
    picking, thanks, stage = (
        PaintWatch(widget) for widget in (ballot.rating, ballot.hand_over, windows.stage)
    )

    def press(key: Qt.Key, text: str, *watches: PaintWatch) -> None:
        for watch in watches:
            watch.painted = False
        windows.press(key, text, ballot)
        windows.until_painted(*watches)

    repainted = [0.0]

    def note(_scene: object) -> None:
        """Note when the stage has been repainted: it was told first, and paints at once."""
        if stage.painted:
            repainted[0] = time.perf_counter()

    windows.session.scene_changed.connect(note)

    def vote() -> float:
        windows.settle()
        windows.services.finish_ballots()  # as is done while one person leaves and another comes
        before = _ballots_in(windows)
        ballot.turn.begin()
        windows.settle()
        began = time.perf_counter()
        press(Qt.Key.Key_4, "4", picking)
        if since == CONFIRMED:
            windows.settle()
            began = time.perf_counter()
        press(Qt.Key.Key_Return, "\r", thanks, stage)
        ended = repainted[0] if since == CONFIRMED else time.perf_counter()
        if _ballots_in(windows) != before + 1 or ended < began:
            raise RuntimeError("the vote did not come in")
        return (ended - began) * 1000

    return vote


def _ballots_in(windows: TwoWindows) -> int:
    """Return how many ballots the library holds for the open round, asked anew."""
    assert windows.session.round is not None
    return windows.services.rounds.round(windows.session.round.id).ballots_in


def _inserter(raw: sqlite3.Connection) -> Callable[[], float]:
    (round_id,) = raw.execute("SELECT id FROM rounds").fetchone()

    def insert() -> float:
        row = (round_id, secrets.token_bytes(16), "turns", "", 4)
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(INSERT, row)
        raw.execute("COMMIT")
        return (time.perf_counter() - began) * 1000

    return insert


def _copy_of(data_dir: Path) -> Path:
    target = data_dir / "plain.db"
    with (
        closing(sqlite3.connect(data_dir / "roundtable.db")) as library,
        closing(sqlite3.connect(target)) as copy,
    ):
        library.backup(copy)
        copy.execute(TABLE)
    return target


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
