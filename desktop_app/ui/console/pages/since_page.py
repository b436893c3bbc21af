"""Since last time: what became of each commitment of the workshop before."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.earlier import Standing
from desktop_app.ui.console.promise_card import PromiseCard, standing_of_key
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say
from desktop_app.words.standings import since_when, standings_counted

from .page import Page


class SincePage(Page):
    """The page of a follow-up's first step; 1 to 4 say where a commitment stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kicker, self._counted = label(role="soft"), label()
        self._cards: dict[str, PromiseCard] = {}
        self._shown: object = None
        self.body.addWidget(self._kicker)
        self.body.addWidget(label(say("Since last time"), "title"))
        self.body.addWidget(self._counted)
        hint = say(
            "Ask who took each on what became of it. Keys 1 to 4 mark one after another; Tab leads"
            " to each. What goes on can be taken on again, with a new date."
        )
        self.body.addWidget(label(hint, "small"))
        self._list = column(spacing=12)
        self.body.addLayout(self._list)
        self.action_row.addWidget(self.primary)

    def show_session(self, session: Session) -> None:
        self.session = session
        promises, workshop = session.looking_back.promises, session.record.workshop
        held_on = workshop.earlier[0].held_on if workshop.earlier else None
        about = (since_when(held_on), workshop.earlier[0].title if workshop.earlier else "")
        self._kicker.setText("  ·  ".join(part for part in about if part))
        self._counted.setText(standings_counted(workshop.progress, len(promises)))
        if (session.workshop_id, promises) != self._shown:
            self._shown = (session.workshop_id, promises)
            self._build_cards(session)
        for identity, card in self._cards.items():
            back = session.looking_back
            card.show_progress(back.known(identity), in_plan=back.is_taken_again(identity))

    def _build_cards(self, session: Session) -> None:
        clear(self._list)
        held_on = session.record.workshop.held_on
        self._cards = {
            one.identity: PromiseCard(one, held_on) for one in session.looking_back.promises
        }
        for card in self._cards.values():
            back = session.looking_back
            card.stood.connect(back.stand)
            card.worded.connect(back.word)
            card.dated.connect(back.due)
            card.taken_again.connect(back.take_again)
            self._list.addWidget(card)

    @property
    def cards(self) -> tuple[PromiseCard, ...]:
        """Return the commitments in their order."""
        return tuple(self._cards.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the commitment that has the keys, else the first one that nobody has told yet."""
        standing = standing_of_key(event)
        if standing is None or not self._mark(standing):
            super().keyPressEvent(event)

    def _mark(self, standing: Standing) -> bool:
        here = self.window().focusWidget()
        card = next((one for one in self.cards if here and one.isAncestorOf(here)), None)
        if card is None:
            card = next((one for one in self.cards if not one.is_told), None)
        if card is None:
            return False
        card.tell(standing)
        following = next((one for one in self.cards if not one.is_told), card)
        self._scroll.ensureWidgetVisible(following)
        return True
