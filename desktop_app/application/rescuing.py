"""What becomes of a library that went away while it was open, as the windows see it."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.changes import Changes
from desktop_app.domain.ports import Rescue
from desktop_app.domain.texts import Phrase

from .outcome import Outcome, done


class Rescuing:
    """Tell that a library went away, and take up what was kept of it."""

    def __init__(self, rescue: Rescue) -> None:
        self._rescue = rescue

    def news(self) -> tuple[Phrase, ...]:
        """Return what happened to the library since this was asked last, a sentence each."""
        return self._rescue.news()

    def waiting(self) -> Path | None:
        """Return where the newest day is kept that the library does not have, or None."""
        return next(iter(reversed(self._rescue.waiting())), None)

    def take_up(self) -> Outcome[None]:
        """Take what is kept apart into the library; what is told further here stays."""
        self._rescue.take_up()
        return done(Changes.LIBRARY)
