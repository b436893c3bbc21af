"""Ballots keyed in one by one, by number keys or from a pile of paper: a count, never a value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from desktop_app.domain.rounds import Round
from desktop_app.domain.workshop import Group
from desktop_app.ui.console.group_chooser import GroupChooser
from desktop_app.ui.sounds import Sound, play
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.room import count_in


class EntryPanel(QWidget):
    """The running count while ballots are keyed in; it takes the keyboard.

    Signals:
        take_back_requested(): the last one was wrong.
        group_picked(str): further ballots are of this group.
        accept_requested(): the difference shall be accepted with a reason.
    """

    take_back_requested = Signal()
    group_picked = Signal(object)
    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = column(self, spacing=12)
        self._groups = GroupChooser()
        layout.addWidget(self._groups)
        layout.addWidget(self._build_box())
        layout.addWidget(self._build_over())
        self._advice = label(role="soft")
        self._mixed = label(role="soft")
        layout.addWidget(self._advice)
        layout.addWidget(self._mixed)

    def _build_box(self) -> QFrame:
        self._box = frame("card")
        inner = column(self._box, spacing=6, margin=18)
        self._count = label(role="number", wrap=False)
        self._last = label(role="strong")
        inner.addWidget(self._count)
        inner.addWidget(self._last)
        line = row(spacing=16)
        self._back = button("")
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sound = QCheckBox(self.tr("Sound at each one"))
        self._sound.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sound.setChecked(True)
        line.addWidget(self._back)
        line.addWidget(self._sound)
        line.addStretch(1)
        inner.addLayout(line)
        return self._box

    def _build_over(self) -> QFrame:
        self._over = frame("attention")
        line = row(self._over, spacing=16, margin=14)
        self._over_text = label(role="strong")
        self._accept = button(self.tr("Accept…"))
        line.addWidget(self._over_text, 1)
        line.addWidget(self._accept)
        self._over.hide()
        return self._over

    def _connect(self) -> None:
        self._back.clicked.connect(self.take_back_requested)
        self._groups.picked.connect(self._pick_group)
        self._accept.clicked.connect(self.accept_requested)

    def show_round(
        self, round_: Round, groups: tuple[Group, ...], group: str, *, can_take_back: bool
    ) -> None:
        """Show an open round that is keyed in."""
        paper = round_.channel.traits.on_sheets
        self._groups.show_groups(groups, group)
        self._back.setText(
            self.tr("Take back the last sheet") if paper else self.tr("Take back the last press")
        )
        self._advice.setText(self._advice_for(paper=paper))
        self._mixed.setVisible(any(t.channel.traits.seen_by_all for t in round_.tallies))
        self._mixed.setText(
            self.tr(
                "Hands were counted in this vote, and everybody saw them. If fewer than five "
                "people vote in another way, the result stays hidden for their sake."
            )
        )
        self.show_count(round_, can_take_back=can_take_back)

    def show_count(self, round_: Round, *, can_take_back: bool) -> None:
        """Show how many are in; say so when one came in or was taken back."""
        self._count.setText(count_in(round_.ballots_in, round_.present))
        self._last.setText(self._last_text(round_))
        self._back.setEnabled(can_take_back)
        over = round_.ballots_in - round_.present
        self._over.setVisible(over > 0)
        if over > 0:
            self._over_text.setText(self._over_words(over, paper=round_.channel.traits.on_sheets))
        self._shown = (round_.id, round_.ballots_in)

    def _last_text(self, round_: Round) -> str:
        paper = round_.channel.traits.on_sheets
        before = self._shown[1] if self._shown and self._shown[0] == round_.id else None
        number = round_.ballots_in
        if before == number:
            return self._last.text()
        if before is not None and number == before + 1:
            if self._sound.isChecked():
                play(Sound.TICK)
            text = self.tr("Sheet {n} is in.") if paper else self.tr("Press {n} is in.")
            return text.format(n=number)
        if before is not None and number == before - 1:
            text = (
                self.tr("Sheet {n} was taken back.")
                if paper
                else self.tr("Press {n} was taken back.")
            )
            return text.format(n=before)
        return self.tr("Next: sheet {n}.").format(n=number + 1) if paper else ""

    def _over_words(self, over: int, *, paper: bool) -> str:
        if paper:
            text = self.tr(
                "{n} more than people in the room. Check the pile, or accept with a reason."
            )
        else:
            text = self.tr("{n} more than people in the room. Check, or accept with a reason.")
        return text.format(n=over)

    def _advice_for(self, *, paper: bool) -> str:
        if paper:
            return self.tr(
                "Press one key for each sheet: its number, or 0 for “can’t say”. Backspace takes "
                "the last sheet back. What you press is not shown."
            )
        return self.tr(
            "Each press on the keypad is one ballot: a number, or 0 for “can’t say”. Backspace "
            "takes the last press back. What is pressed is not shown."
        )

    def _pick_group(self, group: str) -> None:
        self.group_picked.emit(group)
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(listening=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(listening=False)

    def _mark(self, *, listening: bool) -> None:
        set_role(self._box, "chosen", "true" if listening else "false")
