"""What the room has taken on, a card each: edit, move, merge, take out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop_app.domain.plan import Commitment
from desktop_app.recommendations.taken import Taken
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.menu_button import MenuButton
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say

TITLE_SHOWN = 60


class CommitmentCard(QFrame):
    """One commitment as it stands in the plan; Alt with up and down moves it.

    Signals:
        edit_requested(Commitment), drop_requested(Commitment).
        move_requested(Commitment, int): up (-1) or down (1).
        merge_requested(Commitment, str): take the one with this id into it.
    """

    edit_requested = Signal(object)
    drop_requested = Signal(object)
    move_requested = Signal(object, object)
    merge_requested = Signal(object, object)

    def __init__(self, taken: Taken, others: Iterable[Commitment], sources: str) -> None:
        super().__init__()
        self.commitment = commitment = taken.commitment
        self._others = tuple(others)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(commitment.title)
        self.setAccessibleDescription(say("Alt with up or down moves this step."))
        layout = column(self, spacing=4, margin=14)
        numbered = say("{number}. {step}", number=taken.number, step=commitment.title)
        layout.addWidget(label(numbered, "strong"))
        layout.addWidget(label(self._who_and_when(), "" if commitment.owner else "soft"))
        if commitment.first_move:
            text = say("First move: {move}", move=commitment.first_move)
            layout.addWidget(label(text, "small"))
        leans = say("Leans on: {it}", it=sources) if sources else ""
        why = " ".join(part for part in (taken.why, leans) if part)
        if why:
            layout.addWidget(label(why, "small"))
        layout.addLayout(self._build_buttons())

    def _build_buttons(self) -> Flow:
        edit = button(say("Owner, date, wording…"), "small")
        up, down = button(say("Move up"), "small"), button(say("Move down"), "small")
        merge, drop = self._build_merge(), button(say("Take out"), "small")
        if not self._others:
            merge.hide()  # showing it before it has a parent would open a window and take the keys
        line = Flow(spacing=4)
        for one in (edit, up, down, merge, drop):
            one.setAccessibleDescription(self.commitment.title)
            line.addWidget(one)
        edit.clicked.connect(self._tell_edit)
        up.clicked.connect(self._tell_up)
        down.clicked.connect(self._tell_down)
        drop.clicked.connect(self._tell_drop)
        return line

    def _build_merge(self) -> MenuButton:
        merge = MenuButton(say("Merge…"))
        merge.setProperty("kind", "small")
        merge.setAutoDefault(False)
        menu = merge.offered
        menu.addSection(say("Take into this step"))
        for other in self._others:
            action = menu.addAction(_short(other.title).replace("&", "&&"))
            action.setData(other.id)
        menu.triggered.connect(self._tell_merge)
        return merge

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = moves.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(self.commitment, by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit(self.commitment)
        else:
            super().keyPressEvent(event)

    def _who_and_when(self) -> str:
        owner, due = self.commitment.owner, self.commitment.due
        if owner and due:
            return say("{owner}, by {day}", owner=owner, day=long_date(due))
        if owner:
            return say("{owner}, no date yet", owner=owner)
        if due:
            return say("No owner yet, by {day}", day=long_date(due))
        return say("No owner yet, no date yet")

    def _tell_edit(self) -> None:
        self.edit_requested.emit(self.commitment)

    def _tell_up(self) -> None:
        self.move_requested.emit(self.commitment, -1)

    def _tell_down(self) -> None:
        self.move_requested.emit(self.commitment, 1)

    def _tell_drop(self) -> None:
        self.drop_requested.emit(self.commitment)

    def _tell_merge(self, action: QAction) -> None:
        self.merge_requested.emit(self.commitment, action.data())


def _short(text: str) -> str:
    return text if len(text) <= TITLE_SHOWN else text[: TITLE_SHOWN - 1].rstrip() + "…"
