"""Why ballots and people differ in a vote that was closed, where it can be put in other words."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.rounds import Round, RoundState
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say


class ReasonLine(QWidget):
    """The reason of the vote that is shown; hidden where there is none to give."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        line = row(self, spacing=10)
        name = label(say("Why people are missing"), "soft", wrap=False)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(say("Why people are missing, no names"))
        name.setBuddy(self._reason)
        line.addWidget(name)
        line.addWidget(self._reason, 1)
        self._reason.editingFinished.connect(self._keep)
        self.hide()

    def show_round(self, session: Session, round_: Round | None) -> None:
        """Show a round's reason; what is being typed stays."""
        self._session = session
        closed = round_ is not None and round_.state is not RoundState.OPEN
        reason = round_.difference_reason if round_ is not None and closed else ""
        self.setVisible(bool(reason))
        if not self._reason.hasFocus():
            self._reason.setText(reason)
            self._reason.setCursorPosition(0)

    def leave(self) -> None:
        """Forget the session, which is closed."""
        self._session = None

    def _keep(self) -> None:
        session, round_ = self._session, self._session.round if self._session is not None else None
        if session is None or round_ is None or not round_.difference_reason:
            return
        words = self._reason.text().strip()
        if words:
            session.voting.explain(words)
        else:
            self._reason.setText(round_.difference_reason)
