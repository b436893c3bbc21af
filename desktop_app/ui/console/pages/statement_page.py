"""A statement: open the vote, watch it come in, close, reveal, look, go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.room_words import ordinal_word
from desktop_app.application.scenes import Revealed, RevealedHidden
from desktop_app.application.stage_votes import cards
from desktop_app.domain.rounds import Channel, Round, RoundState
from desktop_app.ui.console.closed_panel import ClosedPanel
from desktop_app.ui.console.hands_panel import HandsPanel
from desktop_app.ui.console.result_panel import ResultPanel
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.start_panel import StartPanel
from desktop_app.ui.console.turns_panel import TurnsPanel
from desktop_app.ui.widgets.switcher import Switcher
from desktop_app.ui.widgets.text import button, label

from .page import Page


class StatementPage(Page):
    """The page of one statement, whatever its vote's state.

    Signals:
        discard_requested(): the facilitator wants to set the vote aside.
    """

    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focused: object = None
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
        self._start, self._hands = StartPanel(), HandsPanel()
        self._turns, self._closed, self._result = TurnsPanel(), ClosedPanel(), ResultPanel()
        self._panels = Switcher()
        for panel in (self._start, self._hands, self._turns, self._closed, self._result):
            self._panels.add(panel)
        self.body.addSpacing(6)
        self.body.addWidget(self._panels)

    def _build_buttons(self) -> None:
        self.primary = button("", "primary", hint=self.tr("Space does this too"))
        self._other = button("")
        self._again = button(self.tr("Vote again"))
        self._discard = button(self.tr("Discard this vote"))
        for one in (self.primary, self._other, self._again, self._discard):
            self.action_row.addWidget(one)
        self.action_row.addStretch(1)

    def _connect(self) -> None:
        self.primary.clicked.connect(self._do_primary)
        self._other.clicked.connect(self._use_other_channel)
        self._again.clicked.connect(self._vote_again)
        self._discard.clicked.connect(self.discard_requested)
        self._hands.counted.connect(self._count)
        self._hands.accept_requested.connect(self._ask_reason)

    # -- showing ----------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        self.session = session
        framework = session.record.workshop.framework
        statement = framework.statement(session.step.subject)
        round_ = session.round
        self._kicker.setText(self._kicker_text(session, round_))
        self._sentence.setText(f"… {statement.text}.")
        if round_ is None:
            self._show_start(session)
        elif round_.state is RoundState.OPEN:
            self._show_open(session, round_)
        elif round_.state is RoundState.CLOSED:
            self._show_closed(round_)
        else:
            self._show_result(session)
        state = (session.step, round_ and (round_.id, round_.state, round_.channel))
        if state != self._focused:
            self._focused = state
            self.scroll_to_top()
            self.focus_primary()

    def show_ballots(self, session: Session) -> None:
        round_ = session.round
        if round_ is None or round_.state is not RoundState.OPEN:
            return
        if round_.channel is Channel.HANDS:
            self._hands.show_sum(round_)
        else:
            self._turns.show_round(round_)

    def focus_primary(self) -> None:
        if self._panels.current is self._hands:
            self._hands.focus_first()
        else:
            self.primary.setFocus()

    def _kicker_text(self, session: Session, round_: Round | None) -> str:
        framework = session.record.workshop.framework
        action = framework.action_of(session.step.subject)
        ids = [s.id for s in action.statements]
        parts = [action.short_title]
        if len(ids) > 1:
            place = ids.index(session.step.subject) + 1
            parts.append(self.tr("statement {n} of {total}").format(n=place, total=len(ids)))
        if round_ is not None:
            parts.append(self._vote_text(round_))
        return "  ·  ".join(parts)

    def _vote_text(self, round_: Round) -> str:
        names = {
            Channel.HANDS: self.tr("{nth} vote by show of hands"),
            Channel.TURNS: self.tr("{nth} vote by turns on the screen"),
        }
        text = names.get(round_.channel, self.tr("{nth} vote"))
        return text.format(nth=ordinal_word(round_.ordinal))

    def _show_start(self, session: Session) -> None:
        self._start.show_workshop(session)
        self._panels.show_only(self._start)
        self._buttons(self.tr("Open the vote"))

    def _show_open(self, session: Session, round_: Round) -> None:
        framework = session.record.workshop.framework
        if round_.channel is Channel.HANDS:
            statement = framework.statement(round_.statement_id)
            self._hands.show_round(round_, cards(framework, statement))
            self._panels.show_only(self._hands)
            self._buttons(self.tr("Close and reveal"), self.tr("Take turns instead"))
        else:
            self._turns.show_round(round_)
            self._panels.show_only(self._turns)
            self._buttons(self.tr("Close the vote"), self.tr("Count hands instead"))
        self._discard.show()

    def _show_closed(self, round_: Round) -> None:
        self._closed.show_round(round_)
        self._panels.show_only(self._closed)
        self._buttons(self.tr("Reveal"))
        self._discard.show()

    def _show_result(self, session: Session) -> None:
        if isinstance(session.own_scene, Revealed | RevealedHidden):
            self._result.show_scene(session.own_scene, session, self.palette_tokens)
        self._panels.show_only(self._result)
        self._buttons(self.tr("Go on"))
        self._again.show()

    def _buttons(self, primary: str, other: str = "") -> None:
        self.primary.setText(primary)
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self._again.hide()
        self._discard.hide()

    # -- commands ---------------------------------------------------------------------------

    def _do_primary(self) -> None:
        if self.session is None:
            return
        if self.session.round is None:
            self.session.voting.open_vote(self._start.channel)
        else:
            self.session.do_primary()

    def _use_other_channel(self) -> None:
        if self.session is None or self.session.round is None:
            return
        hands = self.session.round.channel is Channel.HANDS
        self.session.voting.use_channel(Channel.TURNS if hands else Channel.HANDS)
        self._focused = None

    def _vote_again(self) -> None:
        if self.session is not None and self.session.round is not None:
            self.session.voting.vote_again()

    def _count(self, counts: list[int]) -> None:
        if self.session is not None:
            self.session.voting.count_hands(counts)

    def _ask_reason(self) -> None:
        if self.session is not None and self.session.round is not None:
            self.session.difference_found.emit(self.session.round)
