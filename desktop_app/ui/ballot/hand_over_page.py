"""Between two people at the ballot: thanks to the one who leaves, and the way in for the next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.scenes.ballot import LaptopBallot, Partner
from desktop_app.scenes.ballot_by_ear import Ear, screen_words
from desktop_app.scenes.ballot_words import HandOver
from desktop_app.ui.widgets.text import frame, label

from .cards import ActButton, OtherButton, PickButton
from .measures import TARGET, Measures, measures_of, put_label
from .turn import Turn

GAP = 18
_ANY_DIGIT = str.maketrans("0123456789", "8888888888")


class HandOverPage(QWidget):
    """Show that nobody's turn is under way.

    Signals:
        partner_picked(object): the place of a partner, from 1.
        begun(): the next turn shall begin.
        other_pressed(): one by ear shall begin, or shall not.
    """

    partner_picked = Signal(object)
    begun = Signal()
    other_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Partner, ...] = ()
        self._told: object = None
        self._still: HandOver | None = None
        self._placed: object = None
        self.partners: list[PickButton] = []
        self._title, self._about = label(), label(role="soft")
        self._question = label()
        self._count, self._way_back = label(role="soft", wrap=False), label(role="soft")
        self._rule = frame("header", self)
        self.begin, self.other = ActButton(self), OtherButton(self)
        for one in (self._title, self._about, self._question, self._count, self._way_back):
            one.setParent(self)
        self._way_back.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # The corner that is pressed and held is the window's own.
        self._way_back.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.begin.clicked.connect(self.begun)
        self.other.clicked.connect(self.other_pressed)

    def show_turn(self, ballot: LaptopBallot, turn: Turn, ear: Ear = Ear.OFF) -> None:
        """Show how many are in, and who can come next; or that somebody votes by ear."""
        told = ballot, turn.thanks, turn.marked, turn.by_arrows, ear
        if told == self._told:
            return
        self._told = told
        pickable = not ballot.full and ear in (Ear.OFF, Ear.OVER)
        self._show_partners(ballot.partners)
        for place, partner in enumerate(self.partners, start=1):
            partner.show_pick(picked=False, marked=place == turn.marked)
            partner.setVisible(pickable)
        self._say(screen_words(ballot, ear, thanks=turn.thanks, offered=turn.by_arrows))

    def _show_partners(self, partners: tuple[Partner, ...]) -> None:
        before, self._shown = self._shown, partners
        if [one.label for one in partners] != [one.label for one in before]:
            self._make_partners(partners)
        for shown, partner in zip(self.partners, partners, strict=True):
            shown.say(partner.words)
            shown.dashed = partner.complete
            shown.setEnabled(not partner.complete)

    def _make_partners(self, partners: tuple[Partner, ...]) -> None:
        for old in self.partners:
            old.hide()
            old.deleteLater()
        self.partners = [
            PickButton(place, partner.label, partner.words, self)
            for place, partner in enumerate(partners, start=1)
        ]
        for made in self.partners:
            made.flat = True
            made.clicked.connect(self._pick)
            made.show()

    def _pick(self) -> None:
        partner = self.sender()
        if isinstance(partner, PickButton):
            self.partner_picked.emit(partner.number)

    def _say(self, words: HandOver) -> None:
        # Numbers of as many digits take the same place.
        self._still = replace(words, count=words.count.translate(_ANY_DIGIT))
        self._title.setText(words.title)
        self._about.setText(words.about)
        self._question.setText(words.question)
        self._count.setText(words.count)
        self._way_back.setText(words.way_back)
        self.begin.say(words.begin, words.key)
        self.other.say(words.other, words.other_key)

    # -- where everything is ----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put everything where it fits; only a page that is seen needs it."""
        m = measures_of(self.size())
        placed = m, self._still, self.partners
        if placed == self._placed:
            return
        self._placed = placed
        for one in (*self.partners, self.begin, self.other):
            one.measures = m
        below = self._place_head(m)
        wide = max(self.begin.wanted_width(), m.px(260))
        self.begin.setGeometry(m.margin, below, wide, m.px(TARGET))
        self._place_other(m)
        bottom = self._place_foot(m)
        self._place_partners(m, QRect(m.margin, below, m.inner, bottom - below))

    def _place_head(self, m: Measures) -> int:
        title = QRect(m.margin, m.px(44), m.inner, m.px(160))
        below = put_label(self._title, title, m.style(64, "bold", lines=2))
        about = QRect(m.margin, below + m.px(8), m.inner, m.px(110))
        below = put_label(self._about, about, m.style(28, lines=3)) + m.px(26)
        self._rule.setGeometry(m.margin, below, m.inner, max(1, m.px(1)))
        wide = self._beside_question(m)
        question = QRect(m.margin, below + m.px(28), m.inner - wide, m.px(104))
        lower = put_label(self._question, question, m.style(40, "semibold", lines=2))
        return max(lower, below + m.px(14 + TARGET) if wide else 0) + m.px(22)

    def _beside_question(self, m: Measures) -> int:
        """Return how much of the question's row the quieter button takes, where partners begin."""
        alone = bool(self.other.text()) and not self.begin.text()
        return self.other.wanted_width() + m.px(GAP) if alone else 0

    def _place_foot(self, m: Measures) -> int:
        height = m.px(54)
        top = m.height - height - m.px(16)
        left, right = m.inner // 3, m.inner - m.inner // 3
        put_label(self._count, QRect(m.margin, top, left, height), m.style(20, lines=1))
        self._count.setGeometry(m.margin, top, left, height)
        corner = QRect(m.margin + left, top, right, height)
        put_label(self._way_back, corner, m.style(20, lines=2))
        self._way_back.setGeometry(corner)
        return top - m.px(12)

    def _place_other(self, m: Measures) -> None:
        """Put the quieter button beside what begins, or below it, or beside the question."""
        if not self.other.text():
            return
        wide, tall = min(self.other.wanted_width(), m.inner), m.px(TARGET)
        first = self.begin.geometry()
        x, y = first.right() + 1 + m.px(GAP), first.top()
        if not self.begin.text():
            x, y = m.margin + m.inner - wide, self._rule.y() + m.px(14)
        elif x + wide > m.margin + m.inner:
            x, y = m.margin, first.bottom() + 1 + m.px(GAP)
        self.other.setGeometry(x, y, wide, tall)

    @property
    def corner(self) -> QRect:
        """Return where the facilitator presses and holds."""
        return self._way_back.geometry()

    def _place_partners(self, m: Measures, area: QRect) -> None:
        if not self.partners:
            return
        columns = 2 if len(self.partners) > 1 else 1
        rows, gap = -(-len(self.partners) // columns), m.px(GAP)
        wide = (area.width() - (columns - 1) * gap) // columns
        tall = min((area.height() - (rows - 1) * gap) // rows, m.px(124))
        for place, partner in enumerate(self.partners):
            across, down = place % columns, place // columns
            x, y = area.left() + across * (wide + gap), area.top() + down * (tall + gap)
            partner.setGeometry(x, y, wide, tall)
