"""Between the open workshop and the ballot on the laptop: votes out, what is confirmed back.

The ballot comes when people shall take turns. Only the facilitator takes it away, the end of the
vote, or what needs the console.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.app.stage_link import StageLink
from desktop_app.ui.ballot.window import BallotWindow
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.session_view import SessionView


class BallotLink(QObject):
    """The ballot of the open workshop."""

    def __init__(
        self, console: QWidget, view: SessionView, stage: StageLink, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._view = view
        self._stage = stage
        self._session: Session | None = None
        self.window = BallotWindow(console)
        self._connect()

    def _connect(self) -> None:
        self.window.confirmed.connect(self._take)
        self.window.leave_requested.connect(self.put_away)
        self._stage.console_needed.connect(self.put_away)
        self._stage.placement.projector_changed.connect(self._follow_screens)

    def follow(self, session: Session) -> None:
        """Show the ballots of a session from now on."""
        self._session = session
        session.turns.wanted.connect(self.bring)
        session.refreshed.connect(self._follow_vote)
        session.ballots_changed.connect(self._follow_vote)

    def leave(self) -> None:
        """Show the session's ballots no more."""
        self._session = None
        self.window.put_away()
        self._view.set_covered(covered=False)
        self.window.show_ballot(None)

    def close(self) -> None:
        """Close the ballot for good."""
        self.window.end()

    def bring(self) -> None:
        """Fill the laptop with the ballot, where there is a vote to take turns in.

        Without a screen of its own for the room, first ask once whether it can see this one.
        """
        session = self._session
        if session is None or session.turns.ballot is None:
            return
        if not self._stage.seen.ask_first(session, self._fill):
            self._fill()

    def _fill(self) -> None:
        ballot = self._session.turns.ballot if self._session is not None else None
        if ballot is not None:
            self.window.show_ballot(ballot)
            self.window.fill(self._stage.placement.console_screen)
            self._view.set_covered(covered=True)

    def put_away(self) -> None:
        """Give the console back, also where the stage covered it; what was picked is gone."""
        if self.window.isHidden():
            return
        self.window.put_away()
        self._view.set_covered(covered=False)
        self._stage.bring_console()
        self._stage.placement.keep_keys()
        self._view.focus_page()

    def _follow_vote(self) -> None:
        session = self._session
        if session is None or self.window.isHidden():
            return
        ballot = session.turns.ballot
        self.window.show_ballot(ballot)
        if ballot is None:
            self.put_away()

    def _follow_screens(self, _state: object) -> None:
        """Throw away what is picked: who can see it is not as it was when it was picked."""
        session = self._session
        self.window.turn.clear()
        if session is None or self.window.isHidden():
            return
        if self._stage.seen.is_unknown(session):
            self.put_away()
        else:
            self._fill()

    def _take(self, points: tuple[int, ...], partner: str) -> None:
        session, ballot = self._session, self.window.turn.ballot
        if session is None or ballot is None:
            return
        if ballot.dots_each:
            session.dotting.place(Counter(points))
        else:
            session.voting.cast(points[0], partner)
