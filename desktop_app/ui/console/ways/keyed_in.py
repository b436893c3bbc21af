"""Ballots keyed in one by one, whatever they come from: a count, never a value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from desktop_app.domain.rounds import Round
from desktop_app.domain.texts import Phrase
from desktop_app.domain.turnout import part_name
from desktop_app.ui.console.full_box import FullBox, full_words
from desktop_app.ui.console.group_chooser import GroupChooser
from desktop_app.ui.console.in_box import InBox
from desktop_app.ui.console.session import Session
from desktop_app.ui.sounds import Sound, play
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.room import count_in
from desktop_app.words.speech import said, say

from .point_buttons import PointButtons
from .way import Way


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What the panel says of one kind of entry; marked texts, whose `{n}` is its number."""

    advice: tuple[str, ...]
    take_back: str
    came_in: str
    taken_back: str
    taken_back_of: str
    next: str


class KeyedIn(Way):
    """The running count while ballots are keyed in; it takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, int] | None = None
        self._partner = ""
        self._words = self.words()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Ballots are keyed in here"))
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = column(self, spacing=12)
        self._groups = GroupChooser()
        layout.addWidget(self._groups)
        # Above what grows as ballots come in: they stay where the pointer is.
        self._points = PointButtons()
        layout.addWidget(self._points)
        layout.addWidget(self._build_box())
        self._full = FullBox()
        layout.addWidget(self._full)
        layout.addWidget(self._build_over())
        self._advice = label(" ".join(map(said, self._words.advice)), "soft")
        self._mixed = label(role="soft")
        layout.addWidget(self._advice)
        layout.addWidget(self._mixed)

    def _build_box(self) -> InBox:
        self._box = InBox(said(self._words.take_back))
        self._sound = QCheckBox(say("Sound at each one"))
        self._sound.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sound.setChecked(True)
        self._box.aside.addWidget(self._sound)
        return self._box

    def _build_over(self) -> QFrame:
        self._over = frame("attention")
        line = row(self._over, spacing=16, margin=14)
        self._over_text = label(role="strong")
        self._accept = button(say("Accept…"))
        line.addWidget(self._over_text, 1)
        line.addWidget(self._accept)
        self._over.hide()
        return self._over

    def _connect(self) -> None:
        self._box.take_back_requested.connect(self._take_back)
        self._box.came.connect(self._let_in)
        self._box.picked.connect(self._count_group)
        self._full.came.connect(self._let_in)
        self._groups.picked.connect(self._count_group)
        self._points.pressed.connect(self._press)
        self._accept.clicked.connect(self._ask_reason)

    def words(self) -> EntryWords:
        """Return what is said of what is keyed in."""
        raise NotImplementedError

    def over_text(self, over: int) -> str:
        """Return by how many more are in than people in the room, and what to do."""
        raise NotImplementedError

    def take_focus(self) -> bool:
        self.setFocus()
        return True

    def show_vote(self, session: Session, round_: Round) -> None:
        self.session = session
        groups = session.voting.groups
        marked = round_.channel.traits.on_sheets and len(groups) > 1
        self._groups.show_groups(groups, session.voting.group, marked=marked)
        self._points.show_scale(session.record.workshop.framework.scale)
        self._mixed.setVisible(any(t.channel.traits.seen_by_all for t in round_.tallies))
        self._mixed.setText(
            say(
                "Hands were counted in this vote, and everybody saw them. If fewer than five "
                "people vote in another way, the result stays hidden for their sake."
            )
        )
        self.show_ballots(session, round_)

    def show_ballots(self, session: Session, round_: Round) -> None:
        """Show how many are in; say so when one came in or was taken back."""
        voting = session.voting
        count, state = count_in(round_.ballots_in, round_.present), self._last_text(round_)
        self._box.show_in(
            count,
            state,
            voting.partners,
            can_take_back=voting.can_take_back,
            full=voting.full_partner,
        )
        over = round_.ballots_in - round_.present
        full = full_words(voting.full_partner) if voting.is_full and over <= 0 else ""
        self._full.show_full(full, refused=voting.refused)
        self._over.setVisible(over > 0)
        if over > 0:
            self._over_text.setText(self.over_text(over))
        self._shown = (round_.id, round_.ballots_in)
        self._partner = voting.last_partner

    def _last_text(self, round_: Round) -> str:
        before = self._shown[1] if self._shown and self._shown[0] == round_.id else None
        number, words = round_.ballots_in, self._words
        if before == number:
            return self._box.state
        if before is not None and number == before + 1:
            if self._sound.isChecked():
                play(Sound.TICK)
            return _of(words.came_in, number)
        if before is not None and number == before - 1:
            return self._taken_back(before)
        return _of(words.next, number + 1)

    def _taken_back(self, number: int) -> str:
        if not self._partner:
            return _of(self._words.taken_back, number)
        fields = {"n": number, "partner": part_name(self._partner)}
        taken = Phrase(self._words.taken_back_of, fields=fields)
        return said(taken)

    def _press(self, point: int) -> None:
        if self.session is not None:
            self.session.voting.press(point)

    def _take_back(self) -> None:
        if self.session is not None:
            self.session.voting.take_back()
            self.take_focus()

    def _count_group(self, group: str) -> None:
        self._pick_group(group)
        if not self._groups.has_keys:
            self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(listening=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(listening=False)

    def _mark(self, *, listening: bool) -> None:
        set_role(self._box, "chosen", "true" if listening else "false")


def _of(template: str, number: int) -> str:
    # A catalogue answers an empty message with its own head.
    return said(Phrase(template, fields={"n": number})) if template else ""
