"""Asks the platform to stay awake on a thread of its own, so that no window ever waits for it.

Must not know any platform: what is asked is a Way. Windows keeps the wish with the thread that
told it, and a desktop's services may answer late or never.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

PATIENCE = 3.0
"""Seconds that the end of the application waits; the platform frees what a process held anyway."""


class Way(Protocol):
    """How one platform is asked; each call may take its time, all come from one thread."""

    def hold(self, reason: str) -> bool:
        """Hold off what can be held off; return whether anything could."""

    def let_go(self) -> None:
        """Give back what is held; nothing where nothing is."""


@dataclass(frozen=True, slots=True)
class _Hold:
    reason: str
    told: Callable[[bool], None]


class Keeper:
    """domain.ports.Awake over one platform's way."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._wishes: SimpleQueue[_Hold | bool] = SimpleQueue()
        self._thread: Thread | None = None

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:
        """Hold off from now on; `told` hears on another thread whether that is possible."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="awake", daemon=True)
            self._thread.start()
        self._wishes.put(_Hold(reason, told))

    def let_go(self) -> None:
        """Hold nothing off any more."""
        if self._thread is not None:
            self._wishes.put(True)

    def stop(self) -> None:
        """Let go and end the thread; wait for a moment at most."""
        if self._thread is not None:
            self._wishes.put(False)
            self._thread.join(PATIENCE)
            self._thread = None

    def _work(self) -> None:
        goes_on = True
        while goes_on:
            wish = self._wishes.get()
            if isinstance(wish, _Hold):
                wish.told(self._way.hold(wish.reason))
            else:
                self._way.let_go()
                goes_on = wish
