"""The recommended steps of the plan, grouped by action, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.results import Recommendation
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class OfferRow(QWidget):
    """One recommended step with its reason; how it goes is folded away.

    Signals:
        taken(Recommendation): the room takes this step on.
        folded(Recommendation): the step was unfolded or folded.
    """

    taken = Signal(object)
    folded = Signal(object)

    def __init__(
        self, offer: Recommendation, workshop: Workshop, *, unfolded: bool, letter: str = ""
    ) -> None:
        super().__init__()
        self._offer = offer
        layout = column(self, spacing=4)
        layout.addWidget(label(offer.title, "strong"))
        reason = offer.because
        if offer.after_talking:
            reason = say("After you have talked. {why}", why=reason)
        layout.addWidget(label(reason, "small"))
        self._details = self._build_details(workshop)
        self._details.setVisible(unfolded)
        layout.addWidget(self._details)
        line = row(spacing=6)
        by_key = say("Take this on  Shift+{letter}", letter=letter)
        self.take = button(by_key if letter else say("Take this on"))
        self.take.setAccessibleName(say("Take on: {step}", step=offer.title))
        self._more = button("", "quiet")
        self._more.setAccessibleDescription(offer.title)
        line.addWidget(self.take)
        line.addWidget(self._more)
        line.addStretch(1)
        layout.addLayout(line)
        self._show_fold()
        self.take.clicked.connect(self._tell)
        self._more.clicked.connect(self._fold)

    def _build_details(self, workshop: Workshop) -> QWidget:
        details = QWidget()
        layout, offer = column(details, spacing=4), self._offer
        layout.addWidget(label(offer.how))
        move = say("First move: {move}", move=offer.first_move)
        layout.addWidget(label(move, "small"))
        sign = say("How we will notice: {sign}", sign=offer.sign)
        layout.addWidget(label(sign, "small"))
        sources = "; ".join(workshop.framework.citations(offer.leans_on))
        if sources:
            layout.addWidget(label(say("Leans on: {it}", it=sources), "small"))
        return details

    def _tell(self) -> None:
        self.taken.emit(self._offer)

    def _fold(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._show_fold()
        self.folded.emit(self._offer)

    def _show_fold(self) -> None:
        folded = self._details.isHidden()
        self._more.setText(say("More") if folded else say("Less"))


class OfferGroup(QFrame):
    """The steps offered for one action, with how much it matters where that is known."""

    def __init__(self, title: str, words: str, rows: Iterable[OfferRow]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = column(self, spacing=10, margin=14)
        head = row(spacing=10)
        head.addWidget(label(title, "heading"), 1)
        if words:
            head.addWidget(label(words, "accent", wrap=False))
        layout.addLayout(head)
        for place, one in enumerate(rows):
            if place:
                layout.addWidget(_line())
            layout.addWidget(one)


def _line() -> QWidget:
    line = QWidget()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
