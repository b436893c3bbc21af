"""When something was pressed, so that an accidental double press can be told from two."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from PySide6.QtGui import QInputEvent


def _now() -> float:
    return time.monotonic() * 1000


@dataclass(frozen=True)
class Press:
    """One press, in milliseconds: `at` by the system that noticed it, 0 where it did not say, and
    `came` when it got here, which on a busy machine is later.
    """

    at: int = 0
    came: float = field(default_factory=_now)

    @classmethod
    def of(cls, event: QInputEvent) -> Press:
        """Return the press that an event tells of."""
        return cls(event.timestamp())

    def after(self, earlier: Press) -> float:
        """Return how long after another this was pressed, or came where nothing better is known.

        Not every system has one clock for keys and mouse: a time before the other's is no answer.
        """
        if self.at and self.at >= earlier.at > 0:
            return self.at - earlier.at
        return self.came - earlier.came
