"""Asked on a thread of its own, in order; Windows and macOS behind the same port."""

from __future__ import annotations

import sys
from threading import Event, current_thread, main_thread

import pytest

from desktop_app.awake.keeper import Keeper
from desktop_app.awake.macos import Caffeinate
from desktop_app.awake.platforms import NoWay
from desktop_app.awake.windows import ExecutionState


class Recorded:
    """A way that remembers what it was asked, and where."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: set[object] = set()

    def hold(self, reason: str) -> bool:
        self.asked.append(reason)
        self.threads.add(current_thread())
        return True

    def let_go(self) -> None:
        self.asked.append("let go")
        self.threads.add(current_thread())


def test_everything_is_asked_in_order_on_one_thread_that_is_not_ours() -> None:
    way, heard, told = Recorded(), Event(), list[bool]()
    keeper = Keeper(way)

    def hear(possible: bool) -> None:
        told.append(possible)
        heard.set()

    keeper.hold("First", hear)
    assert heard.wait(10)
    keeper.let_go()
    keeper.hold("Second", told.append)
    keeper.stop()
    assert way.asked == ["First", "let go", "Second", "let go"]
    assert told == [True, True]
    assert len(way.threads) == 1
    assert main_thread() not in way.threads


def test_nothing_runs_where_nothing_was_asked() -> None:
    way = Recorded()
    keeper = Keeper(way)
    keeper.let_go()
    keeper.stop()
    assert way.asked == []


def test_a_way_that_hangs_holds_up_neither_the_window_nor_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_app.awake.keeper.PATIENCE", 0.05)
    goes_on = Event()

    class Hangs(Recorded):
        def hold(self, reason: str) -> bool:
            goes_on.wait(30)
            return super().hold(reason)

    keeper = Keeper(Hangs())
    keeper.hold("First", lambda _possible: None)
    keeper.let_go()
    keeper.stop()
    goes_on.set()


def test_windows_is_told_that_display_and_system_are_in_use() -> None:
    told: list[int] = []

    def set_state(flags: int) -> int:
        told.append(flags)
        return 0x80000000

    way = ExecutionState(set_state)
    assert way.hold("Because")
    way.let_go()
    assert told == [0x80000003, 0x80000000]
    assert not ExecutionState(lambda _flags: 0).hold("Because"), "0 is Windows' word for no"


def test_macos_runs_its_program_as_long_as_it_is_held() -> None:
    way = Caffeinate(
        (sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(60)")
    )
    assert way.hold("Because")
    process = way._process
    assert process is not None
    assert way.hold("Because")
    assert way._process is process, "once is enough"
    way.let_go()
    assert process.poll() is not None
    way.let_go()
    assert not Caffeinate(("/nowhere/caffeinate",)).hold("Because")


def test_an_unknown_platform_holds_nothing_off() -> None:
    assert not NoWay().hold("Because")
    NoWay().let_go()
