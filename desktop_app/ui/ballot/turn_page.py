"""The ballot while a person has it: what is asked, what can be picked, one way to confirm."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.scenes.ballot import LaptopBallot
from desktop_app.scenes.ballot_words import TurnWords, turn_words
from desktop_app.ui.fonts import measure
from desktop_app.ui.painting.text import Style, fit
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

from .cards import ActButton, LinkButton, PickButton
from .measures import SMALLEST, TARGET, Measures, as_label, measures_of, put_label
from .turn import Turn

GAP, CLOSE, BARE = 16, 10, 184
MEANING = 112
"""Room that high cards leave below them for what the chosen point means."""
MOST, LEAST = 250, 13
"""How high a very long statement may be, and how small its words, rather than be cut."""
ROWS = 5
"""So many actions stand below one another; of more, two stand side by side."""


class TurnPage(QWidget):
    """Show a turn.

    Signals:
        picked(object): the number on a card that was clicked.
        confirmed(), change_requested(): the buttons.
    """

    picked = Signal(object)
    confirmed = Signal()
    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: object = None
        self._above: object = None
        self._head: object = None
        self._top = 0
        self._placed: object = None
        self.cards: list[PickButton] = []
        self._whose, self._at_hand = label(role="strong"), label(role="soft")
        self.change = LinkButton(self)
        self._lead, self._text = label(role="soft"), label()
        self._choice, self._meaning = label(), label()
        self.confirm = ActButton(self)
        for one in (
            self._whose,
            self._at_hand,
            self._lead,
            self._text,
            self._choice,
            self._meaning,
        ):
            one.setParent(self)
        for one in (self._at_hand, self._choice):
            one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keep_silent()
        self.confirm.clicked.connect(self.confirmed)
        self.change.clicked.connect(self.change_requested)

    def _keep_silent(self) -> None:
        """Let no screen reader have what is chosen: a label that is named keeps its text."""
        self._whose.setAccessibleName(say("Your partner"))
        self._choice.setAccessibleName(say("Your choice"))
        self._meaning.setAccessibleName(say("What your choice means"))

    def show_turn(self, ballot: LaptopBallot, turn: Turn) -> None:
        """Show what a person has chosen so far."""
        if (ballot.vote_id, ballot.cards) != self._asked:
            self._asked = (ballot.vote_id, ballot.cards)
            self._make_cards(ballot)
        placed = Counter(turn.chosen)
        for card in self.cards:
            dots = placed[card.number] if ballot.dots_each else 0
            marked = card.number == turn.marked
            card.show_pick(picked=bool(placed[card.number]), dots=dots, marked=marked)
        words = turn_words(ballot, turn.partner, turn.chosen, by_arrows=turn.by_arrows)
        self.confirm.show_mark(marked=turn.at_confirm)
        self._say(ballot, words)

    def _make_cards(self, ballot: LaptopBallot) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [PickButton(c.point, c.label, c.text, self) for c in ballot.cards]
        for card, one in zip(self.cards, ballot.cards, strict=True):
            card.flat = bool(ballot.dots_each) or one.point == CANNOT_SAY
            card.dashed = not ballot.dots_each and one.point == CANNOT_SAY
            card.clicked.connect(self._pick)
            card.show()

    def _pick(self) -> None:
        card = self.sender()
        if isinstance(card, PickButton):
            self.picked.emit(card.number)

    def _say(self, ballot: LaptopBallot, words: TurnWords) -> None:
        self._whose.setText(words.whose)
        self._head = ballot.lead, ballot.text, words.whose, words.change, words.at_hand
        self.change.setText(words.change)
        self.change.setVisible(bool(words.change))
        self._at_hand.setText(words.at_hand)
        self._lead.setText(ballot.lead)
        self._text.setText(ballot.text)
        self._choice.setText(words.choice)
        self._meaning.setText(words.meaning)
        self.confirm.say(words.confirm, words.key)

    # -- where everything is ----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put everything where it fits; only a page that is seen needs it."""
        m = measures_of(self.size())
        above = m, self._asked, self._head
        if above != self._above:  # a choice moves nothing above the cards
            self._above = above
            for one in (*self.cards, self.confirm, self.change):
                one.measures = m
            self._place_head(m)
            self._top = self._place_question(m)
        bottom = self._place_foot(m)
        area = QRect(m.margin, self._top, m.inner, bottom - self._top)
        if self._placed != (self._asked, area):  # a choice moves no card
            self._placed = self._asked, area
            self._place_cards(m, area)
        self._place_meaning(m, area)

    def _place_head(self, m: Measures) -> None:
        top, height, gap = m.px(17), m.px(62), m.px(18)
        style, change = m.style(20, "semibold", lines=2), self.change.wanted_width()
        one_line = ceil(measure(self._whose.text(), m.px(20), style.weight)) + 2
        wide = min(one_line, m.inner * 2 // 3 - change - gap) if self._whose.text() else 0
        put_label(self._whose, QRect(m.margin, top, wide, height), style)
        self._whose.setGeometry(m.margin, top, wide, height)
        end = m.margin + (wide + gap if wide else 0)
        self.change.setGeometry(end, top, change, height)
        left = max(end + change + gap, m.margin + m.inner // 2)
        right = QRect(left, top, m.margin + m.inner - left, height)
        put_label(self._at_hand, right, m.style(20, lines=2))
        self._at_hand.setGeometry(right)

    def _place_question(self, m: Measures) -> int:
        lead = QRect(m.margin, m.px(86), m.inner, m.px(72))
        below = put_label(self._lead, lead, m.style(28, lines=2))
        text = QRect(m.margin, below, m.inner, m.px(170))
        style = m.style(42, "semibold", lines=3)
        if not self._is_whole(text, style):
            style = m.style(SMALLEST, "semibold")
        if not self._is_whole(text, style):  # cards lose their meanings before it loses a word
            text.setHeight(m.px(MOST))
            style = replace(style, floor=LEAST * m.k)
        return put_label(self._text, text, style) + m.px(18)

    def _is_whole(self, rect: QRect, style: Style) -> bool:
        own = as_label(style)
        return fit(self._text.text(), rect.width(), rect.height(), own).whole

    def _place_foot(self, m: Measures) -> int:
        height, bottom = m.px(TARGET), m.height - m.px(44)
        top, right = bottom - height, m.margin + m.inner
        wide = self.confirm.wanted_width() if self.confirm.text() else 0
        self.confirm.setGeometry(right - wide, top, wide, height)
        left = m.margin
        for card in self.cards:
            if card.dashed:
                card.setGeometry(left, top, min(card.wanted_width(), round(m.inner * 0.4)), height)
                left += card.width() + m.px(GAP)
        room = QRect(left, top, right - wide - m.px(24) - left, height)
        put_label(self._choice, room, m.style(26, "semibold", lines=2))
        self._choice.setGeometry(room)
        return top - m.px(20)

    def _place_cards(self, m: Measures, area: QRect) -> None:
        cards = [card for card in self.cards if not card.dashed]
        if not cards:
            return
        flat = cards[0].flat
        columns = -(-len(cards) // ROWS) if flat else len(cards)
        rows, gap = -(-len(cards) // columns), m.px(CLOSE if flat else GAP)
        wide = (area.width() - (columns - 1) * gap) // columns
        tall = min((area.height() - (rows - 1) * gap) // rows, m.px(96 if flat else 344))
        for place, card in enumerate(cards):
            across, down = (place // rows, place % rows) if flat else (place, 0)
            x, y = area.left() + across * (wide + gap), area.top() + down * (tall + gap)
            card.setGeometry(x, y, wide, tall)
        if not flat:
            self._spell(m, cards, area)

    def _spell(self, m: Measures, cards: list[PickButton], area: QRect) -> None:
        """Let what the points mean stand on the cards; without room, the chosen one's below."""
        for card in cards:
            card.bare = False
        self._even(cards)
        if all(card.is_whole for card in cards):
            return
        half = area.height() // 2
        most = max(half, area.height() - m.px(MEANING))
        for card in cards:
            card.bare, card.most = True, None
            card.resize(card.width(), most)
        tall = min(most, max(min(m.px(BARE), half), *(card.wanted_height() for card in cards)))
        for card in cards:
            card.resize(card.width(), tall)
        self._even(cards)

    def _place_meaning(self, m: Measures, area: QRect) -> None:
        bare = [card for card in self.cards if card.bare]
        self._meaning.setVisible(bool(bare))
        if bare:
            below = QRect(area)
            below.setTop(bare[0].geometry().bottom() + 1 + m.px(GAP))
            put_label(self._meaning, below, m.style(26))

    def _even(self, cards: list[PickButton]) -> None:
        """Let all cards of a row have words of the same sizes."""
        for card in cards:
            card.most = None
        fitted = [card.fitted() for card in cards]
        most = min(label.size for label, _ in fitted), min(text.size for _, text in fitted)
        for card in cards:
            card.most = most
            card.update()
