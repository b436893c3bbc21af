"""Begin, fill and end a rehearsal from the console of the open workshop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.application.rehearsals import Rehearsals
from desktop_app.domain.rounds import RoundState
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.session_view import SessionView


class Rehearsing(QObject):
    """The commands of the bar that a rehearsal shows, and the one that begins it.

    Signals:
        open_requested(str): this workshop shall be opened next.
    """

    open_requested = Signal(object)

    def __init__(self, view: SessionView, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._rehearsals: Rehearsals | None = None
        self._doors = view.doors
        self._doors.rehearse_requested.connect(self.begin)
        bar = view.rehearsal_bar
        bar.fill_requested.connect(self.fill)
        bar.fill_all_requested.connect(self.fill_all)
        bar.end_requested.connect(self.end)

    def follow(self, session: Session, rehearsals: Rehearsals) -> None:
        """Rehearse this session's workshop from now on."""
        self._session, self._rehearsals = session, rehearsals

    def leave(self) -> None:
        """Forget the session, which is closed."""
        self._session = self._rehearsals = None

    def begin(self) -> None:
        """Make a rehearsal of the open workshop and open it."""
        session, rehearsals = self._session, self._rehearsals
        if session is not None and rehearsals is not None:
            made = session.run(rehearsals.begin, session.workshop_id)
            if made is not None:
                self.open_requested.emit(made.value)

    def fill(self) -> None:
        """Fill the vote that is open; without one, open it first."""
        session, rehearsals = self._session, self._rehearsals
        if session is None or rehearsals is None:
            return
        if session.round is None and session.step.subject:
            session.voting.open_vote(session.going.way)
        round_ = session.round
        if round_ is not None and round_.state is RoundState.OPEN:
            session.run(rehearsals.fill_round, round_.id)

    def fill_all(self) -> None:
        """Give every statement without a result a pretend one."""
        session, rehearsals = self._session, self._rehearsals
        if session is not None and rehearsals is not None:
            session.run(rehearsals.fill_all, session.workshop_id)

    def end(self) -> None:
        """Throw the rehearsal away and go back to the real workshop."""
        session, rehearsals = self._session, self._rehearsals
        if session is None or rehearsals is None:
            return
        ended = session.run(rehearsals.end, session.workshop_id)
        if ended is None:
            return
        if ended.value:
            self.open_requested.emit(ended.value)
        else:
            self._doors.go_home()  # there is no workshop to go back to
