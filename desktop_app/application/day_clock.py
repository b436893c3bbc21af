"""How long a day has gone on, by the wall clock: a laptop asleep does not stop it.

The wall clock can be set back, by hand or by a time server. Then what has passed is asked of a
clock that only goes forward, so that no time that was counted is taken away.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
Monotonic = Callable[[], float]


class WallTime:
    """Now, by a wall clock that is never believed to go back."""

    def __init__(self, clock: Clock, monotonic: Monotonic) -> None:
        self._clock, self._monotonic = clock, monotonic
        self._seen, self._ticks = clock(), monotonic()
        self._ahead = 0.0

    def now(self) -> float:
        """Return seconds since the epoch."""
        seen, ticks = self._clock(), self._monotonic()
        passed, ticked = (seen - self._seen).total_seconds(), ticks - self._ticks
        if passed < 0:
            self._ahead += (ticked if math.isfinite(ticked) and ticked > 0 else 0.0) - passed
        self._seen, self._ticks = seen, ticks
        return seen.timestamp() + self._ahead

    def shown(self, moment: float) -> datetime:
        """Return a moment as the clock on the wall shows it, in the laptop's time zone."""
        return datetime.fromtimestamp(moment - self._ahead).astimezone()


class DayClock:
    """The seconds since the day began; None before that.

    `lead`: how far the day was into its agenda as it began.
    """

    def __init__(self, wall: WallTime, began: float | None = None, lead: int = 0) -> None:
        self._wall = wall
        self.began = began if began is not None and began <= wall.now() else None
        self.lead = lead

    def begin(self, lead: int) -> float:
        """Begin the day now; return the moment."""
        self.began, self.lead = self._wall.now(), lead
        return self.began

    @property
    def seconds(self) -> int | None:
        """Return how far the day is into its agenda by the clock, None before it began."""
        if self.began is None:
            return None
        return self.lead + int(self._wall.now() - self.began)
