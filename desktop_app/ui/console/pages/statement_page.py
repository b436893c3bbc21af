"""A statement: open the vote, watch it come in, close, reveal, look, go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.ballot_sets import come_in_sets
from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.scenes.scene import ByGroup, Compared, Revealed, RevealedHidden
from desktop_app.ui.console.closed_panel import ClosedPanel
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.reason_line import ReasonLine
from desktop_app.ui.console.result_panel import ResultPanel
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.start_panel import StartPanel
from desktop_app.ui.console.ways.table import WAYS
from desktop_app.ui.console.ways_button import WaysButton
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.names import vote_in_sentence
from desktop_app.words.speech import say

from .vote_page import VotePage


class StatementPage(VotePage):
    """The page of one statement, whatever its vote's state."""

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._build_head()
        self._build_panels()
        self._build_buttons()
        self._connect()

    def _build_head(self) -> None:
        self._kicker = label(role="soft")
        self._sentence = label(role="title")
        self.body.addWidget(self._kicker)
        self.body.addWidget(self._sentence)

    def _build_panels(self) -> None:
        self._start, self._closed, self._result = StartPanel(), ClosedPanel(), ResultPanel()
        self._voting = {channel: panels.ratings() for channel, panels in WAYS.items()}
        self.body.addSpacing(6)
        self._add_panels(self._start, self._voting.values(), self._closed, self._result)
        self.body.addWidget(self._num_lock)
        self._reason = ReasonLine()
        self.body.addWidget(self._reason)
        # Last and least: on a small screen it is what may lie below the fold.
        self._discard = button(say("Discard this vote"), "quiet")
        self.body.addWidget(self._discard, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_buttons(self) -> None:
        self._other = button("")
        self._again = button(say("Vote again"))
        self._settle = button(say("Settle…"), hint=say("Keep the view you agreed on"))
        self._reopen = button(say("Open again"), hint=say("Take further ballots"))
        self._ways = WaysButton()
        others = (self._other, self._ways, self._again, self._settle, self._reopen)
        for one in (self.primary, self._close_now, *others):
            self.action_row.addWidget(one)

    def _connect(self) -> None:
        self._other.clicked.connect(self._use_other_channel)
        self._again.clicked.connect(self._vote_again)
        self._discard.clicked.connect(self._questions.ask_discard)
        self._ways.picked.connect(self._use_channel)
        self._start.chosen.connect(self._choose_way)
        self._settle.clicked.connect(self._questions.ask_settled)
        self._reopen.clicked.connect(self._open_again)

    # -- showing ----------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        self.session = session
        framework = session.record.workshop.framework
        statement = framework.statement(session.step.subject)
        round_ = session.round
        self._num_lock.show_session(session)
        self._kicker.setText(self._kicker_text(session, round_))
        self._sentence.setText(f"… {statement.text}.")
        if round_ is None:
            self._show_start(session)
        elif round_.state is RoundState.OPEN:
            self._show_open(session, round_)
        elif round_.state is RoundState.CLOSED:
            self._show_closed(session, round_)
        else:
            self._show_result(session)
        self._reason.show_round(session, round_)
        vote = round_ and (round_.id, round_.state, round_.channel)
        self._follow_state((session.step, vote))

    def show_ballots(self, session: Session) -> None:
        round_ = session.round
        if round_ is None or round_.state is not RoundState.OPEN:
            return
        self._voting[round_.channel].show_ballots(session, round_)

    def leave(self) -> None:
        super().leave()
        self._reason.leave()

    def _kicker_text(self, session: Session, round_: Round | None) -> str:
        framework = session.record.workshop.framework
        action = framework.action_of(session.step.subject)
        ids = [s.id for s in action.statements]
        parts = [action.short_title]
        if len(ids) > 1:
            place = ids.index(session.step.subject) + 1
            parts.append(say("statement {n} of {total}", n=place, total=len(ids)))
        if round_ is not None:
            parts.append(self._voting[round_.channel].vote_text(vote_in_sentence(round_.ordinal)))
        return "  ·  ".join(parts)

    def _show_start(self, session: Session) -> None:
        marked = come_in_sets(session.record.workshop)
        self._start.show_way(session.going.way, seen=session.turns.seen, marked=marked)
        self._panels.show_only(self._start)
        self._buttons()

    def _show_open(self, session: Session, round_: Round) -> None:
        way, beside = self._voting[round_.channel], round_.channel.traits.instead
        way.show_vote(session, round_)
        self._panels.show_only(way)
        self._buttons(self._voting[beside].instead_text())
        self._ways.offer(round_.channel, beside)
        self._discard.show()

    def _show_closed(self, session: Session, round_: Round) -> None:
        self._closed.show_round(round_, session.voting.partners)
        self._panels.show_only(self._closed)
        self._buttons()
        for one in (self._reopen, self._discard):  # what the room has seen stays as it is
            one.setVisible(not round_.seen)

    def _show_result(self, session: Session) -> None:
        if isinstance(session.whole_scene, Revealed | RevealedHidden | Compared | ByGroup):
            self._result.show_scene(session.whole_scene, session)
        self._panels.show_only(self._result)
        self._buttons(shown=(self._again, self._settle))

    def _buttons(self, other: str = "", *, shown: Sequence[QWidget] = ()) -> None:
        """Show these buttons only; what stays is not hidden between, or all would be laid out."""
        self._other.setText(other)
        self._other.setVisible(bool(other))
        for one in (self._ways, self._again, self._settle, self._reopen, self._discard):
            one.setVisible(one in shown)

    # -- commands ---------------------------------------------------------------------------

    def _use_other_channel(self) -> None:
        if self.session is not None and self.session.round is not None:
            self._use_channel(self.session.round.channel.traits.instead)

    def _use_channel(self, channel: Channel) -> None:
        if self.session is not None:
            self.session.voting.use_channel(channel)

    def _open_again(self) -> None:
        if self.session is not None:
            self.session.voting.reopen()

    def _vote_again(self) -> None:
        if self.session is not None and self.session.round is not None:
            self.session.voting.vote_again()
