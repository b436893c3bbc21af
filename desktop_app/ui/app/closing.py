"""Asks before Roundtable is closed in the middle of a vote; nothing is lost, and it says so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.app.stage_link import StageLink
from desktop_app.ui.console.room import Room
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.widgets.paged_window import PagedWindow
from desktop_app.words.speech import say, say_count


class Closing(QObject):
    """Guards the window while a workshop is open."""

    def __init__(self, window: PagedWindow, stage: StageLink, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._stage = stage
        self._room: Room | None = None
        self._agreed = False
        window.guards.append(self.may_close)

    def follow(self, room: Room) -> None:
        """Ask for the votes of this workshop from now on."""
        self._room = room

    def leave(self) -> None:
        """Ask no more; the workshop is closed."""
        self._room = None

    def may_close(self) -> bool:
        """Return whether the window may close now; ask first where a vote is open."""
        ballots = None if self._room is None else ballots_in_open_vote(self._room.record)
        if ballots is None or self._agreed:
            return True
        if not any(asked.isVisible() for asked in self._window.findChildren(ConfirmDialog)):
            self._ask(ballots)
        return False

    def _ask(self, ballots: int) -> None:
        self._stage.bring_console()
        ConfirmDialog.ask(
            self._window,
            say("Close Roundtable while a vote is open?"),
            _what_stays(ballots),
            say("Close Roundtable"),
            self._close,
            danger=True,
        )

    def _close(self, yes: bool) -> None:
        self._agreed = yes
        self._window.close()
        self._agreed = False


def ballots_in_open_vote(record: WorkshopRecord) -> int | None:
    """Return how many ballots are in where a vote is open; None where none is."""
    votes = [r for r in (*record.rounds, record.priority_vote) if r is not None]
    under_way = [vote.ballots_in for vote in votes if vote.state is RoundState.OPEN]
    return under_way[0] if under_way else None


def _what_stays(ballots: int) -> str:
    if not ballots:
        return say(
            "Nothing is lost: the vote is open still when you come back, and no ballot is in yet."
            " Until then the room sees nothing of it."
        )
    return say_count(
        "Nothing is lost: the ballot that is in stays in, and the vote is open still when you"
        " come back. Until then the room sees nothing of it.",
        "Nothing is lost: the {n} ballots that are in stay in, and the vote is open still when you"
        " come back. Until then the room sees nothing of it.",
        ballots,
    )
